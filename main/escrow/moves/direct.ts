import type { CommandOf } from '../../../shared/contract/commands.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import { less, type Minor, sum } from '../../../shared/money/money.ts'
import type { ContractState } from '../contract/state.ts'
import { mustBePositive, mustBeRecordable, totalMustBeRecordable } from '../rules/amounts.ts'
import { deadlineAfter } from '../rules/deadline-day.ts'
import { creditOnReturn, feeOrTold, freelancerFee } from '../rules/fees.ts'
import { allowedWhen, refuse, type Verdict } from '../rules/verdict.ts'

/**
 * Pays the freelancer directly, without touching escrow, also after the contract has ended. Refuses
 * an amount `not-positive` or `amount-too-large`.
 */
export function payBonus(contract: ContractState, { amount, fee }: CommandOf<'bonus'>): Verdict {
  const given = { field: 'amount', amount }
  return allowedWhen(
    {
      amount: () =>
        mustBePositive(given) ?? mustBeRecordable(given) ?? totalMustBeRecordable('amount', contract.bonuses, amount),
    },
    () => ({
      events: on => [
        {
          type: 'bonus-paid',
          amount,
          ...feeOrTold(freelancerFee(contract, amount), fee),
          available: deadlineAfter(on, contract.policy.availableDays),
        },
      ],
    }),
  )
}

/** The money paid to the freelancer and not returned, in minor units. */
export function returnable(contract: ContractState): Minor {
  return less(sum(contract.released, contract.bonuses), contract.returned)
}

/**
 * Records money that the freelancer returned after being paid. Refuses an amount `not-positive`,
 * `amount-too-large`, or more than was paid and not returned (`exceeds-paid`).
 */
export function returnPayment(contract: ContractState, { amount }: CommandOf<'return-payment'>): Verdict {
  const given = { field: 'amount', amount }
  return allowedWhen(
    {
      amount: () =>
        mustBePositive(given) ??
        mustBeRecordable(given) ??
        totalMustBeRecordable('amount', contract.returned, amount) ??
        mustHaveBeenPaid(contract, amount),
    },
    () => ({ events: () => [{ type: 'payment-returned', amount, credit: creditOnReturn(contract, amount) }] }),
  )
}

function mustHaveBeenPaid(contract: ContractState, amount: Minor): Refusal | undefined {
  const left = returnable(contract)
  if (amount <= left) return undefined
  return refuse(
    'exceeds-paid',
    { left: { money: left } },
    { variant: left === 0 ? 'nothing' : 'some', field: 'amount' },
  )
}
