import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withLock } from '../../tools/runtime/lock.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'escrowbook-lock-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/**
 * Runs some work under the lock three times at once; resolves to the greatest number of runs that
 * overlapped.
 */
async function together(file: string): Promise<number> {
  let inside = 0
  let most = 0
  const work = async (): Promise<void> => {
    most = Math.max(most, ++inside)
    await new Promise(done => setTimeout(done, 20))
    inside--
  }
  await Promise.all([1, 2, 3].map(() => withLock(file, work)))
  return most
}

test('one run at a time holds the lock, and its file is gone afterwards', async () => {
  expect(await together(join(scratch, 'fresh.lock'))).toBe(1)
  expect(readdirSync(scratch)).toEqual([])
})

test('one run takes over a lock whose holder is gone', async () => {
  const file = join(scratch, 'stale.lock')
  writeFileSync(file, 'gone')
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(file, longAgo, longAgo)
  expect(await together(file)).toBe(1)
  expect(readdirSync(scratch)).toEqual([])
})

test('failed work releases the lock', async () => {
  const file = join(scratch, 'failed.lock')
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(file, async () => 'done')).toBe('done')
})
