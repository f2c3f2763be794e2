import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { StatementFormat } from '../../../shared/reconcile/statement.ts'
import type { Book } from '../../book/book.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { type BadRow, type GoodRow, isGood } from '../read/row.ts'
import { type BookBalance, balanceOf } from './balance.ts'
import { DayNumbers, readBookSide, type StatementSpan, standingNear } from './book-side.ts'
import { placeById } from './by-id.ts'
import { ContractFinder } from './contract-finder.ts'
import { countsOf, type MatchedRow, matchedRows, type RowCounts } from './matched-rows.ts'
import type { Movement } from './movement.ts'
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

/** A statement matched with the book. */
export interface Matching extends BookBalance, RowCounts {
  /** In the file's order. */
  readonly rows: readonly MatchedRow[]
  /** The lines of the rows that can be applied, in the order in which they happened. */
  readonly order: readonly number[]
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

/** The rows of a statement to match. */
export interface MatchRequest {
  readonly rows: readonly (GoodRow | BadRow)[]
  readonly format: StatementFormat
  readonly header: readonly string[]
  readonly today: IsoDate
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
  const { rows, format, header, today } = request
  const days = new DayNumbers()
  const readable = placeUnreadable(rows)
  const good = readable.rest
  await slices.next()
  const side = await readBookSide(book, new Set(good.map(({ id }) => id)), slices)
  const together =
    format === 'escrowbook'
      ? await placeOwnRows(good, { header, side, days, slices })
      : await rowsTogether(good, slices)
  await slices.next()
  const dates = datesOf(good)
  const span = dates && spanOf(good, dates, days)
  const near = span === undefined ? [] : await standingNear(side, span, slices)
  const finder = new ContractFinder(side.contracts)
  const placed = [
    ...readable.placed,
    ...(await throughStages(together, { book, side, near, finder, days, today, slices })),
  ]
  const balance = await balanceOf({ format, good, movements: together.rest, placed, side, span, near, slices })
  const matched = matchedRows(rows, placed, balance.effects)
  return {
    rows: matched,
    ...countsOf(matched),
    order: together.rest.map(({ main }) => main.line),
    from: dates?.from ?? null,
    to: dates?.to ?? null,
    ...balance,
  }
}

function placeUnreadable(rows: readonly (GoodRow | BadRow)[]): Staged<GoodRow> {
  const placed = rows.flatMap(row =>
    isGood(row) ? [] : [placedAlone(row, { state: 'bad', problem: row.problem, sure: false })],
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
