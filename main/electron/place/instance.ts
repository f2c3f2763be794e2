import { mkdirSync } from 'node:fs'
import { app, BrowserWindow } from 'electron'
import { chosenBookFolder, instanceFolder } from './book-folder.ts'

/**
 * Makes this process the one instance on its book, before Electron is ready. Returns the book's
 * folder; undefined if another instance has the book open, whose `onSecondStart` then receives its
 * window.
 */
export function claimBook(onSecondStart: (window: BrowserWindow) => void): string | undefined {
  const userData = app.getPath('userData')
  const book = chosenBookFolder({ argv: process.argv, env: process.env, cwd: process.cwd(), userData })
  const own = instanceFolder(userData, book)
  mkdirSync(own, { recursive: true })
  // Electron's instance lock is in userData: one book, one lock.
  app.setPath('userData', own)
  if (!app.requestSingleInstanceLock()) return undefined
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window !== undefined) onSecondStart(window)
  })
  return book
}
