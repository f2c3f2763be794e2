import type { CommandOf } from '../../../shared/contract/commands.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import { sum } from '../../../shared/money/money.ts'
import type { ContractState, MilestoneState, PendingState } from '../contract/state.ts'
import { mustBeHeld, mustBeInEscrow, mustBePositive, mustBeRecordable, mustNotBeNegative } from '../rules/amounts.ts'
import {
  mustBeOpen,
  mustHaveNoRequest,
  mustHoldMoney,
  mustNotBeDisputed,
  mustNotHaveEnded,
} from '../rules/conditions.ts'
import { deadlineAfter } from '../rules/deadline-day.ts'
import { creditOnRefund, freelancerFee } from '../rules/fees.ts'
import { reserveForDispute, restOf, takenFrom } from '../rules/reserve.ts'
import { allowedWhen, refuse, refused, type Verdict } from '../rules/verdict.ts'

/**
 * Opens a dispute about money in escrow, which then stays until it is resolved. Refuses
 * `dispute-open`, `milestone-not-funded`, `refund-pending`, and an amount `not-positive`,
 * `amount-too-large`, `exceeds-held` (of a given milestone) or `exceeds-escrow`.
 */
export function openDispute(
  contract: ContractState,
  milestone: MilestoneState | undefined,
  command: CommandOf<'open-dispute'>,
): Verdict {
  const { amount, reason = null } = command
  const milestoneId = milestone?.id ?? null
  const given = { field: 'amount', amount }
  return allowedWhen(
    {
      contractStatus: () => mustBeOpen(contract),
      dispute: () => mustNotBeDisputed(contract),
      milestoneStatus: () => mustHoldMoney(milestone),
      pendingRequest: () => mustHaveNoRequest(contract),
      amount: () =>
        mustBePositive(given) ??
        mustBeRecordable(given) ??
        (milestone === undefined
          ? mustBeInEscrow(contract, amount)
          : mustBeHeld(contract, milestone.id, amount, 'request')),
    },
    () => ({
      events: on => [
        {
          type: 'dispute-opened',
          amount,
          milestoneId,
          reserved: reserveForDispute(contract, milestoneId, amount),
          deadline: deadlineAfter(on, contract.policy.disputeDays),
          reason,
        },
      ],
    }),
  )
}

/**
 * Settles the open dispute: releases from the front of the reserved money, refunds the rest.
 * Refuses `no-dispute`, `not-positive`, `split-mismatch`.
 */
export function resolveDispute(contract: ContractState, command: CommandOf<'resolve-dispute'>): Verdict {
  const { dispute, policy } = contract
  if (dispute === null) return refused(mustNotHaveEnded(contract) ?? refuse('no-dispute'))
  return allowedWhen({ amount: () => mustSplit(dispute, command) }, () => ({
    events: on => [
      {
        type: 'dispute-resolved',
        released: takenFrom(dispute.reserved, command.release),
        refunded: restOf(dispute.reserved, command.release),
        fee: freelancerFee(contract, command.release),
        available: command.release > 0 ? deadlineAfter(on, policy.availableDays) : null,
        credit: creditOnRefund(contract, command.refund),
      },
    ],
  }))
}

function mustSplit({ amount }: PendingState, { release, refund }: CommandOf<'resolve-dispute'>): Refusal | undefined {
  const parts = [
    { field: 'release', amount: release },
    { field: 'refund', amount: refund },
  ]
  const wrong = mustNotBeNegative(...parts) ?? mustBeRecordable(...parts)
  if (wrong !== undefined) return wrong
  const together = sum(release, refund)
  if (together === amount) return undefined
  return refuse('split-mismatch', { amount: { money: amount }, together: { money: together } }, { field: 'refund' })
}
