import {
  atLeastZero,
  LARGEST_AMOUNT,
  less,
  type Minor,
  minor,
  shareOf,
  smaller,
  sum,
  ZERO,
} from '../../../shared/money/money.ts'
import { type ContractState, chargedOf, type FeeAccount } from '../contract/state.ts'

const LARGEST = minor(LARGEST_AMOUNT)

/** The fee on an amount in minor units: the actual fee if it is given, else the policy's share. */
export function feeOn(amount: Minor, basisPoints: number, actualFee: Minor | undefined): Minor {
  return actualFee ?? shareOf(amount, basisPoints)
}

/**
 * The largest amount whose share is within `room` (minor units): the inverse of rounding half away
 * from zero.
 */
export function mostWithShareWithin(room: Minor, basisPoints: number): Minor {
  if (basisPoints === 0) return LARGEST
  const most = (BigInt(room) * 10_000n + 4_999n) / BigInt(basisPoints)
  return most > BigInt(LARGEST) ? LARGEST : minor(Number(most))
}

/** The contract fee on a deposit: charged once, with the first (rules.md, Money). */
export function contractFeeWith(contract: ContractState, deposit: Minor): Minor {
  return deposit > 0 && contract.deposited === 0 ? contract.policy.contractFee : ZERO
}

/**
 * The credit of a fee once `returned` of `paid` has come back in total: the share of that total, at
 * most the amount still charged; all of the fee once everything is back.
 */
function creditOf(fee: FeeAccount, basisPoints: number, returned: Minor, paid: Minor): Minor {
  const charged = chargedOf(fee)
  if (returned === paid) return charged
  return smaller(atLeastZero(less(shareOf(returned, basisPoints), fee.credited)), charged)
}

/** The client fee credited for a further refund of `amount`, with `feesRefundable`. */
export function creditOnRefund(contract: ContractState, amount: Minor): Minor {
  if (!contract.policy.feesRefundable || amount === 0) return ZERO
  return creditOf(contract.fees.client, contract.policy.clientFeeBp, sum(contract.refunded, amount), contract.deposited)
}

/** The freelancer fee credited for a further return of `amount`, with `feesRefundable`. */
export function creditOnReturn(contract: ContractState, amount: Minor): Minor {
  if (!contract.policy.feesRefundable) return ZERO
  return creditOf(
    contract.fees.freelancer,
    contract.policy.freelancerFeeBp,
    sum(contract.returned, amount),
    sum(contract.released, contract.bonuses),
  )
}

/**
 * The contract fee credited when a contract ends without any release or bonus, with
 * `feesRefundable`.
 */
export function creditOnEnd(contract: ContractState): Minor {
  const nothingPaid = contract.released === 0 && contract.bonuses === 0
  return contract.policy.feesRefundable && nothingPaid ? chargedOf(contract.fees.contract) : ZERO
}
