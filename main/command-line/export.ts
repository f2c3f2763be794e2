import { type QueryOf, querySchema } from '../../shared/api/queries.ts'
import type { Book } from '../book/book.ts'
import { exported, unknownContract } from '../export/export.ts'
import { exportText } from '../export/export-text.ts'
import { deliver } from './delivery.ts'
import { EXIT, type Exit } from './exit.ts'
import { parsed, refusedBy, text, wrongUse } from './options.ts'
import type { Context } from './surroundings.ts'
import { readingBook } from './with-book.ts'

/**
 * `export`: writes the book, one contract or a period in one of the formats, to stdout or a file.
 */
export async function exportBook(context: Context): Promise<Exit> {
  const [format, contractId, from, to] = ['format', 'contract', 'from', 'to'].map(name => text(context, name))
  const query = parsed(querySchema, { type: 'export', format, contractId, from, to })
  if (!query.ok) return wrongUse(context, query.refusal)
  const asked = query.value
  if (asked.type !== 'export') throw new Error('another query was asked')
  return readingBook(context, async book => {
    if (!context.terminal.json || text(context, 'output') !== undefined) return stream(context, book, asked)
    const answer = await exportText(book, asked, context.around.today(), context.around.now())
    if (!answer.ok) return refusedBy(context, answer.refusal)
    await context.terminal.answer(answer.value, answer.value.text)
    return EXIT.fine
  })
}

async function stream(context: Context, book: Book, query: QueryOf<'export'>): Promise<Exit> {
  const unknown = unknownContract(book, query)
  return unknown === undefined ? deliver(context, piecesOf(context, book, query)) : refusedBy(context, unknown)
}

async function* piecesOf(
  { around, terminal }: Context,
  book: Book,
  query: QueryOf<'export'>,
): AsyncGenerator<string | Uint8Array> {
  for await (const { text: piece, done, total } of exported(book, {
    ...query,
    today: around.today(),
    now: around.now(),
  })) {
    yield piece
    terminal.progress(done, total)
  }
}
