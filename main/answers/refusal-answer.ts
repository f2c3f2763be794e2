import type { AnswerError } from '../../shared/api/answers.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { wordKey } from '../../shared/words/catalogue.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import { fieldWords } from './field-words.ts'

/**
 * A refusal in words: `message` says what is wrong and what to do instead, `hint` only the latter.
 * For a statement's row, the message begins with its line; for an entry that a correction could not
 * record again, with its number. `refused` is the name of the command or query, if known.
 */
export function answerError(refusal: Refusal, voice: Voice, refused?: string): AnswerError {
  const { row, decimals, ...alone } = refusal
  if (decimals !== undefined) return answerError({ ...alone, ...(row && { row }) }, { ...voice, decimals }, refused)
  if (row !== undefined) {
    const error = answerError(alone, { ...voice, decimals: row.decimals })
    return {
      ...error,
      message: say('statement.refused-row', { line: row.line, message: error.message }, voice),
      field: `lines.${row.line}`,
    }
  }
  const { code, variant, field, entry } = refusal
  if (entry !== undefined) {
    const error = answerError(withoutEntry(refusal), voice, refused)
    const message = say('refusal.of-entry', { entry, message: error.message }, voice)
    return { ...error, message, entry, reason: error.message }
  }
  const params = { ...refusal.params, ...fieldWords(field ?? '', voice, refused) }
  const wrong = say(wordKey(`refusal.${code}.${variant}`) ?? `refusal.${code}`, params, voice)
  const hint = say(wordKey(`hint.${code}.${variant}`) ?? `hint.${code}`, params, voice)
  return { code, message: `${wrong} ${hint}`, hint, ...(field === undefined ? {} : { field }) }
}

function withoutEntry({ entry: _, ...refusal }: Refusal): Refusal {
  return refusal
}
