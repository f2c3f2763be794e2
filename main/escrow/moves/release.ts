import type { CommandOf } from '../../../shared/contract/commands.ts'
import { less } from '../../../shared/money/money.ts'
import { type ContractState, heldBy, type MilestoneState } from '../contract/state.ts'
import { mustBeFree, mustBeHeld, mustBePositive, mustBeRecordable } from '../rules/amounts.ts'
import { mustHoldMoney, mustNotBeDisputed, mustNotHaveEnded } from '../rules/conditions.ts'
import { deadlineAfter } from '../rules/deadline-day.ts'
import { feeOrTold, freelancerFee } from '../rules/fees.ts'
import { allowedWhen, type Verdict } from '../rules/verdict.ts'

/**
 * Pays the freelancer out of a milestone, or out of unallocated money if none is given. The minimum
 * does not apply. Refuses `milestone-not-funded`, and an amount `not-positive`, `amount-too-large`,
 * `exceeds-held` or `amount-reserved`.
 */
export function release(
  contract: ContractState,
  milestone: MilestoneState | undefined,
  { amount, fee }: CommandOf<'release'>,
): Verdict {
  const milestoneId = milestone?.id ?? null
  const given = { field: 'amount', amount }
  return allowedWhen(
    {
      contractStatus: () => mustNotHaveEnded(contract),
      dispute: () => mustNotBeDisputed(contract),
      milestoneStatus: () => mustHoldMoney(milestone),
      amount: () =>
        mustBePositive(given) ??
        mustBeRecordable(given) ??
        mustBeHeld(contract, milestoneId, amount, 'release') ??
        mustBeFree(contract, milestoneId, amount),
    },
    () => ({
      events: on => [
        {
          type: 'released',
          milestoneId,
          amount,
          ...feeOrTold(freelancerFee(contract, amount), fee),
          available: deadlineAfter(on, contract.policy.availableDays),
        },
      ],
      value: { remainder: less(heldBy(contract, milestoneId), amount) },
    }),
  )
}
