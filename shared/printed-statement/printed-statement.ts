import type { BarView } from '../contract/contract.ts'
import type { Paper } from '../contract/paper.ts'
import type { Policy } from '../contract/policy.ts'
import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'

/** The maximum number of lines of one statement. More are refused as `export-too-large`. */
export const STATEMENT_LINES = 10_000

/**
 * The minimum number of hexadecimal digits of a printed hash that a check takes: 64 bits, which
 * nobody hits by chance or finds by trying.
 */
export const SHORTEST_HASH = 16

/** The largest file that is looked up among the papers, in bytes. */
export const LARGEST_PAPER_BYTES = 100_000_000

/**
 * A line of a statement; lines are sorted by day, and within a day as recorded. Money in minor
 * units: `gross` less `fee` is `net`; `escrow` is the contract's balance after it, counting only
 * what was not undone. An `undone` line shows what it would have left and does not count, and
 * neither does the line that `undoes` it.
 */
export interface StatementLine {
  readonly entry: number
  readonly on: IsoDate
  readonly label: string
  readonly reference: string | null
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
  readonly escrow: Minor
  /** False for an entry that moved no money. */
  readonly moves: boolean
  readonly undone?: true
  /** The number of the entry that it undoes. */
  readonly undoes?: number
}

/**
 * A sum of a statement's lines by kind: into and out of escrow, or outside it. Sums of zero are
 * left out.
 */
export interface StatementSum {
  readonly kind: 'paid-in' | 'paid-out' | 'refunded' | 'bonus' | 'returned'
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
}

/** Something still to come, by its day if it has one. */
export interface StatementPending {
  readonly kind: 'review' | 'refund' | 'dispute' | 'available' | 'held' | 'unallocated' | 'planned'
  readonly on: IsoDate | null
  readonly amount: Minor
  readonly milestone?: string
}

/**
 * One contract over the period. Always `opening` + deposited = released + refunded + `closing`. If
 * the period ends before the contract's last entry, the bar shows its sums and nothing is pending:
 * what was pending on a past day is not kept.
 */
export interface ContractStatement {
  readonly id: string
  readonly title: string
  readonly client: string
  readonly freelancer: string
  readonly currency: string
  readonly decimals: number
  readonly policy: Policy
  readonly bar: BarView
  /** The titles of milestones in `bar`. */
  readonly milestones: Readonly<Record<string, string>>
  readonly opening: Minor
  readonly deposited: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly closing: Minor
  readonly lines: readonly StatementLine[]
  readonly sums: readonly StatementSum[]
  readonly pending: readonly StatementPending[]
}

/** The totals of a statement's contracts in one currency. */
export interface StatementTotal {
  readonly currency: string
  readonly decimals: number
  readonly contracts: number
  readonly opening: Minor
  readonly deposited: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly closing: Minor
}

/**
 * A statement of one contract, of all contracts of a client, or of the whole book, from `from` to
 * `to`, drawn up on `on`; with the proof that is printed at its foot.
 */
export interface PrintedStatement {
  readonly of: 'contract' | 'client' | 'book'
  /** The contract's title, the client's or the book's name. */
  readonly name: string
  readonly from: IsoDate
  readonly to: IsoDate
  readonly on: IsoDate
  readonly book: { readonly name: string; readonly entries: number; readonly head: string }
  readonly contracts: readonly ContractStatement[]
  readonly totals: readonly StatementTotal[]
}

/**
 * The result of checking a printed statement: `same` (the book ends where it did), `grown` (it
 * holds exactly that history, and more since), `differs` (what is recorded up to that entry is
 * another history), `shorter` (it has fewer entries), `damaged` (the journal itself is). `since`:
 * the number of entries recorded after it.
 */
export interface StatementCheck {
  readonly result: 'same' | 'grown' | 'differs' | 'shorter' | 'damaged'
  readonly entries: number
  readonly since: number
  /** In words, with what to do. */
  readonly message: string
}

/**
 * The result of looking a file up among the papers of the book: `same` (this book printed these
 * bytes, and no entry was recorded since), `grown` (what was recorded since is not of what it
 * covers), `differs` (of what it covers, entries were undone, corrected or added since), `foreign`
 * (this book printed no such bytes), `damaged` (the journal itself is). `paper` is the latest with
 * that file, and `file` the name of the file in it. `since`, `changed` and `added` count entries:
 * all recorded since; those it covers that were undone or corrected; and new ones in what it
 * covers.
 */
export interface PaperCheck {
  readonly result: 'same' | 'grown' | 'differs' | 'foreign' | 'damaged'
  readonly paper: Omit<Paper, 'files'> | null
  readonly file: string | null
  readonly since: number
  readonly changed: number
  readonly added: number
  /** In words, with what to do. */
  readonly message: string
}
