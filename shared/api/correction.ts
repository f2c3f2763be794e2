import { z } from 'zod'
import type { CorrectedFields, RecordedCommandInput } from '../contract/commands.ts'
import type { ContractFigures, ContractView } from '../contract/contract.ts'
import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'

/** The query about an entry that may be corrected. */
export const correctionQueries = [z.strictObject({ type: z.literal('correctable'), entry: z.int().min(1) })] as const

/** The answer to the query about an entry that may be corrected. */
export interface CorrectionQueryValues {
  correctable: CorrectableEntry
}

/**
 * The day of an entry and the money it moved, as on a timeline row; the `amount` that it is about
 * (paid, asked, disputed or planned; null if it is about none); and what funding `carried` on from
 * money in escrow. Minor units.
 */
export interface EntryMovement {
  readonly on: IsoDate
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
  readonly change: Minor
  readonly amount: Minor | null
  readonly carried: Minor
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

/** A field that `with` of a correction may set. */
export type CorrectedField = keyof CorrectedFields

/** An entry as it is: its number, label, day and money. */
export type EntryAsItIs = Pick<CorrectedEntry, 'entry' | 'label' | 'was'>

/**
 * An entry that `correct` can change: the command that would record it as it is, the fields of it
 * that may be set, the contract just before it, and the entries that stand after it, in the order
 * of recording.
 */
export interface CorrectableEntry extends EntryAsItIs {
  readonly contractId: string
  readonly command: RecordedCommandInput
  readonly fields: readonly CorrectedField[]
  readonly before: ContractView
  readonly later: readonly EntryAsItIs[]
}
