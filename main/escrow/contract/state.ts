import type { ContractAttributes, Side } from '../../../shared/contract/attributes.ts'
import type { ContractStatus, MilestoneStatus } from '../../../shared/contract/contract.ts'
import type { EscrowPart, FeeKind } from '../../../shared/contract/events.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'

/**
 * A milestone as the engine keeps it. Money in minor units; always funded = released + refunded +
 * carried + held.
 */
export interface MilestoneState {
  readonly id: string
  readonly title: string
  /** The planned amount; from funding on, the amount it was funded with. */
  readonly amount: Minor
  /**
   * The planned amount before funding changed it: money held beyond it will be carried on
   * (rules.md, Plan and budget).
   */
  readonly plannedAmount: Minor
  readonly due: IsoDate | null
  readonly status: MilestoneStatus
  readonly funded: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly carried: Minor
  readonly held: Minor
  /** The day of its automatic release while it is under review; null if there is none. */
  readonly reviewDeadline: IsoDate | null
}

/**
 * Sums over a contract's milestones, updated with each change so that no move has to walk through
 * all of them. Minor units.
 */
export interface MilestoneSums {
  /** The money held by all milestones. */
  readonly held: Minor
  /** The amounts of planned milestones. */
  readonly planned: Minor
  /** The money held by partly-paid milestones. */
  readonly remainders: Minor
  /** The money that funded and submitted milestones hold beyond their planned amounts. */
  readonly surplus: Minor
}

/** One kind of fee: charged, and credited back, in minor units. */
export interface FeeAccount {
  readonly charged: Minor
  readonly credited: Minor
}

/**
 * A pending refund request or an open dispute, with the money it reserves. `deadline` is null if
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
export type Parties = Pick<ContractAttributes, 'client' | 'freelancer'>

/**
 * A contract folded from its entries: plain JSON, all that deciding, folding further and showing
 * need. Its size depends on its milestones and on the days on which money arrives, never on the
 * number of entries. Money in minor units of `currency`. A change of its shape needs a new
 * `CHECKPOINT_FORMAT`.
 */
export interface ContractState extends ContractAttributes {
  readonly id: string
  readonly decimals: number
  readonly status: ContractStatus
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
   * Money on its way to the freelancer (net of fees), one item per day of arrival, by day. Past
   * items are dropped when later entries are folded.
   */
  readonly onItsWay: readonly { readonly on: IsoDate; readonly amount: Minor }[]
  /** The number of the next milestone's id. */
  readonly nextMilestoneNumber: number
  /** The latest day of the moves in date order; null before the first. */
  readonly latestOrdered: IsoDate | null
  /** True once it was removed as opened by mistake: only `reverse` still knows it. */
  readonly removed: boolean
  /** The earliest day on which money moved, without reversed entries; null before that. */
  readonly firstMoneyOn: IsoDate | null
  /** The entry that `reverse` undoes: the latest not reversed, except the opening. */
  readonly lastEntry: number | null
  /** The day of `lastEntry`. */
  readonly lastEntryOn: IsoDate | null
  /**
   * The parties as they would be without `lastEntry`. If renames in between give both one name, it
   * cannot be reversed.
   */
  readonly partiesBefore: Parties
  /** The side as it would be without `lastEntry`. */
  readonly sideBefore: Side
  /** The account it would pay into without `lastEntry`. */
  readonly accountBefore: string | null
}

/** The money in escrow: held by milestones and unallocated. */
export function escrowOf(contract: ContractState): Minor {
  return sum(contract.sums.held, contract.unallocated)
}

/** The id of the `number`th milestone of a contract, from 1: `M1`. */
export function milestoneIdOf(number: number): string {
  return `M${number}`
}

/** The number in a milestone's id. */
export function milestoneNumberOf(milestoneId: string): number {
  return Number(milestoneId.slice(1))
}

/** The index of a milestone in its contract's list, or -1. */
export function milestoneIndex(contract: ContractState, milestoneId: string): number {
  const { milestones } = contract
  // Ids are numbered in order of adding and removals only shift to the left, so the index is nearly
  // always at or just before the number.
  const guess = Math.min(milestoneNumberOf(milestoneId), milestones.length) - 1
  for (let index = guess; index >= 0; index--) if (milestones[index]?.id === milestoneId) return index
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
    .flatMap(index => contract.milestones[index] ?? [])
}

/** The money held by a milestone, or unallocated (`null`). */
export function heldBy(contract: ContractState, milestoneId: string | null): Minor {
  return milestoneId === null ? contract.unallocated : (milestoneOf(contract, milestoneId)?.held ?? ZERO)
}

/**
 * The money that a pending refund request or an open dispute reserves, of a milestone or of the
 * unallocated money (`null`).
 */
export function reservedOf(contract: ContractState, milestoneId: string | null): Minor {
  const pending = contract.refundRequest ?? contract.dispute
  return pending?.reserved.find(part => part.milestoneId === milestoneId)?.amount ?? ZERO
}

/** The money not reserved, of a milestone or of the unallocated money (`null`). */
export function freeOf(contract: ContractState, milestoneId: string | null): Minor {
  return less(heldBy(contract, milestoneId), reservedOf(contract, milestoneId))
}

/** A fee as charged, less what was credited back. */
export function chargedOf(fee: FeeAccount): Minor {
  return less(fee.charged, fee.credited)
}
