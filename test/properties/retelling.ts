import type { DayFlow } from '../../main/book/checkpoint/contract-record.ts'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { decide } from '../../main/escrow/decide.ts'
import { evolve } from '../../main/escrow/evolve.ts'
import { addFlow, flowOf, isNothing } from '../../main/escrow/flows.ts'
import type { CommandOf, RecordedCommand } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { RefusalCode } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Kept } from './driver.ts'
import { changedSaid, changesOf } from './said.ts'

/** A day after all others, so that no day of an entry is in the future. */
const LAST_DAY = '9999-12-31' as IsoDate

/** A contract's history as it would be had it been recorded otherwise from the start. */
export type Retold =
  | {
      readonly ok: true
      readonly state: ContractState
      /** The records by the entries they stand for, in the order of recording; renames have null. */
      readonly records: readonly Entry[]
    }
  | { readonly ok: false; readonly code: RefusalCode; readonly entry: number }

/** What a new day of an entry may not be; undefined if it may. */
type DayRefusal = (on: IsoDate, state: ContractState) => RefusalCode | undefined

/**
 * Records a contract's standing commands with the changes of a correction on a new contract: in the
 * order of recording, each with its own day, with the renames in their place. Milestones get the
 * numbers that they get then, and have those of the corrected contract in what is returned.
 */
export function retold(kept: Kept, command: CommandOf<'correct'>, refusalOfNewDay: DayRefusal): Retold {
  const changes = changesOf(command)
  const numbers = new Map<string, string>()
  const records: Entry[] = []
  let state: ContractState | undefined
  for (const record of kept.entries.filter(each => isStanding(kept, each))) {
    if (record.entry === null) {
      if (state !== undefined) state = evolve(state, record)
      records.push(record)
      continue
    }
    const said = kept.said.get(record.entry)
    const change = changes.get(record.entry)
    const changed = said && changedSaid(said, change)
    if (changed === undefined) continue
    const decision = decide(state, renumbered(changed, kept.entries, numbers), {
      today: LAST_DAY,
      newContractId: kept.state.id,
      closedUntil: null,
      entryExists: () => false,
    })
    const on = changed.on ?? record.on
    const isNewDay = state !== undefined && on !== record.on
    const ofDay = isNewDay && state !== undefined ? refusalOfNewDay(on, state) : undefined
    if (!decision.ok && (decision.refusal.code !== 'date-before-last-entry' || ofDay === undefined))
      return { ok: false, code: decision.refusal.code, entry: record.entry }
    if (ofDay !== undefined || !decision.ok)
      return { ok: false, code: ofDay ?? 'date-before-last-entry', entry: record.entry }
    for (const event of decision.events)
      if (event.type === 'milestone-added') numbers.set(addedIn(record) ?? '', event.milestone.id)
    const again: Entry = { ...record, on: decision.on, events: decision.events }
    state = evolve(state, again)
    records.push(again)
  }
  if (state === undefined) throw new Error('a contract has an opening')
  const back = new Map([...numbers].map(([then, now]) => [now, then]))
  return { ok: true, state: named(state, back), records: named(records, back) }
}

/** The money of entries by day, without days on which none moved. */
export function flowsOf(records: readonly Entry[]): readonly DayFlow[] {
  const flows = new Map<IsoDate, DayFlow[1]>()
  for (const { on, events } of records) flows.set(on, addFlow(flows.get(on) ?? flowOf([]), flowOf(events)))
  return [...flows].filter(([, flow]) => !isNothing(flow)).sort(([one], [other]) => (one < other ? -1 : 1))
}

/** True if a record is a rename, or an entry that was not reversed and is no reversal. */
export function isStanding({ rows }: Kept, { entry, type }: Entry): boolean {
  if (entry === null) return type === 'rename-party'
  return type !== 'reverse' && rows.find(row => row.entry === entry)?.reversedBy === undefined
}

function addedIn({ events }: Entry): string | undefined {
  return events.find(event => event.type === 'milestone-added')?.milestone.id
}

/**
 * A command with the numbers that milestones have on the new contract, on which only those of the
 * opening keep theirs.
 */
function renumbered(
  command: RecordedCommand,
  [opening]: readonly Entry[],
  numbers: ReadonlyMap<string, string>,
): RecordedCommand {
  if (!('milestoneId' in command) || command.milestoneId === undefined) return command
  const { milestoneId } = command
  const isOfOpening = opening?.events.some(
    event => event.type === 'contract-opened' && event.milestones.some(({ id }) => id === milestoneId),
  )
  return { ...command, milestoneId: numbers.get(milestoneId) ?? (isOfOpening ? milestoneId : 'none') }
}

/** A value in which every milestone has its number from `names`, wherever it is named. */
function named<T>(value: T, names: ReadonlyMap<string, string>): T {
  const nameOf = (text: unknown): unknown => (typeof text === 'string' ? (names.get(text) ?? text) : text)
  return JSON.parse(JSON.stringify(value), (key, part: unknown) => {
    if (key === 'milestoneId' || key === 'id') return nameOf(part)
    return key === 'holding' && Array.isArray(part) ? part.map(nameOf) : part
  }) as T
}
