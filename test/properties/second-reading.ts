import assert from 'node:assert/strict'
import type { EscrowCommand } from '../../shared/contract/commands.ts'
import type { Moment } from './checks.ts'
import { latestOf } from './day-order.ts'
import type { Driver, Happened, Kept } from './driver.ts'
import { type Circumstances, expectedCode, expectedOpeningCode } from './expected-code.ts'
import { expectedFigures } from './expected-figures.ts'
import { figuresOf, postedOf } from './figures.ts'
import { viewOf } from './views.ts'

function codeFor(command: EscrowCommand, kept: Kept | undefined, driver: Driver): string | undefined {
  if (command.type === 'open-contract') return expectedOpeningCode(command, driver.today)
  const around: Circumstances = {
    today: driver.today,
    latest: kept === undefined ? driver.today : latestOf(kept),
    clientFees: postedOf(kept?.rows ?? [], 'fees:client', 'charges'),
    isOwnEntry: entry => kept?.entries.some(each => each.entry === entry) ?? false,
    partiesBefore: kept?.before.at(-1),
  }
  return expectedCode(command, kept && viewOf(kept.state, driver.today), around)
}

/**
 * Throws if the verdict on a command differs from that of a second reading of the rules. Not for
 * renames, which are decided for many contracts at once.
 */
export function checkVerdict(driver: Driver, before: Moment, happened: Happened): void {
  const { command } = happened
  if (command === undefined || command.type === 'rename-party') return
  const kept = command.type === 'open-contract' ? undefined : before.get(command.contractId)
  assert.equal(
    happened.ok ? undefined : happened.refusal.code,
    codeFor(command, kept, driver),
    `the verdict on ${command.type}`,
  )
}

/** Throws if an accepted command left other figures than a second reading of the rules computes. */
export function checkEffect(command: EscrowCommand, before: Kept, after: Kept, driver: Driver): void {
  if (command.type === 'reverse') return
  const on = after.entries.at(-1)?.on ?? driver.today
  const expected = expectedFigures(viewOf(before.state, driver.today), before.rows, command, on)
  const added = after.state.milestones.at(-1)?.id ?? ''
  if (command.type === 'add-milestone') {
    assert.ok(!expected.milestones.some(({ id }) => id === added), `${added} is a new id`)
    expected.milestones = expected.milestones.map(milestone =>
      milestone.id === '' ? { ...milestone, id: added } : milestone,
    )
  }
  assert.deepEqual(figuresOf(viewOf(after.state, driver.today)), expected, `the effect of ${command.type}`)
}
