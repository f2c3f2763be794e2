import { Book, type BookOptions } from '../book/book.ts'
import { readFolder } from '../book/folder/book-folder.ts'
import { EXIT, type Exit } from './exit.ts'
import { refusedBy, text } from './options.ts'
import type { Desk } from './surroundings.ts'

/**
 * Opens the book only to read it, beside an app that has it open, and does something with it. Ends
 * with 3 where the book turns out to be damaged.
 */
export function readingBook(desk: Desk, work: (book: Book) => Promise<Exit>): Promise<Exit> {
  return openBook(desk, Book.read, work)
}

/**
 * Opens the book to write it, and does something with it. Refuses where there is none, and where
 * another process has it.
 */
export async function writingBook(desk: Desk, work: (book: Book) => Promise<Exit>): Promise<Exit> {
  // Opening would make a book in any folder that is named by mistake.
  const place = readFolder(folderOf(desk))
  return place.ok ? openBook(desk, Book.open, work) : refusedBy(desk, place.refusal)
}

/** The folder of the book that the call is about. */
export function folderOf(desk: Desk): string {
  return desk.around.bookFolder(text(desk, 'book'))
}

/** What a book is opened with. */
export function bookOptions({ around }: Desk): BookOptions {
  return { today: () => around.today(), now: () => around.now(), worker: around.worker }
}

async function openBook(desk: Desk, open: typeof Book.read, work: (book: Book) => Promise<Exit>): Promise<Exit> {
  const opened = await open(folderOf(desk), bookOptions(desk))
  if (!opened.ok) return refusedBy(desk, opened.refusal)
  const { book } = opened
  try {
    const exit = await work(book)
    const { state, message } = await book.checked()
    if (state !== 'damaged') return exit
    // What was read is what could be: a script must not take it for the whole.
    if (desk.call.command !== 'verify') desk.terminal.tell(message ?? '')
    return EXIT.damaged
  } finally {
    await book.close()
  }
}
