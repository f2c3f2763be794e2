import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import { type ContractState, escrowOf, freeOf, holdersOf, type MilestoneState } from '../../escrow/contract/state.ts'
import { fundingTerms, leftOver } from '../../escrow/moves/funding.ts'
import { clientFee, contractFeeWith, freelancerFee } from '../../escrow/rules/fees.ts'
import type { Movement } from './movement.ts'

type Commands = readonly RecordedCommandInput[]

/** A way to record a movement. */
export interface Way {
  readonly commands: Commands
  /**
   * True if the amount is just what is planned, held or requested, or the row names the milestone.
   */
  readonly fits: boolean
  /** A fee that the rules charge and the statement does not have, in minor units. */
  readonly unstated?: { readonly of: 'contract' | 'party'; readonly rules: Minor; readonly statement: Minor }
}

/** The movement to record, and whether its row names a milestone. */
export interface WayRequest {
  readonly movement: Movement
  readonly contract: ContractState
  namesMilestone(milestone: MilestoneState): boolean
}

/**
 * Returns the ways to record a movement on a contract, the likeliest first; the caller tries
 * whether the rules allow them. Each records the fees that the statement has, and no others.
 */
export function waysToRecord(request: WayRequest): readonly Way[] {
  const { kind, side } = request.movement
  const keeper = side ?? request.contract.side
  switch (kind) {
    case 'deposit':
      return deposits(request)
    case 'release':
      return releases(request)
    case 'charge':
      return [...wholeReleases(request), ...deposits(request), ...releases(request)]
    case 'bonus':
      return bonus(request)
    case 'refund':
      return refunds(request)
    case 'return':
      return returned(request)
    case 'in':
      return keeper === 'client' ? refunds(request) : [...releases(request), ...bonus(request)]
    case 'out':
      return keeper === 'freelancer' ? returned(request) : [...deposits(request), ...bonus(request)]
  }
}

/** The milestones of each kind that are tried. */
const TRIED = 3

/**
 * Sorts milestones: those that the row names, then those with exactly this amount, then the others,
 * each group in plan order.
 */
function likeliest(
  milestones: readonly MilestoneState[],
  { namesMilestone }: WayRequest,
  isOfAmount: (milestone: MilestoneState) => boolean,
): readonly { readonly milestone: MilestoneState; readonly fits: boolean }[] {
  return milestones
    .map(milestone => {
      const [isNamed, isExact] = [namesMilestone(milestone), isOfAmount(milestone)]
      return { milestone, fits: isNamed || isExact, rank: (isNamed ? 0 : 2) + (isExact ? 0 : 1) }
    })
    .sort((one, other) => one.rank - other.rank)
    .slice(0, TRIED)
}

const isPlanned = ({ status }: MilestoneState): boolean => status === 'planned'

/**
 * Fundings of a planned milestone: with the deposit and whatever is left over in escrow, or, on a
 * statement that lists what was paid with its fees, with the planned amount that costs just as
 * much.
 */
function deposits(request: WayRequest): readonly Way[] {
  const { movement, contract } = request
  const { kind, amount: units, fee } = movement
  const amount = sum(units, leftOver(contract))
  const costs = ({ amount: planned }: MilestoneState): boolean => {
    const terms = fundingTerms(contract, planned)
    return kind === 'out' && fee === null && sum(terms.deposit, terms.fee, terms.contractFee) === units
  }
  const planned = contract.milestones.filter(isPlanned)
  return likeliest(planned, request, each => each.amount === amount || costs(each)).map(({ milestone, fits }) => {
    const command = { type: 'fund-milestone', contractId: contract.id, milestoneId: milestone.id } as const
    if (costs(milestone)) return { commands: [command], fits }
    const stated = statedFee(fee, clientFee(contract, units))
    const contractFee = statedContractFee(movement, contract)
    return {
      commands: [
        ...contractFee.before,
        { ...command, ...(milestone.amount !== amount && { amount }), ...stated.field },
      ],
      fits,
      ...(contractFee.unstated ?? stated.unstated),
    }
  })
}

/**
 * The change of rules without which another contract fee would be charged than the statement has.
 */
function statedContractFee(
  { contractFee, amount }: Movement,
  contract: ContractState,
): { readonly before: Commands; readonly unstated?: Pick<Way, 'unstated'> } {
  const rules = contractFeeWith(contract, amount)
  const statement = contractFee ?? ZERO
  if (rules === statement || contract.deposited > 0) return { before: [] }
  return {
    before: [{ type: 'edit-contract', contractId: contract.id, policy: { contractFee: statement } }],
    unstated: { unstated: { of: 'contract', rules, statement } },
  }
}

/**
 * Releases from a milestone that holds the money, or from unallocated money. A freelancer's report
 * lists no deposits, so a milestone that is still planned must have been funded first.
 */
function releases(request: WayRequest): readonly Way[] {
  const { movement, contract } = request
  const held = releasesFrom(request, each => freeOf(contract, each.id) >= movement.amount)
  const unallocated = freeOf(contract, null) >= movement.amount ? [releaseOf(request, undefined)] : []
  if (held.length + unallocated.length > 0) return [...held, ...unallocated]
  const funded = movement.side === 'client' ? [] : fundedReleases(request)
  return funded.length > 0 ? funded : refusedReleases(request)
}

/** Releases of everything that a milestone holds. */
const wholeReleases = (request: WayRequest): readonly Way[] => releasesFrom(request, each => isWholeOf(request, each))

function releasesFrom(request: WayRequest, suits: (milestone: MilestoneState) => boolean): readonly Way[] {
  const holders = holdersOf(request.contract).filter(suits)
  return likeliest(holders, request, each => isWholeOf(request, each)).map(({ milestone, fits }) => ({
    ...releaseOf(request, milestone.id, isNetOf(request, milestone) ? milestone.held : undefined),
    fits,
  }))
}

/** Tells whether a movement is all that a milestone holds, gross or net. */
const isWholeOf = (request: WayRequest, milestone: MilestoneState): boolean =>
  milestone.held === request.movement.amount || (milestone.held > 0 && isNetOf(request, milestone))

function isNetOf({ movement: { kind, amount, fee }, contract }: WayRequest, { held }: MilestoneState): boolean {
  return kind === 'in' && !fee && less(held, freelancerFee(contract, held)) === amount
}

function releaseOf(request: WayRequest, milestoneId: string | undefined, whole?: Minor): Way {
  const { movement, contract } = request
  const amount = whole ?? movement.amount
  const command = {
    type: 'release',
    contractId: contract.id,
    ...(milestoneId !== undefined && { milestoneId }),
  } as const
  const fee = whole === undefined ? freelancersFee(request) : { field: {} }
  return { commands: [{ ...command, amount, ...fee.field }], fits: false, ...fee.unstated }
}

function fundedReleases(request: WayRequest): readonly Way[] {
  const { movement, contract } = request
  const planned = contract.milestones.filter(isPlanned)
  return likeliest(planned, request, ({ amount }) => amount === movement.amount)
    .slice(0, 1)
    .map(({ milestone, fits }) => {
      const release = releaseOf(request, milestone.id)
      const fund: RecordedCommandInput = {
        type: 'fund-milestone',
        contractId: contract.id,
        milestoneId: milestone.id,
        ...(milestone.amount < movement.amount && { amount: movement.amount }),
      }
      return { ...release, commands: [fund, ...release.commands], fits }
    })
}

/**
 * No part of escrow holds this much: the rules refuse the release with a sentence that names the
 * amounts available.
 */
function refusedReleases(request: WayRequest): readonly Way[] {
  const { contract } = request
  const holder = likeliest(holdersOf(contract), request, () => false)[0]?.milestone ?? contract.milestones.at(-1)
  return holder === undefined ? [] : [releaseOf(request, holder.id)]
}

function bonus(request: WayRequest): readonly Way[] {
  const { movement, contract } = request
  const fee = freelancersFee(request)
  const command = { type: 'bonus', contractId: contract.id, amount: movement.amount, ...fee.field } as const
  return [{ commands: [command], fits: false, ...fee.unstated }]
}

function returned({ movement, contract }: WayRequest): readonly Way[] {
  return [{ commands: [{ type: 'return-payment', contractId: contract.id, amount: movement.amount }], fits: false }]
}

/**
 * Refunds to the client: the refund that was requested; else one out of escrow, requested and
 * approved at once; else a payment that the freelancer returned.
 */
function refunds(request: WayRequest): readonly Way[] {
  const { id: contractId, refundRequest } = request.contract
  const { amount } = request.movement
  const escrow = escrowOf(request.contract)
  const approval = { type: 'approve-refund', contractId } as const
  if (refundRequest !== null && refundRequest.amount === amount) return [{ commands: [approval], fits: true }]
  if (escrow < amount) return returned(request)
  const requested: Commands = [{ type: 'request-refund', contractId, amount }, approval]
  const ended: Commands = [{ type: 'end-contract', contractId, refundRemainder: true }, approval]
  return [
    { commands: requested, fits: escrow === amount },
    ...(escrow === amount ? [{ commands: ended, fits: true }] : []),
    ...returned(request),
  ]
}

/** The `fee` of a command, and what the rules would charge if the statement has no such fee. */
interface StatedFee {
  readonly field: { readonly fee?: Minor }
  readonly unstated?: Pick<Way, 'unstated'>
}

/** The statement's fee, if it differs from the policy's; none on the statement is none at all. */
function statedFee(fee: Minor | null, rules: Minor): StatedFee {
  if (fee !== null) return { field: fee === rules ? {} : { fee } }
  if (rules === ZERO) return { field: {} }
  return { field: { fee: ZERO }, unstated: { unstated: { of: 'party', rules, statement: ZERO } } }
}

/**
 * The freelancer's fee on a payment. A client's report does not list it; a bank that charges no fee
 * of its own does not show the platform's.
 */
function freelancersFee({ movement, contract }: WayRequest): StatedFee {
  const { kind, side, main, fee, amount } = movement
  if ((side ?? contract.side) === 'client' && main.type !== 'release') return { field: {} }
  return statedFee(kind === 'in' && fee === ZERO ? null : fee, freelancerFee(contract, amount))
}
