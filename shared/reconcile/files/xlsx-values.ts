const DAY_MS = 86_400_000
/** The days from the beginning of each count to that of 1970. */
const FROM_1900 = 25_569
const FROM_1904 = 24_107
/** Spreadsheets count a 29 February 1900, which never was. */
const LEAP_DAY_1900 = 60
const LAST_SERIAL = 2_958_465
/** The digits that a spreadsheet keeps of a number. */
const KEPT_DIGITS = 15

/**
 * Returns the ISO day of a serial number, with the time behind it if there is one; undefined if it
 * is no day.
 */
export function serialDay(text: string, countsFrom1904: boolean): string | undefined {
  const serial = Number(text)
  if (!(serial >= 1 && serial <= LAST_SERIAL)) return undefined
  const epoch = countsFrom1904 ? FROM_1904 : serial < LEAP_DAY_1900 ? FROM_1900 - 1 : FROM_1900
  const iso = new Date(Math.round((serial - epoch) * DAY_MS)).toISOString()
  const time = iso.slice(11, 19)
  return time === '00:00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`
}

/**
 * Returns a number as a spreadsheet shows it: 15 digits, no exponent where it can be helped. Three
 * decimals become four, since `1.234` alone could be read as a thousand.
 */
export function numberText(text: string): string {
  const trimmed = text.trim()
  const value = Number(trimmed)
  if (trimmed === '' || !Number.isFinite(value)) return text
  const plain = /^-?\d{1,15}(?:\.\d{1,10})?$/.test(trimmed) && trimmed.length <= KEPT_DIGITS
  const shown = plain ? trimmed : decimalText(Number(value.toPrecision(KEPT_DIGITS)))
  return /\.\d{3}$/.test(shown) ? `${shown}0` : shown
}

function decimalText(value: number): string {
  const shown = String(value)
  if (!shown.includes('e')) return shown
  return Math.abs(value) < 1 ? value.toFixed(20).replace(/0{1,20}$/, '') : value.toFixed(0)
}
