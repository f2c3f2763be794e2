import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import { less, type Minor, sum } from '../../../shared/money/money.ts'
import { type ContractState, escrowOf, freeOf, holdersOf, type MilestoneState } from '../../escrow/contract/state.ts'
import { leftOver } from '../../escrow/moves/funding.ts'
import { clientFee, freelancerFee } from '../../escrow/rules/fees.ts'
import type { Movement } from './movement.ts'

type Commands = readonly RecordedCommandInput[]

/**
 * Returns the ways to record a movement on a contract, the likeliest first. Each is a sequence of
 * commands; the caller tries whether the rules allow it.
 */
export function waysToRecord(movement: Movement, contract: ContractState): readonly Commands[] {
  const { kind, side } = movement
  switch (kind) {
    case 'deposit':
      return deposits(movement, contract)
    case 'release':
      return releases(movement, contract)
    case 'charge':
      return [...wholeReleases(movement, contract), ...deposits(movement, contract), ...releases(movement, contract)]
    case 'bonus':
      return bonus(movement, contract)
    case 'refund':
      return refunds(movement, contract)
    case 'return':
      return [[{ type: 'return-payment', contractId: contract.id, amount: movement.amount }]]
    case 'in':
      return (side ?? contract.side) === 'client'
        ? refunds(movement, contract)
        : [...releases(movement, contract), ...bonus(movement, contract)]
    case 'out':
      if ((side ?? contract.side) === 'freelancer')
        return [[{ type: 'return-payment', contractId: contract.id, amount: movement.amount }]]
      return [...deposits(movement, contract), ...bonus(movement, contract)]
  }
}

/**
 * Sorts milestones: those that the row names, then those with exactly this amount, then the others,
 * each group in plan order.
 */
function likeliest(
  milestones: readonly MilestoneState[],
  { main }: Movement,
  isOfAmount: (milestone: MilestoneState) => boolean,
): readonly MilestoneState[] {
  const text = main.text.toLowerCase()
  const rank = (milestone: MilestoneState): number => {
    if (text === milestone.id.toLowerCase() || text.includes(milestone.title.toLowerCase()))
      return isOfAmount(milestone) ? 0 : 1
    return isOfAmount(milestone) ? 2 : 3
  }
  return milestones
    .map(milestone => ({ milestone, rank: rank(milestone) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ milestone }) => milestone)
}

/** Fundings of a planned milestone with the deposit and whatever is left over in escrow. */
function deposits(movement: Movement, contract: ContractState): readonly Commands[] {
  const amount = sum(movement.amount, leftOver(contract))
  const planned = contract.milestones.filter(({ status }) => status === 'planned')
  return likeliest(planned, movement, each => each.amount === amount)
    .slice(0, TRIED)
    .map(milestone => [
      {
        type: 'fund-milestone',
        contractId: contract.id,
        milestoneId: milestone.id,
        ...(milestone.amount !== amount && { amount }),
        ...statedFee(movement, clientFee(contract, movement.amount)),
      },
    ])
}

const TRIED = 3

/**
 * Releases from a milestone that holds the money, or from unallocated money. A freelancer's report
 * lists no deposits, so a milestone that is still planned must have been funded first.
 */
function releases(movement: Movement, contract: ContractState): readonly Commands[] {
  const held = releasesFrom(
    holdersOf(contract),
    movement,
    contract,
    each => freeOf(contract, each.id) >= movement.amount,
  )
  const unallocated: readonly Commands[] =
    freeOf(contract, null) >= movement.amount ? [[releaseOf(movement, contract)]] : []
  const ways = [...held, ...unallocated]
  if (ways.length > 0) return ways
  const funded = movement.side === 'client' ? [] : fundedReleases(movement, contract)
  return funded.length > 0 ? funded : refusedReleases(movement, contract)
}

/** Releases of everything that a milestone holds. */
const wholeReleases = (movement: Movement, contract: ContractState): readonly Commands[] =>
  releasesFrom(holdersOf(contract), movement, contract, isWholeOf(movement, contract))

function releasesFrom(
  holders: readonly MilestoneState[],
  movement: Movement,
  contract: ContractState,
  fits: (milestone: MilestoneState) => boolean,
): readonly Commands[] {
  return likeliest(holders, movement, isWholeOf(movement, contract))
    .filter(fits)
    .slice(0, TRIED)
    .map(each => [releaseOf(movement, contract, each.id, isNetOf(movement, contract, each) ? each.held : undefined)])
}

/** Tells whether a movement is all that a milestone holds, gross or net. */
const isWholeOf =
  (movement: Movement, contract: ContractState) =>
  (milestone: MilestoneState): boolean =>
    milestone.held === movement.amount || (milestone.held > 0 && isNetOf(movement, contract, milestone))

function isNetOf({ kind, amount, fee }: Movement, contract: ContractState, { held }: MilestoneState): boolean {
  return kind === 'in' && !fee && less(held, freelancerFee(contract, held)) === amount
}

function releaseOf(
  movement: Movement,
  contract: ContractState,
  milestoneId?: string,
  amount = movement.amount,
): RecordedCommandInput {
  return {
    type: 'release',
    contractId: contract.id,
    ...(milestoneId !== undefined && { milestoneId }),
    amount,
    ...freelancersFee(movement, amount, contract),
  }
}

function fundedReleases(movement: Movement, contract: ContractState): readonly Commands[] {
  const planned = contract.milestones.filter(({ status }) => status === 'planned')
  return likeliest(planned, movement, ({ amount }) => amount === movement.amount)
    .slice(0, 1)
    .map(each => [
      {
        type: 'fund-milestone',
        contractId: contract.id,
        milestoneId: each.id,
        ...(each.amount < movement.amount && { amount: movement.amount }),
      },
      releaseOf(movement, contract, each.id),
    ])
}

/**
 * No part of escrow holds this much: the rules refuse the release with a sentence that names the
 * amounts available.
 */
function refusedReleases(movement: Movement, contract: ContractState): readonly Commands[] {
  const holder = likeliest(holdersOf(contract), movement, () => false)[0] ?? contract.milestones.at(-1)
  return holder === undefined
    ? []
    : [[{ type: 'release', contractId: contract.id, milestoneId: holder.id, amount: movement.amount }]]
}

function bonus(movement: Movement, contract: ContractState): readonly Commands[] {
  return [
    [
      {
        type: 'bonus',
        contractId: contract.id,
        amount: movement.amount,
        ...freelancersFee(movement, movement.amount, contract),
      },
    ],
  ]
}

/**
 * Refunds to the client: the refund that was requested; else one out of escrow, requested and
 * approved at once; else a payment that the freelancer returned.
 */
function refunds(movement: Movement, contract: ContractState): readonly Commands[] {
  const { id: contractId, refundRequest } = contract
  const { amount } = movement
  if (refundRequest !== null && refundRequest.amount === amount) return [[{ type: 'approve-refund', contractId }]]
  const requested: Commands = [
    { type: 'request-refund', contractId, amount },
    { type: 'approve-refund', contractId },
  ]
  const ended: Commands = [
    { type: 'end-contract', contractId, refundRemainder: true },
    { type: 'approve-refund', contractId },
  ]
  const returned: Commands = [{ type: 'return-payment', contractId, amount }]
  if (escrowOf(contract) < amount) return [returned]
  return [requested, ...(escrowOf(contract) === amount ? [ended] : []), returned]
}

/** The statement's fee, if it differs from the policy's. */
function statedFee({ fee }: Movement, computed: Minor): { readonly fee?: Minor } {
  return fee === null || fee === computed ? {} : { fee }
}

/**
 * The freelancer's fee on a payment, if the statement has it. A client's report lists the client's
 * own fees instead.
 */
function freelancersFee(movement: Movement, amount: Minor, contract: ContractState): { readonly fee?: Minor } {
  if ((movement.side ?? contract.side) === 'client' && movement.main.type !== 'release') return {}
  if (movement.kind === 'in' && !movement.fee) return {}
  return statedFee(movement, freelancerFee(contract, amount))
}
