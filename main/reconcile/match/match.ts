import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { ZERO } from '../../../shared/money/money.ts'
import { ROW_STATES, type RowState, type StatementFormat } from '../../../shared/reconcile/statement.ts'
import type { Book } from '../../book/book.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { type BadRow, type GoodRow, isGood } from '../read/row.ts'
import { type BookBalance, balanceOf } from './balance.ts'
import { type BookSide, DayNumbers, readBookSide, type StandingEntry, standingNear } from './book-side.ts'
import { type Matched, matchById } from './by-id.ts'
import { ContractFinder } from './contract-finder.ts'
import { offerCorrections } from './corrections.ts'
import { feeDifference } from './effects.ts'
import { type Found, type MatchedRow, take } from './matched-row.ts'
import { type Movement, movementsIn } from './movements.ts'
import { ownMovements } from './own-rows.ts'
import { paired } from './pairing.ts'
import { type Prospect, Prospects } from './prospects.ts'

/**
 * A statement beside the book. Rows are in the file's order; `order` has the lines of rows that can
 * be applied as they happened.
 */
export interface Matching extends BookBalance {
  readonly rows: readonly MatchedRow[]
  readonly counts: Readonly<Record<RowState, number>>
  /** Without the rows that belong to another. */
  readonly moves: Readonly<Record<RowState, number>>
  readonly order: readonly number[]
  readonly from: IsoDate | null
  readonly to: IsoDate | null
}

/** What a statement's rows are put beside. */
export interface MatchRequest {
  readonly rows: readonly (GoodRow | BadRow)[]
  readonly format: StatementFormat
  readonly header: readonly string[]
  readonly today: IsoDate
}

/**
 * Puts a statement's rows beside the book, in slices of a few milliseconds. By transaction id
 * first; then, as proposals, by amount and within five days; never by these alone without being
 * asked (exports.md). The rest becomes the commands it would take, tried by the real rules in the
 * order in which it happened.
 */
export async function match(book: Book, request: MatchRequest, slices: Slices): Promise<Matching> {
  const good = request.rows.filter(isGood)
  const days = new DayNumbers()
  const isOwn = request.format === 'escrowbook'
  const found = new Map<number, Found>()
  for (const row of request.rows)
    if (!isGood(row)) found.set(row.line, { state: 'bad', problem: row.problem, sure: false })
  await slices.next()
  const side = await readBookSide(book, new Set(good.map(({ id }) => id)), slices)
  const used = new Map<number, unknown>()
  const movements = isOwn
    ? await ownMovements({ good, header: request.header, side, days, found, used, slices })
    : await movementsOf(good, found, slices)
  await slices.next()
  const rest = await matchById(movements, side, { found, used, slices })
  await offerCorrections(book, found, side, slices)
  const dates = spanOf(good)
  const span =
    dates === undefined
      ? undefined
      : { from: days.of(dates.from), to: days.of(dates.to), currencies: new Set(good.map(({ currency }) => currency)) }
  const near = span === undefined ? [] : await standingNear(side, span, slices)
  if (rest.length > 0) {
    const finder = new ContractFinder(side.contracts)
    await finder.ready(slices)
    const left = await propose(rest, { book, near, side, finder, found, used, days, slices })
    const matched = new Set(movements)
    for (const movement of rest) matched.delete(movement)
    const seen = new Map([...matched].map(({ main }) => [main.id, main.line]))
    await offerNew(left, { finder, found, seen, today: request.today, slices })
  }
  const balance = await balanceOf({ format: request.format, good, movements, side, used, found, span, near, slices })
  return {
    rows: request.rows.map(row => ({
      row,
      ...(found.get(row.line) ?? { state: 'ignored' as const, sure: false }),
      effect: balance.effects.get(row.line) ?? ZERO,
    })),
    ...countsOf(found, request.rows.length),
    order: movements.map(({ main }) => main.line),
    from: dates?.from ?? null,
    to: dates?.to ?? null,
    ...balance,
  }
}

async function movementsOf(
  good: readonly GoodRow[],
  found: Map<number, Found>,
  slices: Slices,
): Promise<readonly Movement[]> {
  const { movements, leftOut } = await movementsIn(good, slices)
  for (const [line, problem] of leftOut) found.set(line, { state: 'ignored', problem, sure: false })
  return movements
}

interface Proposing extends Matched {
  readonly book: Book
  readonly near: readonly number[]
  readonly side: BookSide
  readonly finder: ContractFinder
  readonly days: DayNumbers
}

/**
 * Takes what is like an entry without a reference as a proposal: a person says whether it is the
 * same. Gives back the rest, with the entry that is like it under another id.
 */
async function propose(
  movements: readonly Movement[],
  { book, near, side, finder, found, used, days, slices }: Proposing,
): Promise<readonly Prospect[]> {
  const hasReference = ({ entry, contract }: StandingEntry): boolean =>
    book.annotations(contract.id).some(each => each.entry === entry && each.reference !== undefined)
  const { pairs, clashes } = await paired(movements, { near, side, used, finder, hasReference, days, slices })
  const rest: Prospect[] = []
  for (const movement of movements) {
    if (slices.areOver) await slices.next()
    const entry = pairs.get(movement)
    if (entry === undefined) {
      rest.push({ movement, like: clashes.get(movement) })
      continue
    }
    used.set(entry.entry, movement)
    const fees = feeDifference(entry.move, movement)
    const apart = Math.abs(entry.day - days.of(movement.main.on))
    take(found, movement, {
      state: 'proposed',
      entry: entry.entry,
      contractId: entry.contract.id,
      command: { type: 'annotate', contractId: entry.contract.id, entry: entry.entry, reference: movement.main.id },
      problem:
        fees === undefined
          ? { key: 'statement.proposed', params: { days: apart } }
          : {
              key: 'statement.proposed.fee',
              params: { days: apart, book: { money: fees.book }, statement: { money: fees.statement } },
            },
      sure: false,
    })
  }
  return rest
}

interface OfferingNew {
  readonly finder: ContractFinder
  readonly found: Map<number, Found>
  /** The line of the first row with an id. */
  readonly seen: Map<string, number>
  readonly today: IsoDate
  readonly slices: Slices
}

/**
 * What is left is new: the commands it would take, tried on the contracts as the ones before leave
 * them.
 */
async function offerNew(left: readonly Prospect[], { finder, found, seen, today, slices }: OfferingNew): Promise<void> {
  const prospects = new Prospects(finder, today)
  for (const prospect of left) {
    const { main } = prospect.movement
    const twin = main.hasOwnId ? seen.get(main.id) : undefined
    if (twin === undefined) seen.set(main.id, main.line)
    const offer = prospects.offer(prospect)
    const problem =
      twin === undefined ? offer.problem : ({ key: 'statement.new.twin', params: { line: twin } } as const)
    take(found, prospect.movement, {
      state: 'new',
      ...(offer.contractId !== undefined && { contractId: offer.contractId }),
      ...(offer.before !== undefined && { before: offer.before }),
      ...(offer.command !== undefined && { command: offer.command }),
      ...(problem !== undefined && { problem }),
      sure: offer.command !== undefined && problem === undefined,
    })
    if (slices.areOver) await slices.next()
  }
}

function spanOf(good: readonly GoodRow[]): { readonly from: IsoDate; readonly to: IsoDate } | undefined {
  const [first] = good
  if (first === undefined) return undefined
  let [from, to] = [first.on, first.on]
  for (const { on } of good) {
    if (on < from) from = on
    if (on > to) to = on
  }
  return { from, to }
}

function countsOf(found: ReadonlyMap<number, Found>, total: number): Pick<Matching, 'counts' | 'moves'> {
  const none = (): Record<RowState, number> =>
    Object.fromEntries(ROW_STATES.map(state => [state, 0])) as Record<RowState, number>
  const [counts, moves] = [none(), none()]
  for (const { state, partOf } of found.values()) {
    counts[state]++
    if (partOf === undefined) moves[state]++
  }
  const untold = total - found.size
  counts.ignored += untold
  moves.ignored += untold
  return { counts, moves }
}
