import { IntlMessageFormat } from 'intl-messageformat'
import { CATALOGUE } from './catalogue.ts'
import type { Language, Message } from './language.ts'

type Element = Exclude<Message, string>[number]

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = 'áƀçðéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÁƁÇÐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŢÚṼŴẊÝŽ'
const VOWEL = /[aeiouy]/i

/**
 * A text as the pseudo-locale writes it: every letter with an accent, and every vowel twice, which
 * makes it longer by a third.
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

/** A message with its own text accented; its parameters, its choices and its marks stay. */
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
 * The catalogue as no language writes it: accented, longer, and from right to left. What is shown
 * in plain letters all the same stands outside the catalogue, what does not fit would not fit in
 * German either, and what lies on the wrong side would in Arabic. Its tag is the one by which other
 * software knows such a language too; its days and plurals are those of Arabic.
 */
export const PSEUDO: Language = {
  tag: 'ar-XB',
  elsewhere: 'ar-XB',
  direction: 'rtl',
  messageOf: key => accentedMessage(new IntlMessageFormat(CATALOGUE[key], 'en').getAst()),
}
