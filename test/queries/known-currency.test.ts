import { expect, test } from 'vitest'
import { mustBeKnownCurrency } from '../../main/queries/known-currency.ts'
import { bookAfter, opening } from './open-book.ts'

test('a misspelt currency is refused instead of showing a book without money', async () => {
  const book = await bookAfter(opening([500]))
  expect(mustBeKnownCurrency(book, 'usd')).toMatchObject({ code: 'unknown-currency', field: 'currency' })
  expect(mustBeKnownCurrency(book, 'USD')).toBeUndefined()
  expect(mustBeKnownCurrency(book, 'JPY')).toBeUndefined()
})
