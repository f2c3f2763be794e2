import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDate } from '../../../shared/dates/calendar.ts'
import { formatAmount, LARGEST_AMOUNT, minor, toDecimals } from '../../../shared/money/money.ts'
import { amountIn, markOf } from '../../../shared/reconcile/written-amount.ts'
import { dayIn, orderOf } from '../../../shared/reconcile/written-day.ts'

test.each([
  ['Oct 2, 2026', '2026-10-02'],
  ['October 2, 2026', '2026-10-02'],
  ['Sept. 30, 2026', '2026-09-30'],
  ['2 Oct 2026', '2026-10-02'],
  ['02-Oct-2026', '2026-10-02'],
  ['2026-10-02', '2026-10-02'],
  ['2026-10-02T08:15:00Z', '2026-10-02'],
  ['2026/10/02', '2026-10-02'],
  ['02-Oct-26', '2026-10-02'],
  ['20261002', '2026-10-02'],
  ['2026-10-02 08:15:00.123 UTC', '2026-10-02'],
  ['2026-10-02T08:15:00+02:00', '2026-10-02'],
  ['Oct 2, 2026, 8:15 PM PST', '2026-10-02'],
  ['Oct\u00a02,\u202f2026', '2026-10-02'],
  ['Fri, Oct 2, 2026', '2026-10-02'],
  ['Friday 2nd October 2026', '2026-10-02'],
  ['Fr., 2. Oktober 2026, 10:30 Uhr', '2026-10-02'],
  ['5. März 2026', '2026-03-05'],
  ['5 Mrz. 2026', '2026-03-05'],
  ['1er août 2026', '2026-08-01'],
  ['2 févr. 2026', '2026-02-02'],
  ['mar. 3 mars 2026', '2026-03-03'],
  ['2 de octubre de 2026', '2026-10-02'],
  ['2 oct 2026', '2026-10-02'],
  ['2 gen 2026', '2026-01-02'],
  ['2 de dez. de 2026', '2026-12-02'],
  ['2 mrt 2026', '2026-03-02'],
  ['2 paź 2026', '2026-10-02'],
  ['2 października 2026', '2026-10-02'],
  ['2026年10月2日', '2026-10-02'],
  ['2026. 10. 2.', '2026-10-02'],
  ['٢٠٢٦-١٠-٠٢', '2026-10-02'],
])('%s is a day in any order', (text, day) => {
  expect(dayIn(text, undefined)).toBe(day)
})

test('a numeric day is read in the given order, and not without one', () => {
  expect(dayIn('03/04/2026', 'day-month-year')).toBe('2026-04-03')
  expect(dayIn('03/04/2026', 'month-day-year')).toBe('2026-03-04')
  expect(dayIn('3.4.2026 09:15', 'day-month-year')).toBe('2026-04-03')
  expect(dayIn('03/04/2026', undefined)).toBeUndefined()
  expect(dayIn('03.04.26', 'day-month-year')).toBe('2026-04-03')
  expect(dayIn('26-04-03', 'year-month-day')).toBe('2026-04-03')
})

test.each([
  '',
  'Oct 32, 2026',
  'Foo 2, 2026',
  '31/02/2026',
  '2026-02-30',
  '02/10/126',
  '02/10/6',
  '10/2026',
  '2026-10-02x',
  '1/2-2026',
  'yesterday',
  'Friday',
  '10:30',
  '10:30 11:30 2026-10-02',
  '02102026',
  'Oct Oct 2026',
  'constructor 2, 2026',
  `2026-10-02${' '.repeat(60_000)}x`,
  ' '.repeat(60_000),
])('“%s” is not a day', text => {
  expect(dayIn(text, 'day-month-year')).toBeUndefined()
})

test('one day above the twelfth settles the order of all; without one it stays open', () => {
  expect(orderOf(['03/04/2026', '13/04/2026'])).toBe('day-month-year')
  expect(orderOf(['03/04/2026', '04/13/2026'])).toBe('month-day-year')
  expect(orderOf(['03/04/2026', '05/06/2026'])).toBeUndefined()
  expect(orderOf(['Oct 2, 2026', '05/05/2026'])).toBeDefined()
  expect(orderOf(['Total', '13/13/2026', '04/13/2026'])).toBe('month-day-year')
})

test('a two-digit year may come first, but not with dots', () => {
  expect(orderOf(['15.01.26', '03.02.26'])).toBe('day-month-year')
  expect(orderOf(['15/01/26', '03/02/26'])).toBeUndefined()
  expect(orderOf(['26-10-02', '26-10-15'])).toBeUndefined()
  expect(orderOf(['26-10-02', '45-10-31'])).toBe('year-month-day')
})

test('every day survives every way to write it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), date => {
      const day = isoDate(date.toISOString().slice(0, 10))
      const [year = '', month = '', dayOfMonth = ''] = day?.split('-') ?? []
      const named = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' }).format(date)
      expect(dayIn(named, undefined)).toBe(day)
      expect(dayIn(`${dayOfMonth}/${month}/${year}`, 'day-month-year')).toBe(day)
      expect(dayIn(`${Number(month)}/${Number(dayOfMonth)}/${year}`, 'month-day-year')).toBe(day)
      expect(dayIn(`${year}.${month}.${dayOfMonth}`, undefined)).toBe(day)
    }),
  )
})

test.each([
  ['-1,234.50', -123_450],
  ['1234.5', 123_450],
  ['($12.00)', -1_200],
  ['$5', 500],
  ['-$5.00', -500],
  ['5.00-', -500],
  ['−0.50', -50],
  ['+7', 700],
  ['1 234.00', 123_400],
  ['12.5000', 1_250],
  ['.5', 50],
  ['$(5.00)', -500],
  ['($5.00)', -500],
  ['USD 1,234.00', 123_400],
  ['-5.00 EUR', -500],
  ['5.00 Dr', -500],
  ['5.00CR', 500],
  ['5.00 IDR', 500],
  ['1,23,456.00', 12_345_600],
  ['R$ 5.00', 500],
  ['US$5.00', 500],
  ['-US$ 5.00', -500],
  ['5.00 zł', 500],
  ['5.00 kr', 500],
  ['kr. 5.00', 500],
  ['5.00 Kč', 500],
  ['Rs. 1,23,456.00', 12_345_600],
  ['Rs 5.00 (Dr)', -500],
  ['5.00 (Cr)', 500],
  ['5.00 Dr.', -500],
  ['–5.00', -500],
  ['5.00–', -500],
  ['R 5.00', 500],
  ['٥٫٠٠', 500],
  ['５.００', 500],
  ['1\u202f234.00', 123_400],
])('%s is an amount with a point', (text, units) => {
  expect(amountIn(text, 2, 'point')).toBe(units)
})

test.each([
  '',
  '-',
  'n/a',
  '1,23.00',
  '1,2345',
  '12,34',
  '1.234,50',
  '0.001',
  '1e3',
  '12.00 USD x',
  '--5',
  '-(5.00)',
  '-5.00-',
  '-5.00 DR',
  'USD',
  'DR',
  '()',
  '12,34,56.00',
  '1.2.3',
  '10000000000.01',
])('“%s” is not an amount with a point', text => {
  expect(amountIn(text, 2, 'point')).toBeUndefined()
})

test('an amount with another currency’s code is unreadable', () => {
  expect(amountIn('EUR 5.00', 2, 'point', 'EUR')).toBe(500)
  expect(amountIn('USD 5.00', 2, 'point', 'EUR')).toBeUndefined()
  expect(amountIn('Rs. 5.00', 2, 'point', 'INR')).toBe(500)
  expect(amountIn('5,00 kr', 2, 'comma', 'SEK')).toBe(500)
  expect(amountIn('5,00 zł', 2, 'comma', 'SEK')).toBeUndefined()
  expect(amountIn('R$ 5,00', 2, 'comma', 'BRL')).toBe(500)
  expect(amountIn('US$5.00', 2, 'point', 'USD')).toBe(500)
  expect(amountIn('US$5.00', 2, 'point', 'CAD')).toBeUndefined()
  expect(amountIn('$5.00', 2, 'point', 'EUR')).toBeUndefined()
  expect(amountIn('$5.00', 2, 'point', 'CAD')).toBe(500)
  expect(amountIn('5.00 €', 2, 'point', 'EUR')).toBe(500)
})

test('an amount in a statement may have digits of any script, and characters that nobody sees', () => {
  expect(amountIn('\u200e１,２３４.50', 2, 'point')).toBe(123_450)
  expect(amountIn('٤٠٠', 2, 'point')).toBe(40_000)
  expect(amountIn('\ufeff-5.00', 2, 'point')).toBe(-500)
  expect(amountIn('5²', 2, 'point')).toBeUndefined()
})

test('any amount with only one reading settles the decimal mark', () => {
  expect(markOf(['1,234', '5.00'], 2)).toBe('point')
  expect(markOf(['1.234,50'], 2)).toBe('comma')
  expect(markOf(['12,50'], 2)).toBe('comma')
  expect(markOf(['1.234'], 2), 'no currency of two decimals has three').toBe('comma')
  expect(markOf(['1.234'], 3), 'thousands, or a dinar and its fils').toBeUndefined()
  expect(markOf(['1.234.567'], 3)).toBe('comma')
  expect(markOf(['12', '400'], 2)).toBe('point')
})

test('every amount survives our own format and those of two locales', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }),
      fc.constantFrom(0, 2, 3),
      (units, decimals) => {
        const amount = minor(units)
        expect(amountIn(toDecimals(amount, decimals), decimals, 'point')).toBe(amount)
        expect(amountIn(formatAmount(amount, decimals, 'en'), decimals, 'point')).toBe(amount)
        expect(amountIn(formatAmount(amount, decimals, 'de'), decimals, 'comma')).toBe(amount)
      },
    ),
  )
})
