import type { IsoDate } from '../../shared/dates/calendar.ts'
import { less, type Minor, sum, ZERO } from '../../shared/money/money.ts'

/**
 * The account's own moves as sums, without reversed ones, in minor units. All but `adjusted` are at
 * least zero.
 */
export interface MoveSums {
  readonly received: Minor
  /** The fees taken out of what was received. */
  readonly fees: Minor
  readonly withdrawn: Minor
  readonly withdrawalFees: Minor
  readonly charges: Minor
  /** Tax withheld from earnings. */
  readonly withheld: Minor
  /** Tax on the platform's fees. */
  readonly feeTax: Minor
  readonly adjusted: Minor
}

/** No moves. */
export const NO_MOVES: MoveSums = {
  received: ZERO,
  fees: ZERO,
  withdrawn: ZERO,
  withdrawalFees: ZERO,
  charges: ZERO,
  withheld: ZERO,
  feeTax: ZERO,
  adjusted: ZERO,
}

/**
 * A platform's account folded from its own entries: plain JSON. What its contracts pay into it is
 * read off them (inflows.ts), so that an entry of a contract never changes an account.
 */
export interface AccountState {
  readonly id: string
  readonly name: string
  readonly currency: string
  readonly decimals: number
  /** The opening balance, of any sign. */
  readonly opening: Minor
  /** The day of the opening balance. */
  readonly openedOn: IsoDate
  readonly archived: boolean
  readonly sums: MoveSums
}

/** The own moves' part of the balance: received − fees − all that went out ± adjusted. */
export function netOfMoves(sums: MoveSums): Minor {
  const { received, fees, withdrawn, withdrawalFees, charges, withheld, feeTax, adjusted } = sums
  return less(sum(received, adjusted), fees, withdrawn, withdrawalFees, charges, withheld, feeTax)
}

/**
 * The balance without what contracts pay in: the opening and the own moves. Add `inflowsOf` of each
 * linked contract for the whole.
 */
export function ownBalance({ opening, sums }: AccountState): Minor {
  return sum(opening, netOfMoves(sums))
}

/** The sums after another move; `sign` −1 takes a reversed one out again. */
export function withMove(sums: MoveSums, effect: Partial<MoveSums>, sign: 1 | -1): MoveSums {
  const after = { ...sums }
  for (const name of Object.keys(effect) as (keyof MoveSums)[])
    after[name] = sum(sums[name], sign === 1 ? (effect[name] ?? ZERO) : less(ZERO, effect[name] ?? ZERO))
  return after
}
