import type { ContractFigures } from '../contract/contract.ts'
import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'

/** The day of an entry and the money it moved, as on a timeline row. Minor units. */
export interface EntryMovement {
  readonly on: IsoDate
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
  readonly change: Minor
}

/** An entry that a correction takes back; `now` is null if it is left out, else what it becomes. */
export interface CorrectedEntry {
  readonly entry: number
  readonly label: string
  readonly was: EntryMovement
  readonly now: EntryMovement | null
  /** True if it is recorded again with nothing changed. */
  readonly same: boolean
}

/** The effect of a correction, in the preview of `correct`. */
export interface CorrectionView {
  readonly before: ContractFigures
  readonly after: ContractFigures
  /** In the order of recording. */
  readonly entries: readonly CorrectedEntry[]
}
