import type { Entry } from '../../shared/contract/events.ts'
import { assertConserved } from './contract/conservation.ts'
import type { ContractState } from './contract/state.ts'
import { evolve } from './evolve.ts'

/**
 * The contract that all its records, in order of recording, leave: reversed entries and the
 * reversals themselves left out, annotations and renames kept. Live and in replay alike, this is
 * what a reversal does. Whether one may happen, `decide` knows from the state alone: a renaming in
 * between that would make the two parties one is seen in `partiesBefore` and refused there as
 * `same-party`, so a fold that follows `decide` never meets it. Throws an Error where there is no
 * opening or conservation is broken.
 */
export function foldEntries(entries: readonly Entry[]): ContractState {
  const reversed = new Set<number>()
  for (const { events } of entries)
    for (const event of events) if (event.type === 'entry-reversed') reversed.add(event.entry)
  let contract: ContractState | undefined
  for (const entry of entries) {
    const isReversal = entry.events.some(event => event.type === 'entry-reversed')
    const isReversed = entry.entry !== null && reversed.has(entry.entry)
    if (!isReversal && !isReversed) contract = evolve(contract, entry)
  }
  if (contract === undefined) throw new Error('no entries to fold')
  assertConserved(contract)
  return contract
}
