import { partyKey } from '../escrow/party.ts'
import { DAYS_APART, type DayNumbers, type StandingEntry } from './book-side.ts'
import { amountsShown } from './effects.ts'
import type { Movement } from './movements.ts'
import type { Slices } from './slices.ts'

/** What pairing needs besides: the references entries have, the days as numbers. */
interface Pairing {
  readonly referenceOf: ReadonlyMap<number, string>
  readonly days: DayNumbers
  readonly slices: Slices
}

/** For each movement the entry that may be it, one to one; and for those that have none the entry that is like it but has another id already. */
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
 * Pairs movements with entries of the same currency and amount, at most five days apart: those whose contract the row names first, then the nearest day, then in
 * the order of both. Where a row names a party that the book has, an entry of another's contract is no candidate, for equal amounts are common.
 */
export async function paired(movements: readonly Movement[], free: readonly StandingEntry[], { referenceOf, days, slices }: Pairing): Promise<Pairs> {
  const byAmount = new Map<number, StandingEntry[]>()
  const wanted = new Set(movements.map(({ amount }) => amount as number))
  const parties = new Set<string>()
  for (const entry of free) {
    if (slices.areOver) await slices.next()
    const { move } = entry
    const { fee, otherFee, amount } = move
    const shown = new Set([amount, amount - fee, amount + fee, amount + fee + otherFee, amount - fee - otherFee, move.refunded, move.refunded - otherFee])
    for (const each of shown) {
      if (!wanted.has(each)) continue
      const same = byAmount.get(each)
      if (same === undefined) byAmount.set(each, [entry])
      else same.push(entry)
    }
  }
  const candidates: Candidate[] = []
  const clashes = new Map<Movement, StandingEntry>()
  for (const movement of movements) {
    if (slices.areOver) await slices.next()
    const day = days.of(movement.main.on)
    const fitting = (byAmount.get(movement.amount) ?? []).filter(
      ({ contract, move, day: other }) =>
        contract.currency === movement.main.currency && Math.abs(other - day) <= DAYS_APART && amountsShown(move, movement.kind).includes(movement.amount),
    )
    if (fitting.length === 0) continue
    if (parties.size === 0) for (const { contract } of free) parties.add(partyKey(contract.client)).add(partyKey(contract.freelancer))
    const names = new Set(movement.main.names.map(partyKey))
    const isKnown = [...names].some(name => parties.has(name))
    for (const entry of fitting) {
      const { client, freelancer, title } = entry.contract
      const isNamed = names.has(partyKey(client)) || names.has(partyKey(freelancer)) || names.has(partyKey(title))
      if (isKnown && !isNamed) continue
      if (referenceOf.has(entry.entry)) clashes.set(movement, entry)
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
