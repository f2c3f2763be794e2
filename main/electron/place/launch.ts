import { spawn } from 'node:child_process'
import { app } from 'electron'
import { programFile } from './program-file.ts'

/** The switches that decide how this instance runs; an instance started from it must share them. */
const SHARED_SWITCHES = ['no-sandbox', 'user-data-dir', 'ozone-platform']

/**
 * Starts another instance of the app on the book in `folder`. If that book is already open, its
 * window comes to the front.
 */
export function launchBook(folder: string): void {
  const own = app.isPackaged ? [] : [app.getAppPath()]
  const shared = SHARED_SWITCHES.filter(name => app.commandLine.hasSwitch(name)).map(name => {
    const value = app.commandLine.getSwitchValue(name)
    return value === '' ? `--${name}` : `--${name}=${value}`
  })
  // Pass one argument: Chromium sorts switches before the rest.
  spawn(programFile(), [...own, ...shared, `--book=${folder}`], { detached: true, stdio: 'ignore' }).unref()
}

/** Starts this app again as it was started, once it has ended. */
export function relaunch(): void {
  app.relaunch({ execPath: programFile() })
}
