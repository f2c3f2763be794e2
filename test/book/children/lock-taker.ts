import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from '../../../main/book/folder/lock.ts'

/**
 * Takes the lock of a folder repeatedly for a number of milliseconds. Reports to its parent how
 * often it succeeded, and how often another process held the lock at the same time.
 */
const [folder = '', forMs = ''] = process.argv.slice(2)
const until = Date.now() + Number(forMs)
const counts = { taken: 0, shared: 0 }
while (Date.now() < until) {
  const lock = await takeLock(folder, new Date())
  if (lock.ok) {
    const held = join(folder, 'held')
    counts.taken++
    try {
      closeSync(openSync(held, 'wx'))
    } catch {
      counts.shared++
    }
    const done = performance.now() + Math.random() * 3
    while (performance.now() < done);
    rmSync(held, { force: true })
    lock.release()
  }
  await new Promise(resolve => setImmediate(resolve))
}
process.send?.(counts)
process.disconnect?.()
