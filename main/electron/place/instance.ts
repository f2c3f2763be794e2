import { mkdirSync } from 'node:fs'
import { app, BrowserWindow } from 'electron'
import { chosenBookFolder, instanceFolder } from './book-folder.ts'

/**
 * Makes this process the one instance on its book, before Electron is ready, and gives back the
 * book's folder. Undefined: another instance has the book open. It has been told, and comes to the
 * front.
 */
export function claimBook(): string | undefined {
  const userData = app.getPath('userData')
  const book = chosenBookFolder({ argv: process.argv, env: process.env, cwd: process.cwd(), userData })
  const own = instanceFolder(userData, book)
  mkdirSync(own, { recursive: true })
  // Electron's instance lock lies in userData: one book, one lock.
  app.setPath('userData', own)
  if (!app.requestSingleInstanceLock()) return undefined
  app.on('second-instance', bringToFront)
  return book
}

function bringToFront(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
