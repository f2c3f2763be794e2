import type { Entry } from '../../../shared/contract/events.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import { evolve } from '../../escrow/evolve.ts'
import { addFlow, type Flow, flowOf, isNothing, subtractFlow } from '../../escrow/flows.ts'

/** The current reference and note of an entry. */
export interface Annotation {
  readonly entry: number
  readonly reference?: string
  readonly note?: string
}

/** The money a contract moved on one day, without reversed entries. */
export type DayFlow = readonly [on: IsoDate, flow: Flow]

/**
 * A day's flow with its amounts in the order of `Flow`'s fields: there are many of these, and field
 * names would make up most of the checkpoint.
 */
type StoredFlow = readonly [on: IsoDate, ...amounts: readonly [Minor, Minor, Minor, Minor, Minor, Minor, Minor, Minor]]

/**
 * A contract in the live state. Never changed in place, so that a checkpoint being written sees it
 * as it was at one moment.
 */
export interface ContractRecord {
  readonly state: ContractState
  /** In order of date. */
  readonly flows: readonly StoredFlow[]
  /** In order of entry. */
  readonly annotations: readonly Annotation[]
}

/**
 * Folds an entry into a contract's record. For a reversal, `reversal` is the entry it takes back
 * and the state without it. Throws if money would not be conserved.
 */
export function recordFolded(
  record: ContractRecord | undefined,
  entry: Entry,
  reversal?: { readonly reversed: Entry; readonly state: ContractState },
): ContractRecord {
  if (reversal === undefined) return recordAfter(record, entry, evolve(record?.state, entry))
  return recordAfter(record, entry, reversal.state, reversal.reversed)
}

/** The daily flow in the form that reports use. */
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

/**
 * The record after `entry`, which leaves the contract in `state`; `reversed` is the entry it
 * reverses.
 */
function recordAfter(
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

/** The flows with those of an entry added (`sign` 1) or taken out (-1). */
function withFlow(flows: readonly StoredFlow[], { on, events }: Entry, sign: 1 | -1): readonly StoredFlow[] {
  const moved = flowOf(events)
  if (isNothing(moved)) return flows
  const last = flows.at(-1)
  // Fast path: entries nearly always come in order of date.
  if (sign > 0 && (last === undefined || last[0] < on)) return [...flows, storedFlowOf(on, moved)]
  let index = flows.length
  while (index > 0 && (flows[index - 1]?.[0] ?? '') >= on) index--
  const sameDay = flows[index]?.[0] === on ? flows[index] : undefined
  const before = sameDay === undefined ? flowOf([]) : dayFlowOf(sameDay)[1]
  const flow = sign > 0 ? addFlow(before, moved) : subtractFlow(before, moved)
  return flows.toSpliced(index, sameDay === undefined ? 0 : 1, ...(isNothing(flow) ? [] : [storedFlowOf(on, flow)]))
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

/**
 * The annotations with an entry's own reference and note, or with the change an annotation makes.
 */
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
  let index = annotations.length
  while (index > 0 && (annotations[index - 1]?.entry ?? 0) >= entry) index--
  const before = annotations[index]?.entry === entry ? annotations[index] : undefined
  const { reference = before?.reference, note = before?.note } = change
  const after: Annotation = { entry, ...(reference != null && { reference }), ...(note != null && { note }) }
  const isEmpty = after.reference === undefined && after.note === undefined
  return annotations.toSpliced(index, before === undefined ? 0 : 1, ...(isEmpty ? [] : [after]))
}
