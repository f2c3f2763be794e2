import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { launchFlags } from '../../tools/launch-flags.mjs'
import { openContract } from './bridge.ts'
import { electronPath } from './electron-path.ts'
import { expect, test } from './fixture.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const WINDOWS = 'Windows has no signals and no groups of processes.'

const locks = async (book: string) => (await readdir(book)).filter(name => name.startsWith('lock'))

test('Ctrl-C, which all processes of the app receive, closes the book and ends the app silently, even while its page is loading', async ({
  book,
  scratch,
}) => {
  test.skip(process.platform === 'win32', WINDOWS)
  const args = [ROOT, ...launchFlags(), `--user-data-dir=${join(scratch, 'userData')}`, `--book=${book}`]
  const child = spawn(electronPath(), args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', piece => (said += piece))
  const ended = new Promise(done => child.once('close', (code, signal) => done({ code, signal })))
  await expect.poll(() => existsSync(join(book, 'journal.ndjson'))).toBe(true)
  process.kill(-(child.pid ?? 0), 'SIGINT')
  expect(await ended).toEqual({ code: 0, signal: null })
  expect(said).not.toMatch(/^\S*Error|FATAL/m)
  expect(await locks(book)).toEqual([])
})

test('when the system ends all processes of the app at once, as at logout, the book is closed and nothing crashes', async ({
  app,
  page,
  book,
}) => {
  test.skip(process.platform === 'win32', WINDOWS)
  await openContract(page, [42_000])
  await page.evaluate(() => addEventListener('beforeunload', event => event.preventDefault()))
  const ended = once(app.process(), 'exit')
  process.kill(-(app.process().pid ?? 0), 'SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(await locks(book)).toEqual([])
  expect(await readdir(book)).toContain('book.json')
})
