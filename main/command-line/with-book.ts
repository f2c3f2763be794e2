import { healthAnswer } from '../answers/health-answer.ts'
import { Book, type BookOptions } from '../book/book.ts'
import { readFolder } from '../book/folder/book-folder.ts'
import { EXIT, type Exit } from './exit.ts'
import { refusedBy, text, voiceOf } from './options.ts'
import type { Context } from './surroundings.ts'

/**
 * Opens the book only to read it, beside an app that has it open, and does something with it. Ends
 * with 3 where the book turns out to be damaged.
 */
export function readingBook(context: Context, work: (book: Book) => Promise<Exit>): Promise<Exit> {
  return openBook(context, Book.read, work)
}

/**
 * Opens the book to write it, and does something with it. Refuses where there is none, and where
 * another process has it.
 */
export async function writingBook(context: Context, work: (book: Book) => Promise<Exit>): Promise<Exit> {
  // Opening would make a book in any folder that is named by mistake.
  const place = readFolder(folderOf(context))
  return place.ok ? openBook(context, Book.open, work) : refusedBy(context, place.refusal)
}

/** The folder of the book that the call is about. */
export function folderOf(context: Context): string {
  return context.around.bookFolder(text(context, 'book'))
}

/** What a book is opened with. */
export function bookOptions({ around }: Context): BookOptions {
  return { today: () => around.today(), now: () => around.now(), worker: around.worker }
}

async function openBook(context: Context, open: typeof Book.read, work: (book: Book) => Promise<Exit>): Promise<Exit> {
  const opened = await open(folderOf(context), bookOptions(context))
  if (!opened.ok) return refusedBy(context, opened.refusal)
  const { book } = opened
  try {
    const exit = await work(book)
    const { state, message } = healthAnswer(await book.checked(), voiceOf(context))
    if (state !== 'damaged') return exit
    // What was read is what could be: a script must not take it for the whole.
    if (context.call.command !== 'verify') context.terminal.tell(message ?? '')
    return EXIT.damaged
  } finally {
    await book.close()
  }
}
