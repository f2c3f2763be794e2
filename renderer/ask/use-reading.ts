import { useEffect, useState } from 'react'
import { useBookVersion } from './book-version.ts'
import { LatestOnly } from './latest-only.ts'

/**
 * Shows a result of a reading. Returns false, and shows nothing, once a newer reading has begun or
 * the component has unmounted.
 */
export type Show<T> = (result: T) => boolean

/** A guard that lives as long as its component. */
export function useLatestOnly(): LatestOnly {
  const [guard] = useState(() => new LatestOnly())
  useEffect(() => () => guard.drop(), [guard])
  return guard
}

/**
 * Reads something from the book while its component is mounted, and again whenever `key`
 * (everything that `read` depends on), the book or the day changes. A null key reads nothing and
 * returns `nothing`. The last result stays until the next one is shown, to avoid layout jumps.
 */
export function useReading<T>(key: string | null, nothing: T, read: (show: Show<T>) => Promise<unknown>): T {
  const [result, setResult] = useState(nothing)
  const guard = useLatestOnly()
  const { head, today } = useBookVersion()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `read`; answers depend on the book and the day.
  useEffect(() => {
    if (key === null) return setResult(nothing)
    const isLatest = guard.begin()
    void read(next => {
      if (!isLatest()) return false
      setResult(next)
      return true
    })
    return () => guard.drop()
  }, [key, head, today])
  return result
}
