import { useRef, useState } from 'react'

/**
 * Runs one task at a time: while one runs, `once` starts no other and returns undefined. `busy` is
 * for showing it; in one turn of the event loop it can be out of date.
 */
export function useOnce(): { readonly busy: boolean; once<T>(task: () => Promise<T>): Promise<T | undefined> } {
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  return {
    busy,
    async once(task) {
      if (running.current) return undefined
      running.current = true
      setBusy(true)
      try {
        return await task()
      } finally {
        running.current = false
        setBusy(false)
      }
    },
  }
}
