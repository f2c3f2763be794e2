import type { Account, Posting } from '../../shared/api/ledger.ts'
import type { EscrowEvent, EscrowPart } from '../../shared/contract/events.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { less, type Minor, minor } from '../../shared/money/money.ts'
import { sumOfParts } from './contract/milestones.ts'
import { movesMoney } from './money-events.ts'

/** A movement on one account, in minor units. */
type Line = readonly [account: Account, amount: Minor, milestoneId?: string]

/**
 * The postings of an entry's events (rules.md, Postings): none is zero, and they sum to zero.
 * Amounts in minor units of `currency`.
 */
export function postingsOf(events: readonly EscrowEvent[], currency: string): Posting[] {
  return events
    .flatMap(linesOf)
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount, milestoneId]) =>
      milestoneId === undefined ? { account, currency, amount } : { account, milestoneId, currency, amount },
    )
}

/** The opposite postings, which a reversal posts on its own date. */
export function mirrored(postings: readonly Posting[]): Posting[] {
  return postings.map(posting => ({ ...posting, amount: minor(-posting.amount) }))
}

function linesOf(event: EscrowEvent): Line[] {
  if (!movesMoney(event)) return []
  switch (event.type) {
    case 'remainder-carried':
      return [
        ['escrow:milestone', negative(event.amount), event.milestoneId],
        ['escrow:unallocated', event.amount],
      ]
    case 'milestone-funded': {
      const { milestoneId, carried, deposit, fee, contractFee } = event
      return [
        ['escrow:unallocated', negative(carried)],
        ['escrow:milestone', carried, milestoneId],
        ['client', negative(deposit)],
        ['escrow:milestone', deposit, milestoneId],
        ['client', negative(fee)],
        ['fees:client', fee],
        ['client', negative(contractFee)],
        ['fees:contract', contractFee],
      ]
    }
    case 'released':
      return [outOf(event), ...toFreelancer(event.amount, event.fee)]
    case 'bonus-paid':
      return [['client', negative(event.amount)], ...toFreelancer(event.amount, event.fee)]
    case 'payment-returned':
      return [
        ['freelancer', less(event.credit, event.amount)],
        ['fees:freelancer', negative(event.credit)],
        ['client', event.amount],
      ]
    case 'refunded':
      return [...event.parts.map(outOf), ...toClient(sumOfParts(event.parts), event.credit)]
    case 'dispute-resolved':
      return [
        ...event.released.map(outOf),
        ...toFreelancer(sumOfParts(event.released), event.fee),
        ...event.refunded.map(outOf),
        ...toClient(sumOfParts(event.refunded), event.credit),
      ]
    case 'contract-ended':
      return [
        ['fees:contract', negative(event.contractCredit)],
        ['client', event.contractCredit],
      ]
    default:
      return missingCase(event)
  }
}

function outOf({ milestoneId, amount }: EscrowPart): Line {
  return milestoneId === null
    ? ['escrow:unallocated', negative(amount)]
    : ['escrow:milestone', negative(amount), milestoneId]
}

function toFreelancer(gross: Minor, fee: Minor): Line[] {
  return [
    ['freelancer', less(gross, fee)],
    ['fees:freelancer', fee],
  ]
}

function toClient(amount: Minor, credit: Minor): Line[] {
  return [
    ['client', amount],
    ['fees:client', negative(credit)],
    ['client', credit],
  ]
}

function negative(amount: Minor): Minor {
  return minor(-amount)
}
