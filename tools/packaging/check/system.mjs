import { lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { capture } from '../../runtime/child.mjs'

const APT_LIMIT_MS = 10 * 60_000
// The folders that packages install into, except the package manager's own files and caches that it
// rebuilds for all packages together.
const WATCHED = ['/etc', '/opt', '/usr', '/var/lib']
const SHARED =
  /^\/var\/lib\/(apt|dpkg|polkit-1|systemd)\/|^\/etc\/ld\.so\.cache$|\/(icon-theme|mimeinfo)\.cache$|^\/usr\/share\/mime\/|^\/(usr|var\/lib)\/.*\/__pycache__\/|^\/usr\/(src|local)\//

/**
 * Runs apt-get; throws with its output if it fails.
 * @param {string[]} args
 */
export async function apt(args) {
  const options = ['-y', '-qq', '-o', 'DPkg::Lock::Timeout=300']
  const { code, stdout, stderr } = await capture('apt-get', [...options, ...args], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    limitMs: APT_LIMIT_MS,
  })
  if (code !== 0) throw new Error(`apt-get ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`)
}

/** The paths of all files and folders that a package could have installed. */
export async function systemFiles() {
  /** @type {Set<string>} */
  const found = new Set()
  const look = async (/** @type {string} */ folder) => {
    for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
      const path = join(folder, entry.name)
      if (SHARED.test(path)) continue
      found.add(path)
      if (entry.isDirectory()) await look(path)
    }
  }
  for (const folder of WATCHED) await look(folder)
  return found
}

/**
 * Makes a person the owner of a folder and everything in it.
 * @param {string} folder
 * @param {import('./running.mjs').Person} person
 */
export async function ownedBy(folder, { uid = 0, gid = 0 }) {
  const { code, stderr } = await capture('chown', ['-R', `${uid}:${gid}`, folder])
  if (code !== 0) throw new Error(`chown ended with ${code}: ${stderr}`)
}

/**
 * The total size of a folder's files, in bytes.
 * @param {string} folder
 * @returns {Promise<number>}
 */
export async function sizeOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    entries.map(entry => lstat(join(entry.parentPath, entry.name)).then(found => (found.isFile() ? found.size : 0))),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
