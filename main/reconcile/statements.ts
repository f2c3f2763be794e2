import type { QueryOf } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { sum, ZERO } from '../../shared/money/money.ts'
import type { ChosenEncoding } from '../../shared/reconcile/encodings.ts'
import type { StatementMatch } from '../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import { Slices } from '../scheduling/slices.ts'
import { afterDecisions } from './after.ts'
import { type Matching, type MatchRequest, match } from './match/match.ts'
import type { Decisions } from './match/ticks.ts'
import { hasTitles, mergedColumns, namesColumns, rowsByColumns } from './read/by-columns.ts'
import { formatOf } from './read/formats.ts'
import { readTextTable, sha256Of, type TextTable } from './read/text-table.ts'
import type { ReadStatement } from './read-statement.ts'
import { statementPage } from './statement-page.ts'

/** Everything needed to match statements, and the columns a person has mapped before. */
export interface StatementContext {
  readonly book: Book
  readonly locale: string
  today(): IsoDate
  /** The saved columns for files with this header. */
  keptColumns(header: readonly string[]): StatementColumns | undefined
}

/** The controls of a long task. */
export interface Watch {
  /** Stops the task: the call then throws the signal's reason. */
  readonly signal?: AbortSignal
  /** Reports progress, as a number of 100. */
  progress?(done: number, total: number): void
}

/** A statement, and the columns to read it by. */
type StatementRequest = Pick<QueryOf<'match-statement'>, 'text' | 'statement' | 'columns' | 'encoding'> & {
  readonly decisions: Decisions
}

/** The rest that a match depends on, and its controls. */
interface HowToMatch {
  readonly guessed: ChosenEncoding | undefined
  readonly slices: Slices
  readonly watch: Watch
  readonly decisions: Decisions
}

/** The decisions before a person has made any. */
const SURE: Decisions = { ticked: 'sure' }

const KEPT = 3
const READ_PART = 60
const ROWS_PART = 80
const WHOLE = 100

/**
 * The statements in memory. A text is parsed once, and matched once per state of the book, however
 * many of its pages are requested.
 */
export class Statements {
  readonly #context: StatementContext
  readonly #tables = new Map<string, Promise<Outcome<TextTable>>>()
  readonly #matchings = new Map<string, Promise<Outcome<ReadStatement>>>()

  constructor(context: StatementContext) {
    this.#context = context
  }

  /**
   * Answers `match-statement`: a page of the rows, and of the entries that no row was matched to.
   * Refuses `unreadable-statement` (no table, a misplaced quote, no rows, no such column, or a name
   * no longer in memory) and `bad-input` if neither text nor name is given.
   */
  async match(query: QueryOf<'match-statement'>, watch: Watch = {}): Promise<Outcome<StatementMatch>> {
    const decisions = decisionsIn(query)
    const read = await this.read({ ...query, decisions }, watch)
    if (!read.ok) return read
    const { book, locale } = this.#context
    return accepted(await statementPage(read.value, query, { book, locale, slices: new Slices(watch.signal) }))
  }

  /** Matches the whole statement with the book as it is now. Refuses what `match` refuses. */
  async read(request: StatementRequest, watch: Watch = {}): Promise<Outcome<ReadStatement>> {
    const { text, statement } = request
    if (text === undefined && statement === undefined)
      return refused({ code: 'bad-input', variant: 'missing', params: {}, field: 'text' })
    const id = text === undefined ? (statement ?? '') : sha256Of(text).slice(0, 32)
    const slices = new Slices(watch.signal)
    // Titles on another line make another table.
    const name = `${id} ${request.columns?.titles ?? ''}`
    if (text !== undefined && !this.#tables.has(name)) {
      const progress = (done: number, total: number) => watch.progress?.(Math.floor((done / total) * READ_PART), WHOLE)
      const isKnown = (titles: readonly string[]) =>
        formatOf(titles) !== undefined || hasTitles(titles, this.#context.keptColumns(titles))
      const hints = { titles: request.columns?.titles, isKnown }
      keep(this.#tables, name, readTextTable(text, slices, progress, hints))
    }
    const table = await this.#tables.get(name)
    if (table === undefined)
      return refused({ code: 'unreadable-statement', variant: 'gone', params: {}, field: 'statement' })
    if (!table.ok) return table
    const { header, titles } = table.value
    // Letters name no file: what was said of one without titles is not true of another.
    const kept = titles === 0 ? undefined : this.#context.keptColumns(header)
    const columns = namesColumns(request.columns) ? request.columns : mergedColumns(kept, request.columns)
    const { head } = this.#context.book.info()
    const guessed = request.encoding
    const { decisions } = request
    const { ticked, lines, except, edited } = decisions
    const key = JSON.stringify([name, columns, guessed, head, this.#context.today(), ticked, lines, except, edited])
    const matching = this.#matchings.get(key)
    const how = { guessed, slices, watch, decisions }
    return matching ?? keep(this.#matchings, key, this.#matched(id, table.value, columns, how))
  }

  async #matched(
    id: string,
    table: TextTable,
    given: StatementColumns | undefined,
    { guessed, slices, watch, decisions }: HowToMatch,
  ): Promise<Outcome<ReadStatement>> {
    const read = await rowsByColumns(table, given, guessed, slices)
    if (!read.ok) return read
    const { format, rows, ...answer } = read.value
    const { header } = table
    watch.progress?.(ROWS_PART, WHOLE)
    const { book } = this.#context
    const request: MatchRequest = { rows, format, header, today: this.#context.today(), decisions }
    const matching = await match(book, request, slices)
    watch.progress?.(WHOLE, WHOLE)
    return accepted({
      id,
      text: table.text,
      ...answer,
      header,
      matching,
      tickable: tickableIn(matching),
      after: once(() => afterDecisions(book, matching, decisions)),
    })
  }
}

/** The decisions that a query gives, if it gives any. */
function decisionsIn({ ticked, lines, except, edited }: QueryOf<'match-statement'>): Decisions {
  const isGiven = [ticked, lines, except, edited].some(each => each !== undefined)
  return isGiven ? { ticked, lines, except, edited } : SURE
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Counts the rows that can be ticked, with their effect on the book's side of the balance. */
function tickableIn({ rows }: Matching): StatementMatch['tickable'] {
  const count = { all: 0, sure: 0 }
  const effects = { all: ZERO, sure: ZERO }
  for (const { command, sure, effect } of rows) {
    if (command === undefined) continue
    count.all++
    effects.all = sum(effects.all, effect)
    if (!sure) continue
    count.sure++
    effects.sure = sum(effects.sure, effect)
  }
  return { ...count, effects }
}

/** Keeps the newest few results, and no failures. */
function keep<T>(kept: Map<string, Promise<Outcome<T>>>, key: string, work: Promise<Outcome<T>>): Promise<Outcome<T>> {
  kept.set(key, work)
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest)
  work.then(
    outcome => {
      if (!outcome.ok) kept.delete(key)
    },
    () => kept.delete(key),
  )
  return work
}
