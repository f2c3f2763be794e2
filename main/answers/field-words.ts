import { wordKey } from '../../shared/words/catalogue.ts'
import { language } from '../../shared/words/language.ts'
import { say, type Voice } from '../../shared/words/say.ts'

/**
 * An input in a person's words, within a sentence and at its start: `milestones.0.amount` is "the
 * amount of milestone 1". `message` is its command or query, since the same name means different
 * things in several.
 */
export function fieldWords(
  path: string,
  voice: Voice,
  message = '',
): { readonly field: string; readonly Field: string } {
  // The query `preview` carries a whole command, `open-under-way` many moves: their fields are
  // named as the command's own.
  const own = path.replace(/^command\./, '').replace(/^moves\.\d+\./, '')
  const place = /(?:^|\.)(\d+)(?=\.|$)/.exec(own)?.[1]
  const general = own.replace(/(^|\.)\d+(?=\.|$)/g, '$1#')
  const key = wordKey(`field.${message}.${general}`) ?? wordKey(`field.${general}`) ?? 'field.other'
  const field = say(key, { name: own, number: place === undefined ? 0 : Number(place) + 1 }, voice)
  return { field, Field: field.charAt(0).toLocaleUpperCase(language().tag) + field.slice(1) }
}
