import type { AccountEntry, AccountEvent, AccountMove } from '../../../shared/account/events.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { accountEvolved } from '../../account/evolve.ts'
import type { AccountState } from '../../account/state.ts'

/** A move that was recorded on the account itself, with its current reference and note. */
export interface RecordedMove {
  readonly entry: number
  readonly on: IsoDate
  readonly move: AccountMove
  readonly reference?: string
  readonly note?: string
  readonly reversedBy?: number
}

/**
 * An account in the live state. Never changed in place, so that a checkpoint being written sees it
 * as it was at one moment.
 */
export interface AccountRecord {
  readonly state: AccountState
  /** The entry of its opening. */
  readonly opened: number
  /** In order of recording, reversed ones included. */
  readonly moves: readonly RecordedMove[]
}

/** An account's record; undefined for an id that is not an account's, even `__proto__`. */
export function accountIn(
  accounts: Readonly<Record<string, AccountRecord>>,
  accountId: string,
): AccountRecord | undefined {
  return Object.hasOwn(accounts, accountId) ? accounts[accountId] : undefined
}

/**
 * Folds an entry into an account's record. Throws if it cannot follow, or if it reverses a move
 * that this account does not have or has reversed already.
 */
export function accountFolded(record: AccountRecord | undefined, entry: AccountEntry): AccountRecord {
  const state = accountEvolved(record?.state, entry)
  if (record === undefined) {
    if (entry.entry === null) throw new Error(`account ${entry.of} is opened by no entry`)
    return { state, opened: entry.entry, moves: [] }
  }
  return {
    ...record,
    state,
    moves: entry.events.reduce((moves, event) => withEvent(moves, entry, event), record.moves),
  }
}

function withEvent(moves: readonly RecordedMove[], entry: AccountEntry, event: AccountEvent): readonly RecordedMove[] {
  if (event.type === 'account-opened' || event.type === 'account-edited') return moves
  if (entry.entry === null) throw new Error(`a move of account ${entry.of} has no number`)
  if (event.type === 'account-move-reversed') return reversed(moves, event, entry.entry)
  const { on, reference, note } = entry
  const details = { ...(reference !== undefined && { reference }), ...(note !== undefined && { note }) }
  return [...moves, { entry: entry.entry, on, move: event, ...details }]
}

function reversed(
  moves: readonly RecordedMove[],
  { entry, move }: { readonly entry: number; readonly move: AccountMove },
  reversedBy: number,
): readonly RecordedMove[] {
  const index = moves.findLastIndex(each => each.entry === entry)
  const found = moves[index]
  // The event repeats the move, which must be the one that was recorded.
  const isSame = found !== undefined && JSON.stringify(found.move) === JSON.stringify(move)
  if (!isSame || found.reversedBy !== undefined) throw new Error(`entry ${entry} is no move that could be reversed`)
  return moves.with(index, { ...found, reversedBy })
}
