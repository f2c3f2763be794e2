import { useEffect, useState } from 'react'
import { useStore } from '../../state/store.ts'
import { type LedgerPart, type Reading, readLedger } from './read-ledger.ts'

/**
 * Reads a part of the ledger while it is shown, again when it or the book changes. What is shown
 * stays until the first page is here.
 */
export function useLedger(reading: Reading | null): LedgerPart | null {
  const [part, setPart] = useState<LedgerPart | null>(null)
  const head = useStore(state => state.book?.head)
  const key = reading === null ? null : JSON.stringify(reading)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another book has other entries.
  useEffect(() => {
    if (key === null) return setPart(null)
    let wanted = true
    void readLedger(
      JSON.parse(key) as Reading,
      next => {
        if (wanted) setPart(next)
      },
      () => wanted,
    )
    return () => {
      wanted = false
    }
  }, [key, head])
  return part
}
