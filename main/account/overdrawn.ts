import type { AccountEvent } from '../../shared/account/events.ts'
import type { Warning } from '../../shared/contract/refusals.ts'
import { less, type Minor, sum, ZERO } from '../../shared/money/money.ts'
import type { AccountContext } from './context.ts'
import { accountPostings } from './postings.ts'
import { stagesOf } from './stages.ts'
import type { AccountState } from './state.ts'

/** Warns that an event takes more out than is available (`overdrawn`); the move stays accepted. */
export function overdrawnBy(
  account: AccountState | undefined,
  event: AccountEvent,
  { linked, today }: Pick<AccountContext, 'linked' | 'today'>,
): readonly Warning[] {
  if (account === undefined) return []
  const { available } = stagesOf(account, linked, today)
  return overdrawn(account, available, sum(available, changeOf(account, event)))
}

/**
 * The warning `overdrawn` where an account's available money went down and is below zero; an entry
 * of a contract can do so too. Minor units before and after.
 */
export function overdrawn({ name }: AccountState, before: Minor, after: Minor): readonly Warning[] {
  return after < before && after < 0
    ? [{ code: 'overdrawn', params: { account: name, available: { money: after } } }]
    : []
}

function changeOf({ currency, opening }: AccountState, event: AccountEvent): Minor {
  if (event.type === 'account-edited') return event.opening === undefined ? ZERO : less(event.opening, opening)
  return sum(
    ...accountPostings(event, currency)
      .filter(({ account }) => account === 'platform')
      .map(({ amount }) => amount),
  )
}
