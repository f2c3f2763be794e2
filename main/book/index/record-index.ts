import type { AccountEntry } from '../../../shared/account/events.ts'
import { type Entry, isOfBook, isOfContract, type JournalRecord } from '../../../shared/contract/events.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { type Minor, minor } from '../../../shared/money/money.ts'
import { flowOf } from '../../escrow/flows.ts'
import { Column, type ColumnData } from './column.ts'
import { Corrections } from './corrections.ts'
import { DayColumn, dayNumberOf } from './day-column.ts'
import { type ImportLine, ImportLines } from './import-lines.ts'
import { type EntryMove, MoveColumns, type MoveData } from './move-columns.ts'
import { Reversals } from './reversals.ts'
import { isAccount, numberInKind, subjectIdOf, subjectNumberOf } from './subjects.ts'

/**
 * An entry as the index knows it. `transaction` is the number of its line, from 1; `escrow` the
 * contract's escrow after it, in minor units.
 */
export interface IndexedEntry {
  readonly entry: number
  readonly transaction: number
  readonly contractId: string
  readonly escrow: Minor
  readonly reverses?: number
  readonly reversedBy?: number
  /** The entry that it replaces, if a correction recorded it. */
  readonly corrects?: number
}

/** The part of the index that tells what entries moved. */
export type EntryMoves = Pick<
  RecordIndex,
  | 'entries'
  | 'entry'
  | 'dayOf'
  | 'entriesOf'
  | 'moveOf'
  | 'escrowChangeOf'
  | 'isStanding'
  | 'isStandingMove'
  | 'contractNumberOf'
  | 'dayNumberOf'
  | 'reversedIn'
  | 'today'
  | 'importOf'
>

/** An index's content, which one thread can hand to another. */
export interface IndexData {
  readonly columns: readonly ColumnData[]
  readonly moves: MoveData
  readonly reversals: ReadonlyMap<number, number>
  readonly corrections: ReadonlyMap<number, number>
  readonly others: ReadonlyMap<number, readonly number[]>
  readonly imports: ReadonlyMap<number, ImportLine>
}

/** The buffers of an index, which can be transferred to another thread instead of copied. */
export function buffersOf({ columns, moves }: IndexData): ArrayBuffer[] {
  return [...columns, moves.kind, moves.amount, moves.fee].flatMap(({ chunks }) => chunks.map(({ buffer }) => buffer))
}

/**
 * The position of each entry in the journal and the facts that lists need, at 52 bytes an entry, so
 * that the events themselves stay on disk. Entries are numbered from 1; index 0 of each column
 * stands for no entry.
 */
export class RecordIndex {
  /** By transaction: the byte its line begins at. */
  readonly #offset: Column
  /** By entry: the transaction it is in. */
  readonly #transaction: Column
  /** By entry: the number of its contract or account (see `subjectNumberOf`). */
  readonly #subject: Column
  /** By entry: the previous entry of its contract or account. */
  readonly #before: Column
  readonly #day: DayColumn
  readonly #escrow: Column
  readonly #moves: MoveColumns
  /** By number of the contract: its last entry. */
  readonly #last: Column
  /** By number of the account: its last entry. */
  readonly #lastOfAccount: Column
  readonly #reversals: Reversals
  readonly #corrections: Corrections
  /** By subject: the transactions that annotate or rename it, which are not entries. */
  readonly #others: Map<number, number[]>
  readonly #imports: ImportLines

  /** Empty, or from `data` of another thread. */
  constructor(data?: IndexData) {
    const [offset, transaction, subject, before, day, escrow, last, lastOfAccount] = data?.columns ?? []
    this.#offset = new Column('wide', offset)
    this.#transaction = new Column('count', transaction)
    this.#subject = new Column('count', subject)
    this.#before = new Column('count', before)
    this.#day = new DayColumn(day)
    this.#escrow = new Column('wide', escrow)
    this.#last = new Column('count', last)
    this.#lastOfAccount = new Column('count', lastOfAccount)
    this.#moves = new MoveColumns(data?.moves)
    this.#reversals = new Reversals(data?.reversals)
    this.#corrections = new Corrections(data?.corrections)
    this.#others = new Map([...(data?.others ?? [])].map(([subject, transactions]) => [subject, [...transactions]]))
    this.#imports = new ImportLines(data?.imports)
  }

  /** The number of entries in the index. */
  get entries(): number {
    return Math.max(0, this.#transaction.length - 1)
  }

  /** True if every entry is of a contract. */
  get isOfContractsAlone(): boolean {
    return this.#lastOfAccount.length <= 1
  }

  /** The number of transactions in the index. */
  get transactions(): number {
    return Math.max(0, this.#offset.length - 1)
  }

  /**
   * Adds the next transaction, whose line begins at `offset`. Throws a RangeError if its entries or
   * contracts do not continue the numbering: then it was not written by this app.
   */
  add(offset: number, entries: readonly JournalRecord[]): void {
    this.#assertNumberedOn(entries)
    const transaction = this.transactions + 1
    this.#offset.set(transaction, offset)
    for (const each of entries) this.#addRecord(each, transaction)
    this.#imports.add(transaction, entries)
  }

  /** The byte a transaction's line begins at; undefined after the last one. */
  offsetOf(transaction: number): number | undefined {
    return transaction <= this.transactions ? this.#offset.at(transaction) : undefined
  }

  /** The transactions that are imports of statements. */
  get imports(): ImportLines {
    return this.#imports
  }

  /** The import that recorded an entry, which was not taken back; undefined if none did. */
  importOf(entry: number): number | undefined {
    const line = this.#transaction.at(this.first(entry))
    const found = this.#imports.at(line)
    return found?.isKept && found.takenBackBy === undefined ? line : undefined
  }

  /** An entry by its number; undefined if there is none. */
  entry(entry: number): IndexedEntry | undefined {
    if (!Number.isInteger(entry) || entry < 1 || entry > this.entries) return undefined
    const reverses = this.#reversals.earlierOf(entry)
    const reversedBy = this.#reversals.laterOf(entry)
    const corrects = this.#corrections.earlierOf(entry)
    return {
      entry,
      transaction: this.#transaction.at(entry),
      contractId: subjectIdOf(this.#subject.at(entry)),
      escrow: minor(this.#escrow.at(entry)),
      ...(reverses !== undefined && { reverses }),
      ...(reversedBy !== undefined && { reversedBy }),
      ...(corrects !== undefined && { corrects }),
    }
  }

  /**
   * The numbers of the entries dated from `from` to `to` (inclusive), of one contract or account,
   * or of all contracts, in order.
   */
  entriesOf(contractId: string | undefined, from?: IsoDate, to?: IsoDate): readonly number[] {
    const first = from === undefined ? Number.NEGATIVE_INFINITY : dayNumberOf(from)
    const last = to === undefined ? Number.POSITIVE_INFINITY : dayNumberOf(to)
    if (contractId === undefined) {
      const all = this.#day.indexesBetween(first, last, 1)
      return this.isOfContractsAlone ? all : all.filter(entry => !isAccount(this.#subject.at(entry)))
    }
    const found: number[] = []
    for (let entry = this.#lastOf(subjectNumberOf(contractId)); entry > 0; entry = this.#before.at(entry)) {
      const day = this.#day.numberAt(entry)
      if (day >= first && day <= last) found.push(entry)
    }
    return found.reverse()
  }

  /** The transactions about a contract, annotations and renames included, in order. */
  transactionsOf(contractId: string): readonly number[] {
    const transactions = this.entriesOf(contractId).map(entry => this.#transaction.at(entry))
    return [...new Set([...transactions, ...(this.#others.get(subjectNumberOf(contractId)) ?? [])])].sort(
      (a, b) => a - b,
    )
  }

  /**
   * The money an entry moved; undefined if it moved none, is a reversal, or there is no such entry.
   */
  moveOf(entry: number): EntryMove | undefined {
    const move = this.#moves.of(entry)
    return move?.kind === 'resolution' ? { ...move, refunded: this.#refundedBy(entry, move.amount) } : move
  }

  /** The change an entry makes to its contract's escrow, in minor units. */
  escrowChangeOf(entry: number): number {
    return this.#escrow.at(entry) - this.#escrow.at(this.#before.at(entry))
  }

  /** True if an entry moved money and has not been reversed. */
  isStandingMove(entry: number): boolean {
    return this.#moves.has(entry) && this.#reversals.laterOf(entry) === undefined
  }

  /** True for a standing entry that paid the freelancer, or took a payment back. */
  isPayment(entry: number): boolean {
    return this.isStandingMove(entry) && this.#moves.isPayment(entry)
  }

  /** True if an entry is neither reversed nor a reversal. */
  isStanding(entry: number): boolean {
    return this.#reversals.isStanding(entry)
  }

  /** The number of an entry's contract or account; 0 if there is no such entry. */
  contractNumberOf(entry: number): number {
    return this.#subject.at(entry)
  }

  /**
   * The entry that stands for `entry` today: the one that corrections replaced it by, or itself. It
   * may be reversed.
   */
  today(entry: number): number {
    return this.#corrections.today(entry)
  }

  /** The first of the entries that corrections replaced by each other until `entry`, or itself. */
  first(entry: number): number {
    return this.#corrections.first(entry)
  }

  /** The entry that a reversal reverses; undefined for any other entry. */
  reversedIn(entry: number): number | undefined {
    return this.#reversals.earlierOf(entry)
  }

  /** The date of an entry, in days since 1 January 1970. */
  dayNumberOf(entry: number): number {
    return this.#day.numberAt(entry)
  }

  /** The date of an entry. */
  dayOf(entry: number): IsoDate {
    return this.#day.at(entry)
  }

  /** The content for another thread. */
  data(): IndexData {
    const columns = [
      this.#offset,
      this.#transaction,
      this.#subject,
      this.#before,
      this.#day,
      this.#escrow,
      this.#last,
      this.#lastOfAccount,
    ]
    return {
      columns: columns.map(column => column.data()),
      moves: this.#moves.data(),
      reversals: this.#reversals.data(),
      corrections: this.#corrections.data(),
      others: this.#others,
      imports: this.#imports.data(),
    }
  }

  #addRecord(record: JournalRecord, transaction: number): void {
    if (isOfBook(record)) return
    const subject = subjectNumberOf(subjectOf(record))
    if (record.entry === null) {
      const others = this.#others.get(subject)
      if (others === undefined) this.#others.set(subject, [transaction])
      else others.push(transaction)
      return
    }
    const { entry, on } = record
    this.#transaction.set(entry, transaction)
    this.#subject.set(entry, subject)
    this.#before.set(entry, this.#lastOf(subject))
    this.#day.set(entry, on)
    if (isOfContract(record)) this.#addMove(entry, record)
    else this.#escrow.set(entry, 0)
    this.#lastColumn(subject).set(numberInKind(subject), entry)
  }

  #addMove(entry: number, { events, corrects }: Entry): void {
    if (corrects !== undefined) this.#corrections.add(entry, corrects)
    const reversed = events.find(event => event.type === 'entry-reversed')?.entry
    if (reversed !== undefined) this.#reversals.add(entry, reversed)
    const flow = flowOf(events)
    const moved = flow.deposited - flow.released - flow.refunded
    const escrow =
      reversed === undefined
        ? this.#escrow.at(this.#before.at(entry)) + moved
        : this.#escrow.at(this.#standingBefore(reversed))
    this.#escrow.set(entry, escrow)
    this.#moves.add(entry, flow)
  }

  #lastOf(subject: number): number {
    return this.#lastColumn(subject).at(numberInKind(subject))
  }

  #lastColumn(subject: number): Column {
    return isAccount(subject) ? this.#lastOfAccount : this.#last
  }

  /** A resolution's refund: what it took out of escrow beyond what it released. */
  #refundedBy(entry: number, released: Minor): Minor {
    return minor(-this.escrowChangeOf(entry) - released)
  }

  /** Throws unless the numbers follow. So a forged number cannot allocate columns of its size. */
  #assertNumberedOn(records: readonly JournalRecord[]): void {
    let last = this.entries
    const opened = {
      contracts: Math.max(0, this.#last.length - 1),
      accounts: Math.max(0, this.#lastOfAccount.length - 1),
    }
    for (const record of records) {
      if (isOfBook(record)) continue
      if (record.type === 'open-contract') opened.contracts++
      if (record.type === 'open-account') opened.accounts++
      if (record.entry !== null) last++
      const id = subjectOf(record)
      const subject = subjectNumberOf(id)
      const number = numberInKind(subject)
      const isNumbered = record.entry === null || record.entry === last
      // The fold tells a record of a later version.
      if (subject === 0 && isNumbered && !isOfContract(record)) continue
      const isOpen = number >= 1 && number <= (isAccount(subject) ? opened.accounts : opened.contracts)
      if (!isNumbered || !isOpen || subjectIdOf(subject) !== id)
        throw new RangeError(`entry ${record.entry} of ${id} does not follow`)
    }
  }

  /**
   * The last standing entry of the same contract before `entry`. A reversal removes the latest
   * standing entry, so it leaves the balance after this one.
   */
  #standingBefore(entry: number): number {
    let before = this.#before.at(entry)
    while (before > 0 && !this.#reversals.isStanding(before)) before = this.#before.at(before)
    return before
  }
}

function subjectOf(record: Entry | AccountEntry): string {
  return isOfContract(record) ? record.contract : record.of
}
