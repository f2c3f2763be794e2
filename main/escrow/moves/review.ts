import type { ContractState, MilestoneState } from '../contract/state.ts'
import { mustBeOpen, mustHoldMoney, mustNotBeDisputed } from '../rules/conditions.ts'
import { deadlineAfter } from '../rules/deadline-day.ts'
import { allowedWhen, refuse, type Verdict } from '../rules/verdict.ts'

/**
 * Records submitted work: the review begins. Refuses a milestone that holds nothing
 * (`milestone-not-funded`) or is under review (`milestone-already-submitted`).
 */
export function submitWork(contract: ContractState, milestone: MilestoneState): Verdict {
  return allowedWhen(
    {
      contractStatus: () => mustBeOpen(contract),
      dispute: () => mustNotBeDisputed(contract),
      milestoneStatus: () =>
        mustHoldMoney(milestone) ??
        (milestone.status === 'submitted'
          ? refuse('milestone-already-submitted', { milestone: milestone.title })
          : undefined),
    },
    () => ({
      events: on => [
        { type: 'work-submitted', milestoneId: milestone.id, deadline: deadlineAfter(on, contract.policy.reviewDays) },
      ],
    }),
  )
}

/**
 * Asks for changes: the review and its deadline end. Refuses a milestone that is not under review
 * (`milestone-not-submitted`).
 */
export function requestChanges(contract: ContractState, milestone: MilestoneState): Verdict {
  return allowedWhen(
    {
      contractStatus: () => mustBeOpen(contract),
      dispute: () => mustNotBeDisputed(contract),
      milestoneStatus: () =>
        milestone.status === 'submitted'
          ? undefined
          : refuse('milestone-not-submitted', { milestone: milestone.title }, { variant: milestone.status }),
    },
    () => ({ events: () => [{ type: 'changes-requested', milestoneId: milestone.id }] }),
  )
}
