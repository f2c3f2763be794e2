import { app } from 'electron'

/**
 * True if a window can be shown. On Linux the desktop's variables say so; without a screen,
 * Chromium would crash.
 */
export function hasScreen(): boolean {
  const { DISPLAY = '', WAYLAND_DISPLAY = '' } = process.env
  return process.platform !== 'linux' || DISPLAY + WAYLAND_DISPLAY !== '' || app.commandLine.hasSwitch('ozone-platform')
}
