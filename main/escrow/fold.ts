import type { Entry } from '../../shared/contract/events.ts'
import { assertConserved } from './contract/conservation.ts'
import type { ContractState } from './contract/state.ts'
import { evolve } from './evolve.ts'

/**
 * Folds all records of a contract, in order of recording, without reversed entries and their
 * reversals; annotations and renames count. A reversal is this fold, live as well as in replay.
 * `decide` knows from the state alone whether it is allowed: a rename in between that would give
 * both parties one name shows in `partiesBefore` and is refused there as `same-party`, so a fold
 * that follows `decide` never meets it. Throws an Error if there is no opening or conservation is
 * broken.
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
