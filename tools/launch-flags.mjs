import { spawnSync } from 'node:child_process'

/**
 * The flags that Electron needs to start here in development; none if the system allows Chromium's
 * sandbox.
 * @returns {string[]}
 */
export function launchFlags() {
  if (process.platform !== 'linux') return []
  const flags = []
  if (!canSandbox()) flags.push('--no-sandbox')
  if (process.env['WAYLAND_DISPLAY'] && !process.env['DISPLAY']) flags.push('--ozone-platform-hint=auto')
  return flags
}

/** Root never can; other users need user namespaces, which some containers and AppArmor forbid. */
function canSandbox() {
  if (process.getuid?.() === 0) return false
  const asked = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  return asked.error !== undefined || asked.status === 0
}
