import type { CommandOf } from '../../../shared/contract/commands.ts'
import type { EscrowEvent } from '../../../shared/contract/events.ts'
import type { ContractState, MilestoneState, PendingState } from '../contract/state.ts'
import { mustBeHeld, mustBeInEscrow, mustBePositive, mustBeRecordable } from '../rules/amounts.ts'
import {
  mustBeOpen,
  mustHaveNoRequest,
  mustHoldMoney,
  mustNotBeDisputed,
  mustNotHaveEnded,
} from '../rules/conditions.ts'
import { deadlineAfter } from '../rules/deadline-day.ts'
import { creditOnEnd, creditOnRefund } from '../rules/fees.ts'
import { reserveForRefund } from '../rules/reserve.ts'
import { allowedWhen, refuse, refused, type Verdict } from '../rules/verdict.ts'

/**
 * Asks for money back; none moves yet. Refuses `refund-only-at-end`, `milestone-not-funded`,
 * `refund-pending`, and an amount `not-positive`, `amount-too-large`, `exceeds-held` (of a given
 * milestone) or `exceeds-escrow`.
 */
export function requestRefund(
  contract: ContractState,
  milestone: MilestoneState | undefined,
  command: CommandOf<'request-refund'>,
): Verdict {
  const { amount, reason = null } = command
  const milestoneId = milestone?.id ?? null
  const given = { field: 'amount', amount }
  return allowedWhen(
    {
      contractStatus: () => mustBeOpen(contract),
      refundOnlyAtEnd: () => (contract.policy.refundOnlyAtEnd ? refuse('refund-only-at-end') : undefined),
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
          type: 'refund-requested',
          amount,
          milestoneId,
          reserved: reserveForRefund(contract, milestoneId, amount),
          deadline: deadlineAfter(on, contract.policy.refundDays),
          reason,
          ending: false,
        },
      ],
    }),
  )
}

/**
 * Refunds exactly the money that the pending request reserves. Approving the refund of an ending
 * contract ends it. Refuses `no-refund-pending`.
 */
export function approveRefund(contract: ContractState): Verdict {
  return answerRefund(contract, ({ amount, reserved }) => {
    const refunded: EscrowEvent = { type: 'refunded', parts: reserved, credit: creditOnRefund(contract, amount) }
    if (contract.status !== 'ending') return [refunded]
    return [refunded, { type: 'contract-ended', by: 'client', contractCredit: creditOnEnd(contract) }]
  })
}

/**
 * Declines the pending request: no money moves, an ending contract is open again. Refuses
 * `no-refund-pending`.
 */
export function declineRefund(contract: ContractState): Verdict {
  return answerRefund(contract, () => [{ type: 'refund-declined' }])
}

/**
 * Withdraws the pending request: no money moves, an ending contract is open again. Refuses
 * `no-refund-pending`.
 */
export function cancelRefund(contract: ContractState): Verdict {
  return answerRefund(contract, () => [{ type: 'refund-cancelled' }])
}

function answerRefund(contract: ContractState, events: (request: PendingState) => readonly EscrowEvent[]): Verdict {
  const request = contract.refundRequest
  // While a request is pending the contract has not ended and has no dispute.
  if (request !== null) return allowedWhen({}, () => ({ events: () => events(request) }))
  const none = refuse(
    'no-refund-pending',
    {},
    { variant: contract.policy.refundOnlyAtEnd ? 'only-at-end' : 'at-any-time' },
  )
  return refused(mustNotHaveEnded(contract) ?? mustNotBeDisputed(contract) ?? none)
}
