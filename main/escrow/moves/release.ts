import type { CommandOf } from '../../../shared/commands.ts'
import { less } from '../../../shared/money.ts'
import { mustBeFree, mustBeHeld, mustBePositive, mustBeRecordable } from '../amounts.ts'
import { mustHoldMoney, mustNotBeDisputed, mustNotHaveEnded } from '../conditions.ts'
import { deadlineAfter } from '../deadline-day.ts'
import { feeOn } from '../fees.ts'
import { type ContractState, heldBy, type MilestoneState } from '../state.ts'
import { allowedWhen, type Verdict } from '../verdict.ts'

/**
 * Pays the freelancer out of a milestone, or out of unallocated money without one. The minimum does not apply.
 * Refuses `milestone-not-funded`, and an amount `not-positive`, `amount-too-large`, `exceeds-held` or `amount-reserved`.
 */
export function release(contract: ContractState, milestone: MilestoneState | undefined, { amount, fee }: CommandOf<'release'>): Verdict {
  const milestoneId = milestone?.id ?? null
  const given = { field: 'amount', amount }
  return allowedWhen(
    {
      contractStatus: () => mustNotHaveEnded(contract),
      dispute: () => mustNotBeDisputed(contract),
      milestoneStatus: () => mustHoldMoney(milestone),
      amount: () =>
        mustBePositive(given) ?? mustBeRecordable(given) ?? mustBeHeld(contract, milestoneId, amount, 'release') ?? mustBeFree(contract, milestoneId, amount),
    },
    () => ({
      events: on => [
        {
          type: 'released',
          milestoneId,
          amount,
          fee: feeOn(amount, contract.policy.freelancerFeeBp, fee),
          available: deadlineAfter(on, contract.policy.availableDays),
        },
      ],
      value: { remainder: less(heldBy(contract, milestoneId), amount) },
    }),
  )
}
