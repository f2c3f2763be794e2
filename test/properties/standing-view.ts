import assert from 'node:assert/strict'
import { type ContractFacts, rowOf } from '../../main/escrow/view.ts'
import { type DeadlineView, STAGES, type Stage } from '../../shared/contract/contract.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Kept } from './driver.ts'

/** The stages that apply to a contract; the first in the order of `STAGES` is shown. */
function appliesTo({ status, pending, milestones }: ContractFacts): (stage: Stage) => boolean {
  const has = (wanted: string): boolean => milestones.some(milestone => milestone.status === wanted)
  const applies: Record<Stage, boolean> = {
    ended: status === 'ended',
    ending: status === 'ending',
    'in-dispute': pending.dispute !== undefined,
    'refund-asked': pending.refund !== undefined,
    'to-review': has('submitted'),
    funded: has('funded'),
    'partly-paid': has('partly-paid'),
    'not-funded': true,
  }
  return stage => applies[stage]
}

/** Throws unless the stage of a contract is the first that applies to its parts. */
export function checkStage(view: ContractFacts): void {
  assert.equal(view.stage, STAGES.find(appliesTo(view)), 'the stage is the first that applies')
}

type Deadline = Omit<DeadlineView, 'contractId' | 'overdue'>

/** The money on its way on a day, by day of arrival, read off the events. */
function onItsWay({ entries, rows }: Kept, today: IsoDate): Deadline[] {
  const arriving = new Map<IsoDate, number>()
  for (const { entry, type, events } of entries) {
    if (type === 'reverse' || rows.find(row => row.entry === entry)?.reversedBy !== undefined) continue
    for (const event of events) {
      const on = 'available' in event ? event.available : null
      if (on === null || on < today) continue
      // The posting of a release, bonus or resolution to the freelancer is net of the fee.
      const net =
        rows.find(row => row.entry === entry)?.postings.find(posting => posting.account === 'freelancer')?.amount ?? 0
      arriving.set(on, (arriving.get(on) ?? 0) + net)
    }
  }
  return [...arriving]
    .filter(([, amount]) => amount > 0)
    .map(([on, amount]) => ({ kind: 'available', on, amount: amount as Deadline['amount'], offers: null }))
}

function expectedDeadlines(view: ContractFacts, kept: Kept, today: IsoDate): Deadline[] {
  const { id: contractId, pending, milestones } = view
  const found: Deadline[] = onItsWay(kept, today)
  const { refund, dispute } = pending
  if (refund?.deadline)
    found.push({
      kind: 'refund',
      on: refund.deadline,
      amount: refund.amount,
      offers: { type: 'approve-refund', contractId },
    })
  if (dispute?.deadline) found.push({ kind: 'dispute', on: dispute.deadline, amount: dispute.amount, offers: null })
  for (const { id: milestoneId, status, due, amount, held, reserved } of milestones) {
    if (due !== null && (status === 'planned' || status === 'funded'))
      found.push({ kind: 'due', milestoneId, on: due, amount, offers: null })
    const review = kept.state.milestones.find(each => each.id === milestoneId)?.reviewDeadline ?? null
    const free = (held - reserved) as Deadline['amount']
    const offers =
      free > 0 && dispute === undefined ? { type: 'release' as const, contractId, milestoneId, amount: free } : null
    if (status === 'submitted' && review !== null)
      found.push({ kind: 'review', milestoneId, on: review, amount: free, offers })
  }
  return found
}

const written = (deadlines: readonly Deadline[]): string[] =>
  deadlines.map(deadline => JSON.stringify(Object.entries(deadline).sort())).sort()

/**
 * Throws unless a contract shows the deadlines of a second reading of the rules, in order of days.
 */
export function checkDeadlines(view: ContractFacts, kept: Kept, today: IsoDate): void {
  // Money that has arrived is dropped with the next entry; setting the clock back does not restore
  // it.
  if (kept.entries.some(({ on }) => on > today)) return
  const shown = view.deadlines.map(({ contractId, overdue, ...deadline }) => {
    assert.equal(contractId, view.id)
    assert.equal(overdue, deadline.on < today, 'what lies before today is overdue')
    return deadline
  })
  assert.deepEqual(written(shown), written(expectedDeadlines(view, kept, today)), 'the deadlines')
  const days = shown.map(({ on }) => on)
  assert.deepEqual(days, [...days].sort(), 'the deadlines are in the order of their days')
}

/** Throws if a contract's row in a list differs from the contract. */
export function checkRow(view: ContractFacts, { state }: Kept, today: IsoDate): void {
  const {
    id,
    title,
    client,
    freelancer,
    currency,
    decimals,
    status,
    stage,
    archived,
    escrow,
    released,
    bar,
    deadlines,
  } = view
  const [first] = deadlines
  const nextDeadline =
    first === undefined ? null : { kind: first.kind, on: first.on, overdue: first.overdue, amount: first.amount }
  const row = {
    id,
    title,
    client,
    freelancer,
    currency,
    decimals,
    status,
    stage,
    archived,
    escrow,
    released,
    bar,
    nextDeadline,
  }
  assert.deepEqual(rowOf(state, today), row, 'the row in a list')
}
