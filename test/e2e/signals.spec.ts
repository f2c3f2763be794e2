import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { launchFlags } from '../../tools/launch-flags.mjs'
import { electronPath } from './electron-path.ts'
import { expect, test } from './fixture.ts'

const ROOT = resolve(import.meta.dirname, '../..')

test('Ctrl-C, which all processes of the app hear, closes the book and ends it without a word, even while its page is loaded', async ({ book, scratch }) => {
  test.skip(process.platform === 'win32', 'Windows has no signals and no groups of processes.')
  const args = [ROOT, ...launchFlags(), `--user-data-dir=${join(scratch, 'userData')}`, `--book=${book}`]
  const child = spawn(electronPath(), args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => (said += piece))
  const ended = new Promise(done => child.once('close', (code, signal) => done({ code, signal })))
  await expect.poll(() => existsSync(join(book, 'journal.ndjson'))).toBe(true)
  process.kill(-(child.pid ?? 0), 'SIGINT')
  expect(await ended).toEqual({ code: 0, signal: null })
  expect(said).not.toMatch(/^\S*Error|FATAL/m)
  expect((await readdir(book)).filter(name => name.startsWith('lock'))).toEqual([])
})
