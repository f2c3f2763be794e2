import assert from 'node:assert/strict'
import type { NextFact } from '../../main/escrow/next.ts'
import type { ContractFacts } from '../../main/escrow/view.ts'
import { MOVE_FACTS } from '../../shared/contract/moves.ts'
import { total } from './figures.ts'

type Name = readonly [type: NextFact['type'], milestoneId?: string]

/** The moves a person may look for on a contract: each is offered, or blocked with a reason. */
function lookedFor({ milestones, unallocated }: ContractFacts): Name[] {
  const names: Name[] = [
    ['request-refund'],
    ['open-dispute'],
    ['end-contract'],
    ['add-milestone'],
    ['bonus'],
    ['return-payment'],
    ['reverse'],
    ['edit-contract'],
  ]
  if (unallocated > 0) names.push(['release'])
  for (const { id, status, held } of milestones) {
    if (status === 'planned') names.push(['fund-milestone', id], ['edit-milestone', id], ['remove-milestone', id])
    if (held > 0) names.push(['release', id], ['submit-work', id], ['remove-milestone', id])
    if (status === 'submitted') names.push(['request-changes', id])
  }
  return names
}

/**
 * Throws if a move a person may look for is neither offered nor blocked, or one that nobody looks
 * for is mentioned.
 */
export function checkLookedFor(view: ContractFacts): void {
  const { next, blocked, milestones, unallocated, escrow } = view
  const named = new Set([...next, ...blocked].map(({ type, milestoneId }) => `${type} ${milestoneId}`))
  for (const [type, milestoneId] of lookedFor(view))
    assert.ok(named.has(`${type} ${milestoneId}`), `${type} ${milestoneId ?? ''} is offered or blocked`)
  for (const { type, milestoneId } of blocked) {
    const milestone = milestones.find(({ id }) => id === milestoneId)
    assert.ok(
      milestone === undefined || milestone.status === 'planned' || milestone.held > 0,
      `nobody looks for ${type} of ${milestoneId}, which is done`,
    )
    if (type === 'release' && milestoneId === undefined)
      assert.ok(unallocated > 0, 'nobody looks for unallocated money if there is none')
  }
  for (const { type, milestoneId } of [...next, ...blocked]) {
    const { contract, milestone } = MOVE_FACTS[type].offered
    const place = milestoneId === undefined ? contract : milestone
    assert.notEqual(place, null, `${type} ${milestoneId ?? ''} has no place on the contract screen`)
  }
  for (const offer of next) {
    if (offer.type === 'end-contract')
      assert.equal(offer.default, escrow > 0 ? escrow : undefined, 'ending says what goes back')
    if (offer.type === 'move-milestone') assert.ok(milestones.length > 1, 'there is somewhere to move to')
    if (['release', 'request-refund', 'open-dispute', 'resolve-dispute'].includes(offer.type))
      assert.equal(offer.default, offer.max, `${offer.type}: all of it, to begin with`)
  }
}

/** Throws unless a remainder below the minimum is mentioned on exactly the moves that use it. */
export function checkLeftOver({ next, milestones, unallocated, policy }: ContractFacts): void {
  const isPartlyPaid = (id: string | undefined): boolean =>
    milestones.some(milestone => milestone.id === id && milestone.status === 'partly-paid')
  const remainders = total(milestones.filter(({ id }) => isPartlyPaid(id)).map(({ held }) => held))
  const left = unallocated + (policy.funding === 'one' ? remainders : 0)
  const isSmall = left > 0 && left < policy.minimum
  for (const { type, milestoneId, leftOver } of next) {
    const usesIt =
      type === 'fund-milestone' ||
      type === 'add-milestone' ||
      (type === 'request-refund' && milestoneId === undefined) ||
      (type === 'release' && (milestoneId === undefined || isPartlyPaid(milestoneId)))
    assert.equal(leftOver, isSmall && usesIt ? left : undefined, `${type} ${milestoneId ?? ''} and what is left over`)
  }
}
