import { create } from 'zustand'
import type { SummaryRow } from '../../shared/api/contracts.ts'
import { useStore } from './store.ts'

/** The currency the person chose last, on any screen. */
export const useChosenCurrency = create<{ readonly currency: string | null }>()(() => ({ currency: null }))

/** Chooses the currency shown by every screen that shows one at a time. */
export function chooseCurrency(currency: string): void {
  useChosenCurrency.setState({ currency })
}

/**
 * Returns the totals of the chosen currency, or of the one with the most contracts if the book does
 * not hold the chosen one. Null before the totals are read, and in an empty book.
 */
export function totalsIn(summary: readonly SummaryRow[] | null, chosen: string | null): SummaryRow | null {
  return summary?.find(row => row.currency === chosen) ?? summary?.[0] ?? null
}

/** The totals of the currency that is shown, as `totalsIn` picks it. */
export function useCurrency(): SummaryRow | null {
  const chosen = useChosenCurrency(state => state.currency)
  const summary = useStore(state => state.summary)
  return totalsIn(summary, chosen)
}
