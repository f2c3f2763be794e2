import type { ContractFacts } from '../../main/escrow/view.ts'
import type { LedgerRow } from '../../shared/api/ledger.ts'
import type { CommandOf, EscrowCommand } from '../../shared/contract/commands.ts'
import type { EscrowPart } from '../../shared/contract/events.ts'
import type { Policy } from '../../shared/contract/policy.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { sameName } from './expected-code.ts'
import {
  clientFeeOf,
  type Figures,
  feeOf,
  figuresOf,
  freelancerFeeOf,
  milestoneIn,
  type PendingFigures,
  partsOf,
  postedOf,
  split,
  total,
} from './figures.ts'

/**
 * The inputs of a move next to the figures: the terms, the ledger's credits so far, and the day.
 */
interface Terms {
  readonly policy: Policy
  readonly rows: readonly LedgerRow[]
  readonly on: IsoDate
}

const deadlineOf = (on: IsoDate, days: number): IsoDate | null => (days > 0 ? addDays(on, days) : null)

/** The credit of a fee by the rule for refunds and returned payments. */
function creditOf(charged: number, due: number, isAllBack: boolean): number {
  return isAllBack ? charged : Math.max(0, Math.min(due, charged))
}

function release(figures: Figures, parts: readonly EscrowPart[], fee: number): void {
  figures.released += total(parts.map(({ amount }) => amount))
  figures.fees.freelancer += fee
  for (const { milestoneId, amount } of parts) {
    if (milestoneId === null) figures.unallocated -= amount
    else {
      const milestone = milestoneIn(figures, milestoneId)
      milestone.held -= amount
      milestone.released += amount
      milestone.status = milestone.held === 0 ? 'paid' : 'partly-paid'
      delete figures.reviews[milestoneId]
    }
  }
}

function refund(figures: Figures, parts: readonly EscrowPart[], { policy, rows }: Terms): void {
  const back = total(parts.map(({ amount }) => amount))
  figures.refunded += back
  for (const { milestoneId, amount } of parts) {
    if (milestoneId === null) figures.unallocated -= amount
    else {
      const milestone = milestoneIn(figures, milestoneId)
      milestone.held -= amount
      milestone.refunded += amount
      if (milestone.held > 0) continue
      milestone.status = milestone.released > 0 ? 'paid' : 'refunded'
      delete figures.reviews[milestoneId]
    }
  }
  if (!policy.feesRefundable || back === 0) return
  const due = feeOf(figures.refunded, policy.clientFeeBp) + postedOf(rows, 'fees:client', 'credits')
  figures.fees.client -= creditOf(figures.fees.client, due, figures.refunded === figures.deposited)
}

function end(figures: Figures, { policy }: Terms): void {
  figures.status = 'ended'
  for (const milestone of figures.milestones) if (milestone.status === 'planned') milestone.status = 'cancelled'
  if (policy.feesRefundable && figures.released === 0 && figures.bonuses === 0) figures.fees.contract = 0
}

function fund(figures: Figures, { milestoneId, amount, fee }: CommandOf<'fund-milestone'>, { policy }: Terms): void {
  for (const other of figures.milestones) {
    if (policy.funding === 'many' || other.status !== 'partly-paid') continue
    figures.unallocated += other.held
    Object.assign(other, { carried: other.carried + other.held, held: 0, status: 'paid' })
  }
  const milestone = milestoneIn(figures, milestoneId)
  const size = amount ?? milestone.amount
  const deposit = Math.max(0, size - figures.unallocated)
  if (deposit > 0 && figures.deposited === 0) figures.fees.contract += policy.contractFee
  figures.unallocated -= size - deposit
  figures.fees.client += fee ?? clientFeeOf(policy, deposit, figures.deposited)
  figures.deposited += deposit
  figures.archived = false
  Object.assign(milestone, { amount: size, funded: size, held: size, status: 'funded' })
}

function returnPayment(figures: Figures, amount: number, { policy, rows }: Terms): void {
  figures.returned += amount
  if (!policy.feesRefundable) return
  const due = feeOf(figures.returned, policy.freelancerFeeBp) + postedOf(rows, 'fees:freelancer', 'credits')
  figures.fees.freelancer -= creditOf(
    figures.fees.freelancer,
    due,
    figures.returned === figures.released + figures.bonuses,
  )
}

function endOrAsk(figures: Figures, { by }: CommandOf<'end-contract'>, terms: Terms): void {
  const { unallocated, held } = partsOf(figures)
  const parts = [unallocated, ...held].filter(part => part.amount > 0)
  const amount = total(parts.map(part => part.amount))
  if (amount > 0 && by !== 'freelancer') {
    figures.status = 'ending'
    figures.refund = {
      amount,
      milestoneId: undefined,
      reason: undefined,
      reserved: parts,
      on: terms.on,
      deadline: deadlineOf(terms.on, terms.policy.refundDays),
    }
    return
  }
  refund(figures, parts, terms)
  end(figures, terms)
}

function pendingFor(
  figures: Figures,
  { type, amount, milestoneId, reason }: CommandOf<'request-refund' | 'open-dispute'>,
  { policy, on }: Terms,
): PendingFigures {
  const { unallocated, held } = partsOf(figures)
  const isRefund = type === 'request-refund'
  const all = isRefund ? [unallocated, ...held] : [...held, unallocated]
  const named = all.filter(part => milestoneId === undefined || part.milestoneId === milestoneId)
  const deadline = deadlineOf(on, isRefund ? policy.refundDays : policy.disputeDays)
  return { amount, milestoneId, reason, reserved: split(named, amount).front, on, deadline }
}

function changePlan(figures: Figures, command: EscrowCommand): void {
  if (command.type === 'add-milestone') {
    const nothing = { funded: 0, released: 0, refunded: 0, carried: 0, held: 0 }
    // The figures do not know its number.
    figures.milestones.push({
      id: '',
      title: command.title,
      amount: command.amount,
      due: command.due ?? null,
      status: 'planned',
      ...nothing,
    })
  } else if (command.type === 'edit-milestone') {
    const { title, amount, due } = command
    Object.assign(
      milestoneIn(figures, command.milestoneId),
      title !== undefined && { title },
      amount !== undefined && { amount },
      due !== undefined && { due },
    )
  } else if (command.type === 'remove-milestone' || command.type === 'move-milestone') {
    const moved = milestoneIn(figures, command.milestoneId)
    figures.milestones = figures.milestones.filter(each => each !== moved)
    if (command.type === 'move-milestone') figures.milestones.splice(command.to, 0, moved)
  }
}

function review(
  figures: Figures,
  { type, milestoneId }: CommandOf<'submit-work' | 'request-changes'>,
  { policy, on }: Terms,
): void {
  const milestone = milestoneIn(figures, milestoneId)
  const deadline = deadlineOf(on, policy.reviewDays)
  milestone.status = type === 'submit-work' ? 'submitted' : milestone.released > 0 ? 'partly-paid' : 'funded'
  if (type === 'submit-work' && deadline !== null) figures.reviews[milestoneId] = deadline
  else delete figures.reviews[milestoneId]
}

function editTerms(
  figures: Figures,
  { title, client, freelancer, side, budget, policy, archived }: CommandOf<'edit-contract'>,
): void {
  const given = Object.entries({ title, client, freelancer, side, budget, archived }).filter(
    ([, value]) => value !== undefined,
  )
  Object.assign(figures, Object.fromEntries(given), { policy: { ...figures.policy, ...policy } })
}

function rename(figures: Figures, { from, to }: CommandOf<'rename-party'>): void {
  for (const side of ['client', 'freelancer'] as const) if (sameName(figures[side], from)) figures[side] = to
}

/**
 * The expected figures of a contract after an accepted command, computed a second time from its
 * view and ledger. Not for reversals.
 */
export function expectedFigures(
  view: ContractFacts,
  rows: readonly LedgerRow[],
  command: EscrowCommand,
  on: IsoDate,
): Figures {
  const figures = figuresOf(view)
  const terms = { policy: view.policy, rows, on }
  const feeOn = (amount: number): number => freelancerFeeOf(view.policy, amount, view.released + view.bonuses)
  if (command.type === 'fund-milestone') fund(figures, command, terms)
  else if (command.type === 'submit-work' || command.type === 'request-changes') review(figures, command, terms)
  else if (command.type === 'release')
    release(
      figures,
      [{ milestoneId: command.milestoneId ?? null, amount: command.amount }],
      command.fee ?? feeOn(command.amount),
    )
  else if (command.type === 'bonus') {
    figures.bonuses += command.amount
    figures.fees.freelancer += command.fee ?? feeOn(command.amount)
  } else if (command.type === 'return-payment') returnPayment(figures, command.amount, terms)
  else if (command.type === 'request-refund') figures.refund = pendingFor(figures, command, terms)
  else if (command.type === 'open-dispute') figures.dispute = pendingFor(figures, command, terms)
  else if (command.type === 'approve-refund') {
    refund(figures, figures.refund?.reserved ?? [], terms)
    figures.refund = undefined
    if (figures.status === 'ending') end(figures, terms)
  } else if (command.type === 'decline-refund' || command.type === 'cancel-refund')
    Object.assign(figures, { refund: undefined, status: 'open' })
  else if (command.type === 'resolve-dispute') {
    const { front, rest } = split(figures.dispute?.reserved ?? [], command.release)
    release(figures, front, feeOn(command.release))
    refund(figures, rest, terms)
    figures.dispute = undefined
  } else if (command.type === 'end-contract') endOrAsk(figures, command, terms)
  else if (command.type === 'edit-contract') editTerms(figures, command)
  else if (command.type === 'rename-party') rename(figures, command)
  else changePlan(figures, command)
  return figures
}
