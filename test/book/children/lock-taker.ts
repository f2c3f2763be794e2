import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { takeLock } from '../../../main/book/folder/lock.ts'

/**
 * Takes the lock of a folder again and again for so many milliseconds; tells its parent how often
 * it had it, and how often somebody else had it too.
 */
const [folder = '', forMs = ''] = process.argv.slice(2)
const until = Date.now() + Number(forMs)
const told = { taken: 0, shared: 0 }
while (Date.now() < until) {
  const lock = await takeLock(folder, new Date())
  if (lock.ok) {
    const held = join(folder, 'held')
    told.taken++
    try {
      closeSync(openSync(held, 'wx'))
    } catch {
      told.shared++
    }
    const done = performance.now() + Math.random() * 3
    while (performance.now() < done);
    rmSync(held, { force: true })
    lock.release()
  }
  await new Promise(resolve => setImmediate(resolve))
}
process.send?.(told)
process.disconnect?.()
