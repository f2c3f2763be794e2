import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import { less, type Minor, minor, sum } from '../../../shared/money/money.ts'
import { type ContractState, escrowOf, freeOf, holdersOf, type MilestoneState } from '../../escrow/contract/state.ts'
import { leftOver } from '../../escrow/moves/funding.ts'
import { feeOn } from '../../escrow/rules/fees.ts'
import type { Movement } from './movements.ts'

type Commands = readonly EscrowCommandInput[]

/**
 * The ways in which a movement could be recorded on a contract, the likeliest first; each is
 * commands that follow one another. The rules then say which are allowed.
 */
export function waysToRecord(movement: Movement, contract: ContractState): readonly Commands[] {
  const { kind, side } = movement
  switch (kind) {
    case 'deposit':
      return deposits(movement, contract)
    case 'release':
      return releases(movement, contract)
    case 'charge':
      return [
        ...releases(movement, contract, 'whole'),
        ...deposits(movement, contract),
        ...releases(movement, contract),
      ]
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
 * Milestones that the row names come first, then those of just this amount, then the rest in the
 * order of the plan.
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
    .map((milestone, place) => ({ milestone, place, rank: rank(milestone) }))
    .sort((one, other) => one.rank - other.rank || one.place - other.place)
    .map(({ milestone }) => milestone)
}

/** The amount a milestone is funded with is what is paid in and what escrow already has for it. */
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
        ...toldFee(movement, movement.amount, contract.policy.clientFeeBp),
      },
    ])
}

const TRIED = 3

/**
 * From a milestone that holds the money; from what is unallocated; or, on a freelancer's report,
 * which lists no deposits, from one that must have been funded before.
 */
function releases(movement: Movement, contract: ContractState, which: 'any' | 'whole' = 'any'): readonly Commands[] {
  const { id: contractId, policy } = contract
  const net = (amount: Minor): Minor => less(amount, feeOn(amount, policy.freelancerFeeBp, undefined))
  const arrives = movement.kind === 'in' && !movement.fee
  const isWhole = ({ held }: MilestoneState): boolean =>
    held === movement.amount || (arrives && held > 0 && net(held) === movement.amount)
  const grossOf = (milestone: MilestoneState): Minor =>
    arrives && net(milestone.held) === movement.amount ? milestone.held : movement.amount
  const holders = likeliest(holdersOf(contract), movement, isWhole).filter(each =>
    which === 'whole' ? isWhole(each) : freeOf(contract, each.id) >= movement.amount,
  )
  const ways: Commands[] = holders.slice(0, TRIED).map(each => {
    const amount = grossOf(each)
    return [
      { type: 'release', contractId, milestoneId: each.id, amount, ...freelancersFee(movement, amount, contract) },
    ]
  })
  if (which === 'whole') return ways
  if (freeOf(contract, null) >= movement.amount) {
    ways.push([
      { type: 'release', contractId, amount: movement.amount, ...freelancersFee(movement, movement.amount, contract) },
    ])
  }
  if (movement.side !== 'client' && ways.length === 0) {
    const planned = contract.milestones.filter(({ status }) => status === 'planned')
    for (const each of likeliest(planned, movement, ({ amount }) => amount === movement.amount).slice(0, 1)) {
      const funded = {
        type: 'fund-milestone',
        contractId,
        milestoneId: each.id,
        ...(each.amount < movement.amount && { amount: movement.amount }),
      } as const
      ways.push([
        funded,
        {
          type: 'release',
          contractId,
          milestoneId: each.id,
          amount: movement.amount,
          ...freelancersFee(movement, movement.amount, contract),
        },
      ])
    }
  }
  if (ways.length > 0) return ways
  // Nothing holds as much: the rules then say so, in words that name what there is.
  const holder = likeliest(holdersOf(contract), movement, () => false)[0] ?? contract.milestones.at(-1)
  return holder === undefined
    ? []
    : [[{ type: 'release', contractId, milestoneId: holder.id, amount: movement.amount }]]
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
 * Money back to the client: the refund that is asked for; else out of escrow, asked for and
 * approved at once; else a payment the freelancer gave back.
 */
function refunds(movement: Movement, contract: ContractState): readonly Commands[] {
  const { id: contractId, refundRequest } = contract
  const { amount } = movement
  if (refundRequest !== null && refundRequest.amount === amount) return [[{ type: 'approve-refund', contractId }]]
  const asked: Commands = [
    { type: 'request-refund', contractId, amount },
    { type: 'approve-refund', contractId },
  ]
  const ended: Commands = [
    { type: 'end-contract', contractId, refundRemainder: true },
    { type: 'approve-refund', contractId },
  ]
  const returned: Commands = [{ type: 'return-payment', contractId, amount }]
  if (escrowOf(contract) < amount) return [returned]
  return [asked, ...(escrowOf(contract) === amount ? [ended] : []), returned]
}

/** The fee, where the statement tells one and it is not what the policy makes of the amount. */
function toldFee({ fee }: Movement, amount: Minor, basisPoints: number): { readonly fee?: Minor } {
  return fee === null || fee === feeOn(minor(amount), basisPoints, undefined) ? {} : { fee }
}

/** A client's report tells the client's fees, which are none of a payment's. */
function freelancersFee(movement: Movement, amount: Minor, { policy, side }: ContractState): { readonly fee?: Minor } {
  if ((movement.side ?? side) === 'client' && movement.main.type !== 'release') return {}
  if (movement.kind === 'in' && !movement.fee) return {}
  return toldFee(movement, amount, policy.freelancerFeeBp)
}
