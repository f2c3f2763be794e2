import { app, type BrowserWindow } from 'electron'

/** Windows that were not shown yet, and whether they still will be. */
const hidden = new WeakMap<BrowserWindow, 'loading' | 'withheld'>()

/** Shows a new window once its page is ready, maximized if asked, unless it is withheld by then. */
export function showWhenReady(window: BrowserWindow, maximized: boolean): void {
  hidden.set(window, 'loading')
  const show = (): void => {
    if (window.isDestroyed() || hidden.get(window) !== 'loading') return
    hidden.delete(window)
    if (maximized) window.maximize()
    window.show()
  }
  window.once('ready-to-show', show)
  // Under Wayland `ready-to-show` may never come for a hidden window.
  window.webContents.once('did-finish-load', show)
}

/** Keeps a window hidden for good: it has nothing to show, since its book cannot be opened. */
export function withhold(window: BrowserWindow): void {
  hidden.set(window, 'withheld')
  window.hide()
}

/** Brings a window to the front; what the app shows instead of it if it is withheld. */
export function bringToFront(window: BrowserWindow): void {
  const state = hidden.get(window)
  if (state === 'withheld') app.focus()
  // One that is loading comes up by itself.
  if (state !== undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
