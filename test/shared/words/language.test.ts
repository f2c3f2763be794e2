import { IntlMessageFormat } from 'intl-messageformat'
import { afterEach, describe, expect, test } from 'vitest'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { minor } from '../../../shared/money/money.ts'
import { CATALOGUE, type WordKey } from '../../../shared/words/catalogue.ts'
import { ENGLISH, speak, wordsLocale } from '../../../shared/words/language.ts'
import { accented, PSEUDO } from '../../../shared/words/pseudo.ts'
import { say } from '../../../shared/words/say.ts'

afterEach(() => speak(ENGLISH))

const day = { day: '2026-12-05' as IsoDate }

describe('a sentence is in one language, in any region', () => {
  test.each(['en', 'de', 'ja', 'pl', 'ar-EG'])('singular and plural follow English for a person of %s', locale => {
    const count = (entries: number): string =>
      say('settings.backup-of', { reason: 'asked', entries }, { locale, decimals: 2 })
    expect(count(1)).toMatch(/ entry$/)
    expect(count(2)).toMatch(/ entries$/)
  })

  test.each([
    ['en-US', 'Dec 5, 2026', /1,234\.50/],
    ['en-GB', '5 Dec 2026', /1,234\.50/],
    // Which apostrophe differs between versions of the data.
    ['de-CH', '5 Dec 2026', /1[’']234\.50/],
    ['de-DE', '5 Dec 2026', /1\.234,50/],
    ['fr-FR', '5 Dec 2026', /1\u202f234,50/],
    ['ar-EG', '5 Dec 2026', /١٬٢٣٤٫٥٠/],
  ])('for %s, days and amounts have the local format, with English months', (locale, date, amount) => {
    const voice = { locale, decimals: 2 }
    expect(say('refusal.date-in-future', { today: day }, voice)).toContain(date)
    expect(say('refusal.exceeds-escrow', { escrow: { money: minor(123_450) } }, voice)).toMatch(amount)
  })

  test('a region without English formats gets international ones, not those of the United States', () => {
    expect(wordsLocale('ar-EG')).toBe('en-001')
    expect(wordsLocale('en')).toBe('en')
  })

  test.each([
    ['th-TH', '31 Jan 2026'],
    ['fa-IR', '31 Jan 2026'],
    ['en-US-u-ca-buddhist', 'Jan 31, 2026'],
  ])('for %s, days have the years of the book, whatever calendar the region writes', (locale, date) => {
    const format = new Intl.DateTimeFormat(wordsLocale(locale), { dateStyle: 'medium', timeZone: 'UTC' })
    expect(format.format(Date.parse('2026-01-31'))).toBe(date)
  })
})

describe('the pseudo-locale', () => {
  const keys = Object.keys(CATALOGUE) as WordKey[]
  const shapeOf = (key: WordKey, message: ReturnType<typeof PSEUDO.messageOf>): string =>
    JSON.stringify(new IntlMessageFormat(message, 'en').getAst(), (name, value) =>
      name === 'location' ? undefined : value,
    ).replaceAll(/"type":0,"value":"(?:[^"\\]|\\.)*"/g, `"text of ${key}"`)

  test('keeps parameters, choices and tags unchanged, in every text', () => {
    expect(keys.filter(key => shapeOf(key, PSEUDO.messageOf(key)) !== shapeOf(key, CATALOGUE[key]))).toEqual([])
  })

  test('accents every letter of the catalogue, and makes texts a third longer', () => {
    speak(PSEUDO)
    const said = say('fund.held-by', { milestone: 'Design' })
    expect(said).toBe('Ĥééļð ƀýý Design')
    const all = Object.values(CATALOGUE).join('')
    expect(accented(all).length / all.length).toBeGreaterThan(1.25)
    expect(
      accented('the quick brown fox jumps over the lazy dog, THE QUICK BROWN FOX JUMPS OVER THE LAZY DOG'),
    ).not.toMatch(/[a-z]/i)
  })

  test('has dates in its own language', () => {
    speak(PSEUDO)
    expect(say('refusal.date-in-future', { today: day }, { locale: 'en-US', decimals: 2 })).not.toMatch(/[a-z]/i)
  })
})
