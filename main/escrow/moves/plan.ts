import type { CommandOf } from '../../../shared/contract/commands.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { type ContractState, type MilestoneState, milestoneIdOf } from '../contract/state.ts'
import { mustBePositive, mustBeRecordable, mustReachMinimum, totalMustBeRecordable } from '../rules/amounts.ts'
import { mustBeOpen, mustBePlanned } from '../rules/conditions.ts'
import { allowedWhen, refuse, type Verdict } from '../rules/verdict.ts'

/**
 * Adds a planned milestone at the end, by default with the next id. Refuses a contract that is not
 * open, and an amount `not-positive`, `amount-too-large` or `below-minimum`.
 */
export function addMilestone(
  contract: ContractState,
  command: CommandOf<'add-milestone'>,
  id: string = milestoneIdOf(contract.nextMilestoneNumber),
): Verdict {
  const { title, amount, due = null } = command
  return allowedWhen(
    { contractStatus: () => mustBeOpen(contract), amount: () => mustBePlannable(contract, amount, ZERO) },
    () => ({
      events: () => [{ type: 'milestone-added', milestone: { id, title, amount, due } }],
      value: { milestoneId: id },
    }),
  )
}

/**
 * Edits a milestone: title and due date in any status, the amount only while it is planned
 * (`milestone-not-planned`).
 */
export function editMilestone(
  contract: ContractState,
  milestone: MilestoneState,
  command: CommandOf<'edit-milestone'>,
): Verdict {
  const { milestoneId, title, amount, due } = command
  return allowedWhen(
    {
      contractStatus: () => mustBeOpen(contract),
      milestoneStatus: () => (amount === undefined ? undefined : mustBePlanned(milestone, 'amount')),
      amount: () => (amount === undefined ? undefined : mustBePlannable(contract, amount, milestone.amount)),
    },
    () => ({
      events: () => [
        {
          type: 'milestone-edited',
          milestoneId,
          ...(title === undefined ? {} : { title }),
          ...(amount === undefined ? {} : { amount }),
          ...(due === undefined ? {} : { due }),
        },
      ],
    }),
  )
}

/** Removes a planned milestone. Refuses one past planned (`milestone-not-planned`). */
export function removeMilestone(contract: ContractState, milestone: MilestoneState): Verdict {
  return allowedWhen(
    { contractStatus: () => mustBeOpen(contract), milestoneStatus: () => mustBePlanned(milestone, 'remove') },
    () => ({
      events: () => [{ type: 'milestone-removed', milestoneId: milestone.id, title: milestone.title }],
    }),
  )
}

/**
 * Moves a planned milestone to another position, from 0 after the move. Refuses one past planned
 * (`milestone-not-planned`), and a position outside the list (`bad-position`).
 */
export function moveMilestone(
  contract: ContractState,
  milestone: MilestoneState,
  { to }: CommandOf<'move-milestone'>,
): Verdict {
  return allowedWhen(
    {
      contractStatus: () => mustBeOpen(contract),
      milestoneStatus: () => mustBePlanned(milestone, 'move'),
      position: () => mustBeInList(contract, to),
    },
    () => ({ events: () => [{ type: 'milestone-moved', milestoneId: milestone.id, to }] }),
  )
}

function mustBePlannable(contract: ContractState, amount: Minor, instead: Minor): Refusal | undefined {
  const given = { field: 'amount', amount }
  return (
    mustBePositive(given) ??
    mustBeRecordable(given) ??
    totalMustBeRecordable('amount', less(contract.sums.planned, instead), amount) ??
    mustReachMinimum(contract.policy.minimum, given)
  )
}

function mustBeInList(contract: ContractState, to: number): Refusal | undefined {
  const last = contract.milestones.length - 1
  return to >= 0 && to <= last ? undefined : refuse('bad-position', { places: last + 1 }, { field: 'to' })
}
