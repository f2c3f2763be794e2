import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type IsoDate } from '../../../shared/dates/calendar.ts'
import { readDay } from '../../../shared/dates/day-text.ts'
import { type DayWriting, dayNumbers, writeDay } from '../../../shared/dates/day-writing.ts'
import type { DayUse } from '../../../shared/dates/typed-day.ts'

const TODAY = '2026-11-20' as IsoDate
const US: DayWriting = { locale: 'en-US', isIso: false }
const UK: DayWriting = { locale: 'en-GB', isIso: false }
const ISO: DayWriting = { locale: 'en-US', isIso: true }

const read = (text: string, writing = US, use: DayUse = 'entry') => {
  const typed = readDay(text, use, { today: TODAY, writing })
  return typed.ok ? typed.day : typed.fault
}

describe('a day is read as a person types it', () => {
  test.each([
    ['4 jul', US, '2026-07-04'],
    ['Jul 4', US, '2026-07-04'],
    ['JULY 4TH', US, '2026-07-04'],
    ['sept 3', US, '2026-09-03'],
    ['4jul2026', US, '2026-07-04'],
    ['4 jul 26', US, '2026-07-04'],
    ['Sat, Jul 4, 2026', US, '2026-07-04'],
    ['4.7.', US, '2026-07-04'],
    ['4.7.2026', US, '2026-07-04'],
    ['4/7', UK, '2026-07-04'],
    ['7/4', US, '2026-07-04'],
    ['7-4-2026', US, '2026-07-04'],
    ['7 4 2026', US, '2026-07-04'],
    ['07/04', ISO, '2026-07-04'],
    ['2026-07-04', US, '2026-07-04'],
    ['2026/7/4', UK, '2026-07-04'],
    ['01/05/26', US, '2026-01-05'],
    ['01/05/26', UK, '2026-05-01'],
    ['today', US, '2026-11-20'],
    ['Yesterday', US, '2026-11-19'],
    ['monday', US, '2026-11-16'],
    ['fri', US, '2026-11-20'],
    ['-3', US, '2026-11-17'],
    ['−3', US, '2026-11-17'],
    ['\u200e07/04/2026\u200f', US, '2026-07-04'],
    ['０７／０４／２０２６', US, '2026-07-04'],
    ['٠٧/٠٤/٢٠٢٦', US, '2026-07-04'],
    ['4. Juli 2026', { locale: 'en-DE', isIso: false, other: 'de-DE' }, '2026-07-04'],
    ['gestern', { locale: 'en-DE', isIso: false, other: 'de-DE' }, '2026-11-19'],
    ['2026年7月4日', { locale: 'en-JP', isIso: false, other: 'ja-JP' }, '2026-07-04'],
    ['mar, 10 mar 2026', { locale: 'es-ES', isIso: false }, '2026-03-10'],
    ['4 aout', { locale: 'fr-FR', isIso: false }, '2026-08-04'],
    ['28 dec 2025', US, '2025-12-28'],
  ] as const)('%s', (text, writing, day) => {
    expect(read(text, writing)).toBe(day)
  })
})

describe('a day that cannot be read is refused, never guessed', () => {
  test.each([
    ['', US, 'empty'],
    ['  \u200b', US, 'empty'],
    ['02/30/2026', US, 'no-such-day'],
    ['02/29/2027', US, 'no-such-day'],
    ['29 feb', US, 'no-such-day'],
    ['00/10/2026', US, 'no-such-month'],
    ['10/00/2026', US, 'no-such-day'],
    ['13/05/2026', US, 'no-such-month'],
    ['05/13/2026', UK, 'no-such-month'],
    ['07/04/', US, 'unfinished'],
    ['07/', US, 'unfinished'],
    ['07/04/202', US, 'unfinished'],
    ['2026-07', US, 'unfinished'],
    ['2026-07-', US, 'unfinished'],
    ['jul', US, 'unfinished'],
    ['jul 2026', US, 'unfinished'],
    ['4', US, 'unfinished'],
    ['07/04/20260', US, 'unreadable'],
    ['7/4.2026', US, 'unreadable'],
    ['7/4/2026/1', US, 'unreadable'],
    ['marble 4', US, 'unreadable'],
    ['ju 4', US, 'unreadable'],
    ['jul aug 4', US, 'unreadable'],
    ['yesterday 4', US, 'unfinished'],
    ['next', US, 'unreadable'],
    ['1e3', US, 'unreadable'],
    ['nov 25', US, 'after-last'],
    ['11/21/2026', US, 'after-last'],
    ['+1', US, 'after-last'],
    ['tomorrow', US, 'after-last'],
    ['07/04/1969', US, 'too-early'],
    ['0026-01-05', US, 'too-early'],
    ['fri, jul 4 2026', US, 'other-weekday'],
    ['04/07/2026', ISO, 'two-ways'],
  ] as const)('%s', (text, writing, fault) => {
    expect(read(text, writing)).toBe(fault)
  })
})

test('a day without a year is the latest of an entry, the next that is due, and of this year at the end of a period', () => {
  expect(read('4 jul', US, 'entry')).toBe('2026-07-04')
  expect(read('4 jul', US, 'due')).toBe('2027-07-04')
  expect(read('nov 20', US, 'due')).toBe('2026-11-20')
  expect(read('dec 24', US, 'entry')).toBe('2025-12-24')
  expect(read('dec 24', US, 'bound')).toBe('2026-12-24')
  expect(read('monday', US, 'due')).toBe('2026-11-23')
  expect(read('+3', US, 'due')).toBe('2026-11-23')
})

test('a refused day offers the days that may be meant', () => {
  const near = (text: string, writing = US) => {
    const typed = readDay(text, 'entry', { today: TODAY, writing })
    return typed.ok ? [] : typed.near
  }
  expect(near('02/30/2026')).toEqual(['2026-02-28', '2026-03-02'])
  expect(near('13/05/2026')).toEqual(['2026-05-13'])
  expect(near('nov 25')).toEqual(['2026-11-20', '2025-11-25'])
  expect(near('04/07/2026', ISO)).toEqual(['2026-07-04', '2026-04-07'].sort().reverse())
  expect(near('12/32/2025')).toEqual(['2025-12-31', '2026-01-01'])
})

const LOCALES = [
  ...['en-US', 'en-GB', 'en-CA', 'de-DE', 'de-CH', 'fr-FR', 'es-ES', 'it-IT', 'pt-BR', 'nl-NL', 'sv-SE', 'nb-NO'],
  ...['fi-FI', 'pl-PL', 'cs-CZ', 'hu-HU', 'ro-RO', 'bg-BG', 'ru-RU', 'el-GR', 'tr-TR', 'lt-LT', 'ca-ES'],
  ...['ar-EG', 'fa-IR', 'he-IL', 'ur-PK', 'hi-IN', 'mr-IN', 'bn-BD', 'th-TH', 'my-MM', 'ja-JP', 'ko-KR', 'zh-CN'],
  ...['zh-TW', 'vi-VN', 'ff-Adlm', 'ta-IN'],
]
const FIRST = '1970-01-01' as IsoDate
/** The days from 1970 to 2099. */
const DAYS = 47_482

describe('a day that Intl writes, in numbers or with the name of its month, is read as the same day', () => {
  test.each(LOCALES)('in %s', locale => {
    const writing = { locale, isIso: false }
    const styles = (['full', 'long', 'medium'] as const).map(
      dateStyle => new Intl.DateTimeFormat(locale, { calendar: 'gregory', dateStyle, timeZone: 'UTC' }),
    )
    const readBack = (text: string) => readDay(text, 'bound', { today: TODAY, writing })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAYS - 1 }), past => {
        const day = addDays(FIRST, past)
        expect(readBack(writeDay(day, writing))).toEqual({ ok: true, day })
        expect(readBack(day)).toEqual({ ok: true, day })
        for (const style of styles) {
          const text = style.format(Date.parse(day))
          expect(readBack(text), text).toEqual({ ok: true, day })
        }
      }),
      { numRuns: 120 },
    )
  })
})

test('a day of the first centuries is written with four digits, for two are a year of this one', () => {
  expect(writeDay('0026-01-05' as IsoDate, US)).toBe('01/05/0026')
  for (const locale of LOCALES) {
    const typed = readDay(writeDay('0026-01-05' as IsoDate, { locale, isIso: false }), 'due', {
      today: TODAY,
      writing: { locale, isIso: false },
    })
    expect(typed, locale).toMatchObject({ fault: 'too-early', day: '0026-01-05' })
  }
})

test('numbers are read differently in two orders only if both could be a month, and never in silence of the order', () => {
  const number = fc.integer({ min: 0, max: 40 })
  const mark = fc.constantFrom('/', '.', '-', ' ')
  const year = fc.constantFrom('', '2026', '26', '1999')
  fc.assert(
    fc.property(number, number, mark, year, (one, two, between, end) => {
      const text = [one, two, ...(end === '' ? [] : [end])].join(between)
      const [us, uk] = [US, UK].map(writing => readDay(text, 'bound', { today: TODAY, writing }))
      if (us === undefined || uk === undefined || !us.ok || !uk.ok || us.day === uk.day) return
      expect(Math.max(one, two)).toBeLessThanOrEqual(12)
      expect(between).not.toBe('.')
      expect(dayNumbers(US).order).not.toBe(dayNumbers(UK).order)
      expect([Number(us.day.slice(5, 7)), Number(us.day.slice(8))]).toEqual([one, two])
      expect([Number(uk.day.slice(5, 7)), Number(uk.day.slice(8))]).toEqual([two, one])
    }),
    { numRuns: 2_000 },
  )
})

test('no text makes the reader fail, and what it reads is a day from 1970 on', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '4',
      '07',
      '2026',
      '31',
      '/',
      '.',
      '-',
      ' ',
      'jul',
      'mar',
      'today',
      'mon',
      '٤',
      '+',
      ',',
      'x',
      '年',
    ),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        pieces.map(each => each.join('')),
      ),
      text => {
        const typed = readDay(text, 'due', { today: TODAY, writing: US })
        if (typed.ok) expect(typed.day >= FIRST && /^\d{4}-\d{2}-\d{2}$/.test(typed.day)).toBe(true)
      },
    ),
    { numRuns: 3_000 },
  )
})
