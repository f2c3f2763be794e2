import type { BrowserWindow } from 'electron'
import { type Pushes, pushChannel } from '../../../shared/api/bridge.ts'
import type { Book } from '../../book/book.ts'

/** Tells the page something by name; a window that is gone is not told. */
export function push<N extends keyof Pushes>(window: BrowserWindow, name: N, what: Pushes[N]): void {
  if (!window.isDestroyed()) window.webContents.send(pushChannel(name), what)
}

/**
 * One `changed` push after every transaction of the book, and one without contracts when its health
 * changes, so that screens ask again.
 */
export function pushChanges(book: Book, window: BrowserWindow): void {
  book.onChanged(change => push(window, 'changed', change))
  book.onHealth(() => pushUnnamed(book, window))
}

/**
 * A `changed` push that names no contract: what the screens show of the book as a whole is asked
 * for again.
 */
export function pushUnnamed(book: Book, window: BrowserWindow): void {
  push(window, 'changed', { position: book.info().position, contractIds: [] })
}
