// Starts the app just packaged into dist/, on any of the three systems, and records in a book with
// it, so that no release ships that does not start.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDisplay } from './display.mjs'
import { launchFlags } from './launch-flags.mjs'
import { startApp } from './packaging/check/running.mjs'
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

const scratch = await mkdtemp(join(tmpdir(), 'escrowbook-start-'))
const display = await openDisplay()
try {
  const command = [await packedApp(), `--user-data-dir=${join(scratch, 'userData')}`, '--book', join(scratch, 'book')]
  const app = await startApp(command, { home: scratch, flags: launchFlags() }, display.env)
  const wrong = await seedCase(app.page)
  const code = await app.close()
  if (wrong.length > 0 || code !== 0)
    throw new Error(`the packed app is wrong, and ended with ${code}:\n${wrong.join('\n')}`)
  console.log(`The packed app started in ${app.startMs.toFixed(0)} ms and kept a book.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await display.stop()
  await rm(scratch, { recursive: true, force: true })
}
