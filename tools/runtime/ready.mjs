import { join } from 'node:path'
import { fallbackElectron } from '../offline/fallback.mjs'
import { cacheFolder } from './cache.mjs'
import { capture } from './child.mjs'
import { installLibraries } from './libraries.mjs'
import { withLock } from './lock.mjs'
import { officialElectron } from './official.mjs'
import { say } from './say.mjs'

/**
 * The path of an Electron that starts on this machine: the pinned one, or the fallback if the
 * pinned one cannot be downloaded. Throws if neither starts.
 * @returns {Promise<string>}
 */
export function readyRuntime() {
  return withLock(join(cacheFolder(), 'runtime.lock'), async () => {
    const official = await officialElectron()
    if (official !== undefined) {
      await installLibraries(official)
      const { versions, problem } = await probe(official)
      if (versions !== undefined) return official
      say(`${official} does not start: ${problem}`)
    }
    const fallback = await fallbackElectron()
    await installLibraries(fallback)
    const { versions, problem } = await probe(fallback)
    if (versions === undefined) throw new Error(`${fallback} does not start: ${problem}`)
    return fallback
  })
}

/**
 * The versions of Electron, Chrome and Node in a binary, as one line.
 * @param {string} binary
 */
export async function describeRuntime(binary) {
  const { versions } = await probe(binary)
  return versions === undefined
    ? `${binary} (does not start)`
    : `Electron ${versions.electron}, Chrome ${versions.chrome}, Node ${versions.node}`
}

/**
 * Runs the binary as plain Node: as root, the browser refuses to start even for `--version`.
 * @param {string} binary
 * @returns {Promise<{ versions?: Record<string, string>, problem: string }>}
 */
async function probe(binary) {
  const { code, stdout, stderr } = await capture(binary, ['-p', 'JSON.stringify(process.versions)'], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
  })
  if (code !== 0) return { problem: stderr.trim() || `it ended with ${code}` }
  return { versions: JSON.parse(stdout), problem: '' }
}
