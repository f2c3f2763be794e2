import type { Book } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { addFlow, type Flow } from '../escrow/flows.ts'

/** A month (`2026-01`) and the amounts moved in it. */
type MonthFlow = readonly [month: string, flow: Flow]

// Cached by state, which is replaced with every entry of its contract and never changed.
const kept = new WeakMap<ContractState, readonly MonthFlow[]>()

/**
 * A contract's flows by month, without reversed entries; computed once per state of the contract.
 */
export function monthFlows(book: Book, state: ContractState): readonly MonthFlow[] {
  let months = kept.get(state)
  if (months === undefined) {
    months = addedUp(book, state)
    kept.set(state, months)
  }
  return months
}

function addedUp(book: Book, state: ContractState): readonly MonthFlow[] {
  const months = new Map<string, Flow>()
  for (const [on, flow] of book.flows(state.id)) {
    const month = on.slice(0, 7)
    const sofar = months.get(month)
    months.set(month, sofar === undefined ? flow : addFlow(sofar, flow))
  }
  return [...months]
}
