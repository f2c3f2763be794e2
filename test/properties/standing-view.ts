import assert from 'node:assert/strict'
import { type ContractFacts, rowOf } from '../../main/escrow/view.ts'
import { type DeadlineView, STAGES, type Stage } from '../../shared/contract/contract.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Kept } from './driver.ts'

/** Which stages apply to a contract; the first in the order of `STAGES` is shown. */
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

/** Throws where a contract is said to be at another stage than its parts are. */
export function checkStage(view: ContractFacts): void {
  assert.equal(view.stage, STAGES.find(appliesTo(view)), 'the stage is the first that applies')
}

type Deadline = Omit<DeadlineView, 'contractId' | 'overdue'>

/** What was paid and is on its way on a day, by the day of its arrival, read off what happened. */
function onItsWay({ entries, rows }: Kept, today: IsoDate): Deadline[] {
  const arriving = new Map<IsoDate, number>()
  for (const { entry, type, events } of entries) {
    if (type === 'reverse' || rows.find(row => row.entry === entry)?.reversedBy !== undefined) continue
    for (const event of events) {
      const on = 'available' in event ? event.available : null
      if (on === null || on < today) continue
      // Of a release, a bonus or a resolution the freelancer gets what is posted: the fee is off.
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
 * Throws where a contract shows other deadlines than a second reading of the rules finds, or not in
 * the order of their days.
 */
export function checkDeadlines(view: ContractFacts, kept: Kept, today: IsoDate): void {
  // What has arrived is forgotten with the next entry; a clock that is set back behind that does
  // not bring it back.
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

/** Throws where a contract's row in a list says anything else than the contract itself. */
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
