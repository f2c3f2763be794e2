import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCommandLine } from '../../main/command-line/command-line.ts'

const LAUNCHER = join(import.meta.dirname, '../../packaging/linux/escrowbook')
const WITHOUT_SCREEN = ['--ozone-platform=headless', '--log-level=3']

let folder: string
/** The link in the person's PATH. */
let command: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'escrowbook launcher '))
  const home = join(folder, 'opt', 'Escrow book')
  mkdirSync(join(home, 'bin'), { recursive: true })
  copyFileSync(LAUNCHER, join(home, 'bin', 'escrowbook'))
  chmodSync(join(home, 'bin', 'escrowbook'), 0o755)
  // Stands in for the app's binary: prints its arguments, and exits with a code.
  writeFileSync(join(home, 'escrowbook'), '#!/bin/sh\nprintf "%s\\n" "$@"\nexit 3\n', { mode: 0o755 })
  command = join(folder, 'escrowbook')
  symlinkSync(join(home, 'bin', 'escrowbook'), command)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each([
  [[]],
  [['verify', '--book', '/a book']],
  [['--book', 'verify']],
  [['--book', 'mine', 'report', '--json']],
  [['--book=mine', 'export', '-f', 'csv']],
  [['--help']],
  [['-v']],
  [['help', 'year']],
  [['verfy']],
  [['/home/me/statement.csv']],
  [['/home/me/statement.csv', 'verify']],
  [['https://example.org', '--help']],
  [['--no-sandbox']],
  [['--no-sandbox', '--lang=de', 'import', '-', '--column', 'date=Day of "it"']],
  [['--', 'verify']],
  [['']],
])('the launcher reads %j as the app itself does, and exits with the app’s code', given => {
  if (process.platform === 'win32') return
  const { stdout, status } = spawnSync(command, given, { encoding: 'utf8' })
  const started = stdout.split('\n').slice(0, -1)
  const isWindow = readCommandLine(given, '1.0.0').kind === 'window'
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const shown = given.length === 0 ? [''] : given
  expect(started).toEqual(isWindow ? shown : [...root, ...WITHOUT_SCREEN, ...given])
  expect(status).toBe(3)
})
