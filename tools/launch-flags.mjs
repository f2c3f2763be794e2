import { spawnSync } from 'node:child_process'

/**
 * What Electron must be told to start here in development: nothing, where the system lets Chromium
 * build its sandbox.
 * @returns {string[]}
 */
export function launchFlags() {
  if (process.platform !== 'linux') return []
  const flags = []
  if (!canSandbox()) flags.push('--no-sandbox')
  if (process.env['WAYLAND_DISPLAY'] && !process.env['DISPLAY']) flags.push('--ozone-platform-hint=auto')
  return flags
}

/**
 * Root never can; others need user namespaces, which some containers and Ubuntu's AppArmor refuse.
 */
function canSandbox() {
  if (process.getuid?.() === 0) return false
  const asked = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' })
  return asked.error !== undefined || asked.status === 0
}
