import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { withLock } from '../../tools/runtime/lock.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'escrowbook-lock-'))
afterAll(() => rmSync(scratch, { recursive: true }))

/**
 * Does some work under the lock several times at once; resolves to the greatest number that were in
 * it together.
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

test('one at a time holds the lock, and nothing is left of it', async () => {
  expect(await together(join(scratch, 'fresh.lock'))).toBe(1)
  expect(readdirSync(scratch)).toEqual([])
})

test('a lock whose holder is gone is taken over by one', async () => {
  const file = join(scratch, 'stale.lock')
  writeFileSync(file, 'gone')
  const longAgo = new Date(Date.now() - 60_000)
  utimesSync(file, longAgo, longAgo)
  expect(await together(file)).toBe(1)
  expect(readdirSync(scratch)).toEqual([])
})

test('work that fails gives the lock back', async () => {
  const file = join(scratch, 'failed.lock')
  await expect(withLock(file, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(file, async () => 'done')).toBe('done')
})
