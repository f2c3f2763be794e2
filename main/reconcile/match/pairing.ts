import type { Slices } from '../../scheduling/slices.ts'
import { type BookSide, DAYS_APART, type DayNumbers, type StandingEntry } from './book-side.ts'
import type { ContractFinder } from './contract-finder.ts'
import { shows } from './effects.ts'
import type { Movement } from './movements.ts'

/**
 * What pairing needs besides: which entries have a reference already, whether a name is a party's
 * of the book, the days as numbers.
 */
interface Pairing {
  readonly near: readonly number[]
  readonly side: BookSide
  readonly used: ReadonlyMap<number, unknown>
  readonly finder: ContractFinder
  readonly hasReference: (entry: StandingEntry) => boolean
  readonly days: DayNumbers
  readonly slices: Slices
}

/**
 * For each movement the entry that may be it, one to one; and for those that have none the entry
 * that is like it but has another id already.
 */
export interface Pairs {
  readonly pairs: ReadonlyMap<Movement, StandingEntry>
  readonly clashes: ReadonlyMap<Movement, StandingEntry>
}

interface Candidate {
  readonly movement: Movement
  readonly entry: StandingEntry
  readonly apart: number
  readonly isNamed: boolean
}

/**
 * Pairs movements with entries of the same currency and amount, at most five days apart: those
 * whose contract the row names first, then the nearest day, then in the order of both. Where a row
 * names a party that the book has, an entry of another's contract is no candidate, for equal
 * amounts are common.
 */
export async function paired(
  movements: readonly Movement[],
  { near, side, used, finder, hasReference, days, slices }: Pairing,
): Promise<Pairs> {
  const byAmount = await entriesByAmount(movements, { near, side, used, slices })
  const candidates: Candidate[] = []
  const clashes = new Map<Movement, StandingEntry>()
  for (const movement of movements) {
    if (slices.areOver) await slices.next()
    const day = days.of(movement.main.on)
    const ofAmount = byAmount.get(movement.amount)
    if (ofAmount === undefined) continue
    const fitting: StandingEntry[] = []
    for (let near = day - DAYS_APART; near <= day + DAYS_APART; near++) {
      for (const entry of ofAmount.get(near) ?? []) {
        const { contract, move } = entry
        if (contract.currency === movement.main.currency && shows(move, movement.kind, movement.amount))
          fitting.push(entry)
      }
    }
    if (fitting.length === 0) continue
    const names = movement.main.names.map(name => finder.keysOf(name)[0] ?? '')
    const isKnown = names.some(name => finder.isParty(name))
    for (const entry of fitting) {
      const { client, freelancer, title } = entry.contract
      const isNamed = [client, freelancer, title].some(name => names.includes(finder.keysOf(name)[0] ?? ''))
      if (isKnown && !isNamed) continue
      if (hasReference(entry)) clashes.set(movement, entry)
      else candidates.push({ movement, entry, apart: Math.abs(entry.day - day), isNamed })
    }
  }
  candidates.sort(
    (one, other) =>
      Number(other.isNamed) - Number(one.isNamed) ||
      one.apart - other.apart ||
      one.movement.main.line - other.movement.main.line ||
      one.entry.entry - other.entry.entry,
  )
  const pairs = new Map<Movement, StandingEntry>()
  const taken = new Set<number>()
  for (const { movement, entry } of candidates) {
    if (pairs.has(movement) || taken.has(entry.entry)) continue
    pairs.set(movement, entry)
    taken.add(entry.entry)
    clashes.delete(movement)
  }
  return { pairs, clashes }
}

/** Entries by an amount of theirs, and by day. */
type ByAmount = ReadonlyMap<number, ReadonlyMap<number, readonly StandingEntry[]>>

/** The entries that are free and near, by each amount of theirs that a movement has. */
async function entriesByAmount(
  movements: readonly Movement[],
  { near, side, used, slices }: Pick<Pairing, 'near' | 'side' | 'used' | 'slices'>,
): Promise<ByAmount> {
  const byAmount = new Map<number, Map<number, StandingEntry[]>>()
  const wanted = new Set<number>(movements.map(({ amount }) => amount))
  const add = (shown: number, entry: StandingEntry): void => {
    const days = byAmount.get(shown) ?? new Map<number, StandingEntry[]>()
    byAmount.set(shown, days)
    const sameDay = days.get(entry.day)
    if (sameDay === undefined) days.set(entry.day, [entry])
    // The fees of an entry may make two of its amounts one.
    else if (sameDay.at(-1)?.entry !== entry.entry) sameDay.push(entry)
  }
  for (const entry of near) {
    if (slices.areOver) await slices.next()
    const move = side.moves.moveOf(entry)
    const contract = side.contracts[side.moves.contractNumberOf(entry)]
    if (move === undefined || contract === undefined || used.has(entry)) continue
    const { fee, otherFee, amount, refunded } = move
    const standing = { entry, day: side.moves.dayNumberOf(entry), contract, move }
    if (wanted.has(amount)) add(amount, standing)
    if (fee !== 0 || otherFee !== 0 || refunded !== 0) {
      for (const shown of [
        amount - fee,
        amount + fee,
        amount + fee + otherFee,
        amount - fee - otherFee,
        refunded,
        refunded - otherFee,
      ]) {
        if (wanted.has(shown)) add(shown, standing)
      }
    }
  }
  return byAmount
}
