/**
 * The formats of numbers: the system's, or with these marks (`1,234.50`, `1.234,50`, `1 234,50`,
 * `1’234.50`).
 */
export const NUMBER_FORMATS = ['system', 'point', 'comma', 'space', 'apostrophe'] as const
/** See `NUMBER_FORMATS`. */
export type NumberFormat = (typeof NUMBER_FORMATS)[number]

/** The formats of dates: the system's, or `20 Nov 2026`, `Nov 20, 2026`, `2026-11-20`. */
export const DATE_FORMATS = ['system', 'day-first', 'month-first', 'iso'] as const
/** See `DATE_FORMATS`. */
export type DateFormat = (typeof DATE_FORMATS)[number]

const NUMBER_LOCALES: Readonly<Record<Exclude<NumberFormat, 'system'>, string>> = {
  point: 'en-US',
  comma: 'de-DE',
  space: 'fr-FR',
  apostrophe: 'de-CH',
}
const DAY_LOCALES: Readonly<Partial<Record<DateFormat, string>>> = { 'day-first': 'en-GB', 'month-first': 'en-US' }

/** Returns the locale that writes and reads numbers in a format; `regional` is the system's. */
export function numberLocale(format: NumberFormat, regional: string): string {
  return format === 'system' ? regional : NUMBER_LOCALES[format]
}

/** Returns the locale that writes dates in a format; `regional` is the system's. */
export function dayLocale(format: DateFormat, regional: string): string {
  return DAY_LOCALES[format] ?? regional
}
