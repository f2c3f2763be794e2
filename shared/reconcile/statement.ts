import type { RecordedCommandInput } from '../contract/commands.ts'
import type { IsoDate } from '../dates/calendar.ts'
import type { Minor } from '../money/money.ts'
import type { StatementColumns } from './statement-fields.ts'

/**
 * Returns the shape of a file: its titles in order, without case. Column mappings are stored by
 * shape.
 */
export function statementShape(header: readonly string[]): string {
  return header.map(title => title.trim().toLowerCase()).join(' | ')
}

/** The states of a statement's row next to the book. */
export const ROW_STATES = ['matched', 'proposed', 'differs', 'new', 'ignored', 'bad'] as const
/** See `ROW_STATES`. */
export type RowState = (typeof ROW_STATES)[number]

/**
 * The statements recognised by their header, including Escrowbook's own CSV, and those of formats
 * with a header of our own (`FIXED_HEADERS`); `columns` is any other, read by the columns a person
 * named.
 */
export type StatementFormat =
  | 'upwork'
  | 'upwork-older'
  | 'upwork-earnings'
  | 'paypal'
  | 'payoneer'
  | 'wise'
  | 'stripe'
  | 'revolut'
  | 'escrowbook'
  | 'camt-053'
  | 'ofx'
  | 'mt940'
  | 'columns'

/** A question only a person can answer before a statement can be read. */
export type StatementQuestion =
  | 'encoding'
  | 'titles'
  | 'columns'
  | 'date-order'
  | 'decimal-mark'
  | 'currency'
  | 'direction'
  | 'status'

/**
 * A piece of evidence for what a row is: its code (docs/reconcile.md, Evidence), its facts (money
 * in minor units, days as in ISO 8601) and its sentence. One that does not prove says what is
 * missing.
 */
export interface RowEvidence {
  readonly code: string
  readonly proves: boolean
  readonly facts: Readonly<Record<string, string | number>>
  readonly text: string
}

/** A statement's row next to the book. Money in minor units of `currency`. */
export interface StatementRow {
  /** The line of the file on which it begins, from 1. */
  readonly line: number
  /** Its cells, unchanged. */
  readonly raw: readonly string[]
  readonly state: RowState
  readonly on: IsoDate | null
  readonly amount: Minor | null
  readonly currency: string | null
  readonly decimals: number
  /** The statement's own description. */
  readonly what: string
  /** The party it names, other than whoever keeps the book; empty if there is none. */
  readonly party: string
  /** Becomes the entry's `reference`. */
  readonly id: string | null
  /** The rows that belong to this one; a folded answer has them only here. */
  readonly parts?: readonly StatementPart[]
  /**
   * The line of the row that this one belongs to, as its fee or as the other half of a payment
   * listed twice. It has no command of its own.
   */
  readonly partOf?: number
  /** The entry it is, or may be. */
  readonly entry?: number
  readonly contractId?: string
  /** The command that applying the row records; its day and reference are the row's. */
  readonly command?: RecordedCommandInput
  /** Recorded before it: a reversal, or the funding that a payment implies. */
  readonly before?: readonly RecordedCommandInput[]
  /** The entry that is reversed first, to be replaced by `command`. */
  readonly undoes?: number
  /** The first piece of evidence that is missing: why it is not sure, or cannot be recorded. */
  readonly problem?: string
  /** The evidence for it, and what is missing, the most telling first. */
  readonly evidence: readonly RowEvidence[]
  /** Somebody whom the row names and the book does not know. */
  readonly stranger?: string
  /** The entry it is, or the effect of applying it, in words. */
  readonly does: string
  /** Safe to tick without review: its evidence proves it, and nothing is missing. */
  readonly sure: boolean
  /**
   * The change to the book's side of the balance by applying it, in minor units of the balance's
   * currency; zero for a row in another currency.
   */
  readonly effect: Minor
}

/** The words that a file has in the columns which say whether money moved, and which way. */
export interface CellWords {
  readonly direction: readonly string[]
  readonly status: readonly string[]
}

/** A row that belongs to another; its amount in minor units. */
export type StatementPart = Pick<StatementRow, 'line' | 'what' | 'amount'>

/**
 * An entry without a row in the statement. `amount` is its gross amount, in minor units;
 * `elsewhere` marks a contract that the statement does not mention.
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
 * The totals of a statement's rows, and of the book's entries in its contracts over the statement's
 * days, in minor units, for one party's account or for escrow itself.
 */
export interface StatementBalance {
  readonly statement: Minor
  readonly book: Minor
  readonly currency: string
  readonly decimals: number
  readonly of: 'client' | 'freelancer' | 'escrow'
  /**
   * The part of the difference (book less statement) explained by each list; `rest` is fees the
   * statement does not list, and undone rows.
   */
  readonly because: Readonly<Record<'new' | 'proposed' | 'differs' | 'onlyInBook' | 'rest', Minor>>
}

/** The answer to `match-statement`. Both lists are paged by the same `offset` and `limit`. */
export interface StatementMatch {
  /** The statement's name for later calls, in place of its text. */
  readonly statement: string
  /** Null if its columns must be chosen first. */
  readonly recognised: StatementFormat | null
  /** The question to answer first; until then all rows are `bad`. */
  readonly asks: StatementQuestion | null
  /** The titles of its columns. */
  readonly header: readonly string[]
  /**
   * The columns in use: those given, those stored for files of this shape, or a guess to start
   * from.
   */
  readonly columns: StatementColumns
  /** The words to choose `directionOut` and `statusDone` from. */
  readonly words: CellWords
  readonly from: IsoDate | null
  readonly to: IsoDate | null
  readonly counts: Readonly<Record<RowState, number>>
  /** The same without rows that belong to another: the number of decisions. */
  readonly moves: Readonly<Record<RowState, number>>
  /**
   * The number of rows: those in `state`, if given, and without those that belong to another if
   * folded.
   */
  readonly total: number
  readonly rows: readonly StatementRow[]
  /** The number of rows that can be ticked and of those that are `sure`, with their effects. */
  readonly tickable: {
    readonly all: number
    readonly sure: number
    readonly effects: { readonly all: Minor; readonly sure: Minor }
  }
  readonly onlyInBookTotal: number
  /** The number of those in contracts that the statement does not mention; they come last. */
  readonly onlyInBookElsewhere: number
  readonly onlyInBook: readonly OnlyInBook[]
  readonly balance: StatementBalance
  /** The book's side of the balance once the ticked rows are recorded. */
  readonly after: StatementAfter
}

/**
 * The result of applying the ticked rows, in minor units of the balance's currency: the book's side
 * and its difference from the statement's. If the rules refuse a row, the line and the reason, and
 * the figures are those of the book as it is, since nothing would be recorded.
 */
export interface StatementAfter {
  readonly book: Minor
  readonly difference: Minor
  readonly refused: { readonly line: number; readonly code: string; readonly message: string } | null
}

/**
 * The answer to `apply-statement`: the number of entries recorded, annotated with an id and
 * reversed, the first and last recorded entry, and the backup made before.
 */
export interface AppliedStatement {
  readonly recorded: number
  readonly annotated: number
  readonly reversed: number
  readonly first: number | null
  readonly last: number | null
  readonly contractIds: readonly string[]
  /** The number of the import's line, by which it can be taken back; null if nothing was written. */
  readonly import: number | null
  /** The id of the backup; null if nothing was written. */
  readonly backup: string | null
}
