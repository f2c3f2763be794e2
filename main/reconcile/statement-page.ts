import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryOf } from '../../shared/api/queries.ts'
import type { StatementMatch, StatementPart } from '../../shared/reconcile/statement.ts'
import type { Book } from '../book/book.ts'
import type { Slices } from '../scheduling/slices.ts'
import type { MatchedRow } from './match/matched-rows.ts'
import type { ReadStatement } from './read-statement.ts'
import { afterInWords, onlyInWords, partInWords, rowInWords } from './words.ts'

/** The page of a matched statement that a query asks for, in words. */
export async function statementPage(
  { id, recognised, asks, header, columns, words, matching, tickable, after }: ReadStatement,
  { offset = 0, limit = PAGE_LIMIT, state, folded = false }: QueryOf<'match-statement'>,
  { book, locale, slices }: { readonly book: Book; readonly locale: string; readonly slices: Slices },
): Promise<StatementMatch> {
  const rows = matching.rows.filter(
    row => (state === undefined || row.state === state) && !(folded && row.partOf !== undefined),
  )
  const page = rows.slice(offset, offset + limit)
  const parts = folded ? partsOf(page, matching.rows) : undefined
  return {
    statement: id,
    recognised,
    asks,
    header,
    columns,
    words,
    from: matching.from,
    to: matching.to,
    counts: matching.counts,
    moves: matching.moves,
    total: rows.length,
    rows: await inSequence(
      page,
      async row => ({
        ...(await rowInWords(book, row, locale)),
        ...(parts && { parts: parts.get(row.row.line) ?? [] }),
      }),
      slices,
    ),
    tickable,
    onlyInBookTotal: matching.onlyInBook.length,
    onlyInBookElsewhere: matching.onlyInBook.length - matching.elsewhereFrom,
    onlyInBook: await inSequence(
      matching.onlyInBook
        .slice(offset, offset + limit)
        .map((entry, index) => ({ entry, elsewhere: offset + index >= matching.elsewhereFrom })),
      ({ entry, elsewhere }) => onlyInWords(book, entry, elsewhere, locale),
      slices,
    ),
    balance: matching.balance,
    after: afterInWords(await after(), locale),
  }
}

/**
 * The rows that belong to the rows of a page, in the file's order, by the line of the row they
 * belong to.
 */
function partsOf(
  page: readonly MatchedRow[],
  all: readonly MatchedRow[],
): ReadonlyMap<number, readonly StatementPart[]> {
  const parts = new Map<number, StatementPart[]>(page.map(({ row }) => [row.line, []]))
  for (const { row, partOf } of all) if (partOf !== undefined) parts.get(partOf)?.push(partInWords(row))
  return parts
}

/** Sequential: reading them all at once would block the thread for longer than a slice. */
async function inSequence<T, U>(items: readonly T[], make: (item: T) => Promise<U>, slices: Slices): Promise<U[]> {
  const made: U[] = []
  for (const item of items) {
    made.push(await make(item))
    await slices.next()
  }
  return made
}
