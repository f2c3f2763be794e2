import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withAsciiNumerals } from '../../../shared/digits/digits.ts'
import { parseAmount } from '../../../shared/money/amount-text.ts'
import { decimalsOf } from '../../../shared/money/currencies.ts'
import { formatAmount, LARGEST_AMOUNT, minor } from '../../../shared/money/money.ts'

const read = (text: string, decimals = 2, locale = 'en-US') => {
  const typed = parseAmount(text, decimals, locale)
  return typed.ok ? typed.amount : typed.reason
}

describe('an amount typed in the locale is parsed to the minor unit', () => {
  test.each([
    ['400', 2, 'en-US', 40_000],
    ['1,234.50', 2, 'en-US', 123_450],
    ['1,234.5', 2, 'en-US', 123_450],
    ['1.234,50', 2, 'de-DE', 123_450],
    ['1 234,50', 2, 'fr-FR', 123_450],
    ['1\u202f234,50', 2, 'fr-FR', 123_450],
    ["1'234.50", 2, 'de-CH', 123_450],
    ['12,34,567.8', 2, 'en-IN', 123_456_780],
    ['1.234,50', 2, 'es-ES', 123_450],
    ['.5', 2, 'en-US', 50],
    ['5.', 2, 'en-US', 500],
    ['007', 2, 'en-US', 700],
    [' 20 ', 2, 'en-US', 2_000],
    ['1000', 0, 'ja-JP', 1_000],
    ['1.234', 3, 'en-US', 1_234],
    ['1’234.50', 2, 'de-CH', 123_450],
    ['1\u00a0234,50', 2, 'de-AT', 123_450],
    ['1,00,000.00', 2, 'en-IN', 10_000_000],
    ['1,00,000.00', 2, 'hi-IN', 10_000_000],
    ['१,००,०००.५', 2, 'hi-IN-u-nu-deva', 10_000_050],
    ['1234,5', 2, 'pt-PT', 123_450],
    ['١٢', 2, 'ar-EG', 1_200],
    ['١٬٢٣٤٫٥٠', 2, 'ar-EG', 123_450],
    ['\u061c-١٢', 2, 'ar-EG', -1_200],
    ['۱۲٫۵', 2, 'fa-IR', 1_250],
    ['−1\u00a0234,50', 2, 'sv-SE', -123_450],
    ['-1 234,50', 2, 'sv-SE', -123_450],
    ['-1', 2, 'en-US', -100],
    ['−1', 2, 'en-US', -100],
    ['0', 2, 'en-US', 0],
    ['١٢', 2, 'en-US', 1_200],
    ['۱۲', 2, 'ar-EG', 1_200],
    ['１，２３４．５', 2, 'ja-JP', 123_450],
    ['𝟗𝟘', 2, 'en-US', 9_000],
    ['\u200b1,2\u2060\ufeff34.50\u200e', 2, 'en-US', 123_450],
    ['12.5', 2, 'ar-EG', 1_250],
    ['12,5', 2, 'ar-EG', 1_250],
    ['١٢،٥', 2, 'ar-EG', 1_250],
    ['1.234', 3, 'ar-KW', 1_234],
    ['۱۲.۵', 2, 'fa-IR', 1_250],
  ])('%s with %i decimals in %s', (text, decimals, locale, units) => {
    expect(read(text, decimals, locale)).toBe(units)
  })
})

describe('text that is no amount in the locale is refused, never guessed', () => {
  test.each([
    ['1.2.3', 2, 'en-US', 'not-a-number'],
    ['1e3', 2, 'en-US', 'not-a-number'],
    ['abc', 2, 'en-US', 'not-a-number'],
    ['1.234,50', 2, 'en-US', 'not-a-number'],
    ['1 234,50', 2, 'en-US', 'not-a-number'],
    ['1234,50', 2, 'en-US', 'not-a-number'],
    ['12,34', 2, 'en-US', 'not-a-number'],
    ['1,23,456', 2, 'en-US', 'not-a-number'],
    ['1,234.50', 2, 'de-DE', 'not-a-number'],
    ['100,000.00', 2, 'en-IN', 'not-a-number'],
    ['1.5', 2, 'sv-SE', 'not-a-number'],
    ['1.234,50', 2, 'de-CH', 'not-a-number'],
    ['1  234', 2, 'fr-FR', 'not-a-number'],
    ['5-', 2, 'en-US', 'not-a-number'],
    ['(5)', 2, 'en-US', 'not-a-number'],
    ['+5', 2, 'en-US', 'not-a-number'],
    ['½', 2, 'en-US', 'not-a-number'],
    ['$400', 2, 'en-US', 'not-a-number'],
    ['4 00', 2, 'en-US', 'not-a-number'],
    ['--1', 2, 'en-US', 'not-a-number'],
    ['.', 2, 'en-US', 'not-a-number'],
    ['-', 2, 'en-US', 'not-a-number'],
    ['5²', 2, 'en-US', 'not-a-number'],
    ['1,234.50', 2, 'ar-EG', 'not-a-number'],
    ['1.234,50', 2, 'ar-EG', 'not-a-number'],
    ['5 USD', 2, 'en-US', 'not-a-number'],
    ['0x10', 2, 'en-US', 'not-a-number'],
    ['Infinity', 2, 'en-US', 'not-a-number'],
    ['', 2, 'en-US', 'empty'],
    ['   ', 2, 'en-US', 'empty'],
    ['10.5', 0, 'ja-JP', 'too-many-decimals'],
    ['10.505', 2, 'en-US', 'too-many-decimals'],
    ['10.500', 2, 'en-US', 'too-many-decimals'],
    ['10,000,000,000.01', 2, 'en-US', 'too-large'],
    ['9'.repeat(400), 2, 'en-US', 'too-large'],
  ])('%s with %i decimals in %s is %s', (text, decimals, locale, reason) => {
    expect(read(text, decimals, locale)).toBe(reason)
  })
})

const readIn = (text: string, currency: string, locale = 'en-US') => {
  const typed = parseAmount(text, decimalsOf(currency) ?? 2, locale, currency)
  return typed.ok ? typed.amount : 'given' in typed ? `${typed.reason} ${typed.given}` : typed.reason
}

describe('an amount may name its own currency, before it, after it or both', () => {
  test.each([
    ['$1,234.50', 'USD', 'en-US', 123_450],
    ['1,234.50 USD', 'USD', 'en-US', 123_450],
    ['USD 1 234,50', 'USD', 'fr-FR', 123_450],
    ['USD\u00a01\u202f234,50', 'USD', 'fr-FR', 123_450],
    ['\u200e$\u200b1,234.50\ufeff', 'USD', 'en-US', 123_450],
    ['US$5.00 USD', 'USD', 'en-US', 500],
    ['$5', 'CAD', 'en-CA', 500],
    ['$5', 'CAD', 'de-DE', 500],
    ['5 usd', 'USD', 'en-US', 500],
    ['-$5', 'USD', 'en-US', -500],
    ['$-5', 'USD', 'en-US', -500],
    ['$.5', 'USD', 'en-US', 50],
    ['5,00 €', 'EUR', 'de-DE', 500],
    ['￥１０００', 'JPY', 'ja-JP', 1_000],
    ['5 kr.', 'DKK', 'da-DK', 500],
    ['zł5', 'PLN', 'en-US', 500],
    ['١٢٫٥ ج.م.', 'EGP', 'ar-EG', 1_250],
    ['Rs 5', 'PKR', 'en-US', 500],
  ])('%s in %s and %s', (text, currency, locale, units) => {
    expect(readIn(text, currency, locale)).toBe(units)
  })
})

describe('an amount that names another currency is refused with that name', () => {
  test.each([
    ['CAD 5', 'USD', 'other-currency CAD'],
    ['5 €', 'USD', 'other-currency €'],
    ['kr 5', 'USD', 'other-currency kr'],
    ['$5 CAD', 'USD', 'other-currency CAD'],
    ['$5', 'EUR', 'other-currency $'],
    ['US$5', 'CAD', 'other-currency US$'],
    ['BTC 5', 'USD', 'other-currency BTC'],
    ['abc 5', 'USD', 'not-a-number'],
    ['Rs.5', 'PKR', 'not-a-number'],
  ])('%s in %s is %s', (text, currency, reason) => {
    expect(readIn(text, currency)).toBe(reason)
  })
})

test('what an amount is read as is shown as text that is read as the same amount', () => {
  const marks = fc.constantFrom(..."0123456789012345678901234567890123456789.,٫٬' ’-$€١５\u200b\u00a0".split(''))
  fc.assert(
    fc.property(
      fc.array(marks, { maxLength: 12 }).map(each => each.join('')),
      fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
      fc.constantFrom('en-US', 'en-IN', 'de-DE', 'de-CH', 'fr-FR', 'ar-EG', 'fa-IR', 'ja-JP', 'pt-PT'),
      (text, currency, locale) => {
        const read = readIn(text, currency, locale)
        fc.pre(typeof read === 'number')
        const shown = formatAmount(minor(Number(read)), decimalsOf(currency) ?? 2, locale)
        expect(readIn(shown, currency, locale)).toBe(read)
        expect(readIn(`${currency} ${shown}`, currency, locale)).toBe(read)
        // No digit that was typed is dropped, and none is added but for the zeros of its decimals.
        const typed = withAsciiNumerals(text).replaceAll(/\D/g, '').replace(/^0+/, '')
        expect(
          String(Math.abs(Number(read)))
            .replace(/^0$/, '')
            .startsWith(typed.replace(/0+$/, '')),
        ).toBe(true)
      },
    ),
    { numRuns: 5_000 },
  )
})

test('an amount with the marks of another locale is never read as another amount than there', () => {
  const pairs = [
    ['en-US', 'de-DE'],
    ['fr-FR', 'en-US'],
    ['ar-EG', 'en-US'],
    ['ar-EG', 'de-DE'],
  ] as const
  fc.assert(
    fc.property(fc.integer({ min: 100, max: LARGEST_AMOUNT }), fc.constantFrom(...pairs), (units, [written, typed]) => {
      const shown = formatAmount(minor(units), 2, written)
      const read = readIn(shown, 'USD', typed)
      if (typeof read === 'number') expect(read).toBe(units)
    }),
    { numRuns: 2_000 },
  )
})

test('an amount that the app formats is parsed as the same amount in every locale', () => {
  const locales = fc.constantFrom(
    ...[
      'en-US',
      'en-IN',
      'en-ZA',
      'de-DE',
      'de-AT',
      'de-CH',
      'fr-FR',
      'fr-CH',
      'it-CH',
      'es-ES',
      'es-MX',
      'pt-BR',
      'pt-PT',
      'sv-SE',
      'nb-NO',
      'et-EE',
      'pl-PL',
    ],
    ...[
      'hu-HU',
      'bg-BG',
      'tr-TR',
      'ar-EG',
      'ar-AE',
      'fa-IR',
      'he-IL',
      'ja-JP',
      'hi-IN',
      'hi-IN-u-nu-deva',
      'mr-IN',
      'bn-BD',
      'my-MM',
      'dz-BT',
      'ff-Adlm',
    ],
  )
  fc.assert(
    fc.property(
      fc.integer({ min: -LARGEST_AMOUNT, max: LARGEST_AMOUNT }),
      fc.integer({ min: 0, max: 4 }),
      locales,
      (units, decimals, locale) => {
        expect(read(formatAmount(minor(units), decimals, locale), decimals, locale)).toBe(minor(units))
      },
    ),
    { numRuns: 2_000 },
  )
})
