import { join } from 'node:path'
import { cacheFolder } from './cache.mjs'
import { capture, exists } from './child.mjs'
import { withLock } from './lock.mjs'
import { say } from './say.mjs'

// What a bare Debian or Ubuntu lacks for Electron, and for a display where there is no screen.
const PACKAGES = ['xvfb', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']
const APT_LIMIT_MS = 10 * 60_000

/**
 * Sees to it that the system libraries this Electron needs are there: installs them where root and
 * apt allow, otherwise fails with the one command to run.
 * @param {string} binary
 */
export async function installLibraries(binary) {
  if (process.platform !== 'linux') return
  const missing = await missingFor(binary)
  if (missing.length === 0) return
  say(`missing on this system: ${missing.join(', ')}`)
  await installPackages(PACKAGES)
  const still = await missingFor(binary)
  if (still.length > 0) throw new Error(`still missing after the installation: ${still.join(', ')}`)
}

/** @param {string} binary */
async function missingFor(binary) {
  const { stdout } = await capture('ldd', [binary])
  const missing = [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(found => found[1] ?? '')
  const noScreen = !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  if (noScreen && !(await exists('Xvfb', ['-help']))) missing.push('Xvfb')
  return missing
}

/**
 * Installs Debian packages; throws with the command a person must run when this process may not.
 * @param {string[]} packages
 */
export async function installPackages(packages) {
  const install = async () => [
    'install',
    '-y',
    '--no-install-recommends',
    ...(await Promise.all(packages.map(currentName))),
  ]
  const apt = await exists('apt-get')
  if (!apt || process.getuid?.() !== 0) {
    const how = apt
      ? `sudo apt-get ${(await install()).join(' ')}`
      : `on Debian and Ubuntu they come with: sudo apt-get ${(await install()).join(' ')}`
    throw new Error(`install what is missing once, then run this again: ${how}`)
  }
  await withLock(join(cacheFolder(), 'apt.lock'), async () => {
    const quietly = { env: { DEBIAN_FRONTEND: 'noninteractive' }, limitMs: APT_LIMIT_MS }
    // Stale lists may still do; the installation below tells.
    await capture('apt-get', ['update', '-qq'], quietly)
    const args = await install()
    say(`apt-get ${args.join(' ')}`)
    const { code, stdout, stderr } = await capture(
      'apt-get',
      [...args, '-qq', '-o', 'DPkg::Lock::Timeout=300'],
      quietly,
    )
    if (code !== 0) throw new Error(`this failed: apt-get ${args.join(' ')}\n${stdout}${stderr}`)
  })
}

/**
 * The name under which this system knows a package: newer ones say `libasound2t64`, and the old
 * name is no longer installable there.
 * @param {string} name
 */
async function currentName(name) {
  const newer = `${name}t64`
  return (await capture('apt-cache', ['show', newer])).code === 0 ? newer : name
}
