import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { LARGEST_PAPER_BYTES } from '../../shared/printed-statement/printed-statement.ts'
import { say } from '../../shared/words/say.ts'
import { reasonOf } from '../book/faults/store-refusal.ts'
import { checkPaper } from '../printed-statement/check-paper.ts'
import { EXIT, type Exit } from './exit.ts'
import { voiceOf } from './options.ts'
import type { Context } from './surroundings.ts'
import { printable } from './terminal.ts'
import { readingBook } from './with-book.ts'

/**
 * `verify --statement`: says whether this book printed a file, and whether what it covers changed.
 */
export async function verifyPaper(context: Context, file: string): Promise<Exit> {
  const { terminal, around } = context
  const path = resolve(around.cwd, file)
  const unreadable = (message: string): Promise<Exit> =>
    terminal.refuse({ code: 'unreadable-statement', message, field: 'statement' })
  let bytes: Uint8Array
  try {
    const { size } = await stat(path)
    if (size > LARGEST_PAPER_BYTES) return unreadable(say('check-statement.too-large', { file }, voiceOf(context)))
    bytes = await readFile(path)
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).syscall === undefined) throw problem
    return unreadable(say('terminal.import.no-file', { file, reason: reasonOf(problem) }))
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return readingBook(context, async book => {
    const check = await checkPaper(book, { sha256 }, around.locale)
    await terminal.answer(check, printable(check.message))
    return check.result === 'damaged' ? EXIT.damaged : check.result === 'foreign' ? EXIT.refused : EXIT.fine
  })
}
