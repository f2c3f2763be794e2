import type { IsoDate } from './calendar.ts'

/** The order of day, month and year in a day written in numbers. */
export type DayOrder = 'day-first' | 'month-first' | 'year-first'

/** The way in which a person writes days. */
export interface DayWriting {
  /** The locale of order, digits and names. */
  readonly locale: string
  /** True if days are written as `2026-07-04`. */
  readonly isIso: boolean
  /** Another locale whose names of months and days are understood. */
  readonly other?: string
}

/** A way of writing days in numbers: `07/04/2026` is month first, with slashes. */
export interface DayNumbers {
  readonly order: DayOrder
  readonly mark: string
}

const ISO_NUMBERS: DayNumbers = { order: 'year-first', mark: '-' }
const written = new Map<
  string,
  { readonly format: Intl.DateTimeFormat; readonly numbers: DayNumbers; readonly zero: string }
>()

/** Returns the order and mark of days in numbers. */
export function dayNumbers(writing: DayWriting): DayNumbers {
  return writing.isIso ? ISO_NUMBERS : writtenIn(writing.locale).numbers
}

/** Writes a day in numbers, as its field shows it: `07/04/2026`, `04.07.2026`, `2026-07-04`. */
export function writeDay(day: IsoDate, writing: DayWriting): string {
  if (writing.isIso) return day
  const { format, numbers, zero } = writtenIn(writing.locale)
  // Two digits would be read as a year of this century.
  return numbersIn(format.formatToParts(Date.parse(day)))
    .map(part =>
      part.type === 'year' ? zero.repeat(Math.max(0, 4 - [...part.value].length)) + part.value : part.value,
    )
    .join(numbers.mark)
}

function writtenIn(locale: string) {
  let known = written.get(locale)
  if (known === undefined) {
    const format = new Intl.DateTimeFormat(locale, {
      // The calendar of the book, whatever that of the locale is.
      calendar: 'gregory',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      timeZone: 'UTC',
    })
    const parts = format.formatToParts(0)
    const mark = parts.find(part => part.type === 'literal' && /[/.-]/.test(part.value))?.value.trim() ?? '/'
    const zero = new Intl.NumberFormat(locale).format(0)
    known = { format, zero, numbers: { order: orderOf(parts), mark: mark.match(/[/.-]/)?.[0] ?? '/' } }
    written.set(locale, known)
  }
  return known
}

const numbersIn = (parts: readonly Intl.DateTimeFormatPart[]): readonly Intl.DateTimeFormatPart[] =>
  parts.filter(({ type }) => type === 'day' || type === 'month' || type === 'year')

function orderOf(parts: readonly Intl.DateTimeFormatPart[]): DayOrder {
  const [first] = numbersIn(parts)
  return first?.type === 'year' ? 'year-first' : first?.type === 'month' ? 'month-first' : 'day-first'
}
