import { useEffect, useRef, useState } from 'react'
import type { AnswerError, CommandValue } from '../../shared/api/answers.ts'
import { useStore } from '../state/store.ts'
import { bridge } from './bridge.ts'
import type { Recordable } from './recordable.ts'

/**
 * What a command would do, by the engine itself. While a newer answer is on its way the last one
 * stays, so that nothing jumps.
 */
export interface Preview {
  readonly value: CommandValue | null
  readonly error: AnswerError | null
}

const NOTHING: Preview = { value: null, error: null }

/** Asks the engine, each time the command changes, what it would do; null asks nothing. */
export function usePreview(command: Recordable | null): Preview {
  const [preview, setPreview] = useState<Preview>(NOTHING)
  const entries = useStore(state => state.book?.entries)
  const latest = useRef(0)
  const key = command === null ? null : JSON.stringify(command)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the book may have changed under the same command: `entries` asks again.
  useEffect(() => {
    const ticket = ++latest.current
    if (key === null) return setPreview(NOTHING)
    bridge.query({ type: 'preview', command: JSON.parse(key) as Recordable }).then(answer => {
      if (ticket === latest.current)
        setPreview(answer.ok ? { value: answer.value, error: null } : { value: null, error: answer.error })
    })
  }, [key, entries])
  return preview
}
