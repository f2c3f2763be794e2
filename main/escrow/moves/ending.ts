import type { Side } from '../../../shared/contract/attributes.ts'
import type { CommandOf } from '../../../shared/contract/commands.ts'
import type { EscrowEvent } from '../../../shared/contract/events.ts'
import type { Refusal } from '../../../shared/contract/refusals.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { type ContractState, escrowOf } from '../contract/state.ts'
import { mustBeOpen, mustHaveNoRequest, mustNotBeDisputed } from '../rules/conditions.ts'
import { deadlineAfter } from '../rules/deadline-day.ts'
import { creditOnEnd, creditOnRefund } from '../rules/fees.ts'
import { reserveForRefund } from '../rules/reserve.ts'
import { allowedWhen, refuse, type Verdict } from '../rules/verdict.ts'

/**
 * Ends a contract: at once if nothing is in escrow or the freelancer ends it, otherwise by a refund
 * request for all of escrow. Refuses `refund-pending`, and money in escrow without
 * `refundRemainder` (`money-in-escrow`).
 */
export function endContract(
  contract: ContractState,
  { by = 'client', refundRemainder = false }: CommandOf<'end-contract'>,
): Verdict {
  return allowedWhen(
    {
      contractStatus: () => mustBeOpen(contract),
      dispute: () => mustNotBeDisputed(contract),
      pendingRequest: () => mustHaveNoRequest(contract),
      amount: () => (refundRemainder ? undefined : mustHoldNothing(contract)),
    },
    () => ({ events: on => endingEvents(contract, by, on) }),
  )
}

function endingEvents(contract: ContractState, by: Side, on: IsoDate): readonly EscrowEvent[] {
  const ended: EscrowEvent = { type: 'contract-ended', by, contractCredit: creditOnEnd(contract) }
  const amount = escrowOf(contract)
  if (amount === 0) return [ended]
  const reserved = reserveForRefund(contract, null, amount)
  // By ending the contract the freelancer gives up the money: nobody has to approve.
  if (by === 'freelancer')
    return [{ type: 'refunded', parts: reserved, credit: creditOnRefund(contract, amount) }, ended]
  const deadline = deadlineAfter(on, contract.policy.refundDays)
  return [{ type: 'refund-requested', amount, milestoneId: null, reserved, deadline, reason: null, ending: true }]
}

function mustHoldNothing(contract: ContractState): Refusal | undefined {
  const escrow = escrowOf(contract)
  return escrow > 0
    ? refuse('money-in-escrow', { escrow: { money: escrow } }, { variant: 'end', field: 'refundRemainder' })
    : undefined
}
