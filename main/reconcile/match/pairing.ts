import { DAYS_APART, type StandingEntry } from './book-side.ts'
import { shownAmounts, shows } from './effects.ts'
import type { Movement } from './movement.ts'
import type { StageContext } from './stage.ts'

/** The movements that probably have an entry in the book. */
export interface Pairs {
  /** The probable entry of each movement; no entry is paired twice. */
  readonly pairs: ReadonlyMap<Movement, StandingEntry>
  /** For a movement without a pair: an entry that fits but has another reference. */
  readonly clashes: ReadonlyMap<Movement, StandingEntry>
}

/** An entry that fits a movement. */
interface Candidate {
  readonly movement: Movement
  readonly entry: StandingEntry
  /** The number of days between the two. */
  readonly apart: number
  /** True if the movement's row names a party or the title of the entry's contract. */
  readonly isNamed: boolean
}

/**
 * Pairs movements with free entries of the same currency and amount, at most `DAYS_APART` days
 * apart: first those whose contract the row names, then the nearest day, then in order of line and
 * entry. If a row names a party of the book, entries of other parties' contracts are not
 * considered, since equal amounts are common.
 */
export async function pairsOf(movements: readonly Movement[], context: StageContext): Promise<Pairs> {
  const { book, names, slices } = context
  await names.ready(slices)
  const byAmount = await entriesByAmount(movements, context)
  /** The reference of an entry, if it is not the word that the row has for an id. */
  const hasOtherReference = ({ entry, contract }: StandingEntry, { main: { word } }: Movement): boolean => {
    const reference = book.annotations(contract.id).find(each => each.entry === entry)?.reference
    return reference !== undefined && (word === '' || reference.trim() !== word)
  }
  const candidates: Candidate[] = []
  const clashes = new Map<Movement, StandingEntry>()
  for (const movement of movements) {
    if (slices.areOver) await slices.next()
    for (const candidate of candidatesFor(movement, byAmount, context)) {
      if (hasOtherReference(candidate.entry, movement)) clashes.set(movement, candidate.entry)
      else candidates.push(candidate)
    }
  }
  const pairs = onePerEntry(candidates)
  for (const movement of pairs.keys()) clashes.delete(movement)
  return { pairs, clashes }
}

function candidatesFor(
  movement: Movement,
  byAmount: ByAmount,
  { names, days }: Pick<StageContext, 'names' | 'days'>,
): readonly Candidate[] {
  const { main, kind, amount } = movement
  const ofAmount = byAmount.get(amount)
  if (ofAmount === undefined) return []
  const day = days.of(main.on)
  const fitting: StandingEntry[] = []
  for (let near = day - DAYS_APART; near <= day + DAYS_APART; near++) {
    for (const entry of ofAmount.get(near) ?? [])
      if (entry.contract.currency === main.currency && shows(entry.move, kind, amount)) fitting.push(entry)
  }
  if (fitting.length === 0) return []
  const namesSomebody = names.namesSomebody(main)
  const candidates: Candidate[] = []
  for (const entry of fitting) {
    const isNamed = names.namesParty(main, entry.contract) || names.names(main, entry.contract.title)
    if (isNamed || !namesSomebody) candidates.push({ movement, entry, apart: Math.abs(entry.day - day), isNamed })
  }
  return candidates
}

function onePerEntry(candidates: readonly Candidate[]): ReadonlyMap<Movement, StandingEntry> {
  const best = candidates.toSorted(
    (one, other) =>
      Number(other.isNamed) - Number(one.isNamed) ||
      one.apart - other.apart ||
      one.movement.main.line - other.movement.main.line ||
      one.entry.entry - other.entry.entry,
  )
  const pairs = new Map<Movement, StandingEntry>()
  const paired = new Set<number>()
  for (const { movement, entry } of best) {
    if (pairs.has(movement) || paired.has(entry.entry)) continue
    pairs.set(movement, entry)
    paired.add(entry.entry)
  }
  return pairs
}

/**
 * Entries by each amount that a statement may list for them (gross, or with fees added or
 * deducted), in minor units, and then by day number.
 */
type ByAmount = ReadonlyMap<number, ReadonlyMap<number, readonly StandingEntry[]>>

/** The free entries near the statement's days, under only those amounts that some movement has. */
async function entriesByAmount(
  movements: readonly Movement[],
  { near, side, taken, slices }: Pick<StageContext, 'near' | 'side' | 'taken' | 'slices'>,
): Promise<ByAmount> {
  const byAmount = new Map<number, Map<number, StandingEntry[]>>()
  const wanted = new Set<number>(movements.map(({ amount }) => amount))
  const add = (shown: number, entry: StandingEntry): void => {
    const days = byAmount.get(shown) ?? new Map<number, StandingEntry[]>()
    byAmount.set(shown, days)
    const sameDay = days.get(entry.day)
    if (sameDay === undefined) days.set(entry.day, [entry])
    else sameDay.push(entry)
  }
  for (const entry of near) {
    if (slices.areOver) await slices.next()
    const move = side.moves.moveOf(entry)
    const contract = side.contracts[side.moves.contractNumberOf(entry)]
    if (move === undefined || contract === undefined || taken.has(entry)) continue
    const standing = { entry, day: side.moves.dayNumberOf(entry), contract, move }
    for (const shown of shownAmounts(move)) if (wanted.has(shown)) add(shown, standing)
  }
  return byAmount
}
