import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'
import { amountIn, markOf } from '../../../shared/reconcile/written-amount.ts'
import { type DateOrder, dayIn, orderOf } from '../../../shared/reconcile/written-day.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import { amountText } from '../../form/use-move.ts'
import type { Denomination } from '../../words/amount-fault.ts'
import { LOCALE, WORDS_LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import { blank, type MilestoneText } from './form.ts'
import { hasPast } from './past.ts'

/** A milestone's field that a spreadsheet column can contain. */
type Meaning = 'title' | 'amount' | 'due' | 'funded' | 'submitted' | 'paid' | 'paidOn'
type Kind = 'text' | 'amount' | 'day'

interface Column {
  readonly kind: Kind
  readonly heading: string
  readonly cells: readonly string[]
}

/** Milestones read from a spreadsheet. The contract is under way if any of them has a past. */
export interface PastedPlan {
  readonly milestones: readonly MilestoneText[]
  readonly underWay: boolean
}

/**
 * Words found in headings, most specific first. Columns without a known heading are recognised by
 * their content and order.
 */
const HEADINGS: readonly { readonly meaning: Meaning; readonly kind: Kind; readonly words: WordKey }[] = [
  { meaning: 'due', kind: 'day', words: 'paste.due' },
  { meaning: 'submitted', kind: 'day', words: 'paste.submitted' },
  { meaning: 'funded', kind: 'day', words: 'paste.funded' },
  { meaning: 'paidOn', kind: 'day', words: 'paste.paid' },
  { meaning: 'paid', kind: 'amount', words: 'paste.paid' },
  { meaning: 'amount', kind: 'amount', words: 'paste.amount' },
  { meaning: 'title', kind: 'text', words: 'paste.title' },
]

/**
 * Reads rows copied from a spreadsheet as milestones: title, amount, and any days and payments.
 * Returns null for a single cell, which is plain text for one field.
 */
export function pastedPlan(text: string, money: Denomination, underWay: boolean): PastedPlan | null {
  const rows = text
    .split(/\r?\n/)
    .map(line => line.split('\t').map(cell => cell.trim()))
    .filter(cells => cells.some(cell => cell !== ''))
  if (rows.length < 2 && (rows[0]?.length ?? 0) < 2) return null
  const written = notationOf(rows.flat(), money)
  const columns = columnsOf(rows, written)
  const meanings = meaningsOf(columns, underWay)
  const count = Math.max(0, ...columns.map(({ cells }) => cells.length))
  const milestones = Array.from({ length: count }, (_, row) => {
    const cell = (meaning: Meaning): string => columns[meanings.indexOf(meaning)]?.cells[row] ?? ''
    const day = (meaning: Meaning): string => written.day(cell(meaning)) ?? ''
    const amount = (meaning: Meaning): string => {
      const read = written.own(cell(meaning))
      // Another currency's amount stays as it was written: its field refuses it.
      return read === undefined ? cell(meaning) : amountText(read, money.decimals)
    }
    return {
      ...blank(),
      title: cell('title'),
      amount: amount('amount'),
      due: day('due'),
      funded: day('funded'),
      submitted: day('submitted'),
      payments: [{ amount: amount('paid'), on: day('paidOn') }],
    }
  })
  return { milestones, underWay: milestones.some(hasPast) }
}

/** The notation of days and amounts in these cells; if ambiguous, that of the person's locale. */
function notationOf(cells: readonly string[], { currency, decimals }: Denomination) {
  const amountLike = cells.filter(cell => /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell) && dayIn(cell, ORDER) === undefined)
  const mark = markOf(amountLike, decimals) ?? MARK
  const order = orderOf(cells) ?? ORDER
  return {
    day: (cell: string): IsoDate | undefined => dayIn(cell, order),
    /** An amount in any currency. */
    amount: (cell: string): Minor | undefined => amountIn(cell, decimals, mark),
    /** An amount in the contract's currency. */
    own: (cell: string): Minor | undefined => amountIn(cell, decimals, mark, currency),
  }
}

type Notation = ReturnType<typeof notationOf>

const ORDER = orderIn(WORDS_LOCALE)
const MARK = new Intl.NumberFormat(LOCALE).format(1.5).includes(',') ? 'comma' : 'point'

function orderIn(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' })
    .formatToParts()
    .map(({ type }) => type)
  if (parts.indexOf('year') < parts.indexOf('day')) return 'year-month-day'
  return parts.indexOf('day') < parts.indexOf('month') ? 'day-month-year' : 'month-day-year'
}

/**
 * The columns of the rows. The first row counts as headings if its content differs in kind from the
 * rest.
 */
function columnsOf(rows: readonly (readonly string[])[], written: Notation): readonly Column[] {
  const width = Math.max(...rows.map(cells => cells.length))
  const down = (column: number, from: number): readonly string[] => rows.slice(from).map(cells => cells[column] ?? '')
  const columns = Array.from({ length: width }, (_, column) => column)
  const isHeaded =
    rows.length > 1 &&
    columns.some(column => kindOf(down(column, 0), written) === 'text' && kindOf(down(column, 1), written) !== 'text')
  return columns
    .map(column => ({
      kind: kindOf(down(column, isHeaded ? 1 : 0), written),
      heading: isHeaded ? (rows[0]?.[column] ?? '').toLocaleLowerCase() : '',
      cells: down(column, isHeaded ? 1 : 0),
    }))
    .filter(column => !isNumbering(column))
}

function kindOf(cells: readonly string[], { day, amount }: Notation): Kind {
  const filled = cells.filter(cell => cell !== '')
  if (filled.length === 0) return 'text'
  if (filled.every(cell => day(cell) !== undefined)) return 'day'
  return filled.every(cell => amount(cell) !== undefined) ? 'amount' : 'text'
}

/** True for a column that only numbers the rows. */
function isNumbering({ cells }: Column): boolean {
  return cells.length > 1 && cells.every((cell, index) => cell === String(index + 1))
}

/**
 * The meaning of each column: by its heading; otherwise the first text is the title, the first
 * amount the amount, and days are in the order of events.
 */
function meaningsOf(columns: readonly Column[], underWay: boolean): readonly (Meaning | undefined)[] {
  const meanings: (Meaning | undefined)[] = columns.map(() => undefined)
  const take = (meaning: Meaning, index: number): void => {
    if (index >= 0 && !meanings.includes(meaning)) meanings[index] = meaning
  }
  for (const { meaning, kind, words: key } of HEADINGS) {
    const names = words(key).split(' ')
    take(
      meaning,
      columns.findIndex(
        (column, index) =>
          meanings[index] === undefined && column.kind === kind && names.some(name => column.heading.includes(name)),
      ),
    )
  }
  const rest = (kind: Kind): readonly number[] =>
    columns.flatMap((column, index) => (meanings[index] === undefined && column.kind === kind ? index : []))
  const inOrder = (kind: Kind, wanted: readonly Meaning[]): void => {
    const open = wanted.filter(meaning => !meanings.includes(meaning))
    for (const [rank, index] of rest(kind).entries()) if (open[rank] !== undefined) take(open[rank], index)
  }
  inOrder('text', ['title'])
  inOrder('amount', ['amount', 'paid'])
  const days = rest('day').length
  inOrder(
    'day',
    days === 1 ? (underWay ? ['funded'] : ['due']) : days === 2 ? ['funded', 'paidOn'] : ['due', 'funded', 'paidOn'],
  )
  return meanings
}
