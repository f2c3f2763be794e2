import type { ImportRow } from '../../shared/api/imports.ts'
import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { answerError } from '../answers/refusal-answer.ts'
import type { Book, RecordedImport } from '../book/book.ts'
import type { EntryMoves } from '../book/index/record-index.ts'
import { mustNotBeClosed } from '../escrow/rules/period.ts'
import { refuse } from '../escrow/rules/verdict.ts'
import { Slices } from '../scheduling/slices.ts'
import { pageOf } from './page.ts'

/** Answers the query `imports`: a page of the imports, the latest first. */
export async function importRows(
  book: Book,
  query: QueryOf<'imports'>,
  locale: string,
): Promise<QueryValues['imports']> {
  const lines = (await book.importLines()).toReversed()
  const page = pageOf(lines, query)
  const imports = new Map((await book.imports(page.toReversed())).map(each => [each.import, each]))
  const found = page.flatMap(line => imports.get(line) ?? [])
  const waiting = await waitingIn(book, found)
  const moves = await book.moves()
  const rows = found.map(each => {
    const blocked = blockedBy(each, moves, book.closedUntil)
    return {
      ...rowOf(each, waiting.get(each.import) ?? 0),
      ...(blocked && {
        blocked: { code: blocked.code, message: answerError(blocked, { locale, decimals: 2 }).message },
      }),
    }
  })
  return { total: lines.length, rows }
}

/** The refusal that taking an import back would certainly meet; undefined if none is certain. */
function blockedBy(
  { import: line, kept, takenBack, records }: RecordedImport,
  moves: EntryMoves,
  closedUntil: IsoDate | null,
): Refusal | undefined {
  if (kept === undefined) return refuse('unknown-import', { line }, { variant: 'earlier' })
  if (takenBack !== undefined || closedUntil === null) return undefined
  for (const { entry } of records) {
    const today = entry === null ? 0 : moves.today(entry)
    const closed = moves.isStandingMove(today)
      ? mustNotBeClosed(moves.dayOf(today), closedUntil, { variant: 'correct' })
      : undefined
    if (closed !== undefined) return { ...closed, entry: today }
  }
  return undefined
}

function rowOf({ import: line, at, by, kept, records, takenBack }: RecordedImport, open: number): ImportRow {
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
    ...(takenBack && { takenBack }),
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
