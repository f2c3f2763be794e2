import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseAmount } from '../../../shared/money/amount-text.ts'
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
  ])('%s with %i decimals in %s', (text, decimals, locale, units) => {
    expect(read(text, decimals, locale)).toBe(units)
  })
})

describe('text that is no amount in the locale is refused, never guessed', () => {
  test.each([
    ['1.2.3', 2, 'en-US', 'not-a-number'],
    ['1e3', 2, 'en-US', 'not-a-number'],
    ['abc', 2, 'en-US', 'not-a-number'],
    ['١٢', 2, 'en-US', 'not-a-number'],
    ['1.234,50', 2, 'en-US', 'not-a-number'],
    ['1 234,50', 2, 'en-US', 'not-a-number'],
    ['1234,50', 2, 'en-US', 'not-a-number'],
    ['12,34', 2, 'en-US', 'not-a-number'],
    ['1,23,456', 2, 'en-US', 'not-a-number'],
    ['1,234.50', 2, 'de-DE', 'not-a-number'],
    ['100,000.00', 2, 'en-IN', 'not-a-number'],
    ['1.5', 2, 'sv-SE', 'not-a-number'],
    ['1.234,50', 2, 'de-CH', 'not-a-number'],
    ['12.5', 2, 'ar-EG', 'not-a-number'],
    ['۱۲', 2, 'ar-EG', 'not-a-number'],
    ['１２', 2, 'ja-JP', 'not-a-number'],
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
