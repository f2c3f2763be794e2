import assert from 'node:assert/strict'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { decide } from '../../main/escrow/decide.ts'
import type { NextFact } from '../../main/escrow/next.ts'
import type { ContractFacts } from '../../main/escrow/view.ts'
import type { CommandOf, RecordedCommand } from '../../shared/contract/commands.ts'
import type { RefusalCode } from '../../shared/contract/refusals.ts'
import type { Chance } from './chance.ts'
import type { Driver } from './driver.ts'
import type { Said } from './scene.ts'
import { checkSayable } from './words.ts'

type Named = Pick<NextFact, 'type' | 'milestoneId'>

const nameOf = ({ type, milestoneId }: Named): string => `${type} ${milestoneId ?? ''}`.trim()

/** The other required fields of a command that `next` or `blocked` names. */
function restOf({ type }: Named, contract: ContractState): Said {
  if (type === 'add-milestone') return { title: 'Next', amount: contract.policy.minimum }
  if (type === 'move-milestone') return { to: contract.milestones.length - 1 }
  if (type === 'end-contract') return { refundRemainder: true }
  return ['release', 'bonus', 'return-payment', 'request-refund', 'open-dispute'].includes(type) ? { amount: 1 } : {}
}

/**
 * The command of an offer, with an amount if it has limits. For a resolution the amount is the
 * released part.
 */
export function offered(offer: NextFact, contract: ContractState, amount: number | undefined): Said {
  const { type, milestoneId, max = 0 } = offer
  const of = {
    type,
    contractId: contract.id,
    ...(milestoneId !== undefined && { milestoneId }),
    ...restOf(offer, contract),
  }
  if (amount === undefined) return of
  return type === 'resolve-dispute' ? { ...of, release: amount, refund: max - amount } : { ...of, amount }
}

function answerTo(said: Said, contract: ContractState, driver: Driver): RefusalCode | 'accepted' {
  // Not parsed: their shape is right, and parsing hundreds of thousands of probes is slower than
  // deciding them.
  const decision = decide(contract, said as RecordedCommand, driver.contextOf(contract.id))
  return decision.ok ? 'accepted' : decision.refusal.code
}

/**
 * The amounts to try an offer with, inside its limits and just outside; none if it has no limits.
 */
export function amountsOf(
  { min, max, default: usual }: NextFact,
  chance: Chance,
): { inside: (number | undefined)[]; outside: number[] } {
  if (min === undefined || max === undefined) return { inside: [undefined], outside: [] }
  return { inside: [...new Set([min, max, usual ?? min, chance.between(min, max)])], outside: [min - 1, max + 1] }
}

/**
 * Throws if a contract's next moves are wrong: each offer must be accepted within its limits and
 * refused just outside, each blocked command refused with the code it names, and none named twice.
 * Returns the number of commands that were tried.
 */
export function checkProspects(view: ContractFacts, contract: ContractState, driver: Driver, chance: Chance): number {
  const names = [...view.next, ...view.blocked].map(nameOf)
  assert.deepEqual([...new Set(names)], names, 'each command is named once')
  let tried = 0
  for (const offer of view.next) {
    const { inside, outside } = amountsOf(offer, chance)
    const { min, max, default: usual } = offer
    if (min !== undefined && max !== undefined)
      assert.ok(
        min <= max && (usual === undefined || (min <= usual && usual <= max)),
        `${nameOf(offer)}: limits in order`,
      )
    for (const amount of inside)
      assert.equal(
        answerTo(offered(offer, contract, amount), contract, driver),
        'accepted',
        `${nameOf(offer)} of ${amount} is offered`,
      )
    for (const amount of outside)
      assert.notEqual(
        answerTo(offered(offer, contract, amount), contract, driver),
        'accepted',
        `${nameOf(offer)} of ${amount} is outside`,
      )
    tried += inside.length + outside.length
  }
  for (const { refusal, ...named } of view.blocked) {
    assert.equal(
      answerTo(offered(named, contract, undefined), contract, driver),
      refusal.code,
      `${nameOf(named)} is blocked`,
    )
    checkSayable(refusal)
    tried++
  }
  return tried
}

/** Opening, annotating and renaming are never offered. */
function isNeverOffered(command: RecordedCommand): command is CommandOf<'open-contract' | 'annotate' | 'rename-party'> {
  return ['open-contract', 'annotate', 'rename-party'].includes(command.type)
}

/** Throws if an accepted command was not offered, or its amount was outside the offered limits. */
export function checkWasOffered(command: RecordedCommand, view: ContractFacts, before: ContractState): void {
  if (isNeverOffered(command)) return
  // Moving the only milestone changes nothing.
  if (command.type === 'move-milestone' && before.milestones.length === 1) return
  const milestoneId = 'milestoneId' in command ? command.milestoneId : undefined
  const named = { type: command.type, ...(milestoneId !== undefined && { milestoneId }) }
  const offer = view.next.find(each => nameOf(each) === nameOf(named))
  assert.ok(offer, `${nameOf(named)} was accepted and not offered`)
  const amount = 'amount' in command ? command.amount : command.type === 'resolve-dispute' ? command.release : undefined
  if (amount !== undefined)
    assert.ok(
      amount >= (offer.min ?? 0) && amount <= (offer.max ?? 0),
      `${nameOf(named)} of ${amount} was accepted outside its limits`,
    )
}
