import type { EscrowCommandInput } from '../contract/commands.ts'
import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'
import type { StatementColumns } from './statement-fields.ts'

/**
 * The shape of a file: its titles, in their order and without case. A mapping of columns is kept
 * for all files of one shape.
 */
export function statementShape(header: readonly string[]): string {
  return header.map(title => title.trim().toLowerCase()).join(' | ')
}

/** What a row of a statement is to the book. */
export const ROW_STATES = ['matched', 'proposed', 'differs', 'new', 'ignored', 'bad'] as const
/** See `ROW_STATES`. */
export type RowState = (typeof ROW_STATES)[number]

/**
 * The statements that are known by their header, our own CSV among them; `columns` is any other,
 * read by the columns a person named.
 */
export type StatementFormat = 'upwork' | 'upwork-older' | 'paypal' | 'escrowbook' | 'columns'

/**
 * What only a person can say before a statement can be read: which column is which, whether days or
 * months come first, the decimal mark, the currency.
 */
export type StatementQuestion = 'columns' | 'date-order' | 'decimal-mark' | 'currency'

/** A row of a statement beside the book. Money in minor units of `currency`. */
export interface StatementRow {
  /** The line of the file it begins on, from 1. */
  readonly line: number
  /** Its cells as they stand in the file. */
  readonly raw: readonly string[]
  readonly state: RowState
  readonly on: IsoDate | null
  readonly amount: Minor | null
  readonly currency: string | null
  readonly decimals: number
  /** What the statement calls it. */
  readonly what: string
  /** What becomes the entry's `reference`. */
  readonly id: string | null
  /** The rows that belong to this one; where the answer is folded, they stand nowhere else. */
  readonly parts?: readonly StatementPart[]
  /**
   * The line of the row that this one belongs to: a fee, or the other half of a payment that is
   * shown twice. It has no command of its own.
   */
  readonly partOf?: number
  /** The entry of the book that it is, or is taken for. */
  readonly entry?: number
  readonly contractId?: string
  /** What applying the row records, without its day and reference, which are the row's. */
  readonly command?: EscrowCommandInput
  /** What is recorded ahead of it: a reversal, or the funding that a payment implies. */
  readonly before?: readonly EscrowCommandInput[]
  /** The entry that is reversed first, for `command` puts a right one in its place. */
  readonly undoes?: number
  /** Why it is not matched, cannot be read, is left out, or should be looked at. */
  readonly problem?: string
  /** In words: the entry it is, or what applying it would do. */
  readonly does: string
  /**
   * Whether it is safe to tick without looking: nothing else in the book or the file is like it.
   */
  readonly sure: boolean
  /**
   * What applying it does to the book's side of the balance, in minor units of the balance's
   * currency; zero for a row of another.
   */
  readonly effect: Minor
}

/** A row that belongs to another: what the statement calls it, and its amount in minor units. */
export type StatementPart = Pick<StatementRow, 'line' | 'what' | 'amount'>

/**
 * An entry that the statement has no row of. `amount` is what it moved, gross; `elsewhere`: of a
 * contract that the statement does not speak of.
 */
export interface OnlyInBook {
  readonly entry: number
  readonly contractId: string
  readonly on: IsoDate
  readonly amount: Minor
  readonly currency: string
  readonly decimals: number
  readonly label: string
  readonly contract: string
  readonly elsewhere: boolean
}

/**
 * What a statement's rows come to over its days, and what the book's entries of its contracts come
 * to, in minor units: as one party's account sees it, or escrow itself.
 */
export interface StatementBalance {
  readonly statement: Minor
  readonly book: Minor
  readonly currency: string
  readonly decimals: number
  readonly of: 'client' | 'freelancer' | 'escrow'
  /**
   * What of the difference, book less statement, each list explains; `rest`: fees that the
   * statement does not tell, and rows that were undone.
   */
  readonly because: Readonly<Record<'new' | 'proposed' | 'differs' | 'onlyInBook' | 'rest', Minor>>
}

/** What `match-statement` answers. Both lists are pages by the same `offset` and `limit`. */
export interface StatementMatch {
  /** Names the statement in later calls, in place of its text. */
  readonly statement: string
  /** Null where its columns must be named first. */
  readonly recognised: StatementFormat | null
  /** What must be said first; the rows are `bad` until then. */
  readonly asks: StatementQuestion | null
  /** The titles of its columns. */
  readonly header: readonly string[]
  /**
   * The columns in use: those given, those kept for files of this shape, or a guess to start from.
   */
  readonly columns: StatementColumns
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly counts: Readonly<Record<RowState, number>>
  /** The same without the rows that belong to another: how many things there are to decide. */
  readonly moves: Readonly<Record<RowState, number>>
  /**
   * How many rows there are; with `state` how many of those, folded without those that belong to
   * another.
   */
  readonly total: number
  readonly rows: readonly StatementRow[]
  /**
   * How many rows may be ticked, how many of them are safe to tick without looking, and what those
   * do to the book's side of the balance.
   */
  readonly tickable: {
    readonly all: number
    readonly sure: number
    readonly effects: { readonly all: Minor; readonly sure: Minor }
  }
  readonly onlyInBookTotal: number
  /** How many of them are of contracts that the statement does not speak of; they come last. */
  readonly onlyInBookElsewhere: number
  readonly onlyInBook: readonly OnlyInBook[]
  readonly balance: StatementBalance
}

/**
 * What `apply-statement` answers: how many entries were recorded, the first and the last of them,
 * how many entries got their id, and the backup made before.
 */
export interface AppliedStatement {
  readonly recorded: number
  readonly annotated: number
  readonly reversed: number
  readonly first: number | null
  readonly last: number | null
  readonly contractIds: readonly string[]
  /** The id of the backup made before; null where nothing was written. */
  readonly backup: string | null
}
