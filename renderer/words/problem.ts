import type { AnswerError } from '../../shared/api/answers.ts'
import { type Text, wordsOf } from './say.tsx'

/**
 * Why what stands in a form is no command yet, said beside the field. `quiet`: nothing is wrong,
 * something is missing still.
 */
export interface Problem {
  readonly field: string | undefined
  readonly text: Text | null
  /** The refusal of the book, in its own words. */
  readonly refusal: AnswerError | null
  readonly quiet: boolean
}

/** A refusal of the book as a problem of a form. */
export function refused(error: AnswerError): Problem {
  // The query `preview` carries the whole command; a form knows only the command's own fields.
  return { field: error.field?.replace(/^command\./, ''), text: null, refusal: error, quiet: false }
}

const PASSING: ReadonlySet<AnswerError['code']> = new Set<AnswerError['code']>(['disk-full', 'write-failed'])

/** True if the same may succeed when tried again unchanged: the disk was in the way. */
export function mayPass({ refusal }: Problem): boolean {
  return refusal !== null && PASSING.has(refusal.code)
}

/** The problem and its way out, as two parts of one sentence. */
export function problemWords({ text, refusal }: Problem): { readonly what: string; readonly instead: string } {
  if (refusal === null) return { what: text === null ? '' : wordsOf(text), instead: '' }
  const { message, hint } = refusal
  // The hint is also the end of the message.
  return hint === undefined
    ? { what: message, instead: '' }
    : { what: message.endsWith(hint) ? message.slice(0, -hint.length).trim() : message, instead: hint }
}
