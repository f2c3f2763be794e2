import { spawn } from 'node:child_process'
import { app } from 'electron'

/** Starts the app once more, on the book in `folder`, beside this one. A book that is open already comes to the front. */
export function launchBook(folder: string): void {
  const own = app.isPackaged ? [] : [app.getAppPath()]
  const sandbox = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : []
  spawn(process.execPath, [...own, ...sandbox, '--book', folder], { detached: true, stdio: 'ignore' }).unref()
}
