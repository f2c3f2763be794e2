import type { LedgerRow } from '../../shared/api/ledger.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { say } from '../../shared/words/say.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import type { PartyNames } from './names.ts'
import type { Opening } from './opening.ts'
import type { Selection } from './selection.ts'

/** What a journal is written of, beside its rows. `first` is the earliest day in it. */
export interface JournalBasis {
  readonly selection: Selection
  /** The contracts that are selected. */
  readonly contracts: readonly ContractState[]
  /** The parties of the whole book. */
  readonly parties: PartyNames
  readonly first: IsoDate
  /** Where the period begins after the book does. */
  readonly opening: Opening | undefined
}

/**
 * Writes a journal of plain-text accounting piece by piece. Rows must come sorted by day, then by
 * entry.
 */
export interface JournalWriter {
  /** What comes before the first row, in pieces: it grows with the number of contracts. */
  head(): Iterable<string>
  row(row: LedgerRow): string
  /** What is left to say after the last row. */
  end(): string
}

/** The sentences at the head of a journal: what it is and what it covers. */
export function headWords({ selection, opening }: JournalBasis): readonly string[] {
  const { contractId, from, to } = selection
  return [
    say('export.head'),
    ...(contractId === undefined ? [] : [say('export.head.contract', { contract: contractId })]),
    ...(from === undefined || opening === undefined ? [] : [say('export.head.from', { from })]),
    ...(to === undefined ? [] : [say('export.head.to', { to })]),
  ]
}

/** Why a journal leaves a row out, in words; undefined for a row it has. */
export function leftOut({ entry, contractId, on, reverses, reversedBy }: LedgerRow): string | undefined {
  const named = { entry, contract: contractId, on }
  if (reversedBy !== undefined) return say('export.reversed', { ...named, other: reversedBy })
  if (reverses !== undefined) return say('export.reversal', { ...named, other: reverses })
  return undefined
}
