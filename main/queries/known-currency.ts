import type { Refusal } from '../../shared/contract/refusals.ts'
import { decimalsOf } from '../../shared/money/currencies.ts'
import type { Book } from '../book/book.ts'

/**
 * Refuses the currency of a query that is neither in the table nor in the book
 * (`unknown-currency`): a misspelt one would read as a book without money. One that a later table
 * no longer has is still that of the contracts opened in it.
 */
export function mustBeKnownCurrency(book: Book, currency: string): Refusal | undefined {
  if (decimalsOf(currency) !== undefined) return undefined
  for (const state of book.contracts()) if (state.currency === currency) return undefined
  return { code: 'unknown-currency', params: { currency }, field: 'currency' }
}
