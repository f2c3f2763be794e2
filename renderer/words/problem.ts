import type { AnswerError } from '../../shared/api/answers.ts'
import { type Text, wordsOf } from './say.tsx'

/**
 * The reason a form is not yet a valid command, shown next to its field. `quiet` means that
 * something is missing but nothing is wrong.
 */
export interface Problem {
  readonly field: string | undefined
  readonly text: Text | null
  /** The book's refusal, shown in its own words. */
  readonly refusal: AnswerError | null
  readonly quiet: boolean
}

/** A refusal as a form's problem. */
export function refused(error: AnswerError): Problem {
  // The query `preview` nests the whole command; a form knows only the command's own fields.
  return { field: error.field?.replace(/^command\./, ''), text: null, refusal: error, quiet: false }
}

const PASSING: ReadonlySet<AnswerError['code']> = new Set<AnswerError['code']>(['disk-full', 'write-failed'])

/** True if the same command may succeed later unchanged, because only the disk prevented it. */
export function mayPass({ refusal }: Problem): boolean {
  return refusal !== null && PASSING.has(refusal.code)
}

/** The problem and what to do instead, as two parts of one sentence. */
export function problemWords({ text, refusal }: Problem): { readonly what: string; readonly instead: string } {
  if (refusal === null) return { what: text === null ? '' : wordsOf(text), instead: '' }
  const { message, hint } = refusal
  // The message already ends with the hint.
  return hint === undefined
    ? { what: message, instead: '' }
    : { what: message.endsWith(hint) ? message.slice(0, -hint.length).trim() : message, instead: hint }
}
