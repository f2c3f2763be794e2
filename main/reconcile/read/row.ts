import type { Parameter } from '../../../shared/contract/refusals.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import type { RowKind } from './row-kinds.ts'

/** A sentence of the catalogue that is not said yet. */
export interface Note {
  readonly key: WordKey
  readonly params?: Readonly<Record<string, Parameter>>
}

/**
 * A row that could be read. `names` are those of parties and contracts; `fee` as the row itself
 * tells it, else null.
 */
export interface GoodRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly on: IsoDate
  readonly amount: Minor
  readonly currency: string
  readonly decimals: number
  readonly kind: RowKind
  readonly id: string
  /** False where the file has no id and ours is made of the row itself. */
  readonly hasOwnId: boolean
  readonly type: string
  readonly text: string
  readonly names: readonly string[]
  readonly fee: Minor | null
  /** The id of another row that it speaks of; empty where there is none. */
  readonly refersTo: string
}

/** A row that could not be read, and why. */
export interface BadRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly problem: Note
}

/** Whether a row could be read. */
export const isGood = (row: GoodRow | BadRow): row is GoodRow => !('problem' in row)
