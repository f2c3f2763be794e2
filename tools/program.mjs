import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The project's root folder. */
export const ROOT = resolve(import.meta.dirname, '..')

/**
 * The command that runs an installed package's program with this Node, on every system, without npx
 * and its shell. Throws if the package is not installed or has no such program.
 * @param {string} packageName
 * @param {string} programName
 * @returns {[command: string, script: string]}
 */
export function program(packageName, programName) {
  const home = join(ROOT, 'node_modules', packageName)
  /** @type {{ bin: string | Record<string, string> }} */
  let manifest
  try {
    manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
  } catch {
    throw new Error(`the package ${packageName} is not installed; run: npm ci`)
  }
  const script = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[programName]
  if (script === undefined) throw new Error(`the package ${packageName} has no program ${programName}`)
  return [process.execPath, join(home, script)]
}

/**
 * The command that runs npm, and the arguments that come before npm's own: on Windows it is a batch
 * file, which only a shell runs.
 * @returns {[command: string, ...before: string[]]}
 */
export function npmCommand() {
  return process.platform === 'win32' ? ['cmd.exe', '/d', '/c', 'npm'] : ['npm']
}
