/**
 * Returns `text` with the digits of every script as ASCII digits (`４`, `٤`, `४`). Other characters
 * stay, but for compatibility forms, which become the usual ones.
 */
export function withAsciiDigits(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Nd}/gu, digit => String(digitOf(digit.codePointAt(0) ?? 0)))
}

/**
 * Returns `text` without characters that nobody sees: zero-width ones, marks of direction, soft
 * hyphens.
 */
export function withoutInvisible(text: string): string {
  return text.replaceAll(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, '')
}

/** The value of a digit: Unicode holds the ten of a script in a row, with no others beside them. */
function digitOf(code: number): number {
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return value
}
