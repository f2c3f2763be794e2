import { wordKey } from '../../shared/words/catalogue.ts'
import { language } from '../../shared/words/language.ts'
import { say, type Voice } from '../../shared/words/say.ts'

/**
 * The name of an input in words, for the middle and for the start of a sentence:
 * `milestones.0.amount` is "the amount of milestone 1". `message` is its command or query, since a
 * name can mean different things in different messages.
 */
export function fieldWords(
  path: string,
  voice: Voice,
  message = '',
): { readonly field: string; readonly Field: string } {
  // `preview` carries a whole command and `open-under-way` many moves; their fields have the names
  // of the command's own.
  const own = path.replace(/^command\./, '').replace(/^moves\.\d+\./, '')
  const place = /(?:^|\.)(\d+)(?=\.|$)/.exec(own)?.[1]
  const general = own.replace(/(^|\.)\d+(?=\.|$)/g, '$1#')
  const key = wordKey(`field.${message}.${general}`) ?? wordKey(`field.${general}`) ?? 'field.other'
  const field = say(key, { name: own, number: place === undefined ? 0 : Number(place) + 1 }, voice)
  return { field, Field: field.charAt(0).toLocaleUpperCase(language().tag) + field.slice(1) }
}
