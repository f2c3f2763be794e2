import type { AccountEntry, AccountEvent } from '../../shared/account/events.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { less, minor, sum } from '../../shared/money/money.ts'
import { effectOf } from './effects.ts'
import { accountPostings } from './postings.ts'
import { type AccountState, NO_MOVES, netOfMoves, ownBalance, withMove } from './state.ts'

/**
 * Folds one more entry into an account (`undefined` before its opening). Never changes `account`.
 * Throws an Error if the entry cannot follow, or if what its postings move on the platform is not
 * what the balance changes by: a bug, or a journal that these rules did not write.
 */
export function accountEvolved(account: AccountState | undefined, entry: AccountEntry): AccountState {
  let after = account
  for (const event of entry.events) after = withEvent(after, entry.of, entry.on, event)
  if (after === undefined) throw new Error(`the first entry of account ${entry.of} is empty`)
  return after
}

function withEvent(account: AccountState | undefined, id: string, on: IsoDate, event: AccountEvent): AccountState {
  if (event.type === 'account-opened') {
    if (account !== undefined) throw new Error(`account ${id} is opened twice`)
    const { name, currency, decimals, opening } = event
    return { id, name, currency, decimals, opening: minor(opening), openedOn: on, archived: false, sums: NO_MOVES }
  }
  if (account === undefined) throw new Error(`account ${id} begins with ${event.type}`)
  if (event.type === 'account-edited') {
    const { type: _, ...changes } = event
    const isArchived = event.opening === undefined || event.opening === account.opening ? account.archived : false
    return { ...account, archived: isArchived, ...changes }
  }
  const isReversal = event.type === 'account-move-reversed'
  const sums = withMove(account.sums, effectOf(isReversal ? event.move : event), isReversal ? -1 : 1)
  const after = { ...account, archived: false, sums }
  assertConserved(account, after, event)
  return after
}

/** Throws an Error unless postings and sums change the balance alike, and no sum is below zero. */
function assertConserved(before: AccountState, after: AccountState, event: AccountEvent): void {
  const { id, currency, sums } = after
  const moved = sum(
    ...accountPostings(event, currency)
      .filter(({ account }) => account === 'platform')
      .map(({ amount }) => amount),
  )
  if (less(ownBalance(after), ownBalance(before)) !== moved)
    throw new Error(`account ${id}: ${event.type} posts ${moved}, and changes the balance otherwise`)
  const { adjusted: _, ...parts } = sums
  for (const [name, amount] of Object.entries(parts))
    if (!(amount >= 0)) throw new Error(`account ${id}: ${name} is ${amount}`)
  if (!Number.isSafeInteger(netOfMoves(sums))) throw new Error(`account ${id}: its moves are too many to count`)
}
