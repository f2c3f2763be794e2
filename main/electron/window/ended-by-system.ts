import { app, BrowserWindow } from 'electron'

/**
 * Quits at once where the system ends the app, or the terminal it was started from is closed. These
 * signals often reach all of its processes together: a page that is gone can neither close nor be
 * asked about what is typed in it. Ctrl-C, which pages do not hear, quits as the menu does. To be
 * called once Electron is ready, for it takes the place of Electron's own way, which waits for the
 * pages.
 */
export function quitWhenEnded(): void {
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // Chromium tries in vain to start anew what draws, and after a few times would crash before
      // the book is closed.
      app.commandLine.appendSwitch('disable-gpu-process-crash-limit')
      for (const window of BrowserWindow.getAllWindows()) window.destroy()
      app.quit()
    })
  }
}
