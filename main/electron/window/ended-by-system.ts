import { app, BrowserWindow } from 'electron'

/**
 * Quits at once when the system ends the app, or its terminal is closed. These signals often reach
 * all of its processes together, and a page that is gone can neither close nor be asked about
 * unsaved input. Ctrl-C, which pages do not receive, quits as the menu does. Call it after `ready`:
 * it replaces Electron's own handling, which waits for the pages.
 */
export function quitWhenEnded(): void {
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Chromium tries in vain to restart its GPU process, and after a few times would crash before
      // the book is closed.
      app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
      for (const window of BrowserWindow.getAllWindows()) window.destroy()
      app.quit()
    })
  }
}
