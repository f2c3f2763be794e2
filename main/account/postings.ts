import type { AccountEvent, AccountMove } from '../../shared/account/events.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { less, type Minor, minor, sum } from '../../shared/money/money.ts'

/**
 * The places that the money of an account's moves comes from and goes to (rules-account.md,
 * Postings).
 */
export type AccountSide =
  | 'platform'
  | 'bank'
  | 'equity:opening'
  | 'equity:adjustment'
  | 'income:other'
  | 'fees:freelancer'
  | 'fees:withdrawal'
  | 'fees:platform'
  | 'taxes:income'
  | 'taxes:fees'

/**
 * One line of double entry in minor units of `currency`. `cost` is what it counts for in minor
 * units of the account's currency where its own is another: the total price.
 */
export interface AccountPosting {
  readonly account: AccountSide
  readonly currency: string
  readonly amount: Minor
  readonly cost?: Minor
}

type Line = readonly [account: AccountSide, amount: Minor]

/**
 * The postings of an account's event, in `currency`: none is zero, and they sum to zero, at cost.
 * Empty for an event that moves no money; an edited opening stands in the postings of the opening.
 */
export function accountPostings(event: AccountEvent, currency: string): AccountPosting[] {
  switch (event.type) {
    case 'account-opened':
      return posted(currency, ['equity:opening', negative(event.opening)], ['platform', event.opening])
    case 'account-edited':
      return []
    case 'account-move-reversed':
      return postingsOfMove(event.move, currency).map(mirrored)
    default:
      return postingsOfMove(event, currency)
  }
}

function postingsOfMove(move: AccountMove, currency: string): AccountPosting[] {
  const { amount } = move
  switch (move.type) {
    case 'income-received':
      return posted(
        currency,
        ['income:other', negative(amount)],
        ['platform', less(amount, move.fee)],
        ['fees:freelancer', move.fee],
      )
    case 'money-withdrawn': {
      const { fee, arrived } = move
      const bank = { account: 'bank', currency, amount } as const
      return [
        ...posted(currency, ['platform', negative(sum(amount, fee))]),
        arrived === null ? bank : { ...bank, currency: arrived.currency, amount: arrived.amount, cost: amount },
        ...posted(currency, ['fees:withdrawal', fee]),
      ]
    }
    case 'account-charged':
      return outOfPlatform(currency, 'fees:platform', amount)
    case 'tax-withheld':
      return outOfPlatform(currency, move.kind === 'income-tax' ? 'taxes:income' : 'taxes:fees', amount)
    case 'balance-adjusted':
      return outOfPlatform(currency, 'equity:adjustment', negative(amount))
    default:
      return missingCase(move)
  }
}

function outOfPlatform(currency: string, to: AccountSide, amount: Minor): AccountPosting[] {
  return posted(currency, ['platform', negative(amount)], [to, amount])
}

function posted(currency: string, ...lines: readonly Line[]): AccountPosting[] {
  return lines.filter(([, amount]) => amount !== 0).map(([account, amount]) => ({ account, currency, amount }))
}

function mirrored({ cost, ...posting }: AccountPosting): AccountPosting {
  const amount = negative(posting.amount)
  return cost === undefined ? { ...posting, amount } : { ...posting, amount, cost: negative(cost) }
}

function negative(amount: Minor): Minor {
  return minor(-amount)
}
