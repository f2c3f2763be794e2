import { IntlMessageFormat } from 'intl-messageformat'
import { CATALOGUE } from './catalogue.ts'
import type { Language, Message } from './language.ts'

type Element = Exclude<Message, string>[number]

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = 'áƀçðéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŢÚṼŴẊÝŽ'
const VOWEL = /[aeiouy]/i

/**
 * Returns a text in the pseudo-locale: every letter accented and every vowel doubled, which makes
 * it a third longer.
 */
export function accented(text: string): string {
  return [...text]
    .map(letter => {
      const place = PLAIN.indexOf(letter)
      const written = place === -1 ? letter : (ACCENTED[place] ?? letter)
      return VOWEL.test(letter) ? written.repeat(2) : written
    })
    .join('')
}

/** Returns a message with its text accented; parameters, branches and marks are unchanged. */
function accentedMessage(elements: readonly Element[]): Element[] {
  return elements.map(element => {
    if ('options' in element) {
      const options = Object.entries(element.options).map(([name, option]) => [
        name,
        { ...option, value: accentedMessage(option.value) },
      ])
      return { ...element, options: Object.fromEntries(options) }
    }
    if ('children' in element) return { ...element, children: accentedMessage(element.children) }
    return isLiteral(element) ? { ...element, value: accented(element.value) } : element
  })
}

function isLiteral(element: Element): element is Extract<Element, { type: 0 }> {
  return element.type === 0
}

/**
 * The catalogue in a pseudo-locale: accented, longer, and right to left. Text that still appears in
 * plain letters is not in the catalogue; text that overflows would also overflow in German; a
 * misplaced element would also be misplaced in Arabic. Its tag is the usual one for a
 * pseudo-locale; its dates and plurals are Arabic.
 */
export const PSEUDO: Language = {
  tag: 'ar-XB',
  elsewhere: 'ar-XB',
  direction: 'rtl',
  messageOf: key => accentedMessage(new IntlMessageFormat(CATALOGUE[key], 'en').getAst()),
}
