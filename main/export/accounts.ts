import type { Account } from '../../shared/api/ledger.ts'
import type { ContractState } from '../escrow/contract/state.ts'

/**
 * The escrow account of a contract in plain-text accounting: the whole account, a milestone's, or
 * the one for unallocated money (`null`).
 */
export function escrowAccount(contractId: string, part?: string | null): string {
  return part === undefined ? `Assets:Escrow:${contractId}` : `Assets:Escrow:${contractId}:${part ?? 'Unallocated'}`
}

/** The opening-balance account: the source of money that was in escrow before a period. */
export const OPENING_ACCOUNT = 'Equity:Opening-Balances'

/** The accounts of the fees that platforms keep. */
export const FEE_ACCOUNTS = {
  'fees:client': 'Expenses:Fees:Client',
  'fees:freelancer': 'Expenses:Fees:Freelancer',
  'fees:contract': 'Expenses:Fees:Contract',
} as const

/** The plain-text accounting account of a posting; `partyName` returns a party's account name. */
export function accountName(
  account: Account,
  milestoneId: string | undefined,
  contract: ContractState,
  partyName: (party: string) => string,
): string {
  switch (account) {
    case 'client':
      return `Income:Client:${partyName(contract.client)}`
    case 'freelancer':
      return `Expenses:Freelancer:${partyName(contract.freelancer)}`
    case 'escrow:milestone':
      return escrowAccount(contract.id, milestoneId ?? null)
    case 'escrow:unallocated':
      return escrowAccount(contract.id, null)
    default:
      return FEE_ACCOUNTS[account]
  }
}
