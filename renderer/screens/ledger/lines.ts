import type { NamedLedgerRow, NamedPosting } from '../../../shared/api/ledger.ts'
import { larger, less, type Minor, minor, smaller, sum, ZERO } from '../../../shared/money/money.ts'
import type { AccountRoot } from './ledger-choice.ts'

/** One line of the ledger: a posting of an entry. */
export interface Line {
  readonly row: NamedLedgerRow
  readonly posting: NamedPosting
  /** Its index among the lines of its entry. */
  readonly index: number
  /**
   * The escrow balance after its entry, on the entry's last line; null on other lines, or if
   * unknown.
   */
  readonly escrow: Minor | null
}

/**
 * The lines of the ledger for the chosen filters, with their sums. `down` is the balance carried
 * down.
 */
export interface Lines {
  readonly lines: readonly Line[]
  readonly entries: number
  readonly out: Minor
  readonly into: Minor
  readonly down: Minor | null
  readonly extremes: Extremes
}

/** The largest figures of the lines, which decide the width of their columns. */
interface Extremes {
  readonly entry: number
  /** The lowest and the highest balance in escrow. */
  readonly balances: readonly [Minor, Minor]
}

/** The root of a posting's account: `escrow` of `escrow:milestone`. */
export function rootOf({ account }: NamedPosting): AccountRoot {
  return account.split(':')[0] as AccountRoot
}

/** Ledger entries, with the balance brought forward; null until it is known. */
interface Entries {
  readonly rows: readonly NamedLedgerRow[]
  readonly forward: Minor | null
}

/** The change an entry makes to escrow, from its postings. */
function escrowChange({ postings }: NamedLedgerRow, currency: string): Minor {
  return postings.reduce(
    (change, posting) =>
      posting.currency === currency && posting.account.startsWith('escrow') ? sum(change, posting.amount) : change,
    ZERO,
  )
}

/**
 * Arranges ledger entries as lines, for one account or all. The balance runs over every entry,
 * shown or not.
 */
export function linesOf({ rows, forward }: Entries, currency: string, account: AccountRoot | null): Lines {
  const lines: Line[] = []
  let entries = 0
  let balance = forward
  let lowest = forward ?? ZERO
  let highest = lowest
  let entry = 0
  let out = ZERO
  let into = ZERO
  for (const row of rows) {
    balance = balance === null ? null : sum(balance, escrowChange(row, currency))
    lowest = smaller(lowest, balance ?? lowest)
    highest = larger(highest, balance ?? highest)
    entry = Math.max(entry, row.entry)
    const shown = row.postings.filter(
      posting => posting.currency === currency && (account === null || rootOf(posting) === account),
    )
    if (shown.length > 0) entries++
    for (const [index, posting] of shown.entries()) {
      if (posting.amount < 0) out = less(out, posting.amount)
      else into = sum(into, posting.amount)
      lines.push({ row, posting, index, escrow: index === shown.length - 1 ? balance : null })
    }
  }
  const extremes = { entry, balances: [lowest, highest] as const }
  return { lines, entries, out: minor(out), into, down: balance, extremes }
}
