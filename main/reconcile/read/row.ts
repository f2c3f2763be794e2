import type { Parameter } from '../../../shared/contract/refusals.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import type { RowKind } from './row-kinds.ts'

/** A sentence of the catalogue, not yet formatted. */
export interface Note {
  readonly key: WordKey
  readonly params?: Readonly<Record<string, Parameter>>
}

/** A row that was read. */
export interface GoodRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly on: IsoDate
  readonly amount: Minor
  readonly currency: string
  readonly decimals: number
  readonly kind: RowKind
  /** The file's own id, or one made from the row's cells. */
  readonly id: string
  /** The cell of its id, which other rows may have too; empty if there is none. */
  readonly word: string
  readonly type: string
  readonly text: string
  /** The names of parties, and in some files of contracts, in the row's own columns for them. */
  readonly names: readonly string[]
  /** Names that may stand for a party, such as that of an agency or an account. */
  readonly mentions: readonly string[]
  /** The title of its contract, in a file that has a column for it. */
  readonly contract?: string
  /** The fee in the row's own fee column; null if there is none. */
  readonly fee: Minor | null
  /** The id of another row that it mentions; empty if there is none. */
  readonly refersTo: string
}

/** A row that could not be read, with the reason. */
export interface BadRow {
  readonly line: number
  readonly cells: readonly string[]
  readonly problem: Note
}

/** Tells whether a row was read. */
export const isGood = (row: GoodRow | BadRow): row is GoodRow => !('problem' in row)
