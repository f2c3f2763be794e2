import type { BlockedView, ContractView, NextView } from '../../shared/contract/contract.ts'
import type { OfferedMove } from '../../shared/contract/moves.ts'
import { type WordKey, wordKey } from '../../shared/words/catalogue.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import type { BlockedFact, NextFact } from '../escrow/next.ts'
import type { ContractFacts } from '../escrow/view.ts'
import { answerError } from './refusal-answer.ts'

/** A contract in words: each available move has its label, each blocked one its reason. */
export function contractAnswer(facts: ContractFacts, voice: Voice): ContractView {
  const titles = new Map(facts.milestones.map(({ id, title }) => [id, title]))
  return {
    ...facts,
    next: facts.next.map(fact => nextView(facts, titles, fact, voice)),
    blocked: facts.blocked.map(fact => blockedView(fact, voice)),
  }
}

function nextView(
  facts: ContractFacts,
  titles: ReadonlyMap<string, string>,
  { leftOver, ...fact }: NextFact,
  voice: Voice,
): NextView {
  const milestone = fact.milestoneId === undefined ? '' : (titles.get(fact.milestoneId) ?? fact.milestoneId)
  const label = say(labelKey(facts, fact.type, fact.milestoneId !== undefined), { milestone }, voice)
  if (leftOver === undefined) return { ...fact, label }
  const note = say('note.left-over', { leftOver: { money: leftOver }, minimum: { money: facts.policy.minimum } }, voice)
  return { ...fact, label, note }
}

function labelKey({ side }: ContractFacts, type: OfferedMove, isOfMilestone: boolean): WordKey {
  const variants = isOfMilestone ? [`${side}-milestone`, side, 'milestone'] : ['unallocated', side]
  const keys = variants.map(variant => wordKey(`next.${type}.${variant}`))
  return keys.find(key => key !== undefined) ?? `next.${type}`
}

function blockedView({ refusal, ...named }: BlockedFact, voice: Voice): BlockedView {
  return { ...named, code: refusal.code, message: answerError(refusal, voice).message }
}
