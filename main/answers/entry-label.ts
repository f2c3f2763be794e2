import type { Entry, EscrowEvent } from '../../shared/contract/events.ts'
import type { Parameter } from '../../shared/contract/refusals.ts'
import { wordKey } from '../../shared/words/catalogue.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'

/**
 * What an entry of a contract's timeline is called, in the past tense ("Funded Design"). Of a
 * reversal, `reversed` is the entry it undoes.
 */
export function entryLabel(entry: Entry, contract: ContractState, voice: Voice, reversed?: Entry): string {
  if (reversed !== undefined)
    return say('entry.reverse.named', { undone: entryLabel(reversed, contract, voice) }, voice)
  const kind = kindOf(entry)
  const key =
    (kind === undefined ? undefined : wordKey(`entry.${entry.type}.${kind}`)) ?? wordKey(`entry.${entry.type}`)
  if (key === undefined) throw new Error(`nothing to call an entry of ${entry.type}`)
  return say(key, paramsOf(entry, contract, voice), voice)
}

/** Which of a command's labels tells what it did. */
function kindOf({ events }: Entry): string | undefined {
  const last = events.at(-1)
  switch (last?.type) {
    case 'released':
      return last.milestoneId === null ? 'unallocated' : undefined
    case 'refund-requested':
      return last.ending ? 'ending' : last.milestoneId === null ? undefined : 'milestone'
    case 'dispute-opened':
      return last.milestoneId === null ? undefined : 'milestone'
    case 'contract-ended':
      return events.length > 1 ? 'with-refund' : undefined
    case 'contract-edited':
      return last.archived === undefined || Object.keys(last).length > 2
        ? undefined
        : last.archived
          ? 'archived'
          : 'restored'
    default:
      return undefined
  }
}

function paramsOf({ events }: Entry, contract: ContractState, voice: Voice): Record<string, Parameter> {
  const last = events.at(-1)
  const title = last === undefined ? undefined : titleOf(last, contract)
  return {
    contract: last?.type === 'contract-opened' ? last.title : contract.title,
    milestone: title ?? say('entry.milestone', {}, voice),
    entry: last?.type === 'entry-reversed' ? last.entry : 0,
  }
}

function titleOf(event: EscrowEvent, contract: ContractState): string | undefined {
  if (event.type === 'milestone-added') return event.milestone.title
  if (event.type === 'milestone-removed') return event.title
  return 'milestoneId' in event && event.milestoneId !== null
    ? milestoneOf(contract, event.milestoneId)?.title
    : undefined
}
