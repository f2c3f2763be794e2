/**
 * Returns `text` with the digits of every script as ASCII digits (`４`, `٤`, `४`). Other characters
 * stay, but for compatibility forms, which become the usual ones.
 */
export function withAsciiDigits(text: string): string {
  return digitsAsAscii(text.normalize('NFKC'))
}

/**
 * Returns `text` with the digits of every script and full-width marks as their ASCII characters.
 * All else stays: a superscript (`5²`) is no digit of a number.
 */
export function withAsciiNumerals(text: string): string {
  return digitsAsAscii(
    text.replaceAll(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET)),
  )
}

const FULL_WIDTH_OFFSET = 0xfee0

/**
 * Returns `text` without characters that nobody sees: zero-width ones, marks of direction, soft
 * hyphens, variation selectors.
 */
export function withoutInvisible(text: string): string {
  return text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
}

function digitsAsAscii(text: string): string {
  return text.replaceAll(/\p{Nd}/gu, digit => String(digitOf(digit.codePointAt(0) ?? 0)))
}

/** The value of a digit: Unicode holds the ten of a script in a row, sometimes several rows. */
function digitOf(code: number): number {
  let first = code
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first -= 1
  return (code - first) % 10
}
