/**
 * How a person writes numbers: as their system does, or with these marks (`1,234.50`, `1.234,50`,
 * `1 234,50`, `1’234.50`).
 */
export const NUMBER_FORMATS = ['system', 'point', 'comma', 'space', 'apostrophe'] as const
/** See `NUMBER_FORMATS`. */
export type NumberFormat = (typeof NUMBER_FORMATS)[number]

/**
 * How a person writes days: as their system does, or `20 Nov 2026`, `Nov 20, 2026`, `2026-11-20`.
 */
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

/**
 * The locale in which numbers are written and read that are written so; `regional` is that of the
 * system.
 */
export function numberLocale(format: NumberFormat, regional: string): string {
  return format === 'system' ? regional : NUMBER_LOCALES[format]
}

/** The locale by whose order days are written so; `regional` is that of the system. */
export function dayLocale(format: DateFormat, regional: string): string {
  return DAY_LOCALES[format] ?? regional
}
