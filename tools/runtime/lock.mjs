import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { say } from './say.mjs'

const HEARTBEAT_MS = 2_000
// A holder without a heartbeat for this long is gone. Process ids would not tell: they mean nothing
// across containers, and are reused.
const STALE_MS = 15_000
const POLL_MS = 250
const TELL_AFTER_MS = 1_000

/**
 * Runs `work` while holding a lock file, so that two runs do not both download. The work must be
 * safe without the lock (written elsewhere, then renamed into place): a lock file saves effort, but
 * cannot guarantee exclusion.
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
        say('another run is preparing it; waiting')
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
 * Removes a dead holder's lock by renaming it: of several attempts only one succeeds. A lock that
 * turns out to be live is put back.
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
