import { app } from 'electron'

/**
 * Whether a window can be shown. On Linux there is a screen where the desktop says so; Chromium,
 * asked to draw on none, would crash.
 */
export function hasScreen(): boolean {
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = process.env
  return process.platform !== 'linux' || DISPLAY + WAYLAND_DISPLAY !== '' || app.commandLine.hasSwitch('ozone-platform')
}
