import { useEffect, useState } from 'react'
import type { AnswerError, CommandValue } from '../../../shared/api/answers.ts'
import { bridge } from '../../ask/bridge.ts'
import { useReading } from '../../ask/use-reading.ts'
import type { CorrectInput } from './corrected-values.ts'
import { removalsThatHelp } from './way-out.ts'

/** The time after the last key at which the effect is asked for, and so announced. */
const AFTER_LAST_KEY_MS = 300

/** The effect of a correction as the engine previews it. */
interface Shown {
  /** The command that it is of, as JSON. */
  readonly of: string | null
  readonly value: CommandValue | null
  readonly error: AnswerError | null
  /** The other entries that would have to be removed too; null if that does not help. */
  readonly wayOut: readonly number[] | null
}

const NOTHING: Shown = { of: null, value: null, error: null, wayOut: null }

/** See `useCorrection`. */
export interface Correction extends Shown {
  /** True if the effect shown is that of the command as it is now. */
  readonly isCurrent: boolean
  /** Asks for the effect now. */
  hurry(): void
}

/** The effect of a correction, 300 ms after it last changed; null has none. */
export function useCorrection(command: CorrectInput | null): Correction {
  const key = command === null ? null : JSON.stringify(command)
  const [asked, setAsked] = useState(key)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(key), AFTER_LAST_KEY_MS)
    return () => clearTimeout(timer)
  }, [key])
  const shown = useReading(asked, NOTHING, async show => {
    if (asked === null) return
    const correction: CorrectInput = JSON.parse(asked)
    const preview = (each: CorrectInput) => bridge.query({ type: 'preview', command: each })
    const answer = await preview(correction)
    const first = answer.ok ? { value: answer.value, error: null } : { value: null, error: answer.error }
    const isLatest = show({ of: asked, ...first, wayOut: null })
    if (answer.ok || !isLatest) return
    show({ of: asked, ...first, wayOut: await removalsThatHelp(preview, correction, answer.error) })
  })
  return {
    ...(key === null ? NOTHING : shown),
    isCurrent: key !== null && shown.of === key,
    hurry: () => setAsked(key),
  }
}
