import type { LedgerRow, NamedLedgerRow, NamedPosting, Posting } from '../../shared/api/ledger.ts'
import type { Entry } from '../../shared/contract/events.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'
import { contractNames } from './contract-names.ts'
import { entryLabel } from './entry-label.ts'

/** A ledger row, its entry, its contract and, for a reversal, the reversed entry. */
interface RowParts {
  readonly row: LedgerRow
  readonly entry: Entry
  readonly contract: ContractState
  readonly reversed?: Entry
}

/** A ledger row with its label, in the reader's locale, and its contract's names. */
export function ledgerAnswer({ row, entry, contract, reversed }: RowParts, locale: string): NamedLedgerRow {
  const { contractId, type, on, at, reference, note, reverses, reversedBy, corrects, escrow, postings } = row
  // Field by field for speed: spreading the row would take about as long as the rest of the answer.
  return {
    entry: row.entry,
    contractId,
    type,
    on,
    at,
    reference,
    note,
    escrow,
    label: entryLabel(entry, contract, { locale, decimals: contract.decimals }, reversed),
    contract: contractNames(contract),
    postings: postings.map(posting => namedPosting(posting, contract)),
    ...(reverses !== undefined && { reverses }),
    ...(reversedBy !== undefined && { reversedBy }),
    ...(corrects !== undefined && { corrects }),
  }
}

function namedPosting(posting: Posting, contract: ContractState): NamedPosting {
  if (posting.milestoneId === undefined) return posting
  const milestone = milestoneOf(contract, posting.milestoneId)?.title
  return milestone === undefined ? posting : { ...posting, milestone }
}
