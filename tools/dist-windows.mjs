// Installs the app just packaged into dist/ on Windows without asking, puts a book beside it,
// installs again as an update does, uses it, and uninstalls it: the book must be as it was, and
// nothing else left. Changes the system it runs on.
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { ROOT } from './program.mjs'
import { run } from './runtime/child.mjs'

const STEP_LIMIT_MS = 5 * 60_000
const BOOK = 'a person’s book'

/** @returns {Promise<string>} */
async function installer() {
  const names = (await readdir(join(ROOT, 'dist'))).filter(name => name.endsWith(`-${process.arch}-setup.exe`))
  const [name] = names
  if (name === undefined || names.length > 1) throw new Error(`dist/ holds ${names.length} installers, not one`)
  return join(ROOT, 'dist', name)
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function done(command, args) {
  const code = await run(command, args, { limitMs: STEP_LIMIT_MS })
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}`)
}

/**
 * @param {string} journal
 * @param {string} when
 */
async function checkBook(journal, when) {
  const found = await readFile(journal, 'utf8').catch(String)
  if (found !== BOOK) throw new Error(`${when}, the book beside the program is gone: ${found}`)
}

try {
  const local = process.env['LOCALAPPDATA']
  if (process.platform !== 'win32' || local === undefined) throw new Error('this is for Windows')
  const setup = await installer()
  const home = join(local, 'Programs', 'Escrowbook')
  const program = join(home, 'Escrowbook.exe')
  await done(setup, ['/S'])
  if (!existsSync(program)) throw new Error(`${program} was not installed`)
  const folder = join(home, 'book')
  const journal = join(folder, 'journal.ndjson')
  await mkdir(folder)
  await writeFile(journal, BOOK)
  await done(setup, ['/S'])
  await checkBook(journal, 'after the update')
  await done(process.execPath, [join(import.meta.dirname, 'dist-start.mjs'), program])
  if (existsSync(join(local, 'escrowbook-updater'))) throw new Error('a copy of the installer was left')
  await done(join(home, 'Uninstall Escrowbook.exe'), ['/S'])
  // The uninstaller goes on as a copy of itself, so that it can remove itself.
  for (let second = 0; existsSync(program) && second < 120; second++) await wait(1_000)
  await wait(5_000)
  await checkBook(journal, 'after uninstalling')
  const left = (await readdir(home)).filter(name => name !== 'book')
  if (left.length > 0) throw new Error(`after uninstalling, this is left: ${left.join(', ')}`)
  console.log('Installed, updated, used and uninstalled; the book beside the program is as it was.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
