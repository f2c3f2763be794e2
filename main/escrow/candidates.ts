import type { CommandOf, EscrowCommand } from '../../shared/contract/commands.ts'
import type { Complete, OfferedMove } from '../../shared/contract/moves.ts'
import { LARGEST_AMOUNT, less, type Minor, minor, smaller, ZERO } from '../../shared/money/money.ts'
import { type ContractState, escrowOf, freeOf, heldBy, holdersOf, type MilestoneState } from './contract/state.ts'
import { returnable } from './moves/direct.ts'
import { fundingTerms, mostFundable } from './moves/funding.ts'

/** A command a person may look for now, to ask the rules about. Money in minor units. */
export interface Candidate<C extends EscrowCommand = CommandOf<OfferedMove>> {
  readonly command: C
  readonly min?: Minor
  readonly max?: Minor
  readonly default?: Minor
  readonly deposit?: Minor
  readonly carried?: Minor
  readonly refundRemainder?: true
  /** A person would miss it, so it is shown with the reason if it is refused. */
  readonly isMissed?: boolean
  /** It is a way to use money that is left over. */
  readonly usesLeftOver?: boolean
}

type CandidateOf<T extends OfferedMove> = Candidate<CommandOf<T>>

/** The smallest amount of money. */
const LEAST = minor(1)
const LIMIT = minor(LARGEST_AMOUNT)

/** The moves that have a candidate: tsc refuses this if a move that is offered has none. */
type Listed = Complete<OfferedMove, ReturnType<typeof allCandidates>[number]['command']['type']>

/**
 * The commands a person may look for, in the order of interest: answers to what is pending, the
 * work in hand, the next step, then the rest.
 */
export function candidatesOf(contract: ContractState): CandidateOf<Listed>[] {
  return allCandidates(contract)
}

function allCandidates(contract: ContractState) {
  const holders = holdersOf(contract)
  const planned = contract.milestones.filter(milestone => milestone.status === 'planned')
  const [first, ...later] = planned
  const inHand = (status: MilestoneState['status']) =>
    holders.filter(milestone => milestone.status === status).flatMap(each => workOn(contract, each))
  return [
    ...answers(contract),
    ...inHand('submitted'),
    ...inHand('funded'),
    ...(first === undefined ? [] : [funding(contract, first)]),
    ...inHand('partly-paid'),
    ...(contract.unallocated > 0 ? [releasing(contract, null, true)] : []),
    ...later.map(milestone => funding(contract, milestone)),
    ...wholeContract(contract),
    ...holders.flatMap(milestone => [
      requesting(contract, milestone.id, 'request-refund'),
      requesting(contract, milestone.id, 'open-dispute'),
    ]),
    ...planned.flatMap(milestone => planning(contract, milestone)),
    ...contract.milestones
      .filter(milestone => milestone.status !== 'planned')
      .flatMap(milestone => wording(contract, milestone)),
    ...atAnyTime(contract),
  ]
}

function answers({
  id: contractId,
  dispute,
  refundRequest,
}: ContractState): CandidateOf<'resolve-dispute' | 'approve-refund' | 'decline-refund' | 'cancel-refund'>[] {
  const toDispute: CandidateOf<'resolve-dispute'>[] =
    dispute === null
      ? []
      : [
          {
            command: { type: 'resolve-dispute', contractId, release: dispute.amount, refund: ZERO },
            min: ZERO,
            max: dispute.amount,
            default: dispute.amount,
          },
        ]
  if (refundRequest === null) return toDispute
  return [
    ...toDispute,
    { command: { type: 'approve-refund', contractId } },
    { command: { type: 'decline-refund', contractId } },
    { command: { type: 'cancel-refund', contractId } },
  ]
}

function workOn(
  contract: ContractState,
  { id: milestoneId, status }: MilestoneState,
): CandidateOf<'release' | 'submit-work' | 'request-changes'>[] {
  const contractId = contract.id
  const pay = releasing(contract, milestoneId, status === 'partly-paid')
  const submit: CandidateOf<'submit-work'> = {
    command: { type: 'submit-work', contractId, milestoneId },
    isMissed: true,
  }
  if (status === 'submitted')
    return [pay, { command: { type: 'request-changes', contractId, milestoneId }, isMissed: true }, submit]
  // The freelancer submits first and is then paid; the client reviews and pays.
  return contract.side === 'freelancer' ? [submit, pay] : [pay, submit]
}

function releasing(contract: ContractState, milestoneId: string | null, isRemainder: boolean): CandidateOf<'release'> {
  const free = freeOf(contract, milestoneId)
  const command: CommandOf<'release'> = {
    type: 'release',
    contractId: contract.id,
    amount: free > 0 ? free : LEAST,
    ...(milestoneId === null ? {} : { milestoneId }),
  }
  return { command, min: LEAST, max: free, default: free, isMissed: true, usesLeftOver: isRemainder }
}

function funding(
  contract: ContractState,
  { id: milestoneId, amount: planned }: MilestoneState,
): CandidateOf<'fund-milestone'> {
  const command: CommandOf<'fund-milestone'> = { type: 'fund-milestone', contractId: contract.id, milestoneId }
  const min = contract.policy.minimum
  const max = mostFundable(contract, LIMIT)
  if (min > max) return { command, isMissed: true }
  const amount = smaller(max, planned < min ? min : planned)
  const { deposit, carried } = fundingTerms(contract, amount)
  return {
    command: { ...command, amount },
    min,
    max,
    default: amount,
    deposit,
    carried,
    isMissed: true,
    usesLeftOver: true,
  }
}

function wholeContract(
  contract: ContractState,
): CandidateOf<'request-refund' | 'end-contract' | 'add-milestone' | 'bonus' | 'return-payment' | 'open-dispute'>[] {
  const contractId = contract.id
  const escrow = escrowOf(contract)
  const { minimum } = contract.policy
  return [
    { ...requesting(contract, null, 'request-refund'), isMissed: true, usesLeftOver: true },
    {
      command: { type: 'end-contract', contractId, refundRemainder: true },
      ...(escrow > 0 ? { default: escrow, refundRemainder: true } : {}),
      isMissed: true,
    },
    {
      command: { type: 'add-milestone', contractId, title: '…', amount: minimum },
      min: minimum,
      max: less(LIMIT, contract.sums.planned),
      isMissed: true,
      usesLeftOver: true,
    },
    {
      command: { type: 'bonus', contractId, amount: LEAST },
      min: LEAST,
      max: less(LIMIT, contract.bonuses),
      isMissed: true,
    },
    {
      command: { type: 'return-payment', contractId, amount: LEAST },
      min: LEAST,
      max: smaller(returnable(contract), less(LIMIT, contract.returned)),
      isMissed: true,
    },
    { ...requesting(contract, null, 'open-dispute'), isMissed: true },
  ]
}

function requesting(
  contract: ContractState,
  milestoneId: string | null,
  type: 'request-refund' | 'open-dispute',
): CandidateOf<'request-refund' | 'open-dispute'> {
  const most = milestoneId === null ? escrowOf(contract) : heldBy(contract, milestoneId)
  const named = milestoneId === null ? {} : { milestoneId }
  return {
    command: { type, contractId: contract.id, amount: most > 0 ? most : LEAST, ...named },
    min: LEAST,
    max: most,
    default: most,
  }
}

function planning(
  contract: ContractState,
  { id: milestoneId, amount }: MilestoneState,
): CandidateOf<'edit-milestone' | 'move-milestone' | 'remove-milestone'>[] {
  const contractId = contract.id
  const min = contract.policy.minimum
  const max = less(LIMIT, less(contract.sums.planned, amount))
  const limits = min > max ? {} : { min, max, default: amount < min ? min : amount }
  return [
    { command: { type: 'edit-milestone', contractId, milestoneId }, ...limits, isMissed: true },
    ...(contract.milestones.length > 1
      ? [{ command: { type: 'move-milestone' as const, contractId, milestoneId, to: 0 } }]
      : []),
    { command: { type: 'remove-milestone', contractId, milestoneId }, isMissed: true },
  ]
}

function wording(
  contract: ContractState,
  { id: milestoneId, held }: MilestoneState,
): CandidateOf<'edit-milestone' | 'remove-milestone'>[] {
  const contractId = contract.id
  const edit: CandidateOf<'edit-milestone'> = { command: { type: 'edit-milestone', contractId, milestoneId } }
  // Nobody looks for a way to remove a milestone that is done.
  return held > 0 ? [edit, { command: { type: 'remove-milestone', contractId, milestoneId }, isMissed: true }] : [edit]
}

function atAnyTime({ id: contractId }: ContractState): CandidateOf<'edit-contract' | 'remove-contract' | 'reverse'>[] {
  return [
    { command: { type: 'edit-contract', contractId } },
    { command: { type: 'remove-contract', contractId } },
    { command: { type: 'reverse', contractId }, isMissed: true },
  ]
}
