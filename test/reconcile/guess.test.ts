import { expect, test } from 'vitest'
import { guessedColumns } from '../../main/reconcile/read/guess.ts'
import { HEADERS } from './headers.ts'

const guessed = HEADERS.map(header => ({ ...header, guess: guessedColumns(header.titles.split(';')) }))

test('of 45 headers in use at least nine in ten are guessed wholly right', () => {
  expect(HEADERS.length).toBeGreaterThanOrEqual(45)
  const wrong = guessed.filter(({ guess, right }) => !same(guess, right))
  expect(
    wrong.length,
    wrong.map(({ of, guess, right }) => `${of}: ${difference(guess, right)}`).join('\n'),
  ).toBeLessThan(HEADERS.length * 0.1)
})

test.each(guessed)('the header of $of is never guessed wrong on day, sign or id', ({ guess, right }) => {
  const grave = ({ date, amount, amountOut, direction, id }: typeof guess) => ({
    date,
    amount,
    amountOut,
    direction,
    id,
  })
  expect(grave(guess)).toEqual(grave(right))
})

test('an id is guessed only where all cells differ, and never for a party or a mandate', () => {
  const header = ['Date', 'Amount', 'Transaction ID', 'Creditor ID', 'Mandate ID', 'Customer ID']
  const rows = (...ids: readonly string[]) =>
    ids.map((id, i) => ({ line: i + 2, cells: ['2026-01-05', '5.00', id, `a${i}`, `b${i}`, `c${i}`] }))
  expect(guessedColumns(header, rows('1', '2'))).toEqual({ date: 'Date', amount: 'Amount', id: 'Transaction ID' })
  expect(guessedColumns(header, rows('1', '1'))).toEqual({ date: 'Date', amount: 'Amount' })
  expect(guessedColumns(header, rows('', ''))).toEqual({ date: 'Date', amount: 'Amount' })
})

test('a column titled Valuta is a currency only where it has codes', () => {
  const header = ['Datum', 'Valuta', 'Betrag']
  const row = (valuta: string) => [{ line: 2, cells: ['05.01.2026', valuta, '5,00'] }]
  expect(guessedColumns(header, row('06.01.2026'))).toEqual({ date: 'Datum', amount: 'Betrag' })
  expect(guessedColumns(header, row('SEK'))).toEqual({ date: 'Datum', amount: 'Betrag', currency: 'Valuta' })
})

test('titles of any length and words of the language itself are titles', () => {
  expect(guessedColumns(['constructor', '__proto__', `Date${' '.repeat(60_000)}x`, 'Date'])).toEqual({ date: 'Date' })
})

type Guess = ReturnType<typeof guessedColumns>

const same = (one: Guess, other: Guess): boolean => difference(one, other) === ''

const difference = (guess: Guess, right: Guess): string =>
  [...new Set([...Object.keys(guess), ...Object.keys(right)])]
    .filter(role => guess[role as keyof Guess] !== right[role as keyof Guess])
    .map(role => `${role} ${guess[role as keyof Guess]} is ${right[role as keyof Guess]}`)
    .join(', ')
