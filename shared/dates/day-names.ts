import { withAsciiDigits, withoutInvisible } from '../digits/digits.ts'

/** A word in a typed day; some are both a month and a day of the week (`mar` in Spanish). */
export interface DayWord {
  /** 1 to 12. */
  readonly month?: number
  /** The day of the week, 0 for Sunday. */
  readonly weekday?: number
  /** The number of days from today. */
  readonly away?: number
  /** True for what stands around the numbers of a day (`de`, `일`). */
  readonly between?: true
}

const words = new Map<string, ReadonlyMap<string, DayWord>>()

/** The endings of `4th` in English; other locales write what stands around a day themselves. */
const ENDINGS = ['st', 'nd', 'rd', 'th']
const STYLES = ['full', 'long', 'medium'] as const
/** The first of these days is a Sunday. */
const WEEK = Array.from({ length: 7 }, (_, weekday) => Date.UTC(2023, 0, 1 + weekday))
const MONTHS = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 4))

/**
 * Returns the words in typed days of a locale: names of months and of days of the week, long and
 * short, `yesterday`, and what its formats write around them (`de`, `г.`). All are as `foldDay`
 * returns them.
 */
export function dayWords(locale: string): ReadonlyMap<string, DayWord> {
  const known = words.get(locale)
  if (known !== undefined) return known
  const found = new Map<string, DayWord>()
  const add = (text: string, word: DayWord): void => {
    const name = foldDay(text)
    if (/[\p{L}\p{M}]/u.test(name)) found.set(name, { ...word, ...found.get(name) })
  }
  for (const format of formatsOf(locale)) {
    for (const [index, time] of MONTHS.entries())
      for (const { type, value } of format.formatToParts(time)) {
        if (type === 'month') add(value, { month: index + 1 })
        else if (type === 'literal' || type === 'era')
          for (const each of value.split(/[\s,]+/)) add(each, { between: true })
      }
    for (const [weekday, time] of WEEK.entries())
      for (const { type, value } of format.formatToParts(time)) if (type === 'weekday') add(value, { weekday })
  }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const away of [-2, -1, 0, 1, 2]) {
    const name = relative.format(away, 'day')
    if (!/\p{Nd}/u.test(name)) add(name, { away })
  }
  for (const ending of ENDINGS) add(ending, {})
  words.set(locale, found)
  return found
}

/**
 * Returns a typed day, or a word of one, in the form in which both are compared: small letters,
 * ASCII digits, without accents of Latin letters and without the dots of abbreviations.
 */
export function foldDay(text: string): string {
  return withAsciiDigits(withoutInvisible(text))
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('ı', 'i')
    .replaceAll(/[’'()]/g, '')
    .replaceAll(/[،、⹁]/g, ',')
    .replaceAll(/(?<=[\p{L}\p{M}])\./gu, '')
    .replaceAll(/[‐‑–−]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function formatsOf(locale: string): readonly Intl.DateTimeFormat[] {
  const common = { calendar: 'gregory', timeZone: 'UTC' } as const
  const options: Intl.DateTimeFormatOptions[] = [
    ...STYLES.map(dateStyle => ({ ...common, dateStyle })),
    ...(['long', 'short'] as const).flatMap(length => [
      { ...common, month: length },
      { ...common, weekday: length },
      { ...common, month: length, day: 'numeric' as const },
    ]),
  ]
  return options.map(each => new Intl.DateTimeFormat(locale, each))
}
