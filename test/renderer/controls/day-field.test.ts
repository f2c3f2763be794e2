import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { DayRules } from '../../../renderer/words/typed-day.ts'
import { addDays, type IsoDate } from '../../../shared/dates/calendar.ts'
import { newFolder, OPENING, openBook, recordAll, TODAY } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

async function loaded() {
  const { settled } = await pageOn(await recordAll(await openBook(newFolder()), [OPENING]))
  const { loadBook } = await import('../../../renderer/state/book.ts')
  await loadBook()
  await settled()
  return {
    ...(await import('../../../renderer/controls/day-field.tsx')),
    ...(await import('../../../renderer/controls/day-calendar.tsx')),
    ...(await import('../../../renderer/form/day-in-form.tsx')),
    ...(await import('../../../renderer/words/typed-day.ts')),
  }
}

let page: Awaited<ReturnType<typeof loaded>>
beforeAll(async () => {
  page = await loaded()
})
afterAll(() => void vi.unstubAllGlobals())

const LATE = addDays(TODAY, 2)
/** The rules of a form's field, with the day that it stands for while it is empty. */
const FIELDS: readonly (Omit<DayRules, 'today'> & { readonly whenEmpty?: IsoDate })[] = [
  { use: 'entry', whenEmpty: TODAY },
  { use: 'entry', last: LATE, whenEmpty: LATE },
  { use: 'due' },
  { use: 'due', kept: '0026-01-05' },
  { use: 'bound' },
]

const KEYS = [...'0123456789/.- ', 'j', 'u', 'l', 'jan', 'today', 'yester', 'day', 'mon', '+', '\u200b', '\u0664']
const WRITTEN = ['01/05/26', '02/30/2026', '01/31/2026', '2026-01-30', '4 jul', '4.7.', 'yesterday', '-3', '01/32/202']
const key = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...KEYS) },
  { weight: 2, arbitrary: fc.constantFrom('Backspace', 'Home', 'End', 'ArrowLeft') },
)

/** The texts of a field after each key, from the text it has when it is opened. */
function textsAfter(start: string, keys: readonly string[]): readonly string[] {
  let [before, after] = [start, '']
  return [
    start,
    ...keys.map(each => {
      if (each === 'Backspace') before = before.slice(0, -1)
      else if (each === 'Home') [before, after] = ['', before + after]
      else if (each === 'End') [before, after] = [before + after, '']
      else if (each === 'ArrowLeft') [before, after] = [before.slice(0, -1), before.slice(-1) + after]
      else before += each
      return before + after
    }),
  ]
}

/** The day that the line under a field says, read from its words; null if it says none. */
function said(markup: string): string | null {
  const [, words] = /<b>(.*?)<\/b>/.exec(markup) ?? []
  return words === undefined ? null : new Date(`${words} UTC`).toISOString().slice(0, 10)
}

/** The days that typed numbers can mean, in any order; undefined if words or a sign say more. */
function meant(text: string): ((day: string) => boolean) | undefined {
  if (!/^[\d/. -]*$/.test(text) || /^\s*[+-]/.test(text)) return undefined
  const numbers = text.match(/\d+/g) ?? []
  return day => {
    const [year = '', ...rest] = day.split('-')
    const left = [...numbers]
    const took = (...wanted: readonly string[]): boolean => {
      const at = left.findIndex(number => wanted.includes(number))
      return at >= 0 && left.splice(at, 1).length === 1
    }
    const isDated = rest.every(part => took(part, String(Number(part))))
    return (
      isDated && (left.length === 0 || (left.length === 1 && took(year, ...(year < '2100' ? [year.slice(2)] : []))))
    )
  }
}

test('whatever keys are pressed in a day, the form records the day that the line says, or nothing', () => {
  let recorded = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...FIELDS),
      fc.constantFrom('', ...WRITTEN),
      fc.array(key, { maxLength: 8 }),
      ({ whenEmpty, ...rules }, start, keys) => {
        for (const text of textsAfter(start, keys)) {
          const field = { ...rules, whenEmpty, today: TODAY, value: text, onChange: () => undefined }
          const markup = renderToStaticMarkup(createElement(page.DayField, field))
          const typed = page.typedDay(text, 'on', rules)
          const day = 'problem' in typed ? null : (typed.day ?? whenEmpty ?? null)
          expect(said(markup), text).toBe(day)
          expect(markup.includes('data-refused-day'), `${text}: refused in the field`).toBe('problem' in typed)
          expect(markup.includes('role="alert"'), `${text}: refused aloud`).toBe('problem' in typed)
          if ('problem' in typed || typed.day === null) continue
          recorded += 1
          expect(meant(text)?.(typed.day) ?? true, `${text} is ${typed.day}`).toBe(true)
          expect(typed.day >= '1970-01-01' || typed.day === rules.kept, `${text} is ${typed.day}`).toBe(true)
        }
      },
    ),
    { numRuns: 400, seed: 20_261_201 },
  )
  expect(recorded, 'some texts are days').toBeGreaterThan(300)
})

test('every day that a refused field offers is taken', () => {
  const day = fc.tuple(
    fc.integer({ min: 0, max: 40 }),
    fc.integer({ min: 0, max: 40 }),
    fc.constantFrom('1969', '2025', '2026', '2027'),
  )
  fc.assert(
    fc.property(fc.constantFrom(...FIELDS), day, ({ use, last }, numbers) => {
      const rules = { use, last, today: TODAY }
      const typed = page.dayTyped(numbers.join('/'), rules)
      if (typed.ok) return
      for (const near of typed.near)
        expect(page.dayTyped(near, rules), numbers.join('/')).toEqual({ ok: true, day: near })
    }),
    { numRuns: 3_000 },
  )
})

test('blanks and invisible characters are no day: the field says the day that it stands for', () => {
  for (const text of ['', ' ', '\u200b', '\u00a0\ufeff'])
    expect(page.typedDay(text, 'on', { use: 'entry' })).toEqual({ day: null })
})

test.each(['0001-01-01', '0026-01-05', '0099-12-31', '9999-11-30', '9999-12-31'])(
  'the calendar opens on %s, and moves a month each way',
  kept => {
    const day = kept as IsoDate
    const opened = { use: 'due', kept, today: TODAY, day, onTake: () => undefined } as const
    const days = renderToStaticMarkup(createElement(page.DayCalendar, opened)).match(/data-day="[^"]*"/g) ?? []
    expect(days.length).toBeLessThanOrEqual(42)
    expect(days.every(each => /^data-day="\d{4}-\d\d-\d\d"$/.test(each))).toBe(true)
    for (const months of [-12, -1, 1, 12]) expect(page.monthsLater(day, months)).toMatch(/^\d{4}-\d\d-\d\d$/)
  },
)

test('a month later is the same day of the next month, or its last', () => {
  expect(page.monthsLater('2026-01-31' as IsoDate, 1)).toBe('2026-02-28')
  expect(page.monthsLater('2026-01-31' as IsoDate, -2)).toBe('2025-11-30')
  expect(page.monthsLater('2026-12-05' as IsoDate, 1)).toBe('2027-01-05')
  expect(page.monthsLater('0026-01-05' as IsoDate, 12)).toBe('0027-01-05')
  expect(page.monthsLater('0026-01-05' as IsoDate, 1)).toBe('0026-02-05')
})
