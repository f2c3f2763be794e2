import assert from 'node:assert/strict'
import type { EscrowCommandType, RecordedCommand } from '../../shared/contract/commands.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import type { Driver, Kept } from './driver.ts'

/** The commands outside date order (rules.md, Dates), listed apart from `MOVE_FACTS` on purpose. */
export const FREE_OF_DATE_ORDER: readonly EscrowCommandType[] = [
  'open-contract',
  'edit-contract',
  'add-milestone',
  'edit-milestone',
  'remove-milestone',
  'move-milestone',
  'remove-contract',
  'bonus',
  'return-payment',
  'reverse',
  'annotate',
  'rename-party',
]

/**
 * The latest day of the unreversed entries in date order, read off the ledger; a day before all
 * others if there are none.
 */
export function latestOf({ rows }: Kept): IsoDate {
  const days = rows
    .filter(row => row.reversedBy === undefined && !FREE_OF_DATE_ORDER.includes(row.type))
    .map(row => row.on)
  return days.sort().at(-1) ?? ('0000-01-01' as IsoDate)
}

/**
 * Throws if an accepted command has a forbidden day, or not the default day although it gave none.
 */
export function checkDay(
  command: RecordedCommand,
  on: IsoDate,
  before: Kept,
  { today, closedUntil }: Pick<Driver, 'today' | 'closedUntil'>,
): void {
  const latest = latestOf(before)
  const open = closedUntil === null ? today : addDays(closedUntil, 1)
  const usual = [latest, today, open].sort().at(-1)
  assert.equal(on, command.on ?? usual, 'a command happens on the day it names, else the usual day')
  assert.ok(on <= today || on === usual, 'nothing happens after today')
  if (!FREE_OF_DATE_ORDER.includes(command.type))
    assert.ok(on >= latest, 'what is in date order does not happen before the latest')
}
