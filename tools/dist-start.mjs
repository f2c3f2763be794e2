// Starts the app just packaged into dist/, on any of the three systems, records in a book with it,
// kills it, and has its command line verify the book, so that no release ships that does not start
// or loses entries. Leaves a picture of it in dist/pictures/. `node tools/dist-start.mjs FILE`
// starts another file, such as an AppImage or an installed program.
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { openDisplay } from './display.mjs'
import { launchFlags } from './launch-flags.mjs'
import { runAs, startApp } from './packaging/check/running.mjs'
import { seedCase } from './packaging/check/seed-case.mjs'
import { ROOT } from './program.mjs'

/** The path of the binary in the unpacked folder that electron-builder leaves in dist/. */
const BINARIES = /** @type {Readonly<Record<string, string>>} */ ({
  linux: 'escrowbook',
  darwin: 'Escrowbook.app/Contents/MacOS/Escrowbook',
  win32: 'Escrowbook.exe',
})

async function packedApp() {
  const folders = (await readdir(join(ROOT, 'dist'), { withFileTypes: true })).filter(
    entry => entry.isDirectory() && /(^mac|unpacked$)/.test(entry.name),
  )
  const [folder] = folders
  const binary = BINARIES[process.platform]
  if (folder === undefined || binary === undefined || folders.length > 1)
    throw new Error(`dist/ holds ${folders.length} unpacked apps for this system, not one`)
  return join(ROOT, 'dist', folder.name, binary)
}

/**
 * The command line of an app, by its binary: on Windows and Linux a script next to it.
 * @param {string} binary
 */
function commandLine(binary) {
  if (process.platform === 'win32') return ['cmd.exe', '/d', '/c', join(dirname(binary), 'bin', 'escrowbook.cmd')]
  const launcher = join(dirname(binary), 'bin', 'escrowbook')
  return [basename(binary) === 'escrowbook' ? launcher : binary]
}

const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-start-'))
const display = await openDisplay()
try {
  const binary = process.argv[2] === undefined ? await packedApp() : resolve(process.argv[2])
  const book = join(scratch, 'book')
  const own = [`--user-data-dir=${join(scratch, 'userData')}`, '--book', book]
  const app = await startApp([binary, ...own], { home: scratch, flags: launchFlags() }, display.env)
  const wrong = await seedCase(app.page)
  const pictures = join(ROOT, 'dist', 'pictures')
  await mkdir(pictures, { recursive: true })
  await app.page.screenshot({ path: join(pictures, `${process.platform}-${process.arch}-${basename(binary)}.png`) })
  await app.kill()
  if (wrong.length > 0) throw new Error(`the packed app is wrong:\n${wrong.join('\n')}`)
  const verified = await runAs([...commandLine(binary), 'verify', '--book', book], { home: scratch })
  if (verified.code !== 0)
    throw new Error(`after it was killed, verify ended with ${verified.code}:\n${verified.stdout}${verified.stderr}`)
  const again = await startApp([binary, ...own], { home: scratch, flags: launchFlags() }, display.env)
  const code = await again.close()
  if (code !== 0) throw new Error(`the packed app, started again, ended with ${code}`)
  console.log(`The packed app started in ${app.startMs.toFixed(0)} ms, was killed, and kept its book.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await display.stop()
  await rm(scratch, { recursive: true, force: true })
}
