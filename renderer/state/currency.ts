import { create } from 'zustand'
import type { SummaryRow } from '../../shared/api/contracts.ts'
import { useStore } from './store.ts'

const useChosen = create<{ readonly currency: string | null }>()(() => ({ currency: null }))

/** Reads the book in a currency from now on, on every screen that reads one at a time. */
export function chooseCurrency(currency: string): void {
  useChosen.setState({ currency })
}

/**
 * The totals of the currency that the book is read in: the chosen one, else the one with the most
 * contracts. Null while nothing is read, or in an empty book.
 */
export function useCurrency(): SummaryRow | null {
  const chosen = useChosen(state => state.currency)
  const summary = useStore(state => state.summary)
  return summary?.find(row => row.currency === chosen) ?? summary?.[0] ?? null
}
