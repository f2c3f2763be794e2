import { z } from 'zod'
import { type IsoDate, isoDate } from './dates/calendar.ts'
import type { Minor } from './money/money.ts'

/**
 * A number of minor units. Refuses another type as `bad-input` and a number that is not whole as
 * `bad-amount`; the rules refuse sign and size, with their own codes.
 */
export const amountSchema = z
  .custom<number>(value => typeof value === 'number', { error: 'expected a whole number of minor units' })
  .refine(value => Number.isInteger(value), {
    error: 'not a whole number of minor units',
    params: { code: 'bad-amount' },
  })
  .transform(value => (value === 0 ? 0 : value) as Minor)

/**
 * A calendar day `YYYY-MM-DD`. Refuses another type as `bad-input` and a text that is not a real
 * day as `bad-date`.
 */
export const dateSchema = z
  .string()
  .refine(text => isoDate(text) !== undefined, { error: 'not a calendar day', params: { code: 'bad-date' } })
  .transform(text => text as IsoDate)

/** A character that a person sees: no space, control, mark of direction or filler. */
const VISIBLE = /[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Z}\s\u2800]/u

/** Signs that part or join nothing in any script; Persian and Malayalam need the joiners. */
const MEANINGLESS = /[\u200b\u2060\ufeff]/g

/**
 * A title or a party's name: 1 to 200 characters, of which at least one can be seen. Stored as
 * typed, but for blanks at the ends and U+200B, U+2060, U+FEFF.
 */
export const nameSchema = z
  .string()
  .overwrite(text => text.replaceAll(MEANINGLESS, '').trim())
  .min(1)
  .check(atMost(200))
  .refine(text => text === '' || VISIBLE.test(text), { error: 'nothing that can be seen' })

/** Any other text that a person writes (reference, note, reason): up to 2 000 characters. */
export const textSchema = z.string().check(atMost(2_000))

/** The optional details of any command: its day, a bank's or platform's transaction id, a note. */
export const entryDetails = { on: dateSchema.optional(), reference: textSchema.optional(), note: textSchema.optional() }

/** The path of a file or folder: 1 to 4 096 characters without NUL, which no system accepts. */
export const pathSchema = z
  .string()
  .min(1)
  .max(4_096)
  .regex(/^[^\0]*$/)

/**
 * The id of a contract (`C0001`) or a milestone (`M1`). The rules refuse one that does not exist.
 */
export const idSchema = z.string().min(1).max(200)

/** A number of days, 0 (no such deadline) to 3 650. */
export const daysSchema = z.int().min(0).max(3_650)

/** A share in basis points, 0 to 10 000 (100 %). */
export const basisPointsSchema = z.int().min(0).max(10_000)

/**
 * A limit in Unicode characters: an emoji or a rare ideograph is one, where `length` counts two.
 */
function atMost(maximum: number): z.core.CheckFn<string> {
  return ({ value: input, issues }) => {
    if (input.length > 2 * maximum || [...input].length > maximum)
      issues.push({ code: 'too_big', origin: 'string', maximum, inclusive: true, input })
  }
}

/** A year of the calendar. */
export const yearSchema = z.int().min(1).max(9_999)
