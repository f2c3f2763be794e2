import assert from 'node:assert/strict'
import type { CommandOf, CorrectedFields, RecordedCommandType } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { RefusalCode } from '../../shared/contract/refusals.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { latestOf } from './day-order.ts'
import type { Driver, Happened, Kept } from './driver.ts'
import { sameName } from './expected-code.ts'
import { flowsOf, isStanding, type Retold, retold } from './retelling.ts'
import { changesOf, detailsNow } from './said.ts'

type Correct = CommandOf<'correct'>
type Expected = { readonly code: RefusalCode; readonly entry?: number }

/** The fields of each command that a correction may set: `!` if it needs it, `?` if it does not. */
const FIELDS: Readonly<Partial<Record<RecordedCommandType, string>>> = {
  'add-milestone': 'amount!',
  'edit-milestone': 'milestoneId! amount?',
  'remove-milestone': 'milestoneId!',
  'move-milestone': 'milestoneId!',
  'fund-milestone': 'milestoneId! amount? fee?',
  'submit-work': 'milestoneId!',
  'request-changes': 'milestoneId!',
  release: 'amount! milestoneId? fee?',
  bonus: 'amount! fee?',
  'return-payment': 'amount!',
  'request-refund': 'amount! milestoneId? reason?',
  'open-dispute': 'amount! milestoneId? reason?',
  'resolve-dispute': 'release! refund!',
  'end-contract': 'by? refundRemainder?',
}

function hasOnlyItsFields(type: RecordedCommandType, fields: CorrectedFields): boolean {
  const allowed = `${FIELDS[type] ?? ''} on! reference? note?`.split(' ')
  return Object.entries(fields).every(
    ([name, value]) =>
      value === undefined || allowed.includes(`${name}?`) || (value !== null && allowed.includes(`${name}!`)),
  )
}

/** The usual day of a command, given the latest day in date order. */
function usualAfter(latest: IsoDate | null, { today, closedUntil }: Driver): IsoDate {
  const days = [today, latest ?? today, closedUntil === null ? today : addDays(closedUntil, 1)]
  return days.sort().at(-1) ?? today
}

const isClosed = (on: IsoDate | null, { closedUntil }: Driver): boolean =>
  on !== null && closedUntil !== null && on <= closedUntil

/** The history after an accepted correction, by the second reading. */
const retellingOf = (kept: Kept, command: Correct, driver: Driver): Retold =>
  retold(kept, command, (on, { latestOrdered }) =>
    on > driver.today && on !== usualAfter(latestOrdered, driver) ? 'date-in-future' : undefined,
  )

/**
 * The expected refusal of a correction by a second reading of the rules, with the entry it names;
 * undefined if it is accepted.
 */
export function expectedOfCorrection(command: Correct, kept: Kept | undefined, driver: Driver): Expected | undefined {
  const changes = [command, ...(command.also ?? [])]
  const isShaped = changes.every(change => (change.with === undefined) !== (change.remove === undefined))
  if (!isShaped || new Set(changes.map(({ entry }) => entry)).size < changes.length) return { code: 'bad-input' }
  if (kept === undefined || kept.state.removed) return { code: 'unknown-contract' }
  const correctable = kept.entries.filter(each => isStanding(kept, each) && each.type !== 'open-contract')
  for (const { entry, with: fields } of changes) {
    const found = correctable.find(each => each.entry === entry)
    if (found === undefined) return { code: 'unknown-entry' }
    if (fields !== undefined && !hasOnlyItsFields(found.type, fields)) {
      const isOneUnknown = changes.some(change => !correctable.some(each => each.entry === change.entry))
      return { code: isOneUnknown ? 'unknown-entry' : 'bad-input' }
    }
  }
  const latest = latestOf(kept)
  const usual = usualAfter(latest, driver)
  const on = command.on ?? usual
  if (on > driver.today && on !== usual) return { code: 'date-in-future' }
  if (isClosed(on, driver)) return { code: 'period-closed' }
  const history = retellingOf(kept, command, driver)
  if (!history.ok) return history
  if (sameName(history.state.client, history.state.freelancer)) return { code: 'same-party' }
  return closedCode(kept, history, driver)
}

function closedCode(kept: Kept, history: Extract<Retold, { ok: true }>, driver: Driver): Expected | undefined {
  for (const was of kept.entries.filter(each => each.entry !== null && isStanding(kept, each))) {
    const now = history.records.find(each => each.entry === was.entry)
    if (now !== undefined && now.on === was.on && withoutNames(now) === withoutNames(was)) continue
    if (isClosed(was.on, driver) || isClosed(now?.on ?? null, driver))
      return { code: 'period-closed', ...(was.entry !== null && { entry: was.entry }) }
  }
  const isOtherSide = history.state.side !== kept.state.side
  return isOtherSide && isClosed(flowsOf(history.records)[0]?.[0] ?? null, driver)
    ? { code: 'period-closed' }
    : undefined
}

/** An entry's events without names, which follow renames. */
function withoutNames({ events }: Entry): string {
  return JSON.stringify(events, (key, value: unknown) => (key === 'client' || key === 'freelancer' ? undefined : value))
}

/**
 * Throws if the verdict on a correction differs from that of the second reading, or a refusal names
 * another entry.
 */
export function checkCorrectionVerdict(driver: Driver, kept: Kept | undefined, happened: Happened): void {
  const { command } = happened
  assert.equal(command?.type, 'correct')
  const expected = expectedOfCorrection(command as Correct, kept, driver)
  const given = happened.ok ? undefined : happened.refusal
  const wasRenamed = kept?.entries.some(({ type }) => type === 'rename-party') ?? false
  // Names of today may meet where the names of then did not: that is refused, and never accepted.
  if (wasRenamed && given?.code === 'same-party') return
  assert.equal(given?.code, expected?.code, 'the verdict on a correction')
  if (expected?.entry !== undefined) assert.equal(given?.entry, expected.entry, 'the entry that it names')
}

/**
 * Throws if an accepted correction left anything but what recording the changed history from the
 * start leaves; or lost an entry, a milestone's number, a reference or a note on the way.
 */
export function checkCorrection(command: Correct, was: Kept, is: Kept, driver: Driver): void {
  const history = retellingOf(was, command, driver)
  assert.ok(history.ok, 'a history that was accepted can be told')
  assert.deepEqual(comparable(is), comparable({ ...is, state: history.state }), 'as if recorded so from the start')
  assert.deepEqual(is.flows, flowsOf(history.records), 'the money of each day, as if recorded so from the start')
  checkRecords(command, was, is, driver)
  checkNumbers(is)
}

/** The state without the numbers of entries, and of milestones to come. */
function comparable({ state }: Kept): object {
  const { lastEntry: _, nextMilestoneNumber: __, holding, ...others } = state
  return { ...JSON.parse(JSON.stringify(others)), holding: [...holding].sort() }
}

function checkRecords(command: Correct, was: Kept, is: Kept, driver: Driver): void {
  assert.ok(
    was.entries.every((entry, index) => is.entries[index] === entry),
    'no record is lost or changed',
  )
  const changes = changesOf(command)
  const standing = was.entries.filter(each => each.entry !== null && isStanding(was, each))
  const takenBack = standing.slice(standing.findIndex(({ entry }) => changes.has(entry ?? 0)))
  const again = takenBack.filter(({ entry }) => !changes.get(entry ?? 0)?.remove)
  const added = is.entries.slice(was.entries.length)
  const usual = usualAfter(latestOf(was), driver)
  assert.deepEqual(
    added.map(({ type, on, corrects, events }) => (type === 'reverse' ? [on, events] : corrects)),
    [
      ...takenBack.map(({ entry }) => [command.on ?? usual, [{ type: 'entry-reversed', entry }]]).toReversed(),
      ...again.map(({ entry }) => entry),
    ],
    'taken back are the latest first, and recorded again in the order of recording',
  )
  for (const { entry, corrects, on, reference, note } of added) {
    if (entry === null || corrects === undefined) continue
    const change = changes.get(corrects)?.with ?? {}
    const details = { ...detailsNow(was, corrects), ...given(change) }
    assert.deepEqual([reference ?? null, note ?? null], [details.reference ?? null, details.note ?? null])
    assert.equal(on, change.on ?? was.entries.find(each => each.entry === corrects)?.on, 'each has its own day')
    assert.equal(driver.entryToday(corrects), entry, 'the entry that was replaced leads to the new one')
  }
  const chains = is.entries.flatMap(({ corrects }) => corrects ?? [])
  assert.equal(new Set(chains).size, chains.length, 'an entry is replaced once')
  for (const { entry } of is.entries)
    if (entry !== null && is.rows.find(row => row.entry === entry)?.reversedBy === undefined)
      assert.equal(driver.entryToday(entry), entry, 'an entry that stands is not replaced')
}

const given = ({ reference, note }: CorrectedFields): object => ({
  ...(reference !== undefined && { reference }),
  ...(note !== undefined && { note }),
})

/** Throws unless every number that was ever given on entries that stand is above none to come. */
function checkNumbers(is: Kept): void {
  const ids = is.entries
    .filter(each => isStanding(is, each))
    .flatMap(({ events }) => events)
    .flatMap(event =>
      event.type === 'milestone-added'
        ? event.milestone.id
        : event.type === 'contract-opened'
          ? event.milestones.map(({ id }) => id)
          : [],
    )
  assert.equal(new Set(ids).size, ids.length, 'no number goes to another milestone')
  const highest = Math.max(0, ...ids.map(id => Number(id.slice(1))))
  assert.equal(is.state.nextMilestoneNumber, highest + 1, 'the next number follows the highest')
}
