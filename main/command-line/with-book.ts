import { healthAnswer } from '../answers/health-answer.ts'
import { Book, type BookOptions } from '../book/book.ts'
import { readFolder } from '../book/folder/book-folder.ts'
import { EXIT, type Exit } from './exit.ts'
import { refusedBy, text, voiceOf } from './options.ts'
import type { Context } from './surroundings.ts'

/**
 * Opens the book read-only, even while an app has it open, and runs `work` on it. Returns exit code
 * 3 if the book is damaged, and 1 if it has lines that this version does not know.
 */
export function readingBook(context: Context, work: (book: Book) => Promise<Exit>): Promise<Exit> {
  return openBook(context, Book.read, work)
}

/**
 * Opens the book for writing, and runs `work` on it. Refuses if there is no book, or if another
 * process has it open.
 */
export async function writingBook(context: Context, work: (book: Book) => Promise<Exit>): Promise<Exit> {
  // Check first: opening creates a book, even in a folder named by mistake.
  const folder = readFolder(folderOf(context))
  return folder.ok ? openBook(context, Book.open, work) : refusedBy(context, folder.refusal)
}

/** The folder of the command's book. */
export function folderOf(context: Context): string {
  return context.around.bookFolder(text(context, 'book'))
}

/** The options to open a book with. */
export function bookOptions({ around }: Context): BookOptions {
  return { today: () => around.today(), now: () => around.now(), worker: around.worker }
}

async function openBook(context: Context, open: typeof Book.read, work: (book: Book) => Promise<Exit>): Promise<Exit> {
  const opened = await open(folderOf(context), bookOptions(context))
  if (!opened.ok) return refusedBy(context, opened.refusal)
  const { book } = opened
  try {
    // Print nothing that the journal does not prove; `verify` does its own proof.
    if (context.call.command !== 'verify') await book.proved()
    const exit = await work(book)
    const { state, message } = healthAnswer(await book.checked(), voiceOf(context))
    if (state !== 'damaged' && state !== 'newer') return exit
    // Only the readable part was read: a script must not mistake it for the whole book.
    if (context.call.command !== 'verify') context.terminal.tell(message ?? '')
    return state === 'damaged' ? EXIT.damaged : EXIT.refused
  } finally {
    await book.close()
  }
}
