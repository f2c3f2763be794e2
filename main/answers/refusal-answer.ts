import type { AnswerError } from '../../shared/answers.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { wordKey } from '../../shared/words/catalogue.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import { fieldWords } from './field-words.ts'

/**
 * A refusal in words: `message` says what is wrong and what can be done instead, `hint` the latter alone.
 * `refused` is the name of the command or query, where it is known.
 */
export function answerError(refusal: Refusal, voice: Voice, refused?: string): AnswerError {
  const { code, variant, field } = refusal
  const params = { ...refusal.params, ...fieldWords(field ?? '', voice, refused) }
  const wrong = say(wordKey(`refusal.${code}.${variant}`) ?? `refusal.${code}`, params, voice)
  const hint = say(wordKey(`hint.${code}.${variant}`) ?? `hint.${code}`, params, voice)
  return { code, message: `${wrong} ${hint}`, hint, ...(field === undefined ? {} : { field }) }
}
