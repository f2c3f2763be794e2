import type { Refusal } from '../../shared/contract/refusals.ts'
import { decimalsOf } from '../../shared/money/currencies.ts'
import type { Book } from '../book/book.ts'

/**
 * Refuses a query's currency that is neither in the table nor in the book (`unknown-currency`):
 * with a misspelt one, the book would seem to have no money. A currency dropped from the table
 * remains valid while contracts use it.
 */
export function mustBeKnownCurrency(book: Book, currency: string): Refusal | undefined {
  if (decimalsOf(currency) !== undefined) return undefined
  for (const state of book.contracts()) if (state.currency === currency) return undefined
  return { code: 'unknown-currency', params: { currency }, field: 'currency' }
}
