import type { ContractStatus, MilestoneStatus } from '../../../shared/contract/contract.ts'
import type { EscrowPart, FeeKind, Side } from '../../../shared/contract/events.ts'
import type { Policy } from '../../../shared/contract/policy.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'

/**
 * A milestone as the engine keeps it. Money in minor units; always funded = released + refunded +
 * carried + held.
 */
export interface MilestoneState {
  readonly id: string
  readonly title: string
  /** What it is planned with, and from funding on what it was funded with. */
  readonly amount: Minor
  /**
   * What it was planned with before funding changed the amount; what it got beyond that will be
   * carried on (rules.md, Plan and budget).
   */
  readonly plannedAmount: Minor
  readonly due: IsoDate | null
  readonly status: MilestoneStatus
  readonly funded: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly carried: Minor
  readonly held: Minor
  /** The day of its automatic release while it is under review; null where there is none. */
  readonly reviewDeadline: IsoDate | null
}

/**
 * Sums over a contract's milestones, kept as they change so that no move has to walk through all of
 * them. Minor units.
 */
export interface MilestoneSums {
  /** What all milestones hold. */
  readonly held: Minor
  /** The amounts of those still planned. */
  readonly planned: Minor
  /** What the partly-paid ones hold. */
  readonly remainders: Minor
  /** What funded and submitted ones hold beyond what was planned for them. */
  readonly surplus: Minor
}

/** What was charged of one kind of fee and what of it came back, in minor units. */
export interface FeeAccount {
  readonly charged: Minor
  readonly credited: Minor
}

/**
 * A pending refund request or an open dispute, with the money it reserves. `deadline` is null where
 * the policy has none.
 */
export interface PendingState {
  readonly amount: Minor
  readonly milestoneId: string | null
  readonly reserved: readonly EscrowPart[]
  readonly on: IsoDate
  readonly deadline: IsoDate | null
  readonly reason: string | null
}

/** The two parties of a contract. */
export interface Parties {
  readonly client: string
  readonly freelancer: string
}

/**
 * A contract as folded from its entries: plain JSON, all that deciding, folding on and showing
 * need. Its size depends on the milestones and on the days on which money arrives, never on how
 * many entries it took. Money in minor units of `currency`.
 */
export interface ContractState extends Parties {
  readonly id: string
  readonly title: string
  readonly side: Side
  readonly currency: string
  readonly decimals: number
  readonly budget: Minor | null
  readonly policy: Policy
  readonly status: ContractStatus
  readonly archived: boolean
  readonly milestones: readonly MilestoneState[]
  readonly sums: MilestoneSums
  /** The ids of the milestones that hold money, in no particular order. */
  readonly holding: readonly string[]
  readonly unallocated: Minor
  readonly deposited: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly bonuses: Minor
  readonly returned: Minor
  readonly fees: Readonly<Record<FeeKind, FeeAccount>>
  readonly refundRequest: PendingState | null
  readonly dispute: PendingState | null
  /**
   * Money on its way to the freelancer (net of fees), one item a day of arrival, by day; what is
   * past goes when later entries are folded.
   */
  readonly onItsWay: readonly { readonly on: IsoDate; readonly amount: Minor }[]
  /** The number of the next milestone's id. */
  readonly nextMilestoneNumber: number
  /** The latest day of the moves that keep date order; null before the first. */
  readonly latestOrdered: IsoDate | null
  /** The entry that `reverse` takes: the latest one not reversed, other than the opening. */
  readonly lastEntry: number | null
  /**
   * The parties as they would be without `lastEntry`: renames in between may have made them one,
   * and then it cannot be reversed.
   */
  readonly partiesBefore: Parties
}

/** What is in escrow: held by milestones and unallocated. */
export function escrowOf(contract: ContractState): Minor {
  return sum(contract.sums.held, contract.unallocated)
}

/** The place of a milestone in its contract's list, or -1. */
export function milestoneIndex(contract: ContractState, milestoneId: string): number {
  const { milestones } = contract
  // Ids are numbered in order of adding and removals only shift to the left, so the place is nearly
  // always at or just before the number.
  const guess = Math.min(Number(milestoneId.slice(1)), milestones.length) - 1
  for (let place = guess; place >= 0; place--) if (milestones[place]?.id === milestoneId) return place
  return milestones.findIndex(milestone => milestone.id === milestoneId)
}

/** The milestone with that id. */
export function milestoneOf(contract: ContractState, milestoneId: string): MilestoneState | undefined {
  return contract.milestones[milestoneIndex(contract, milestoneId)]
}

/** The milestones that hold money, in the order of the plan. */
export function holdersOf(contract: ContractState): MilestoneState[] {
  return contract.holding
    .map(id => milestoneIndex(contract, id))
    .sort((a, b) => a - b)
    .flatMap(place => contract.milestones[place] ?? [])
}

/** What a milestone holds, or what is unallocated (`null`). */
export function heldBy(contract: ContractState, milestoneId: string | null): Minor {
  return milestoneId === null ? contract.unallocated : (milestoneOf(contract, milestoneId)?.held ?? ZERO)
}

/**
 * What a pending refund request or an open dispute reserves of a milestone's money, or of the
 * unallocated (`null`).
 */
export function reservedOf(contract: ContractState, milestoneId: string | null): Minor {
  const pending = contract.refundRequest ?? contract.dispute
  return pending?.reserved.find(part => part.milestoneId === milestoneId)?.amount ?? ZERO
}

/** What is free of a milestone's money, or of the unallocated (`null`): not reserved. */
export function freeOf(contract: ContractState, milestoneId: string | null): Minor {
  return less(heldBy(contract, milestoneId), reservedOf(contract, milestoneId))
}

/** All that was ever charged of a fee less what came back. */
export function chargedOf(fee: FeeAccount): Minor {
  return less(fee.charged, fee.credited)
}
