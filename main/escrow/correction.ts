import {
  type CommandOf,
  type CorrectedFields,
  isOptionalField,
  type RecordedCommand,
  recordedCommandSchema,
} from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { Policy, PolicyChange } from '../../shared/contract/policy.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { commandAgain } from './again.ts'
import { renamed } from './contract/party.ts'
import type { ContractState } from './contract/state.ts'
import type { ContractHistory } from './history.ts'
import { areOne, mustDiffer, mustKeepPlace } from './moves/contract.ts'
import { mustNotBeClosed } from './rules/period.ts'
import { refuse } from './rules/verdict.ts'

/** The most entries that one correction takes back. */
export const MOST_TAKEN_BACK = 2_000

/** An entry to record again, and the command that does so. */
export interface RecordedAgain {
  /** The entry that it replaces. */
  readonly replaced: Entry
  readonly command: RecordedCommand
  /** The id that an added milestone keeps. */
  readonly milestoneId?: string
  /** True if the correction changes its day, which then may not lie in the future. */
  readonly hasNewDay?: true
}

/** The entries that a correction takes back, the latest first, and those it records again. */
export interface Correction {
  readonly takenBack: readonly Entry[]
  readonly again: readonly RecordedAgain[]
}

/** The current reference and note of an entry. */
export type DetailsOf = (entry: number) => { readonly reference?: string; readonly note?: string }

/** A change to one entry: new values for its fields (`with`), or its removal (`remove`). */
type Change = Pick<CommandOf<'correct'>, 'entry' | 'with' | 'remove'>

type Planned =
  | { readonly ok: true; readonly correction: Correction }
  | { readonly ok: false; readonly refusal: Refusal }

/** The changes of a correction, each with the prefix of its fields in refusals (`also.0.`). */
const changesIn = (command: CommandOf<'correct'>): { readonly change: Change; readonly at: string }[] =>
  [command, ...(command.also ?? [])].map((change, index) => ({
    change,
    at: index === 0 ? '' : `also.${index - 1}.`,
  }))

/** Refuses an entry named twice, and neither or both of `with` and `remove` (`bad-input`). */
export function mustBeChanges(command: CommandOf<'correct'>): Refusal | undefined {
  const named = new Set<number>()
  for (const { change, at } of changesIn(command)) {
    const { entry, with: fields, remove } = change
    if ((fields === undefined) === (remove === undefined))
      return refuse('bad-input', {}, { variant: 'with-or-remove', field: `${at}with` })
    if (named.has(entry)) return refuse('bad-input', { entry }, { variant: 'entry-twice', field: `${at}entry` })
    named.add(entry)
  }
  return undefined
}

/**
 * Plans a correction on a contract's history (docs/api.md, `correct`): which entries to take back,
 * and with which commands to record them again. `command` must have passed `mustBeChanges`; the
 * rules are not asked yet. Refuses an entry that does not stand (`unknown-entry`), a field that the
 * entry's command does not have, and more than `MOST_TAKEN_BACK` entries (`bad-input`). Throws if
 * the history does not reach back far enough.
 */
export function planCorrection(history: ContractHistory, command: CommandOf<'correct'>, detailsOf: DetailsOf): Planned {
  const wanted = new Map(changesIn(command).map(each => [each.change.entry, each]))
  const takenBack: { readonly record: Entry; readonly before: ContractState | undefined }[] = []
  let missing = wanted.size
  for (const each of history.standing()) {
    if (missing === 0) break
    takenBack.push(each)
    if (each.record.entry !== null && wanted.has(each.record.entry)) missing--
  }
  for (const [entry, { at }] of wanted)
    if (!takenBack.some(({ record }) => record.entry === entry))
      return {
        ok: false,
        refusal: refuse('unknown-entry', { entry }, { variant: 'not-standing', field: `${at}entry` }),
      }
  const tooMany = mustTakeBackFew(takenBack.length, 'entry')
  if (tooMany !== undefined) return { ok: false, refusal: tooMany }
  const again: RecordedAgain[] = []
  for (const { record, before } of takenBack.toReversed()) {
    const number = record.entry ?? 0
    if (before === undefined) throw new Error(`the state before entry ${number} is not kept`)
    const asIs = recordedAgain(record, before, history, detailsOf(number))
    const found = wanted.get(number)
    if (found === undefined) again.push(asIs)
    else {
      const changed = changedBy(found.change, asIs.command, found.at)
      if (!changed.ok) return changed
      if (changed.command !== null)
        again.push({ ...asIs, command: changed.command, ...(changed.command.on !== record.on && { hasNewDay: true }) })
    }
  }
  return { ok: true, correction: { takenBack: takenBack.map(({ record }) => record), again } }
}

/** Refuses taking back more than `MOST_TAKEN_BACK` entries of a contract (`bad-input`). */
export function mustTakeBackFew(entries: number, field: string): Refusal | undefined {
  return entries > MOST_TAKEN_BACK
    ? refuse('bad-input', { entries, most: MOST_TAKEN_BACK }, { variant: 'too-many-entries', field })
    : undefined
}

/** The command that records an entry again unchanged, with its current reference and note. */
export function recordedAgain(
  record: Entry,
  before: ContractState,
  history: ContractHistory,
  details: ReturnType<DetailsOf>,
): RecordedAgain {
  const { reference: _, note: __, ...bare } = record
  const input = commandAgain({ ...bare, ...details }, before.policy)
  if (input === undefined) throw new Error(`entry ${record.entry} cannot be recorded again`)
  const command = recordedCommandSchema.parse(input)
  const added = record.events.find(event => event.type === 'milestone-added')
  return {
    replaced: record,
    command: command.type === 'edit-contract' ? asItIsNow(command, before, record, history) : command,
    ...(added !== undefined && { milestoneId: added.milestone.id }),
  }
}

/**
 * An edit reduced to the policy fields that it changed, and with its party names as later renames
 * left them.
 */
function asItIsNow(
  { policy, client, freelancer, ...command }: CommandOf<'edit-contract'>,
  before: ContractState,
  { entry }: Entry,
  history: ContractHistory,
): CommandOf<'edit-contract'> {
  let names = { client: client ?? '', freelancer: freelancer ?? '' }
  for (const { events } of entry === null ? [] : history.renamesAfter(entry))
    for (const event of events)
      if (event.type === 'party-renamed') names = renamed(names, event.from, event.to, event.side)
  return {
    ...command,
    ...(client !== undefined && { client: names.client }),
    ...(freelancer !== undefined && { freelancer: names.freelancer }),
    ...(policy !== undefined && { policy: changedFields(before.policy, policy) }),
  }
}

function changedFields(before: Policy, after: PolicyChange): PolicyChange {
  const was: Readonly<Record<string, unknown>> = before
  return Object.fromEntries(Object.entries(after).filter(([name, value]) => was[name] !== value))
}

/**
 * The command with the change applied; null if the entry is left out. Refuses a field that it does
 * not have, and null for a required one (`bad-input`, on the field prefixed with `at`).
 */
function changedBy(
  { with: fields }: Change,
  command: RecordedCommand,
  at: string,
): { readonly ok: true; readonly command: RecordedCommand | null } | { readonly ok: false; readonly refusal: Refusal } {
  if (fields === undefined) return { ok: true, command: null }
  const { type } = command
  const changed: Record<string, unknown> = { ...command }
  for (const [name, value] of Object.entries(fields) as [keyof CorrectedFields, unknown][]) {
    if (value === undefined) continue
    const isOptional = isOptionalField(type, name)
    if (isOptional === undefined || (value === null && !isOptional))
      return {
        ok: false,
        refusal: refuse('bad-input', { move: type }, { variant: 'not-of-entry', field: `${at}with.${name}` }),
      }
    if (value === null) delete changed[name]
    else changed[name] = value
  }
  return { ok: true, command: recordedCommandSchema.parse(changed) }
}

/**
 * Refuses the outcome of a correction if, because an edit was left out, both parties have the same
 * name and had two before (`same-party`), or if it changes the closed period (`period-closed`): an
 * entry dated in it is gone or differs, a new entry is dated in it, or the side changed although
 * money moved in it. An entry that is recorded again unchanged is no change. `recorded` are the new
 * records.
 */
export function mustBeRightAfter(
  { takenBack }: Correction,
  recorded: readonly Entry[],
  { before, after, closedUntil }: Outcome,
): Refusal | undefined {
  const replacements = new Map(recorded.map(record => [record.corrects, record]))
  const changes = takenBack.toReversed().map(record => ({ record, now: replacements.get(record.entry ?? 0) }))
  const leftOut = changes.find(({ record, now }) => now === undefined && record.type === 'edit-contract')
  const ofEdit = (areOne(before) ? undefined : mustDiffer(after)) ?? mustKeepPlace(after, before, closedUntil)
  if (ofEdit?.code === 'same-party') return { ...ofEdit, ...named(leftOut?.record) }
  for (const { record, now } of changes) {
    if (now !== undefined && isSame(record, now)) continue
    const refusal =
      mustNotBeClosed(record.on, closedUntil, { variant: 'correct' }) ??
      (now && mustNotBeClosed(now.on, closedUntil, { variant: 'correct', field: 'on' }))
    if (refusal !== undefined) return { ...refusal, ...named(record) }
  }
  return ofEdit && { ...ofEdit, ...named(leftOut?.record) }
}

/** A contract before and after a correction; `closedUntil` is null if nothing is closed. */
interface Outcome {
  readonly before: ContractState
  readonly after: ContractState
  readonly closedUntil: IsoDate | null
}

const named = (record: Entry | undefined): { readonly entry?: number } =>
  record === undefined || record.entry === null ? {} : { entry: record.entry }

/**
 * True if two records have the same day and events. Party names are not compared: a correction
 * cannot change them, and a record made again has the names of today.
 */
function isSame(one: Entry, other: Entry): boolean {
  return one.on === other.on && withoutNames(one) === withoutNames(other)
}

function withoutNames({ events }: Entry): string {
  return JSON.stringify(
    events.map(event => (event.type === 'contract-edited' ? { ...event, client: '', freelancer: '' } : event)),
  )
}
