import type { ContractState } from '../../main/escrow/contract/state.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'

/** The situation a command is generated for: its contract, today, and the entries of the book. */
export interface Scene {
  readonly contract: ContractState
  readonly today: IsoDate
  readonly closedUntil: IsoDate | null
  readonly entries: number
  /** The entries of the contract that stand, but its opening. */
  readonly correctable: readonly Entry[]
}

/** A command as a script might send it: any fields, right or wrong. */
export type Said = Readonly<Record<string, unknown>>

/** `fields` without those that are undefined. */
export function given(fields: Said): Said {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
