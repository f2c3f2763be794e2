import { z } from 'zod'
import { amountSchema, entryDetails, idSchema, nameSchema } from '../fields.ts'

const account = { accountId: idSchema, ...entryDetails }

/** The kinds of income that no contract of this book holds. */
export const INCOME_KINDS = ['hourly', 'bonus', 'other'] as const
/** The kinds of charge that a platform takes apart from fees. */
export const CHARGE_KINDS = ['membership', 'connects', 'other'] as const
/** The kinds of tax that a platform withholds: from earnings, or on its own fee. */
export const TAX_KINDS = ['income-tax', 'fee-tax'] as const

/**
 * The commands of a platform's accounts (rules-account.md, Moves), as `window.escrowbook.execute`
 * takes them. Strict: an unknown field is `bad-input`. Money in minor units of the account's
 * currency; `arrived` in those of its own.
 */
export const accountCommandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('open-account'),
    name: nameSchema,
    currency: z.string().max(200),
    opening: amountSchema.optional(),
    ...entryDetails,
  }),
  z.strictObject({
    type: z.literal('edit-account'),
    ...account,
    name: nameSchema.optional(),
    opening: amountSchema.optional(),
    archived: z.boolean().optional(),
  }),
  z.strictObject({
    type: z.literal('receive'),
    ...account,
    amount: amountSchema,
    fee: amountSchema.optional(),
    kind: z.enum(INCOME_KINDS),
    from: nameSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('withdraw'),
    ...account,
    amount: amountSchema,
    fee: amountSchema.optional(),
    arrived: z.strictObject({ currency: z.string().max(200), amount: amountSchema }).optional(),
  }),
  z.strictObject({ type: z.literal('charge'), ...account, amount: amountSchema, kind: z.enum(CHARGE_KINDS) }),
  z.strictObject({
    type: z.literal('withhold'),
    ...account,
    amount: amountSchema,
    kind: z.enum(TAX_KINDS),
    about: z.int().min(1).optional(),
  }),
  z.strictObject({ type: z.literal('adjust'), ...account, amount: amountSchema }),
  z.strictObject({ type: z.literal('reverse-account'), ...account, entry: z.int().min(1) }),
])

/** A parsed command about an account. */
export type AccountCommand = z.output<typeof accountCommandSchema>
/** The type of a command about an account. */
export type AccountCommandType = AccountCommand['type']
/** The parsed command of one type. */
export type AccountCommandOf<T extends AccountCommandType> = Extract<AccountCommand, { type: T }>
/** See `AccountCommand`: as a script or a screen writes it. */
export type AccountCommandInput = z.input<typeof accountCommandSchema>

const TYPES: ReadonlySet<string> = new Set(accountCommandSchema.options.map(({ shape }) => shape.type.value))

/** True for the type of a command about an account. */
export function isAccountCommandType(type: string): type is AccountCommandType {
  return TYPES.has(type)
}
