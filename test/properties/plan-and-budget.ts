import assert from 'node:assert/strict'
import type { EscrowEvent } from '../../shared/contract/events.ts'
import type { Driver, Happened, Kept } from './driver.ts'
import { sameName } from './expected-code.ts'
import { total } from './figures.ts'

const standing = ({ entries, rows }: Kept): EscrowEvent[] =>
  entries
    .filter(({ entry, type }) => type !== 'reverse' && rows.find(row => row.entry === entry)?.reversedBy === undefined)
    .flatMap(({ events }) => events)

/** The last planned amount of a milestone before it was funded, read off the events. */
function plannedFor(events: readonly EscrowEvent[], milestoneId: string): number {
  let planned = 0
  for (const event of events) {
    if (event.type === 'contract-opened')
      planned = event.milestones.find(({ id }) => id === milestoneId)?.amount ?? planned
    if (event.type === 'milestone-added' && event.milestone.id === milestoneId) planned = event.milestone.amount
    if (event.type === 'milestone-edited' && event.milestoneId === milestoneId) planned = event.amount ?? planned
  }
  return planned
}

/**
 * The cost of the plan (rules.md, Plan and budget), from the milestones one by one. Minor units.
 */
function costOf(kept: Kept): number {
  const { milestones, policy, unallocated, deposited, refunded } = kept.state
  const events = standing(kept)
  const carried = milestones.map(({ id, status, held, released }) => {
    if (policy.funding === 'many') return 0
    if (status === 'partly-paid') return held
    return status === 'funded' || status === 'submitted'
      ? Math.max(0, held - Math.max(0, plannedFor(events, id) - released))
      : 0
  })
  const planned = total(milestones.filter(({ status }) => status === 'planned').map(({ amount }) => amount))
  return deposited - refunded + Math.max(0, planned - unallocated - total(carried))
}

/**
 * Throws unless exactly the commands that raise the plan above the budget warn of it, and each
 * closed milestone is warned of.
 */
export function checkWarnings(
  { command, answer }: Extract<Happened, { ok: true }>,
  before: Kept | undefined,
  after: Kept,
): void {
  const warned = answer.warnings.map(({ code }) => code)
  if (command.type === 'reverse') return
  const { budget } = after.state
  const isOver = budget !== null && costOf(after) > budget
  const wasOver = before !== undefined && before.state.budget !== null && costOf(before) > before.state.budget
  const isNews = before === undefined || !wasOver || costOf(after) > costOf(before) || budget !== before.state.budget
  assert.equal(
    warned.includes('over-budget'),
    isOver && isNews,
    'over the budget is warned of, and again when it gets worse or the budget is another',
  )
  const closed =
    command.type === 'fund-milestone'
      ? (before?.state.milestones.filter(({ id, status }) => status === 'partly-paid' && statusIn(after, id) === 'paid')
          .length ?? 0)
      : 0
  assert.equal(
    warned.filter(code => code === 'closes-milestone').length,
    closed,
    'each milestone that funding closes is warned of',
  )
}

const statusIn = ({ state }: Kept, milestoneId: string): string | undefined =>
  state.milestones.find(({ id }) => id === milestoneId)?.status

/** Throws if the answer to a command differs from its effect. */
export function checkAnswer(
  { command, answer: { value } }: Extract<Happened, { ok: true }>,
  before: Kept,
  { state, entries }: Kept,
  driver: Driver,
): void {
  const { events = [] } = entries.at(-1) ?? {}
  if (command.type === 'fund-milestone') {
    const amount = state.milestones.find(({ id }) => id === command.milestoneId)?.amount ?? 0
    const deposit = state.deposited - before.state.deposited
    assert.deepEqual(
      value,
      { deposit, carried: amount - deposit },
      'funding answers what was paid in and what was carried',
    )
  }
  if (command.type === 'release') {
    const left =
      command.milestoneId === undefined
        ? state.unallocated
        : state.milestones.find(({ id }) => id === command.milestoneId)?.held
    assert.deepEqual(value, { remainder: left }, 'a release answers what stays')
  }
  if (command.type === 'add-milestone') assert.deepEqual(value, { milestoneId: state.milestones.at(-1)?.id })
  if (command.type === 'rename-party') {
    const { from, to } = command
    const side = sameName(before.state.client, from) ? 'client' : 'freelancer'
    assert.deepEqual(
      events,
      [{ type: 'party-renamed', from, to, side }],
      'a renaming says on which side it found the party',
    )
  }
  if (command.type === 'annotate') {
    const { reference, note } = command
    const entry = driver.entryToday(command.entry)
    const told = { ...(reference !== undefined && { reference }), ...(note !== undefined && { note }) }
    assert.deepEqual(events, [{ type: 'entry-annotated', entry, ...told }], 'an annotation says what was told')
  }
  const ended = events.find(event => event.type === 'contract-ended')
  if (ended !== undefined) assert.equal(ended.by, ('by' in command && command.by) || 'client', 'it is said who ended')
  if (command.type === 'reverse') assert.deepEqual(value, { reversed: before.state.lastEntry })
}
