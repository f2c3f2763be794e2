import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Book } from '../../book/book.ts'
import type { Slices } from '../../scheduling/slices.ts'
import type { BadRow, GoodRow } from '../read/row.ts'
import type { BookSide, DayNumbers, StandingEntry } from './book-side.ts'
import type { ContractFinder } from './contract-finder.ts'
import type { Decision } from './decision.ts'
import type { Movement } from './movement.ts'

/** A row, the rows that belong to it, and the decision about them. */
export interface Placed {
  readonly row: GoodRow | BadRow
  readonly parts: readonly GoodRow[]
  readonly decision: Decision
}

/** The placed part of a stage, and the rest for the next one. */
export interface Staged<Rest> {
  readonly placed: readonly Placed[]
  readonly rest: readonly Rest[]
}

/** A movement that no stage has placed yet. */
export interface Unplaced {
  readonly movement: Movement
  /** An entry that looks the same but has another reference. */
  readonly like?: StandingEntry
}

/** The knowledge of a stage: the book, and the results of earlier stages. */
export interface StageContext {
  readonly book: Book
  readonly side: BookSide
  /** The book's standing movements around the statement's days, in order of recording. */
  readonly near: readonly number[]
  /** To be awaited with `ready` before use. */
  readonly finder: ContractFinder
  readonly days: DayNumbers
  readonly today: IsoDate
  readonly slices: Slices
  /** The movements placed by earlier stages. */
  readonly earlier: readonly Placed[]
  /** The entries that rows are placed on; all others are free. */
  readonly taken: ReadonlySet<number>
}

/**
 * Places the movements it can decide on and leaves the rest, in the order given. Changes nothing of
 * what it is given.
 */
export type Stage = (unplaced: readonly Unplaced[], context: StageContext) => Promise<Staged<Unplaced>>

/** A row that no other belongs to. */
export const placedAlone = (row: GoodRow | BadRow, decision: Decision): Placed => ({ row, parts: [], decision })

/** A movement's rows. */
export const placedTogether = ({ main, parts }: Movement, decision: Decision): Placed => ({
  row: main,
  parts,
  decision,
})

/** The entries that rows are placed on, in the order of placing. */
export function takenBy(placed: readonly Placed[]): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const { decision } of placed) if (decision.entry !== undefined) taken.add(decision.entry)
  return taken
}
