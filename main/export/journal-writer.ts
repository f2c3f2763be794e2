import type { LedgerRow } from '../../shared/api/ledger.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { say } from '../../shared/words/say.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import type { PartyNames } from './names.ts'
import type { Opening } from './opening.ts'
import type { Selection } from './selection.ts'

/** Everything a journal is written from, apart from its rows. `first` is its earliest day. */
export interface JournalBasis {
  readonly selection: Selection
  /** The selected contracts. */
  readonly contracts: readonly ContractState[]
  /** The parties of the whole book. */
  readonly parties: PartyNames
  readonly first: IsoDate
  /** The opening balances, if the period begins after the book does. */
  readonly opening: Opening | undefined
}

/**
 * Writes a journal of plain-text accounting piece by piece. Rows must be sorted by day, then by
 * entry.
 */
export interface JournalWriter {
  /** The text before the first row, in pieces: it grows with the number of contracts. */
  head(): Iterable<string>
  row(row: LedgerRow): string
  /** The text after the last row. */
  end(): string
}

/** The sentences at the head of a journal: its content and its period. */
export function headWords({ selection, opening }: JournalBasis): readonly string[] {
  const { contractId, from, to } = selection
  return [
    say('export.head'),
    ...(contractId === undefined ? [] : [say('export.head.contract', { contract: contractId })]),
    ...(from === undefined || opening === undefined ? [] : [say('export.head.from', { from })]),
    ...(to === undefined ? [] : [say('export.head.to', { to })]),
  ]
}

/** The reason a journal leaves a row out, in words; undefined for a row it includes. */
export function leftOut({ entry, contractId, on, reverses, reversedBy }: LedgerRow): string | undefined {
  const named = { entry, contract: contractId, on }
  if (reversedBy !== undefined) return say('export.reversed', { ...named, other: reversedBy })
  if (reverses !== undefined) return say('export.reversal', { ...named, other: reverses })
  return undefined
}
