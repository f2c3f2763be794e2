import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Book } from '../../book/book.ts'
import type { Slices } from '../../scheduling/slices.ts'
import type { BadRow, GoodRow } from '../read/row.ts'
import type { BookSide, DayNumbers, StandingEntry } from './book-side.ts'
import type { Decision } from './decision.ts'
import type { Movement } from './movement.ts'
import type { BookNames } from './names.ts'
import type { Ticks } from './ticks.ts'

/** A row, the rows that belong to it, and the decision about them. */
export interface Placed {
  readonly row: GoodRow | BadRow
  readonly parts: readonly GoodRow[]
  readonly decision: Decision
}

/** The rows a stage placed, and the rest for the next stage. */
export interface Staged<Rest> {
  readonly placed: readonly Placed[]
  readonly rest: readonly Rest[]
}

/** A movement that no stage has placed yet. */
export interface Unplaced {
  readonly movement: Movement
  /** An entry that looks the same but has another reference. */
  readonly like?: StandingEntry
  /** An entry with its id as the reference, which is not proved to be this row. */
  readonly sameReference?: number
}

/** The input of a stage: the book, and the results of earlier stages. */
export interface StageContext {
  readonly book: Book
  readonly side: BookSide
  /** The book's standing money movements around the statement's days, in order of recording. */
  readonly near: readonly number[]
  /** Await `ready` before use. */
  readonly names: BookNames
  readonly days: DayNumbers
  readonly today: IsoDate
  readonly ticks: Ticks
  /** The day on which an import left a row of this id; undefined if none did. */
  left(id: string): IsoDate | undefined
  /** The entries that imports recorded from rows of this id. */
  recordedFrom(id: string): readonly number[]
  readonly slices: Slices
  /** The movements placed by earlier stages. */
  readonly earlier: readonly Placed[]
  /** The entries already matched to a row; all others are free. */
  readonly taken: ReadonlySet<number>
}

/**
 * Places the movements it can decide on and returns the rest in the given order. Pure: it does not
 * change its input.
 */
export type Stage = (unplaced: readonly Unplaced[], context: StageContext) => Promise<Staged<Unplaced>>

/** Places a row to which no other belongs. */
export const placedAlone = (row: GoodRow | BadRow, decision: Decision): Placed => ({ row, parts: [], decision })

/** Places the rows of a movement. */
export const placedTogether = ({ main, parts }: Movement, decision: Decision): Placed => ({
  row: main,
  parts,
  decision,
})

/** The entries that rows were placed on, in the order of placing. */
export function takenBy(placed: readonly Placed[]): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const { decision } of placed) if (decision.entry !== undefined) taken.add(decision.entry)
  return taken
}
