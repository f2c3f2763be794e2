import assert from 'node:assert/strict'
import type { RecordedCommand } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Moment } from './checks.ts'
import { checkCorrectionVerdict } from './correction.ts'
import { latestOf } from './day-order.ts'
import type { Driver, Happened, Kept } from './driver.ts'
import { type Circumstances, expectedCode, expectedOpeningCode } from './expected-code.ts'
import { expectedFigures } from './expected-figures.ts'
import { figuresOf, postedOf } from './figures.ts'
import { viewOf } from './views.ts'

/** The entries that leave a contract unused: its opening, edits and plan changes. */
const UNUSED: readonly RecordedCommand['type'][] = [
  'open-contract',
  'edit-contract',
  'add-milestone',
  'edit-milestone',
  'remove-milestone',
  'move-milestone',
]

/** The first day on which money moved and was not taken back, read off the ledger. */
function firstMoneyIn(rows: Kept['rows']): IsoDate | undefined {
  return rows
    .filter(row => row.reverses === undefined && row.reversedBy === undefined && row.postings.length > 0)
    .map(({ on }) => on)
    .sort()[0]
}

function codeFor(command: RecordedCommand, kept: Kept | undefined, driver: Driver): string | undefined {
  if (command.type === 'open-contract') return expectedOpeningCode(command, driver)
  const around: Circumstances = {
    today: driver.today,
    closedUntil: driver.closedUntil,
    lastOn: kept?.rows.find(row => row.entry === kept.state.lastEntry)?.on,
    firstMoneyOn: firstMoneyIn(kept?.rows ?? []),
    latest: kept === undefined ? driver.today : latestOf(kept),
    clientFees: postedOf(kept?.rows ?? [], 'fees:client', 'charges'),
    isRemoved: kept?.state.removed ?? false,
    isInUse:
      kept?.rows.some(
        row => row.reverses === undefined && row.reversedBy === undefined && !UNUSED.includes(row.type),
      ) ?? false,
    isOwnEntry: entry => kept?.entries.some(each => each.entry === entry) ?? false,
    partiesBefore: kept?.before.at(-1),
  }
  return expectedCode(command, kept && viewOf(kept.state, driver), around)
}

/**
 * Throws if the verdict on a command differs from that of a second reading of the rules. Not for
 * renames, which are decided for many contracts at once.
 */
export function checkVerdict(driver: Driver, before: Moment, happened: Happened): void {
  const { command } = happened
  if (command === undefined || command.type === 'rename-party') return
  if (command.type === 'correct') {
    checkCorrectionVerdict(driver, before.get(command.contractId), happened)
    return
  }
  if (command.type === 'close-books') {
    const isOver = command.until === null || command.until < driver.today
    assert.equal(happened.ok ? undefined : happened.refusal.code, isOver ? undefined : 'date-in-future')
    return
  }
  assert.notEqual(command.type, 'take-back-import')
  if (command.type === 'take-back-import') return
  const kept = command.type === 'open-contract' ? undefined : before.get(command.contractId)
  assert.equal(
    happened.ok ? undefined : happened.refusal.code,
    codeFor(command, kept, driver),
    `the verdict on ${command.type}`,
  )
}

/** Throws if an accepted command left other figures than a second reading of the rules computes. */
export function checkEffect(command: RecordedCommand, before: Kept, after: Kept, driver: Driver): void {
  if (command.type === 'reverse' || command.type === 'remove-contract') return
  const on = after.entries.at(-1)?.on ?? driver.today
  const expected = expectedFigures(viewOf(before.state, driver), before.rows, command, on)
  const added = after.state.milestones.at(-1)?.id ?? ''
  if (command.type === 'add-milestone') {
    assert.ok(!expected.milestones.some(({ id }) => id === added), `${added} is a new id`)
    expected.milestones = expected.milestones.map(milestone =>
      milestone.id === '' ? { ...milestone, id: added } : milestone,
    )
  }
  assert.deepEqual(figuresOf(viewOf(after.state, driver)), expected, `the effect of ${command.type}`)
}
