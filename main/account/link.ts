import type { Refusal } from '../../shared/contract/refusals.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { refuse } from '../escrow/rules/verdict.ts'
import type { AccountState } from './state.ts'

/** A contract as a command would leave it: its account, and what that depends on. */
export type Linked = Pick<ContractState, 'account' | 'side' | 'currency' | 'decimals'>

/**
 * Refuses a contract that may not pay into its account: none of the book's (`unknown-account`), one
 * kept as the client (`account-side`), or one of another currency (`account-currency`). `field` is
 * the field of the command that makes it so.
 */
export function mustBeLinkable(
  { side, currency, decimals }: Linked,
  account: AccountState | undefined,
  field: 'account' | 'side',
): Refusal | undefined {
  if (account === undefined) return refuse('unknown-account', {}, { field })
  if (side !== 'freelancer') return refuse('account-side', { account: account.name }, { field })
  if (currency === account.currency && decimals === account.decimals) return undefined
  const params = { account: account.name, accountCurrency: account.currency, currency }
  return refuse('account-currency', params, { field })
}
