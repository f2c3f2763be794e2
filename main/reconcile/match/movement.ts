import type { Side } from '../../../shared/contract/attributes.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { GoodRow } from '../read/row.ts'

/**
 * The kind of movement on a statement. The client paid a `charge` either into escrow or out of it:
 * the row alone does not tell.
 */
export type MovementKind = 'deposit' | 'release' | 'charge' | 'bonus' | 'refund' | 'return' | 'in' | 'out'

/**
 * One movement of money: its main row and the rows that belong to it. Amounts are in minor units
 * and positive; a fee is null if no row states it.
 */
export interface Movement {
  readonly main: GoodRow
  readonly parts: readonly GoodRow[]
  readonly kind: MovementKind
  readonly amount: Minor
  /** The client's fee on a charge, or the freelancer's on an earning. */
  readonly fee: Minor | null
  readonly contractFee: Minor | null
  /** The party whose account the statement shows; null if the row does not tell. */
  readonly side: Side | null
}
