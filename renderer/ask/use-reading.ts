import { useEffect, useState } from 'react'
import { useBookVersion } from './book-version.ts'
import { LatestOnly } from './latest-only.ts'

/**
 * Shows a result of a reading. Returns false, and shows nothing, once a newer reading has begun or
 * the component has gone.
 */
export type Show<T> = (result: T) => boolean

/** A guard that lasts as long as its component. */
export function useLatestOnly(): LatestOnly {
  const [guard] = useState(() => new LatestOnly())
  useEffect(() => () => guard.drop(), [guard])
  return guard
}

/**
 * Reads something from the book while its component is shown: again whenever `key` (which says all
 * that `read` depends on) or the book changes or another day begins. A null key reads nothing and
 * returns `nothing`. The last result stays until the next is shown, so that nothing jumps.
 */
export function useReading<T>(key: string | null, nothing: T, read: (show: Show<T>) => Promise<unknown>): T {
  const [result, setResult] = useState(nothing)
  const guard = useLatestOnly()
  const { head, today } = useBookVersion()
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for `read`; another book or day has other answers.
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
