import type { BrowserWindow } from 'electron'
import { type Pushes, pushChannel } from '../../../shared/api/bridge.ts'
import type { Book } from '../../book/book.ts'

/** Pushes something to the page by name; does nothing if the window is gone. */
export function push<N extends keyof Pushes>(window: BrowserWindow, name: N, what: Pushes[N]): void {
  if (!window.isDestroyed()) window.webContents.send(pushChannel(name), what)
}

/**
 * Pushes `changed` after every transaction of the book, and without contracts when its health
 * changes, so that screens read again.
 */
export function pushChanges(book: Book, window: BrowserWindow): void {
  book.onChanged(change => push(window, 'changed', change))
  book.onHealth(() => pushUnnamed(book, window))
}

/** Pushes `changed` without contracts: screens read again what they show of the book as a whole. */
export function pushUnnamed(book: Book, window: BrowserWindow): void {
  push(window, 'changed', { position: book.info().position, contractIds: [], accountIds: [], book: true })
}
