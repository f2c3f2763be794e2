import type { Entry } from '../../../shared/contract/events.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import { addFlow, type Flow, flowOf, isNothing, subtractFlow } from '../../escrow/flows.ts'
import { START } from '../journal/chain.ts'

/**
 * The checkpoint's format this app writes, and the newest it knows. Of an older one it is rebuilt.
 */
export const CHECKPOINT_FORMAT = 1

/** The reference and note an entry has now. */
export interface Annotation {
  readonly entry: number
  readonly reference?: string
  readonly note?: string
}

/** What moved on one day of a contract, reversed entries left out. */
export type DayFlow = readonly [on: IsoDate, flow: Flow]

/**
 * A day and what moved on it, in the order of `Flow`'s fields: there are many of these, and their
 * names would be most of the checkpoint.
 */
type StoredFlow = readonly [on: IsoDate, ...amounts: readonly [Minor, Minor, Minor, Minor, Minor, Minor, Minor, Minor]]

/**
 * A contract as the live state keeps it. Never changed in place, so that a checkpoint being written
 * sees one moment.
 */
export interface ContractRecord {
  readonly state: ContractState
  /** By day. */
  readonly flows: readonly StoredFlow[]
  /** By entry. */
  readonly annotations: readonly Annotation[]
}

/**
 * lowdb's `db.data`: the live state that commands read and change, and the place in the journal it
 * stands for.
 */
export interface BookData {
  format: number
  /** The format that the journal's lines were read as: after a migration they are folded again. */
  journalFormat: number
  position: number
  offset: number
  hash: string
  entries: number
  contracts: Record<string, ContractRecord>
}

/** The state of a book without a line, whose journal is read as of this format. */
export function emptyData(journalFormat: number): BookData {
  return { format: CHECKPOINT_FORMAT, journalFormat, ...START, entries: 0, contracts: {} }
}

/** The record of a contract; undefined for an id that a person made up, `__proto__` among them. */
export function recordIn(
  contracts: Readonly<Record<string, ContractRecord>>,
  contractId: string,
): ContractRecord | undefined {
  return Object.hasOwn(contracts, contractId) ? contracts[contractId] : undefined
}

/**
 * A contract's record after one more entry, which leaves it in `state`. A reversal comes with the
 * entry that it reverses.
 */
export function recordAfter(
  record: ContractRecord | undefined,
  entry: Entry,
  state: ContractState,
  reversed?: Entry,
): ContractRecord {
  const { flows = [], annotations = [] } = record ?? {}
  return {
    state,
    flows: reversed === undefined ? withFlow(flows, entry, 1) : withFlow(flows, reversed, -1),
    annotations: withAnnotation(annotations, entry),
  }
}

function withFlow(flows: readonly StoredFlow[], { on, events }: Entry, sign: 1 | -1): readonly StoredFlow[] {
  const moved = flowOf(events)
  if (isNothing(moved)) return flows
  const last = flows.at(-1)
  // Entries nearly always come at the end.
  if (sign > 0 && (last === undefined || last[0] < on)) return [...flows, storedFlowOf(on, moved)]
  let place = flows.length
  while (place > 0 && (flows[place - 1]?.[0] ?? '') >= on) place--
  const sameDay = flows[place]?.[0] === on ? flows[place] : undefined
  const before = sameDay === undefined ? flowOf([]) : dayFlowOf(sameDay)[1]
  const flow = sign > 0 ? addFlow(before, moved) : subtractFlow(before, moved)
  return flows.toSpliced(place, sameDay === undefined ? 0 : 1, ...(isNothing(flow) ? [] : [storedFlowOf(on, flow)]))
}

function storedFlowOf(on: IsoDate, flow: Flow): StoredFlow {
  return [
    on,
    flow.deposited,
    flow.released,
    flow.refunded,
    flow.bonuses,
    flow.returned,
    flow.clientFee,
    flow.freelancerFee,
    flow.contractFee,
  ]
}

/** What moved on a day, as reports take it. */
export function dayFlowOf([
  on,
  deposited,
  released,
  refunded,
  bonuses,
  returned,
  clientFee,
  freelancerFee,
  contractFee,
]: StoredFlow): DayFlow {
  return [on, { deposited, released, refunded, bonuses, returned, clientFee, freelancerFee, contractFee }]
}

function withAnnotation(
  annotations: readonly Annotation[],
  { entry, reference, note, events }: Entry,
): readonly Annotation[] {
  const change = events.find(event => event.type === 'entry-annotated')
  if (change !== undefined) return annotated(annotations, change.entry, change)
  if (entry === null || (reference === undefined && note === undefined)) return annotations
  return [...annotations, { entry, ...(reference !== undefined && { reference }), ...(note !== undefined && { note }) }]
}

function annotated(
  annotations: readonly Annotation[],
  entry: number,
  change: { readonly reference?: string | null | undefined; readonly note?: string | null | undefined },
): readonly Annotation[] {
  let place = annotations.length
  while (place > 0 && (annotations[place - 1]?.entry ?? 0) >= entry) place--
  const before = annotations[place]?.entry === entry ? annotations[place] : undefined
  const { reference = before?.reference, note = before?.note } = change
  const after: Annotation = { entry, ...(reference != null && { reference }), ...(note != null && { note }) }
  const isEmpty = after.reference === undefined && after.note === undefined
  return annotations.toSpliced(place, before === undefined ? 0 : 1, ...(isEmpty ? [] : [after]))
}
