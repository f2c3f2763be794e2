import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { say } from './say.mjs'

const HEARTBEAT_MS = 2_000
// A holder that has not been heard of for this long is gone: process ids say nothing across
// containers, and are given out again.
const STALE_MS = 15_000
const POLL_MS = 250
const TELL_AFTER_MS = 1_000

/**
 * Does the work while holding a lock file, so that two who start at once do not both download. What
 * is done under it must be safe without it too (made aside, renamed into place): a lock in a file
 * is a courtesy, not a proof.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, work) {
  const token = randomUUID()
  const beganAt = Date.now()
  let told = false
  while (!(await take(file, token))) {
    if (await isStale(file)) await removeStale(file)
    else {
      if (!told && Date.now() - beganAt > TELL_AFTER_MS) {
        say('another run is making it ready; waiting')
        told = true
      }
      await new Promise(done => setTimeout(done, POLL_MS))
    }
  }
  const heartbeat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), HEARTBEAT_MS)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    if ((await readFile(file, 'utf8').catch(() => '')) === token) await rm(file, { force: true })
  }
}

/**
 * @param {string} file
 * @param {string} token
 */
async function take(file, token) {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(token).finally(() => handle.close())
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
async function isStale(file) {
  const found = await stat(file).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > STALE_MS
}

/**
 * Takes a dead holder's lock away by renaming it: of several who try, one succeeds. If that one was
 * late and holds a living lock, it is put back.
 * @param {string} file
 */
async function removeStale(file) {
  const aside = `${file}.${randomUUID()}`
  try {
    await rename(file, aside)
  } catch {
    return
  }
  if (!(await isStale(aside))) await link(aside, file).catch(() => {})
  await rm(aside, { force: true })
}
