import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import { exported, exportName, unknownContract } from './export.ts'

/** The largest text returned as an answer: 8 MB in UTF-8. Larger exports are saved to a file. */
const LARGEST_TEXT_BYTES = 8 * 1024 * 1024

/** Answers the query `export`. Refuses `unknown-contract`, and `export-too-large` over 8 MB. */
export async function exportText(
  book: Book,
  query: QueryOf<'export'>,
  today: IsoDate,
  now: Date,
): Promise<Outcome<QueryValues['export']>> {
  await book.proved()
  const unknown = unknownContract(book, query)
  if (unknown !== undefined) return refused(unknown)
  const pieces: string[] = []
  let bytes = 0
  for await (const { text } of exported(book, { ...query, today, now })) {
    bytes += Buffer.byteLength(text)
    if (bytes > LARGEST_TEXT_BYTES) return refused({ code: 'export-too-large', params: {} })
    pieces.push(text.toString())
  }
  return accepted({ filename: exportName(query), text: pieces.join('') })
}
