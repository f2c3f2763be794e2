import { join } from 'node:path'
import { cacheFolder } from './cache.mjs'
import { capture, exists } from './child.mjs'
import { withLock } from './lock.mjs'
import { say } from './say.mjs'

// Packages that Electron and a virtual display need and a bare Debian or Ubuntu lacks.
const PACKAGES = ['xvfb', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']
const APT_LIMIT_MS = 10 * 60_000

/**
 * Installs the system libraries that this Electron needs. Throws, with the command to run, if this
 * process may not.
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
 * Installs Debian packages; throws, with the command to run, if this process may not.
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
    // Ignore a failed update: the existing package lists may be enough.
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
 * The package's name on this system: newer releases have `libasound2t64` and can no longer install
 * the old name.
 * @param {string} name
 */
async function currentName(name) {
  const newer = `${name}t64`
  return (await capture('apt-cache', ['show', newer])).code === 0 ? newer : name
}
