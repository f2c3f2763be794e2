import type { IsoDate } from '../../shared/calendar.ts'
import { ZERO } from '../../shared/money.ts'
import { ROW_STATES, type RowState, type StatementFormat } from '../../shared/statement.ts'
import type { Book } from '../book/book.ts'
import { type BookBalance, balanceOf } from './balance.ts'
import { type BookSide, DayNumbers, eachStanding, numberOfContract, readBookSide, type StandingEntry } from './book-side.ts'
import { offerCorrections } from './corrections.ts'
import { amountsShown, feeDifference } from './effects.ts'
import type { Found, MatchedRow } from './matched-row.ts'
import { type Movement, movementsIn } from './movements.ts'
import { isEntryOf, type OwnRow, ownMovement, ownRowReader } from './own-csv.ts'
import { paired } from './pairing.ts'
import { type Prospect, Prospects } from './prospects.ts'
import { type BadRow, type GoodRow, isGood, type Note } from './rows.ts'
import type { Slices } from './slices.ts'

/** A statement beside the book. Rows are in the file's order; `order` has the lines of rows that can be applied as they happened. */
export interface Matching extends BookBalance {
  readonly rows: readonly MatchedRow[]
  readonly counts: Readonly<Record<RowState, number>>
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
 * Puts a statement's rows beside the book, in slices of a few milliseconds. By transaction id first; then, as proposals, by amount and within five days; never by
 * these alone without being asked (exports.md). The rest becomes the commands it would take, tried by the real rules in the order in which it happened.
 */
export async function match(book: Book, request: MatchRequest, slices: Slices): Promise<Matching> {
  const good = request.rows.filter(isGood)
  const days = new DayNumbers()
  const isOwn = request.format === 'escrowbook'
  const found = new Map<number, Found>()
  for (const row of request.rows) if (!isGood(row)) found.set(row.line, { state: 'bad', problem: row.problem, sure: false })
  await slices.next()
  const side = await readBookSide(book, new Set(good.map(({ id }) => id)), slices)
  const used = new Map<number, Movement | OwnRow>()
  const movements = isOwn ? ownMovements({ good, header: request.header, side, days, found, used }) : movementsOf(good, found)
  await slices.next()
  const rest = matchById(movements, side, found, used)
  await offerCorrections(book, found, side, slices)
  const span = spanOf(good)
  const near: StandingEntry[] = []
  if (span !== undefined) {
    const range = { from: days.of(span.from), to: days.of(span.to), currencies: new Set(good.map(({ currency }) => currency)) }
    await eachStanding(side, range, slices, entry => near.push(entry))
  }
  const free = near.filter(({ entry }) => !used.has(entry))
  const left = await propose(rest, free, { side, found, used, days, slices })
  await offerNew(left, { book, side, found, today: request.today, slices })
  const balance = balanceOf({ format: request.format, good, movements, near, used, found, days, span })
  return {
    rows: request.rows.map(row => ({
      row,
      ...(found.get(row.line) ?? { state: 'ignored' as const, sure: false }),
      effect: balance.effects.get(row.line) ?? ZERO,
    })),
    counts: countsOf(found, request.rows.length),
    order: movements.map(({ main }) => main.line),
    from: span?.from ?? null,
    to: span?.to ?? null,
    ...balance,
  }
}

function movementsOf(good: readonly GoodRow[], found: Map<number, Found>): readonly Movement[] {
  const { movements, leftOut } = movementsIn(good)
  for (const [line, problem] of leftOut) found.set(line, { state: 'ignored', problem, sure: false })
  return movements
}

interface OwnMatching {
  readonly good: readonly GoodRow[]
  readonly header: readonly string[]
  readonly side: BookSide
  readonly days: DayNumbers
  readonly found: Map<number, Found>
  readonly used: Map<number, Movement | OwnRow>
}

/** Rows of our own CSV are entries by their numbers. What is not in this book becomes a movement, where it moves money. */
function ownMovements({ good, header, side, days, found, used }: OwnMatching): readonly Movement[] {
  const read = ownRowReader(header)
  const movements: Movement[] = []
  for (const row of good) {
    const own = read(row)
    if (own === undefined) {
      found.set(row.line, { state: 'bad', problem: { key: 'statement.bad.own' }, sure: false })
      continue
    }
    if (isEntryOf(own, side.moves, numberOfContract, days.of(row.on))) {
      used.set(own.entry, own)
      found.set(row.line, { state: 'matched', entry: own.entry, contractId: own.contractId, sure: false })
      continue
    }
    const moved = ownMovement(own)
    const main = { ...row, names: [own.title], text: own.milestoneIds.at(-1) ?? '', amount: row.amount }
    if (moved !== undefined) movements.push({ main, parts: [], kind: moved.kind, amount: moved.amount, fee: moved.fee, contractFee: null, side: null })
    else found.set(row.line, { state: 'ignored', problem: { key: 'statement.ignored.own' }, sure: false })
  }
  return movements.sort((one, other) => (one.main.on === other.main.on ? 0 : one.main.on < other.main.on ? -1 : 1))
}

/** Takes what has an id that an entry of the book has as its reference. Gives back the movements that have none. */
function matchById(
  movements: readonly Movement[],
  { byId, moves, contracts }: BookSide,
  found: Map<number, Found>,
  used: Map<number, Movement | OwnRow>,
): Movement[] {
  const rest: Movement[] = []
  for (const movement of movements) {
    const ids = [movement.main.id, ...movement.parts.map(({ id }) => id)]
    const entries = ids.flatMap(id => byId.get(id) ?? []).filter(entry => !used.has(entry))
    const shows = (entry: number): boolean => {
      const move = moves.moveOf(entry)
      return move !== undefined && amountsShown(move, movement.kind).includes(movement.amount)
    }
    const entry = entries.find(shows) ?? entries[0]
    if (entry === undefined) {
      rest.push(movement)
      continue
    }
    used.set(entry, movement)
    const contract = contracts[moves.contractNumberOf(entry)]
    const problem = differenceOf(movement, entry, { moves, contracts })
    take(found, movement, {
      state: problem === undefined ? 'matched' : 'differs',
      entry,
      ...(contract !== undefined && { contractId: contract.id }),
      ...(problem !== undefined && { problem }),
      sure: false,
    })
  }
  return rest
}

/** How an entry with a row's id differs from the row; undefined where it does not. */
function differenceOf(movement: Movement, entry: number, { moves, contracts }: Pick<BookSide, 'moves' | 'contracts'>): Note | undefined {
  const move = moves.moveOf(entry)
  const contract = contracts[moves.contractNumberOf(entry)]
  if (move === undefined) return { key: 'statement.differs.no-money', params: { entry } }
  if (contract !== undefined && contract.currency !== movement.main.currency) {
    return { key: 'statement.differs.currency', params: { entry, book: contract.currency, statement: movement.main.currency } }
  }
  const shown = amountsShown(move, movement.kind)
  if (shown.length === 0) return { key: 'statement.differs.kind', params: { entry } }
  if (!shown.includes(movement.amount))
    return { key: 'statement.differs.amount', params: { book: { money: move.amount }, statement: { money: movement.amount } } }
  const fees = feeDifference(move, movement)
  return fees === undefined ? undefined : { key: 'statement.differs.fee', params: { book: { money: fees.book }, statement: { money: fees.statement } } }
}

/** A movement's rows get the same state; only the one that stands for it has entry's command and problem. */
function take(found: Map<number, Found>, { main, parts }: Movement, what: Found): void {
  found.set(main.line, what)
  const { before: _, command: __, problem: ___, ...shared } = what
  for (const part of parts) found.set(part.line, { ...shared, partOf: main.line, sure: false })
}

interface Proposing {
  readonly side: BookSide
  readonly found: Map<number, Found>
  readonly used: Map<number, Movement | OwnRow>
  readonly days: DayNumbers
  readonly slices: Slices
}

/** Takes what is like an entry without a reference as a proposal: a person says whether it is the same. Gives back the rest, with the entry that is like it under another id. */
async function propose(
  movements: readonly Movement[],
  free: readonly StandingEntry[],
  { side, found, used, days, slices }: Proposing,
): Promise<readonly Prospect[]> {
  const { pairs, clashes } = await paired(movements, free, { referenceOf: side.referenceOf, days, slices })
  const rest: Prospect[] = []
  for (const movement of movements) {
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
          : { key: 'statement.proposed.fee', params: { days: apart, book: { money: fees.book }, statement: { money: fees.statement } } },
      sure: false,
    })
  }
  return rest
}

/** What is left is new: the commands it would take, tried on the contracts as the ones before leave them. */
async function offerNew(
  left: readonly Prospect[],
  {
    book,
    side,
    found,
    today,
    slices,
  }: { readonly book: Book; readonly side: BookSide; readonly found: Map<number, Found>; readonly today: IsoDate; readonly slices: Slices },
): Promise<void> {
  if (left.length === 0) return
  const prospects = new Prospects(book, side.contracts, today)
  await prospects.ready(slices)
  const seen = new Map<string, number>()
  for (const prospect of left) {
    const { main } = prospect.movement
    const twin = main.hasOwnId ? seen.get(main.id) : undefined
    if (twin === undefined) seen.set(main.id, main.line)
    const offer = prospects.offer(prospect)
    const problem = twin === undefined ? offer.problem : ({ key: 'statement.new.twin', params: { line: twin } } as const)
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

function countsOf(found: ReadonlyMap<number, Found>, total: number): Record<RowState, number> {
  const counts = Object.fromEntries(ROW_STATES.map(state => [state, 0])) as Record<RowState, number>
  for (const { state } of found.values()) counts[state]++
  counts.ignored += total - found.size
  return counts
}
