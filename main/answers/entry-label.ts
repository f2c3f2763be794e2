import type { Entry, EscrowEvent, EscrowPart } from '../../shared/contract/events.ts'
import { isEntryMove } from '../../shared/contract/moves.ts'
import type { Parameter } from '../../shared/contract/refusals.ts'
import { type Minor, sum } from '../../shared/money/money.ts'
import { wordKey } from '../../shared/words/catalogue.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'

/**
 * The label of an entry in a contract's timeline, in the past tense ("Funded Design"). For a
 * reversal, `reversed` is the entry it undoes.
 */
export function entryLabel(entry: Entry, contract: ContractState, voice: Voice, reversed?: Entry): string {
  if (reversed !== undefined)
    return say('entry.reverse.named', { undone: entryLabel(reversed, contract, voice) }, voice)
  const { type } = entry
  if (!isEntryMove(type)) throw new Error(`${type} is not an entry`)
  const variant = variantOf(entry)
  const key = variant === undefined ? undefined : wordKey(`entry.${type}.${variant}`)
  return say(key ?? `entry.${type}`, paramsOf(entry, contract, voice), voice)
}

/**
 * The variant of a command's label that fits the command's effect; undefined for the usual label.
 */
function variantOf({ events }: Entry): string | undefined {
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
    ...(last !== undefined && amountsOf(last)),
  }
}

/** The amounts that only the event knows: what was asked for, disputed, or split. */
function amountsOf(event: EscrowEvent): Record<string, Parameter> {
  switch (event.type) {
    case 'refund-requested':
    case 'dispute-opened':
      return { amount: { money: event.amount } }
    case 'dispute-resolved':
      return { released: { money: allOf(event.released) }, refunded: { money: allOf(event.refunded) } }
    default:
      return {}
  }
}

const allOf = (parts: readonly EscrowPart[]): Minor => sum(...parts.map(({ amount }) => amount))

function titleOf(event: EscrowEvent, contract: ContractState): string | undefined {
  if (event.type === 'milestone-added') return event.milestone.title
  if (event.type === 'milestone-removed') return event.title
  return 'milestoneId' in event && event.milestoneId !== null
    ? milestoneOf(contract, event.milestoneId)?.title
    : undefined
}
