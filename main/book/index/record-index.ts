import type { Entry } from '../../../shared/contract/events.ts'
import { addDays, daysBetween, type IsoDate } from '../../../shared/dates/calendar.ts'
import { type Minor, minor } from '../../../shared/money/money.ts'
import { flowOf } from '../../escrow/flows.ts'
import { Column, type ColumnData } from './column.ts'
import { type EntryMove, MoveColumns, type MoveData } from './move-columns.ts'

const EPOCH = '1970-01-01' as IsoDate

/**
 * What the index knows of an entry. `escrow` is its contract's after it; `transaction` the line it
 * is in, from 1.
 */
export interface IndexedEntry {
  readonly entry: number
  readonly transaction: number
  readonly contractId: string
  readonly escrow: Minor
  readonly reverses?: number
  readonly reversedBy?: number
}

/** The part of the index that says what entries moved. */
export type EntryMoves = Pick<
  RecordIndex,
  'entries' | 'moveOf' | 'isStanding' | 'isStandingMove' | 'contractNumberOf' | 'dayNumberOf' | 'reversedIn'
>

/** An index as it is handed from one thread to another. */
export interface IndexData {
  readonly columns: readonly ColumnData[]
  readonly moves: MoveData
  readonly reversals: ReadonlyMap<number, number>
  readonly others: ReadonlyMap<number, readonly number[]>
}

/**
 * The number in a contract's id. Ids are given in order, so this numbers contracts densely from 1.
 */
const numberOf = (contractId: string): number => Number(contractId.slice(1))

/** The id of the contract opened as the `number`th, from 1: `C0001`. */
export function contractIdOf(number: number): string {
  return `C${String(number).padStart(4, '0')}`
}

/** The memory of an index, which one thread may give to another instead of copying it. */
export function buffersOf({ columns, moves }: IndexData): ArrayBuffer[] {
  return [...columns, moves.kind, moves.amount, moves.fee].flatMap(({ chunks }) => chunks.map(({ buffer }) => buffer))
}

/**
 * Where each entry lies in the journal and what lists need of it, in 52 bytes an entry, so that the
 * events themselves stay on the disk. Entries are numbered from 1; place 0 of each column stands
 * for none.
 */
export class RecordIndex {
  /** By transaction: where its line begins. */
  readonly #offset: Column
  /** By entry. */
  readonly #transaction: Column
  readonly #contract: Column
  readonly #before: Column
  readonly #day: Column
  readonly #escrow: Column
  readonly #moves: MoveColumns
  #lastDay = { on: EPOCH, number: 0 }
  /** By contract: its last entry. */
  readonly #last: Column
  /**
   * By reversal the entry it reverses, and the other way round. Few, so that maps cost less than
   * columns.
   */
  readonly #reverses: Map<number, number>
  readonly #reversedBy = new Map<number, number>()
  /** By contract: the transactions that annotate or rename it, which are no entries. */
  readonly #others: Map<number, number[]>

  /** An empty index, or one that another thread made. */
  constructor(data?: IndexData) {
    const [offset, transaction, contract, before, day, escrow, last] = data?.columns ?? []
    this.#offset = new Column('wide', offset)
    this.#transaction = new Column('count', transaction)
    this.#contract = new Column('count', contract)
    this.#before = new Column('count', before)
    this.#day = new Column('day', day)
    this.#escrow = new Column('wide', escrow)
    this.#last = new Column('count', last)
    this.#moves = new MoveColumns(data?.moves)
    this.#reverses = new Map(data?.reversals)
    this.#others = new Map(
      [...(data?.others ?? [])].map(([contractNumber, transactions]) => [contractNumber, [...transactions]]),
    )
    for (const [reversal, reversed] of this.#reverses) this.#reversedBy.set(reversed, reversal)
  }

  /** How many entries it knows. */
  get entries(): number {
    return Math.max(0, this.#transaction.length - 1)
  }

  /** How many transactions it knows. */
  get transactions(): number {
    return Math.max(0, this.#offset.length - 1)
  }

  /**
   * Takes in the next transaction: where its line begins and what is in it. Throws a RangeError
   * where its entries or contracts are not numbered on: then it was not written by this app.
   */
  add(offset: number, entries: readonly Entry[]): void {
    this.#assertNumberedOn(entries)
    const transaction = this.transactions + 1
    this.#offset.set(transaction, offset)
    for (const each of entries) this.#addEntry(each, transaction)
  }

  /** Where the line of a transaction begins; undefined after the last. */
  offsetOf(transaction: number): number | undefined {
    return transaction <= this.transactions ? this.#offset.at(transaction) : undefined
  }

  /** What is known of an entry; undefined where there is none of that number. */
  entry(entry: number): IndexedEntry | undefined {
    if (!Number.isInteger(entry) || entry < 1 || entry > this.entries) return undefined
    const reverses = this.#reverses.get(entry)
    const reversedBy = this.#reversedBy.get(entry)
    return {
      entry,
      transaction: this.#transaction.at(entry),
      contractId: contractIdOf(this.#contract.at(entry)),
      escrow: minor(this.#escrow.at(entry)),
      ...(reverses !== undefined && { reverses }),
      ...(reversedBy !== undefined && { reversedBy }),
    }
  }

  /**
   * The numbers of a contract's entries, or of all, that are dated between `from` and `to` (both
   * included), in order.
   */
  entriesOf(contractId: string | undefined, from?: IsoDate, to?: IsoDate): readonly number[] {
    const first = from === undefined ? Number.NEGATIVE_INFINITY : daysBetween(EPOCH, from)
    const last = to === undefined ? Number.POSITIVE_INFINITY : daysBetween(EPOCH, to)
    const found: number[] = []
    const take = (entry: number): void => {
      const day = this.#day.at(entry)
      if (day >= first && day <= last) found.push(entry)
    }
    if (contractId === undefined) for (let entry = 1; entry <= this.entries; entry++) take(entry)
    else for (let entry = this.#last.at(numberOf(contractId)); entry > 0; entry = this.#before.at(entry)) take(entry)
    return contractId === undefined ? found : found.reverse()
  }

  /** The transactions that speak of a contract, annotations and renames included, in order. */
  transactionsOf(contractId: string): readonly number[] {
    const transactions = this.entriesOf(contractId).map(entry => this.#transaction.at(entry))
    return [...new Set([...transactions, ...(this.#others.get(numberOf(contractId)) ?? [])])].sort((a, b) => a - b)
  }

  /**
   * What an entry moved; undefined where it moved nothing, is a reversal, or there is none of that
   * number.
   */
  moveOf(entry: number): EntryMove | undefined {
    const move = this.#moves.of(entry)
    return move?.kind === 'resolution' ? { ...move, refunded: this.#refundedBy(entry, move.amount) } : move
  }

  /** Whether an entry moved money and has not been reversed. */
  isStandingMove(entry: number): boolean {
    return this.#moves.has(entry) && !this.#reversedBy.has(entry)
  }

  /** Whether an entry is neither reversed nor a reversal. */
  isStanding(entry: number): boolean {
    return !this.#reversedBy.has(entry) && !this.#reverses.has(entry)
  }

  /** The number in the id of an entry's contract; 0 where there is none of that number. */
  contractNumberOf(entry: number): number {
    return this.#contract.at(entry)
  }

  /** The entry that a reversal takes off; undefined for any other. */
  reversedIn(entry: number): number | undefined {
    return this.#reverses.get(entry)
  }

  /** The day an entry is dated, counted from 1 January 1970. */
  dayNumberOf(entry: number): number {
    return this.#day.at(entry)
  }

  /** The day an entry is dated. */
  dayOf(entry: number): IsoDate {
    return addDays(EPOCH, this.#day.at(entry))
  }

  /** What another thread needs to go on with this index. */
  data(): IndexData {
    const columns = [this.#offset, this.#transaction, this.#contract, this.#before, this.#day, this.#escrow, this.#last]
    return {
      columns: columns.map(column => column.data()),
      moves: this.#moves.data(),
      reversals: this.#reverses,
      others: this.#others,
    }
  }

  /** Days come many times over, and to count them takes longer than all else here. */
  #dayNumber(on: IsoDate): number {
    if (on !== this.#lastDay.on) this.#lastDay = { on, number: daysBetween(EPOCH, on) }
    return this.#lastDay.number
  }

  #addEntry({ entry, contract, on, events }: Entry, transaction: number): void {
    const number = numberOf(contract)
    if (entry === null) {
      const others = this.#others.get(number)
      if (others === undefined) this.#others.set(number, [transaction])
      else others.push(transaction)
      return
    }
    const before = this.#last.at(number)
    const reversed = events.find(event => event.type === 'entry-reversed')?.entry
    if (reversed !== undefined) {
      this.#reverses.set(entry, reversed)
      this.#reversedBy.set(reversed, entry)
    }
    const flow = flowOf(events)
    const moved = flow.deposited - flow.released - flow.refunded
    this.#transaction.set(entry, transaction)
    this.#contract.set(entry, number)
    this.#before.set(entry, before)
    this.#day.set(entry, this.#dayNumber(on))
    this.#escrow.set(
      entry,
      reversed === undefined ? this.#escrow.at(before) + moved : this.#escrow.at(this.#standingBefore(reversed)),
    )
    this.#last.set(number, entry)
    this.#moves.add(entry, flow)
  }

  /** A resolution takes from escrow what it releases and what it gives back. */
  #refundedBy(entry: number, released: Minor): Minor {
    const before = this.#before.at(entry)
    const standing = this.#reversedBy.has(before) || this.#reverses.has(before) ? this.#standingBefore(before) : before
    return minor(this.#escrow.at(standing) - this.#escrow.at(entry) - released)
  }

  /** Also keeps a made-up number in a file from asking for columns of its size. */
  #assertNumberedOn(entries: readonly Entry[]): void {
    let last = this.entries
    let opened = Math.max(0, this.#last.length - 1)
    for (const { entry, contract, type } of entries) {
      if (type === 'open-contract') opened++
      if (entry !== null) last++
      const number = numberOf(contract)
      const follows =
        (entry === null || entry === last) && contractIdOf(number) === contract && number >= 1 && number <= opened
      if (!follows) throw new RangeError(`entry ${entry} of ${contract} does not follow`)
    }
  }

  /**
   * The last entry of the same contract before `entry` that still counts. A reversal takes the
   * latest one off, so what it leaves is the balance after that.
   */
  #standingBefore(entry: number): number {
    let before = this.#before.at(entry)
    while (before > 0 && (this.#reversedBy.has(before) || this.#reverses.has(before))) before = this.#before.at(before)
    return before
  }
}
