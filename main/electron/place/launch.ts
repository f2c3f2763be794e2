import { spawn } from 'node:child_process'
import { app } from 'electron'

/** Switches that say how this instance runs, and that one started beside it must share. */
const SHARED_SWITCHES = ['no-sandbox', 'user-data-dir', 'ozone-platform']

/**
 * Starts the app once more, on the book in `folder`, beside this one. A book that is open already
 * comes to the front.
 */
export function launchBook(folder: string): void {
  const own = app.isPackaged ? [] : [app.getAppPath()]
  const shared = SHARED_SWITCHES.filter(name => app.commandLine.hasSwitch(name)).map(name => {
    const value = app.commandLine.getSwitchValue(name)
    return value === '' ? `--${name}` : `--${name}=${value}`
  })
  // One argument, for Chromium sorts switches before the rest.
  spawn(process.execPath, [...own, ...shared, `--book=${folder}`], { detached: true, stdio: 'ignore' }).unref()
}
