import type { ImportRow } from '../../shared/api/imports.ts'
import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { Book, RecordedImport } from '../book/book.ts'
import { Slices } from '../scheduling/slices.ts'
import { pageOf } from './page.ts'

/** Answers the query `imports`: a page of the imports, the latest first. */
export async function importRows(book: Book, query: QueryOf<'imports'>): Promise<QueryValues['imports']> {
  const lines = (await book.importLines()).toReversed()
  const page = pageOf(lines, query)
  const imports = new Map((await book.imports(page.toReversed())).map(each => [each.import, each]))
  const found = page.flatMap(line => imports.get(line) ?? [])
  const waiting = await waitingIn(book, found)
  return { total: lines.length, rows: found.map(each => rowOf(each, waiting.get(each.import) ?? 0)) }
}

function rowOf({ import: line, at, by, kept, records }: RecordedImport, open: number): ImportRow {
  const entries = records.filter(({ type }) => type !== 'annotate' && type !== 'reverse')
  return {
    import: line,
    at,
    ...(by !== undefined && { by }),
    file: kept?.file ?? null,
    format: kept?.format ?? null,
    from: kept?.from ?? null,
    to: kept?.to ?? null,
    // The last record of each row has its id.
    recorded: kept?.recorded ?? entries.filter(({ reference }) => reference !== undefined).length,
    annotated: kept?.annotated ?? records.filter(({ type }) => type === 'annotate').length,
    reversed: kept?.reversed ?? records.filter(({ type }) => type === 'reverse').length,
    left: kept === undefined ? 0 : kept.ignored + kept.left.length,
    open,
  }
}

/** The number of rows of each import that are neither in the book nor in a later import. */
async function waitingIn(book: Book, imports: readonly RecordedImport[]): Promise<ReadonlyMap<number, number>> {
  const rows = await book.importedRows()
  const waiting = new Map(
    imports.flatMap(({ import: line, kept }) =>
      (kept?.open ?? []).filter(id => rows.leftBy(id)?.import === line).map(id => [id, line] as const),
    ),
  )
  if (waiting.size === 0) return new Map()
  const moves = await book.moves()
  const slices = new Slices()
  for (const { id } of book.contracts()) {
    for (const { entry, reference } of book.annotations(id))
      if (reference !== undefined && moves.isStanding(entry)) waiting.delete(reference.trim())
    if (slices.areOver) await slices.next()
  }
  const counts = new Map<number, number>()
  for (const line of waiting.values()) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}
