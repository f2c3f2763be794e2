import type { OpeningBalance } from '../../shared/api/ledger.ts'
import type { QueryOf } from '../../shared/api/queries.ts'
import { minor } from '../../shared/money/money.ts'
import type { Book } from '../book/book.ts'
import { dayNumberOf } from '../book/index/day-column.ts'
import type { EntryMoves } from '../book/index/record-index.ts'
import { contractIdOf } from '../book/index/subjects.ts'

/**
 * The interval, in entries, at which running sums are kept, so that a page in the middle adds up
 * only a few.
 */
const KEPT_EVERY = 512
/** The ledger without bounds and the periods viewed recently. */
const MOST_PERIODS = 4

/** Balances in minor units, by the index of their currency. */
type Balances = readonly number[]

/** Days since 1 January 1970, both included. */
interface DayNumbers {
  readonly first: number
  readonly last: number
}

/**
 * The balances in escrow brought forward to a page of the ledger, one row per currency, sorted by
 * code: all entries dated before `from`, and the rows on earlier pages, which were recorded before
 * `first` (undefined: all of them). Omits currencies with nothing in escrow.
 */
export async function broughtForward(
  book: Book,
  { contractId, from, to, offset = 0 }: Pick<QueryOf<'ledger'>, 'contractId' | 'from' | 'to' | 'offset'>,
  first = Number.POSITIVE_INFINITY,
): Promise<readonly OpeningBalance[]> {
  if (from === undefined && offset === 0) return []
  const moves = await book.moves()
  const sums = sumsOf(book, moves)
  const days: DayNumbers = {
    first: from === undefined ? Number.NEGATIVE_INFINITY : dayNumberOf(from),
    last: to === undefined ? Number.POSITIVE_INFINITY : dayNumberOf(to),
  }
  const before = offset === 0 ? 0 : first
  return sums.openings(contractId === undefined ? sums.before(days, before) : sums.ofContract(contractId, days, before))
}

/** Sums cached by index, which grows with its book and is replaced with it. */
const kept = new WeakMap<EntryMoves, EscrowSums>()

function sumsOf(book: Book, moves: EntryMoves): EscrowSums {
  let sums = kept.get(moves)
  if (sums === undefined) {
    sums = new EscrowSums(book, moves)
    kept.set(moves, sums)
  }
  return sums
}

/**
 * Sums of the changes to escrow, from the index alone. Entries never change, so each is added up
 * once: by day, and in order within a period.
 */
class EscrowSums {
  readonly #book: Book
  readonly #moves: EntryMoves
  readonly #currencies: { readonly currency: string; readonly decimals: number }[] = []
  /** The index of a contract's currency, by the contract's number. */
  readonly #currencyOf: number[] = []
  readonly #days = new Map<number, number[]>()
  /** The number of entries already added to `#days`. */
  #counted = 0
  readonly #periods = new Map<string, RunningSum>()

  constructor(book: Book, moves: EntryMoves) {
    this.#book = book
    this.#moves = moves
  }

  /** The balances of all entries dated before the period, and of those within it before `entry`. */
  before(days: DayNumbers, entry: number): Balances {
    const balances = [...this.#period(days).before(entry)]
    if (days.first === Number.NEGATIVE_INFINITY) return balances
    this.#countDays()
    for (const [day, changes] of this.#days)
      if (day < days.first) for (const [currency, change] of changes.entries()) add(balances, currency, change)
    return balances
  }

  /** As `before`, for one contract. */
  ofContract(contractId: string, { first, last }: DayNumbers, entry: number): Balances {
    const balances: number[] = []
    for (const number of this.#moves.entriesOf(contractId)) {
      const day = this.#moves.dayNumberOf(number)
      if (day < first || (day <= last && number < entry)) this.#addTo(balances, number)
    }
    return balances
  }

  /** Balances in the form of the API. */
  openings(balances: Balances): readonly OpeningBalance[] {
    return this.#currencies
      .map((currency, index) => ({ ...currency, escrow: minor(balances[index] ?? 0) }))
      .filter(({ escrow }) => escrow !== 0)
      .sort((a, b) => (a.currency < b.currency ? -1 : 1))
  }

  #countDays(): void {
    while (this.#counted < this.#moves.entries) {
      const entry = ++this.#counted
      const day = this.#moves.dayNumberOf(entry)
      const changes = this.#days.get(day)
      if (changes !== undefined) this.#addTo(changes, entry)
      else this.#days.set(day, this.#addTo([], entry))
    }
  }

  #period(days: DayNumbers): RunningSum {
    const name = `${days.first} ${days.last}`
    const known = this.#periods.get(name)
    if (known !== undefined) return known
    const [oldest] = this.#periods.keys()
    if (this.#periods.size >= MOST_PERIODS && oldest !== undefined) this.#periods.delete(oldest)
    const sum = new RunningSum(this.#moves, days, (balances, entry) => this.#addTo(balances, entry))
    this.#periods.set(name, sum)
    return sum
  }

  #addTo(balances: number[], entry: number): number[] {
    const change = this.#moves.escrowChangeOf(entry)
    if (change !== 0) add(balances, this.#currencyIn(this.#moves.contractNumberOf(entry)), change)
    return balances
  }

  #currencyIn(contractNumber: number): number {
    const known = this.#currencyOf[contractNumber]
    if (known !== undefined) return known
    const { currency = '', decimals = 0 } = this.#book.anyContract(contractIdOf(contractNumber)) ?? {}
    const found = this.#currencies.findIndex(each => each.currency === currency)
    const index = found < 0 ? this.#currencies.push({ currency, decimals }) - 1 : found
    this.#currencyOf[contractNumber] = index
    return index
  }
}

/** The running balances of a period's entries, as far as they have been asked for. */
class RunningSum {
  readonly #moves: EntryMoves
  readonly #days: DayNumbers
  readonly #addTo: (balances: number[], entry: number) => void
  /** At index k: the balances after the first k × `KEPT_EVERY` entries of the book. */
  readonly #kept: Balances[] = [[]]

  constructor(moves: EntryMoves, days: DayNumbers, addTo: (balances: number[], entry: number) => void) {
    this.#moves = moves
    this.#days = days
    this.#addTo = addTo
  }

  /** The balances before an entry. */
  before(entry: number): Balances {
    const last = Math.min(entry - 1, this.#moves.entries)
    const nearest = Math.max(0, Math.min(Math.floor(last / KEPT_EVERY), this.#kept.length - 1))
    const balances = [...(this.#kept[nearest] ?? [])]
    for (let next = nearest * KEPT_EVERY + 1; next <= last; next++) {
      const day = this.#moves.dayNumberOf(next)
      if (day >= this.#days.first && day <= this.#days.last) this.#addTo(balances, next)
      if (next === this.#kept.length * KEPT_EVERY) this.#kept.push([...balances])
    }
    return balances
  }
}

function add(balances: number[], currency: number, change: number): void {
  while (balances.length <= currency) balances.push(0)
  balances[currency] = (balances[currency] ?? 0) + change
}
