import { mkdirSync, statSync } from 'node:fs'
import { homedir, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/**
 * The folder of the prepared Electron, outside any checkout; `ESCROWBOOK_CACHE` overrides it. Falls
 * back to the temporary folder if home is not writable; throws if somebody else owns that.
 * @returns {string}
 */
export function cacheFolder() {
  const chosen = process.env['ESCROWBOOK_CACHE']
  if (chosen) return made(chosen)
  try {
    return made(join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'escrowbook'))
  } catch {
    const { uid, username } = userInfo()
    const folder = made(join(tmpdir(), `escrowbook-cache-${username}`))
    if (uid !== -1 && statSync(folder).uid !== uid)
      throw new Error(`${folder} belongs to someone else; name another folder in ESCROWBOOK_CACHE`)
    return folder
  }
}

/** @param {string} folder */
function made(folder) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return folder
}
