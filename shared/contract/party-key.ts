import { withoutInvisible } from '../digits/digits.ts'

/** Any run of white space, a line's end of old systems and the blank of Braille included. */
const BLANKS = /[\s\p{Z}\u0085\u2800]+/gu

/** The most common names: visible ASCII with single blanks between the words. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/**
 * A party's name for comparison: without case, zero-width signs and differences of white space, in
 * one Unicode form (rules.md, Words: Contract). Upper case, then lower case, so that ß equals SS.
 */
export function partyKey(name: string): string {
  if (PLAIN.test(name)) return name.toLowerCase()
  const visible = withoutInvisible(name).replaceAll(BLANKS, ' ').trim()
  return visible.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC')
}

/** True if two names are of the same party. */
export function isSameParty(one: string, other: string): boolean {
  return partyKey(one) === partyKey(other)
}
