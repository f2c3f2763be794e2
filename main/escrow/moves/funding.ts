import type { CommandOf } from '../../../shared/contract/commands.ts'
import type { Refusal, Warning } from '../../../shared/contract/refusals.ts'
import { atLeastZero, less, type Minor, smaller, sum, ZERO } from '../../../shared/money/money.ts'
import { type ContractState, holdersOf, type MilestoneState } from '../contract/state.ts'
import { mustBePositive, mustBeRecordable, mustReachMinimum, totalMustBeRecordable } from '../rules/amounts.ts'
import {
  mustBeOpen,
  mustBePlanned,
  mustBeTheOnlyOne,
  mustHaveNoRequest,
  mustNotBeDisputed,
} from '../rules/conditions.ts'
import { clientFee, contractFeeWith, feeOrTold, highestClientFee, mostWithClientFeeWithin } from '../rules/fees.ts'
import { allowedWhen, type Verdict } from '../rules/verdict.ts'

/** The terms of funding a milestone: carried from escrow, paid in, and fees on top. Minor units. */
export interface FundingTerms {
  readonly carried: Minor
  readonly deposit: Minor
  readonly fee: Minor
  /** The fee was given, in place of the policy's. */
  readonly told?: true
  readonly contractFee: Minor
}

/**
 * The money in escrow for the next milestone: unallocated and, with funding `one`, still held by
 * partly-paid milestones.
 */
export function leftOver(contract: ContractState): Minor {
  return contract.policy.funding === 'one' ? sum(contract.unallocated, contract.sums.remainders) : contract.unallocated
}

/**
 * The terms of funding with an amount (rules.md, fund milestone, steps 1 to 3); `actualFee` is the
 * fee that the platform really charged the client.
 */
export function fundingTerms(contract: ContractState, amount: Minor, actualFee?: Minor): FundingTerms {
  const carried = smaller(leftOver(contract), amount)
  const deposit = less(amount, carried)
  return {
    carried,
    deposit,
    ...feeOrTold(clientFee(contract, deposit), actualFee),
    contractFee: contractFeeWith(contract, deposit),
  }
}

/**
 * Funds a planned milestone with its own amount or another. Refuses `milestone-not-planned`,
 * `refund-pending`, `milestone-already-funded`, and an amount `not-positive`, `amount-too-large`
 * (also as a total of deposits or fees) or `below-minimum`. Warns `closes-milestone` for each
 * partly-paid milestone whose remainder is carried.
 */
export function fundMilestone(
  contract: ContractState,
  milestone: MilestoneState,
  command: CommandOf<'fund-milestone'>,
): Verdict {
  const { milestoneId, amount = milestone.amount, fee } = command
  return allowedWhen(
    {
      contractStatus: () => mustBeOpen(contract),
      dispute: () => mustNotBeDisputed(contract),
      milestoneStatus: () => mustBePlanned(milestone, 'fund'),
      pendingRequest: () => mustHaveNoRequest(contract),
      anotherMilestone: () => mustBeTheOnlyOne(contract, milestone),
      amount: () => mustBeFundable(contract, amount, fee),
    },
    () => {
      const terms = fundingTerms(contract, amount, fee)
      // With funding `one`, a milestone that holds money and does not block this is partly paid.
      const remainders = contract.policy.funding === 'one' ? holdersOf(contract) : []
      return {
        events: () => [
          ...remainders.map(each => ({ type: 'remainder-carried' as const, milestoneId: each.id, amount: each.held })),
          { type: 'milestone-funded', milestoneId, amount, ...terms },
        ],
        value: { deposit: terms.deposit, carried: terms.carried },
        warnings: remainders.map(closesMilestone),
      }
    },
  )
}

/** The most a milestone may be funded with before the total of deposits or fees exceeds `limit`. */
export function mostFundable(contract: ContractState, limit: Minor): Minor {
  const deposit = mostWithClientFeeWithin(contract, atLeastZero(less(limit, contract.deposited)), limit)
  return smaller(limit, sum(leftOver(contract), deposit))
}

function mustBeFundable(contract: ContractState, amount: Minor, actualFee: Minor | undefined): Refusal | undefined {
  const given = { field: 'amount', amount }
  return (
    mustBePositive(given) ??
    mustBeRecordable(given, { field: 'fee', amount: actualFee ?? ZERO }) ??
    totalsMustBeRecordable(contract, amount, actualFee) ??
    mustReachMinimum(contract.policy.minimum, given)
  )
}

function totalsMustBeRecordable(
  contract: ContractState,
  amount: Minor,
  actualFee: Minor | undefined,
): Refusal | undefined {
  const { deposit } = fundingTerms(contract, amount, actualFee)
  const { charged } = contract.fees.client
  return (
    totalMustBeRecordable('amount', contract.deposited, deposit) ??
    (actualFee === undefined
      ? totalMustBeRecordable('amount', charged, highestClientFee(contract, deposit))
      : totalMustBeRecordable('fee', charged, actualFee))
  )
}

function closesMilestone(milestone: MilestoneState): Warning {
  return { code: 'closes-milestone', params: { milestone: milestone.title, amount: { money: milestone.held } } }
}
