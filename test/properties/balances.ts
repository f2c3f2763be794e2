import assert from 'node:assert/strict'
import type { ContractFacts } from '../../main/escrow/view.ts'
import type { LedgerRow } from '../../shared/api/ledger.ts'
import { LARGEST_AMOUNT } from '../../shared/money/money.ts'
import { total } from './figures.ts'
import { readingOf } from './naive-reading.ts'

/**
 * Throws if a contract's money does not add up as the rulebook requires; computed here, not by the
 * engine's own assertions.
 */
export function checkConserved(view: ContractFacts): void {
  const { escrow, unallocated, deposited, released, refunded, bonuses, returned, fees, milestones, pending } = view
  assert.equal(deposited, released + refunded + escrow, 'deposited = released + refunded + escrow')
  assert.equal(escrow, unallocated + total(milestones.map(({ held }) => held)), 'escrow = all held + unallocated')
  assert.ok(returned <= released + bonuses, 'no more is returned than was paid')
  for (const [name, amount] of Object.entries({
    escrow,
    unallocated,
    deposited,
    released,
    refunded,
    bonuses,
    returned,
    ...fees,
  })) {
    // The freelancer's fee is taken out of two totals that are each within the limit.
    const most = name === 'freelancer' ? released + bonuses : LARGEST_AMOUNT
    assert.ok(Number.isSafeInteger(amount) && amount >= 0 && amount <= most, `${name} is ${amount}`)
  }
  for (const milestone of milestones) {
    const { id, funded, held, reserved, carried, amount, status } = milestone
    assert.equal(
      funded,
      milestone.released + milestone.refunded + carried + held,
      `funded = released + refunded + carried + held of ${id}`,
    )
    for (const each of [funded, held, reserved, carried, milestone.released, milestone.refunded])
      assert.ok(each >= 0, `${id} has ${each}`)
    assert.ok(reserved <= held, `${id} has reserved no more than it holds`)
    assert.equal(
      held > 0,
      ['funded', 'submitted', 'partly-paid'].includes(status),
      `${id} is ${status} and holds ${held}`,
    )
    if (funded > 0) assert.equal(funded, amount, `${id} was funded with its amount`)
  }
  const asked = pending.refund ?? pending.dispute
  assert.ok(
    pending.refund === undefined || pending.dispute === undefined,
    'a request and a dispute are never pending together',
  )
  assert.equal(
    total(asked?.reserved.map(part => part.amount) ?? []),
    asked?.amount ?? 0,
    'the reserved parts are what is asked for',
  )
  const reservedUnallocated = asked?.reserved.find(part => part.milestoneId === null)?.amount ?? 0
  assert.ok(reservedUnallocated <= unallocated, 'no more is reserved than is unallocated')
  assert.equal(
    total(milestones.map(({ reserved }) => reserved)) + reservedUnallocated,
    asked?.amount ?? 0,
    'what is reserved lies somewhere',
  )
}

/** Throws unless the segments of the bar are the contract's figures and add up to its total. */
export function checkBar({ bar, released, refunded, escrow }: ContractFacts): void {
  const of = (...kinds: string[]): number =>
    total(bar.segments.filter(({ kind }) => kinds.includes(kind)).map(({ amount }) => amount))
  assert.equal(of('paid'), released, 'the bar shows what is paid')
  assert.equal(of('refunded'), refunded, 'the bar shows what is refunded')
  assert.equal(of('held', 'reserved', 'unallocated'), escrow, 'the bar shows what is in escrow')
  assert.equal(bar.total, total(bar.segments.map(({ amount }) => amount)), 'the bar is as long as its segments')
  for (const { kind, amount } of bar.segments) assert.ok(amount > 0, `the bar shows ${amount} ${kind}`)
}

/** Throws if the ledger, read without knowledge of the rules, differs from the contract. */
export function checkLedger(view: ContractFacts, rows: readonly LedgerRow[]): void {
  const { escrow, unallocated, deposited, released, refunded, bonuses, returned, fees } = view
  const reading = readingOf(rows)
  const read = {
    ...reading,
    held: Object.fromEntries(Object.entries(reading.held).filter(([, amount]) => amount !== 0)),
  }
  const held = Object.fromEntries(view.milestones.filter(each => each.held > 0).map(each => [each.id, each.held]))
  const clientCash = deposited + bonuses + fees.client + fees.contract - refunded - returned
  const freelancerCash = released + bonuses - returned - fees.freelancer
  assert.deepEqual(read, {
    escrow,
    unallocated,
    held,
    deposited,
    released,
    refunded,
    bonuses,
    returned,
    fees: { ...fees },
    clientCash,
    freelancerCash,
  })
  assert.equal(rows.at(-1)?.escrow, escrow, 'the last row has the escrow balance after it')
  for (const { entry, postings, reversedBy, reverses } of rows.slice(-2)) {
    assert.equal(total(postings.map(({ amount }) => amount)), 0, `the postings of entry ${entry} sum to zero`)
    for (const { account, amount, milestoneId, currency } of postings) {
      assert.notEqual(amount, 0, `entry ${entry} posts nothing to ${account}`)
      assert.equal(
        milestoneId !== undefined,
        account === 'escrow:milestone',
        `entry ${entry} names a milestone where one is`,
      )
      assert.equal(currency, view.currency)
    }
    assert.ok(reversedBy === undefined || reverses === undefined, `entry ${entry} is not both a reversal and reversed`)
  }
}
