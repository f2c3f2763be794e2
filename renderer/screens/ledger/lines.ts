import type { LedgerRow, Posting } from '../../../shared/api/ledger.ts'
import { less, type Minor, minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { AccountRoot } from './ledger-choice.ts'

/** One line of the ledger: a posting of an entry. */
export interface Line {
  readonly row: LedgerRow
  readonly posting: Posting
  /** Which of its entry's lines it is, from 0. */
  readonly place: number
  /**
   * What is in escrow after its entry, on the entry's last line; null on the others, and until it
   * is known.
   */
  readonly escrow: Minor | null
}

/**
 * The lines of a part of the ledger and what they come to. `down`: what is in escrow after the
 * last.
 */
export interface Lines {
  readonly lines: readonly Line[]
  readonly entries: number
  readonly out: Minor
  readonly into: Minor
  readonly down: Minor | null
}

/** The account of a posting without what it is of: `escrow` of `escrow:milestone`. */
export function rootOf({ account }: Posting): AccountRoot {
  return account.split(':')[0] as AccountRoot
}

/** Entries of the ledger, and what was in escrow before the first; null until that is known. */
interface Entries {
  readonly rows: readonly LedgerRow[]
  readonly forward: Minor | null
}

/** What an entry does to the escrow of a currency, by its postings. */
export function escrowChange({ postings }: LedgerRow, currency: string): Minor {
  return postings.reduce(
    (change, posting) =>
      posting.currency === currency && posting.account.startsWith('escrow') ? sum(change, posting.amount) : change,
    ZERO,
  )
}

/**
 * Lays a part of the ledger out in lines, of one account or of all. The balance runs over every
 * entry, also those that are not shown.
 */
export function linesOf({ rows, forward }: Entries, currency: string, account: AccountRoot | null): Lines {
  const lines: Line[] = []
  let entries = 0
  let balance = forward
  let out = ZERO
  let into = ZERO
  for (const row of rows) {
    balance = balance === null ? null : sum(balance, escrowChange(row, currency))
    const shown = row.postings.filter(
      posting => posting.currency === currency && (account === null || rootOf(posting) === account),
    )
    if (shown.length > 0) entries++
    for (const [place, posting] of shown.entries()) {
      if (posting.amount < 0) out = less(out, posting.amount)
      else into = sum(into, posting.amount)
      lines.push({ row, posting, place, escrow: place === shown.length - 1 ? balance : null })
    }
  }
  return { lines, entries, out: minor(out), into, down: balance }
}
