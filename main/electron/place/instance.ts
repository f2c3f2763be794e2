import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { hasBook } from '../../book/folder/book-folder.ts'
import { removeCopied } from '../../book/folder/moving.ts'
import { askedFolder, canonicalFolder, instanceFolder } from './book-folder.ts'
import { type DefaultBook, defaultBook, ownPlace, rememberBook } from './book-place.ts'

/**
 * The book to open. `place`: `asked` if the start named it, `default` if not, `unknown` if nothing
 * says where the book that opens by default is. `interrupted`: the folder that a move did not
 * reach.
 */
export interface ClaimedBook {
  readonly folder: string
  readonly place: 'asked' | 'default' | 'unknown'
  readonly interrupted?: string
}

/**
 * Makes this process the one instance on its book, before Electron is ready. Returns the book;
 * undefined if another instance has it open, whose `onSecondStart` then receives its window.
 */
export function claimBook(onSecondStart: (window: BrowserWindow) => void): ClaimedBook | undefined {
  const userData = app.getPath('userData')
  const asked = askedFolder(process)
  const usual = asked === undefined ? defaultBook(userData) : undefined
  const folder = canonicalFolder(asked === undefined ? (usual?.folder ?? ownPlace(userData)) : resolve(asked))
  const own = instanceFolder(userData, folder)
  mkdirSync(own, { recursive: true })
  // Electron's instance lock is in userData: one book, one lock.
  app.setPath('userData', own)
  if (!app.requestSingleInstanceLock()) return undefined
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window !== undefined) onSecondStart(window)
  })
  if (asked !== undefined) return { folder, place: 'asked' }
  if (usual === undefined) return { folder, place: 'unknown' }
  settleMove(userData, usual)
  const isBack = usual.cutOff !== undefined && usual.folder === usual.cutOff.from
  return { folder, place: 'default', ...(isBack && { interrupted: usual.cutOff.to }) }
}

/** Ends a move that was cut off; errors are ignored, and the next start settles it alike. */
function settleMove(userData: string, { folder, cutOff }: DefaultBook): void {
  // With neither folder there, a disk may not be connected: then nothing is settled.
  if (cutOff === undefined || !hasBook(folder)) return
  try {
    rememberBook(userData, folder)
  } catch {
    return
  }
  // A copy to another disk removes the old folder last.
  if (folder === cutOff.to) void removeCopied(cutOff.from, folder).catch(() => undefined)
}
