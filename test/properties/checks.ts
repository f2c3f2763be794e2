import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { addFlow, type Flow, flowOf, subtractFlow } from '../../main/escrow/flows.ts'
import { foldEntries } from '../../main/escrow/fold.ts'
import type { ContractFacts } from '../../main/escrow/view.ts'
import type { EscrowCommand, RecordedCommand } from '../../shared/contract/commands.ts'
import { checkBar, checkConserved, checkLedger } from './balances.ts'
import type { Chance } from './chance.ts'
import { checkCorrection } from './correction.ts'
import { checkDay } from './day-order.ts'
import type { Driver, Happened, Kept } from './driver.ts'
import { checkLeftOver, checkLookedFor } from './looked-for.ts'
import { checkAnswer, checkWarnings } from './plan-and-budget.ts'
import { checkProspects, checkWasOffered } from './prospects.ts'
import { checkEffect, checkVerdict } from './second-reading.ts'
import { checkDeadlines, checkRow, checkStage } from './standing-view.ts'
import { viewOf } from './views.ts'
import { checkWords } from './words.ts'

/** The driver's contracts at one moment, immutable. */
export type Moment = ReadonlyMap<string, Kept>

/** The driver's contracts now. */
export const momentOf = (driver: Driver): Moment => new Map(driver.contracts)

/** The sum of the flows of entries that are not reversed. */
function flowsOf({ entries, rows }: Kept): Flow {
  let flow = flowOf([])
  for (const { entry, events } of entries) {
    const moved = flowOf(events)
    flow = addFlow(flow, moved)
    const row = rows.find(each => each.entry === entry)
    if (row?.reversedBy !== undefined) flow = subtractFlow(flow, moved)
  }
  return flow
}

function checkFlows(kept: Kept, view: ContractFacts): void {
  const { deposited, released, refunded, bonuses, returned, fees } = view
  const figures = {
    deposited,
    released,
    refunded,
    bonuses,
    returned,
    clientFee: fees.client,
    freelancerFee: fees.freelancer,
    contractFee: fees.contract,
  }
  assert.deepEqual(flowsOf(kept), figures, 'the flows of all entries that stand make up the figures')
}

function checkReversal(before: Kept, after: Kept): void {
  assert.ok(
    isDeepStrictEqual(after.state, before.before.at(-1)),
    'a reversal leads back to the state before the entry it took',
  )
  const [row, last] = [after.rows.at(-1), before.state.lastEntry]
  assert.equal(row?.reverses, last, 'a reversal takes the entry recorded last')
  assert.equal(after.rows.find(each => each.entry === last)?.reversedBy, row?.entry, 'the entry it took is marked')
}

/**
 * Throws unless an entry is plain JSON without parts of zero: it names only milestones it moves.
 */
function checkRecord({ entries, state }: Kept): void {
  const last = entries.at(-1)
  assert.ok(isDeepStrictEqual(JSON.parse(JSON.stringify(last)), last), 'the journal keeps exactly what happened')
  const arrivals = state.onItsWay.map(({ on }) => on)
  assert.deepEqual(arrivals, [...new Set(arrivals)].sort(), 'what is on its way is kept by day, each day once')
  for (const event of last?.events ?? []) {
    for (const parts of Object.values(event)) {
      if (Array.isArray(parts))
        for (const part of parts) assert.ok(part.amount > 0, `${event.type} has a part of ${part.amount}`)
    }
  }
}

/** True if a command becomes one record of each contract it is about. */
function isRecorded(command: EscrowCommand): command is RecordedCommand {
  return command.type !== 'correct' && command.type !== 'close-books'
}

/**
 * Throws if an invariant does not hold after one command; `before` is the moment before it. Returns
 * the number of commands that it tried.
 */
export function checkAfter(driver: Driver, before: Moment, happened: Happened, chance: Chance): number {
  checkVerdict(driver, before, happened)
  checkWords(happened)
  if (!happened.ok) {
    assert.equal(driver.contracts.size, before.size, 'a refused command opens nothing')
    for (const [id, kept] of driver.contracts) assert.equal(kept, before.get(id), 'a refused command changes nothing')
    return 0
  }
  if (happened.command.type === 'close-books')
    assert.equal(driver.closedUntil, happened.command.until, 'the books are closed until that day')
  let tried = 0
  for (const [id, kept] of driver.contracts)
    if (!happened.touched.includes(id)) assert.equal(kept, before.get(id), `only ${happened.touched} is touched`)
  for (const id of happened.touched) {
    const [was, is] = [before.get(id), driver.contracts.get(id)]
    assert.ok(is)
    const view = viewOf(is.state, driver)
    checkRecord(is)
    assert.ok(isDeepStrictEqual(foldEntries(is.entries), is.state), 'all entries fold to the live state')
    if (is.state.removed) continue
    checkConserved(view)
    checkBar(view)
    checkStage(view)
    checkRow(view, is, driver.today)
    checkLookedFor(view)
    checkLeftOver(view)
    checkDeadlines(view, is, driver.today)
    checkLedger(view, is.rows)
    checkFlows(is, view)
    const { command } = happened
    if (command.type === 'correct') {
      assert.ok(was)
      checkCorrection(command, was, is, driver)
    } else checkWarnings(happened, was, is)
    if (was !== undefined && isRecorded(command)) {
      checkAnswer(happened, was, is, driver)
      checkWasOffered(command, viewOf(was.state, driver), was.state)
      checkDay(command, is.entries.at(-1)?.on ?? driver.today, was, driver)
      checkEffect(command, was, is, driver)
      if (command.type === 'reverse') checkReversal(was, is)
    }
    tried += checkProspects(view, is.state, driver, chance)
  }
  return tried
}
