import { chmod, mkdir, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { capture } from '../runtime/child.mjs'

const PACK_LIMIT_MS = 10 * 60_000

/**
 * A package to build, as electron-builder describes it to fpm.
 * @typedef {object} LinuxPackage
 * @property {string} file the package to write
 * @property {string} name
 * @property {string} version
 * @property {string} architecture `amd64` or `arm64`
 * @property {string} maintainer
 * @property {string} homepage
 * @property {string} licence
 * @property {string} section
 * @property {string} summary one line; empty if it is the description's first
 * @property {string} description
 * @property {string[]} depends
 * @property {string[]} recommends
 * @property {string} afterInstall the path of a script
 * @property {string} afterRemove the path of a script
 * @property {{ from: string, to: string }[]} content a folder's contents if `from` ends in a slash
 */

/**
 * Copies the package's content to `root`, readable by everyone regardless of the builder's umask.
 * @param {LinuxPackage} described
 * @param {string} root
 */
export async function layOut({ content }, root) {
  for (const { from, to } of content) {
    const target = join(root, to)
    await mkdir(dirname(target), { recursive: true })
    await runOrThrow('cp', ['-a', '--no-preserve=ownership', from.replace(/\/$/, ''), target])
  }
  await openFolders(root)
  await runOrThrow('chmod', ['-R', 'u+rwX,go+rX,go-w', root])
}

/** @param {string} folder */
async function openFolders(folder) {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await openFolders(join(folder, entry.name))
}

/**
 * Runs a program and resolves to its stdout; throws with its output if it fails.
 * @param {string} command
 * @param {string[]} args
 */
export async function runOrThrow(command, args) {
  const { code, stdout, stderr } = await capture(command, args, { limitMs: PACK_LIMIT_MS })
  if (code === 127) throw new Error(`${command} is missing here`)
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${stderr}${stdout}`)
  return stdout
}
