import type { IsoDate } from '../../shared/calendar.ts'
import { ZERO } from '../../shared/money.ts'
import { ROW_STATES, type RowState, type StatementFormat } from '../../shared/statement.ts'
import type { Book } from '../book/book.ts'
import { type BookBalance, balanceOf } from './balance.ts'
import { type BookSide, DayNumbers, numberOfContract, readBookSide, type StandingEntry, standingNear } from './book-side.ts'
import { ContractFinder } from './contract-finder.ts'
import { offerCorrections } from './corrections.ts'
import { feeDifference, mayShow, shows } from './effects.ts'
import type { Found, MatchedRow } from './matched-row.ts'
import { type Movement, movementsIn } from './movements.ts'
import { isEntryOf, ownMovement, ownRowReader } from './own-csv.ts'
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
  const used = new Map<number, unknown>()
  const movements = isOwn ? await ownMovements({ good, header: request.header, side, days, found, used, slices }) : await movementsOf(good, found, slices)
  await slices.next()
  const rest = await matchById(movements, side, { found, used, slices })
  await offerCorrections(book, found, side, slices)
  const dates = spanOf(good)
  const span = dates === undefined ? undefined : { from: days.of(dates.from), to: days.of(dates.to), currencies: new Set(good.map(({ currency }) => currency)) }
  const near = span === undefined ? [] : await standingNear(side, span, slices)
  if (rest.length > 0) {
    const finder = new ContractFinder(side.contracts)
    await finder.ready(slices)
    const left = await propose(rest, { book, near, side, finder, found, used, days, slices })
    await offerNew(left, { finder, found, today: request.today, slices })
  }
  const balance = await balanceOf({ format: request.format, good, movements, side, used, found, span, near, slices })
  return {
    rows: request.rows.map(row => ({
      row,
      ...(found.get(row.line) ?? { state: 'ignored' as const, sure: false }),
      effect: balance.effects.get(row.line) ?? ZERO,
    })),
    counts: countsOf(found, request.rows.length),
    order: movements.map(({ main }) => main.line),
    from: dates?.from ?? null,
    to: dates?.to ?? null,
    ...balance,
  }
}

async function movementsOf(good: readonly GoodRow[], found: Map<number, Found>, slices: Slices): Promise<readonly Movement[]> {
  const { movements, leftOut } = await movementsIn(good, slices)
  for (const [line, problem] of leftOut) found.set(line, { state: 'ignored', problem, sure: false })
  return movements
}

interface OwnMatching {
  readonly good: readonly GoodRow[]
  readonly header: readonly string[]
  readonly side: BookSide
  readonly days: DayNumbers
  readonly found: Map<number, Found>
  readonly used: Map<number, unknown>
  readonly slices: Slices
}

/** Rows of our own CSV are entries by their numbers. What is not in this book becomes a movement, where it moves money. */
async function ownMovements({ good, header, side, days, found, used, slices }: OwnMatching): Promise<readonly Movement[]> {
  const read = ownRowReader(header)
  const movements: Movement[] = []
  for (const row of good) {
    if (slices.areOver) await slices.next()
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

/** What became of rows, by line, and the entries that are taken. */
interface Matched {
  readonly found: Map<number, Found>
  readonly used: Map<number, unknown>
  readonly slices: Slices
}

/** Takes what has an id that an entry of the book has as its reference. Gives back the movements that have none. */
async function matchById(movements: readonly Movement[], { byId, moves, contracts }: BookSide, { found, used, slices }: Matched): Promise<Movement[]> {
  const rest: Movement[] = []
  for (const movement of movements) {
    if (slices.areOver) await slices.next()
    let entry: number | undefined
    let isShown = false
    for (let part = -1; part < movement.parts.length && !isShown; part++) {
      const { id } = movement.parts[part] ?? movement.main
      for (const each of byId.get(id) ?? []) {
        if (used.has(each)) continue
        const move = moves.moveOf(each)
        isShown = move !== undefined && shows(move, movement.kind, movement.amount)
        // Where several entries have the id, the one of the same amount is meant.
        if (entry === undefined || isShown) entry = each
        if (isShown) break
      }
    }
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
  if (!mayShow(move, movement.kind)) return { key: 'statement.differs.kind', params: { entry } }
  if (!shows(move, movement.kind, movement.amount))
    return { key: 'statement.differs.amount', params: { book: { money: move.amount }, statement: { money: movement.amount } } }
  const fees = feeDifference(move, movement)
  return fees === undefined ? undefined : { key: 'statement.differs.fee', params: { book: { money: fees.book }, statement: { money: fees.statement } } }
}

/** A movement's rows get the same state; only the one that stands for it has entry's command and problem. */
function take(found: Map<number, Found>, { main, parts }: Movement, what: Found): void {
  found.set(main.line, what)
  if (parts.length === 0) return
  const { before: _, command: __, problem: ___, ...shared } = what
  for (const part of parts) found.set(part.line, { ...shared, partOf: main.line, sure: false })
}

interface Proposing extends Matched {
  readonly book: Book
  readonly near: readonly number[]
  readonly side: BookSide
  readonly finder: ContractFinder
  readonly days: DayNumbers
}

/** Takes what is like an entry without a reference as a proposal: a person says whether it is the same. Gives back the rest, with the entry that is like it under another id. */
async function propose(movements: readonly Movement[], { book, near, side, finder, found, used, days, slices }: Proposing): Promise<readonly Prospect[]> {
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
          : { key: 'statement.proposed.fee', params: { days: apart, book: { money: fees.book }, statement: { money: fees.statement } } },
      sure: false,
    })
  }
  return rest
}

/** What is left is new: the commands it would take, tried on the contracts as the ones before leave them. */
async function offerNew(
  left: readonly Prospect[],
  { finder, found, today, slices }: { readonly finder: ContractFinder; readonly found: Map<number, Found>; readonly today: IsoDate; readonly slices: Slices },
): Promise<void> {
  const prospects = new Prospects(finder, today)
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
