import { daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'
import type { Book } from '../../book/book.ts'
import type { EntryMove } from '../../book/index/move-columns.ts'
import type { EntryMoves } from '../../book/index/record-index.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import type { Slices } from '../../scheduling/slices.ts'

const EPOCH = '1970-01-01' as IsoDate

/**
 * A statement's row and an entry of the book may be so many days apart and still be proposed as the
 * same.
 */
export const DAYS_APART = 5

/** An entry takes a small part of a microsecond: so many may pass before the clock is looked at. */
const LOOK_EVERY = 2_048

/** Days as numbers, from 1 January 1970; they come many times over. */
export class DayNumbers {
  readonly #known = new Map<IsoDate, number>()

  of(day: IsoDate): number {
    let number = this.#known.get(day)
    if (number === undefined) {
      number = daysBetween(EPOCH, day)
      this.#known.set(day, number)
    }
    return number
  }
}

/** An entry that moved money, stands, and lies near the statement's days. */
export interface StandingEntry {
  readonly entry: number
  readonly day: number
  readonly contract: ContractState
  readonly move: EntryMove
}

/** The number in a contract's id. */
export const numberOfContract = (contractId: string): number => Number(contractId.slice(1))

/** What matching reads of the book, all of it in memory. */
export interface BookSide {
  readonly moves: EntryMoves
  /** By the number in its id. */
  readonly contracts: readonly (ContractState | undefined)[]
  /**
   * The entries that have one of the statement's ids as their reference. Reversed entries are not
   * among them: what was undone may be recorded again.
   */
  readonly byId: ReadonlyMap<string, readonly number[]>
}

/** One pass over the contracts and their references. */
export async function readBookSide(book: Book, ids: ReadonlySet<string>, slices: Slices): Promise<BookSide> {
  const moves = await book.moves()
  const contracts: (ContractState | undefined)[] = []
  const byId = new Map<string, number[]>()
  for (const contract of book.contracts()) {
    contracts[numberOfContract(contract.id)] = contract
    for (const { entry, reference } of book.annotations(contract.id)) {
      if (reference === undefined) continue
      const id = reference.trim()
      if (!ids.has(id) || !moves.isStanding(entry)) continue
      const same = byId.get(id)
      if (same === undefined) byId.set(id, [entry])
      else same.push(entry)
    }
    if (slices.areOver) await slices.next()
  }
  return { moves, contracts, byId }
}

/** The days and currencies of a statement; days as numbers. */
export interface StatementSpan {
  readonly from: number
  readonly to: number
  readonly currencies: ReadonlySet<string>
}

/**
 * The entries that moved money of the statement's currencies and stand, from a few days before its
 * first day to a few after its last: one pass, in the order of recording.
 */
export async function standingNear(
  { moves, contracts }: BookSide,
  { from, to, currencies }: StatementSpan,
  slices: Slices,
): Promise<readonly number[]> {
  const near: number[] = []
  const isOfCurrency = contracts.map(contract => contract !== undefined && currencies.has(contract.currency))
  for (let entry = 1; entry <= moves.entries; entry++) {
    if (entry % LOOK_EVERY === 0) await slices.next()
    const day = moves.dayNumberOf(entry)
    if (
      day >= from - DAYS_APART &&
      day <= to + DAYS_APART &&
      isOfCurrency[moves.contractNumberOf(entry)] === true &&
      moves.isStandingMove(entry)
    )
      near.push(entry)
  }
  return near
}
