import { type IsoDate, isoDate } from '../../../shared/dates/calendar.ts'
import type { StatementFormat } from '../../../shared/reconcile/statement.ts'
import type { Book } from '../../book/book.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { type BadRow, type GoodRow, isGood } from '../read/row.ts'
import { RowIds } from '../read/row-ids.ts'
import { type BookBalance, balanceOf } from './balance.ts'
import { DayNumbers, readBookSide, type StatementSpan, standingNear } from './book-side.ts'
import { placeById } from './by-id.ts'
import { doubt } from './decision.ts'
import { countsOf, type MatchedRow, matchedRows, type RowCounts } from './matched-rows.ts'
import type { Movement } from './movement.ts'
import { BookNames } from './names.ts'
import { placeAsNew } from './new-movements.ts'
import { placeOwnRows } from './own-rows.ts'
import { proposeByAmount } from './proposals.ts'
import { rowsTogether } from './rows-together.ts'
import {
  type Placed,
  placedAlone,
  type Stage,
  type StageContext,
  type Staged,
  takenBy,
  type Unplaced,
} from './stage.ts'
import { type Decisions, Ticks } from './ticks.ts'

/** A statement matched with the book. */
export interface Matching extends BookBalance, RowCounts {
  /** In the file's order. */
  readonly rows: readonly MatchedRow[]
  /** The lines of the rows that can be applied, in the order in which they happened. */
  readonly order: readonly number[]
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

/** The rows of a statement to match, and the decisions about them so far. */
export interface MatchRequest {
  readonly rows: readonly (GoodRow | BadRow)[]
  readonly format: StatementFormat
  readonly header: readonly string[]
  readonly today: IsoDate
  readonly decisions: Decisions
}

/**
 * The stages that place movements, the most certain first. An entry taken by one is no longer free
 * for the next; the last stage places everything that is left.
 */
const STAGES: readonly Stage[] = [placeById, proposeByAmount, placeAsNew]

/**
 * Matches a statement's rows with the book, in slices: first places the rows that move no money and
 * combines the others into movements, which then go through `STAGES`. Every row is placed once.
 */
export async function match(book: Book, request: MatchRequest, slices: Slices): Promise<Matching> {
  const { rows, format, header, today, decisions } = request
  const days = new DayNumbers()
  const readable = placeUnreadable(rows)
  const good = readable.rest
  await slices.next()
  const together =
    format === 'escrowbook'
      ? await placeOwnRows(good, { header, moves: await book.moves(), days, slices })
      : withProvingIds(await rowsTogether(good, slices))
  await slices.next()
  const movements = together.rest
  const imported = await book.importedRows()
  const side = await readBookSide(book, idsOf(movements), slices)
  await slices.next()
  const dates = datesOf(good)
  const span = dates && spanOf(good, dates, days)
  const near = span === undefined ? [] : await standingNear(side, span, slices)
  const placed = [
    ...readable.placed,
    ...(await throughStages(together, {
      book,
      side,
      near,
      names: new BookNames(side.contracts),
      days,
      today,
      ticks: new Ticks(decisions),
      left: id => dayOf(imported.leftBy(id)?.at),
      recordedFrom: id => imported.entriesFrom(id),
      slices,
    })),
  ]
  const balance = await balanceOf({ format, good, movements, placed, side, span, near, slices })
  const matched = matchedRows(rows, placed, balance.effects)
  return {
    rows: matched,
    ...countsOf(matched),
    order: movements.map(({ main }) => main.line),
    from: dates?.from ?? null,
    to: dates?.to ?? null,
    ...balance,
  }
}

/** The day of a moment (ISO 8601). */
const dayOf = (at: string | undefined): IsoDate | undefined => (at === undefined ? undefined : isoDate(at.slice(0, 10)))

/** The ids of movements, and the words that several of them have for one. */
function idsOf(movements: readonly Movement[]): ReadonlySet<string> {
  return new Set(movements.flatMap(({ main, parts }) => [main.word, ...[main, ...parts].map(({ id }) => id)]))
}

/**
 * An id that several movements have is none: it becomes a word like others, and the movement gets
 * an id made from its cells.
 */
function withProvingIds({ placed, rest }: Staged<Movement>): Staged<Movement> {
  const count = new Map<string, number>()
  for (const { main, parts } of rest)
    for (const id of new Set([main, ...parts].map(row => row.id))) count.set(id, (count.get(id) ?? 0) + 1)
  const madeIds = new RowIds()
  const proving = (row: GoodRow): GoodRow =>
    row.word !== '' && (count.get(row.id) ?? 0) > 1 ? { ...row, id: madeIds.of(row.cells) } : row
  return { placed, rest: rest.map(each => ({ ...each, main: proving(each.main), parts: each.parts.map(proving) })) }
}

function placeUnreadable(rows: readonly (GoodRow | BadRow)[]): Staged<GoodRow> {
  const placed = rows.flatMap(row =>
    isGood(row) ? [] : [placedAlone(row, { state: 'bad', evidence: [doubt(row.problem)], sure: false })],
  )
  return { placed, rest: rows.filter(isGood) }
}

async function throughStages(
  { placed: before, rest: movements }: Staged<Movement>,
  context: Omit<StageContext, 'earlier' | 'taken'>,
): Promise<readonly Placed[]> {
  let earlier: readonly Placed[] = []
  let rest: readonly Unplaced[] = movements.map(movement => ({ movement }))
  for (const stage of STAGES) {
    if (rest.length === 0) break
    const taken = takenBy([...before, ...earlier])
    const staged = await stage(rest, { ...context, earlier, taken })
    earlier = [...earlier, ...staged.placed]
    rest = staged.rest
  }
  return [...before, ...earlier]
}

interface Dates {
  readonly from: IsoDate
  readonly to: IsoDate
}

function datesOf(good: readonly GoodRow[]): Dates | undefined {
  const [first] = good
  if (first === undefined) return undefined
  let [from, to] = [first.on, first.on]
  for (const { on } of good) {
    if (on < from) from = on
    if (on > to) to = on
  }
  return { from, to }
}

const spanOf = (good: readonly GoodRow[], { from, to }: Dates, days: DayNumbers): StatementSpan => ({
  from: days.of(from),
  to: days.of(to),
  currencies: new Set(good.map(({ currency }) => currency)),
})
