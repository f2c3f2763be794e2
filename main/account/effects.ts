import type { AccountMove } from '../../shared/account/events.ts'
import { missingCase } from '../../shared/missing-case.ts'
import type { MoveSums } from './state.ts'

/**
 * The change that a move makes to the sums of its account, in minor units (rules-account.md,
 * Moves).
 */
export function effectOf(move: AccountMove): Partial<MoveSums> {
  switch (move.type) {
    case 'income-received':
      return { received: move.amount, fees: move.fee }
    case 'money-withdrawn':
      return { withdrawn: move.amount, withdrawalFees: move.fee }
    case 'account-charged':
      return { charges: move.amount }
    case 'tax-withheld':
      return move.kind === 'income-tax' ? { withheld: move.amount } : { feeTax: move.amount }
    case 'balance-adjusted':
      return { adjusted: move.amount }
    default:
      return missingCase(move)
  }
}
