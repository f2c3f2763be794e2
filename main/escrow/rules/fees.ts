import { type FeePayer, feeScheduleOf } from '../../../shared/contract/fee-schedule.ts'
import type { Policy } from '../../../shared/contract/policy.ts'
import { atLeastZero, less, type Minor, minor, shareOf, smaller, sum, ZERO } from '../../../shared/money/money.ts'
import { type ContractState, chargedOf, type FeeAccount } from '../contract/state.ts'
import { highestFeeUpTo, scheduledFee } from './fee-schedule.ts'

/**
 * The fee that a policy charges a party on a further amount after `before` in all, in minor units.
 * The freelancer's is never more than the amount it is taken out of.
 */
export function policyFee(policy: Policy, payer: FeePayer, amount: Minor, before: Minor): Minor {
  const fee = scheduledFee(feeScheduleOf(policy, payer), amount, before)
  return payer === 'freelancer' ? smaller(fee, amount) : fee
}

/** The client's fee on a further deposit by the policy in force, in minor units. */
export function clientFee({ policy, deposited }: ContractState, deposit: Minor): Minor {
  return policyFee(policy, 'client', deposit, deposited)
}

/** The freelancer's fee on a further release or bonus by the policy in force, in minor units. */
export function freelancerFee({ policy, released, bonuses }: ContractState, amount: Minor): Minor {
  return policyFee(policy, 'freelancer', amount, sum(released, bonuses))
}

/** A fee as its event has it: the one that the command told, else the computed one. */
export function feeOrTold(computed: Minor, told: Minor | undefined): { readonly fee: Minor; readonly told?: true } {
  return told === undefined ? { fee: computed } : { fee: told, told: true }
}

/** The highest client fee of any further deposit up to `deposit`, in minor units. */
export function highestClientFee({ policy, deposited }: ContractState, deposit: Minor): Minor {
  return highestFeeUpTo(feeScheduleOf(policy, 'client'), deposit, deposited)
}

/**
 * The largest deposit up to `most` with which the total of client fees stays within `limit` (minor
 * units).
 */
export function mostWithClientFeeWithin(contract: ContractState, most: Minor, limit: Minor): Minor {
  const { charged } = contract.fees.client
  const isWithin = (deposit: Minor): boolean => sum(charged, highestClientFee(contract, deposit)) <= limit
  if (isWithin(most)) return most
  let [low, high]: [Minor, Minor] = [ZERO, most]
  while (high - low > 1) {
    const middle = minor(Math.floor((low + high) / 2))
    if (isWithin(middle)) low = middle
    else high = middle
  }
  return low
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
