import { daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'
import type { Book } from '../../book/book.ts'
import type { EntryMove } from '../../book/index/move-columns.ts'
import type { EntryMoves } from '../../book/index/record-index.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { MADE_ID } from '../read/row-ids.ts'

const EPOCH = '1970-01-01' as IsoDate

/** The most days between a statement's row and an entry proposed for it. */
export const DAYS_APART = 5

/**
 * The number of entries between two readings of the clock: each takes a fraction of a microsecond.
 */
const LOOK_EVERY = 2_048

/** Converts days to day numbers since 1 January 1970, cached because the same days recur. */
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

/** An entry that moved money and has not been reversed. */
export interface StandingEntry {
  readonly entry: number
  readonly day: number
  readonly contract: ContractState
  readonly move: EntryMove
}

/** The number in a contract's id. */
export const numberOfContract = (contractId: string): number => Number(contractId.slice(1))

/** The parts of the book that matching reads, all in memory. */
export interface BookSide {
  readonly moves: EntryMoves
  /** By the number in its id. */
  readonly contracts: readonly (ContractState | undefined)[]
  /**
   * The standing entries that have one of the statement's ids as their reference, or an id made
   * from a row's cells. Reversed entries are left out, so that what was undone can be recorded
   * again.
   */
  readonly byId: ReadonlyMap<string, readonly number[]>
  /** True if some reference was made from a row's cells. */
  readonly hasMadeIds: boolean
}

/** Reads the book in one pass over its contracts and references; `ids` are the statement's. */
export async function readBookSide(book: Book, ids: ReadonlySet<string>, slices: Slices): Promise<BookSide> {
  const moves = await book.moves()
  const contracts: (ContractState | undefined)[] = []
  const byId = new Map<string, number[]>()
  let hasMadeIds = false
  for (const contract of book.contracts()) {
    contracts[numberOfContract(contract.id)] = contract
    for (const { entry, reference } of book.annotations(contract.id)) {
      if (reference === undefined) continue
      const id = reference.trim()
      const isMade = id.startsWith(MADE_ID)
      if ((!isMade && !ids.has(id)) || !moves.isStanding(entry)) continue
      hasMadeIds ||= isMade
      const same = byId.get(id)
      if (same === undefined) byId.set(id, [entry])
      else same.push(entry)
    }
    if (slices.areOver) await slices.next()
  }
  return { moves, contracts, byId, hasMadeIds }
}

/** The first and last day of a statement, as numbers, and its currencies. */
export interface StatementSpan {
  readonly from: number
  readonly to: number
  readonly currencies: ReadonlySet<string>
}

/**
 * Returns the standing entries that moved money in the statement's currencies, from `DAYS_APART`
 * days before its first day to as many after its last, in order of recording.
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
