import type { AccountMove } from '../../shared/account/events.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import type { AccountState } from './state.ts'

/** The outside knowledge that a decision on an account needs. */
export interface AccountContext {
  readonly today: IsoDate
  /** The last day of the closed period; null if nothing is closed. */
  readonly closedUntil: IsoDate | null
  /** Every account of the book, archived ones too. */
  readonly accounts: readonly AccountState[]
  /** The contracts that pay into this account. */
  readonly linked: readonly ContractState[]
  /** The own move with this entry number; undefined for any other entry. */
  ownMove(entry: number): OwnMove | undefined
  /** True for a standing entry of this account's that brought money in. */
  isIncome(entry: number): boolean
}

/** A move that was recorded on the account itself. */
export interface OwnMove {
  readonly on: IsoDate
  readonly move: AccountMove
  readonly isReversed: boolean
}
