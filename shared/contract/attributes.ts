import { z } from 'zod'
import { amountSchema, idSchema, nameSchema } from '../fields.ts'
import type { Minor } from '../money/money.ts'
import { type Policy, policyChangeSchema } from './policy.ts'

/** A party as the keeper of the book (rules.md, Words: Side). */
export const sideSchema = z.enum(['client', 'freelancer'])
/** See `sideSchema`. */
export type Side = z.output<typeof sideSchema>

/**
 * The attributes of a contract that a person sets. Commands, events, state, view, exports and forms
 * derive their types from this list, so that the compiler finds every place an attribute needs.
 */
export interface ContractAttributes {
  readonly title: string
  readonly client: string
  readonly freelancer: string
  /** An ISO 4217 code; fixed once the contract is open. */
  readonly currency: string
  /** The maximum cost of the plan, in minor units; null for no limit. */
  readonly budget: Minor | null
  readonly policy: Policy
  readonly side: Side
  /** The id of the platform's account that it pays into (rules-account.md); null for none. */
  readonly account: string | null
  /** Hidden from the list; false when a contract is opened. */
  readonly archived: boolean
}

/** An attribute that is set when a contract is opened. */
export type OpeningAttribute = Exclude<keyof ContractAttributes, 'archived'>
/** An attribute that can be edited later. */
export type EditableAttribute = Exclude<keyof ContractAttributes, 'currency'>

/** The fields of `open-contract` that set attributes. */
export const OPENING_FIELDS = {
  title: nameSchema,
  client: nameSchema,
  freelancer: nameSchema,
  currency: z.string().max(200),
  budget: amountSchema.optional(),
  policy: policyChangeSchema.optional(),
  side: sideSchema.optional(),
  account: idSchema.optional(),
} satisfies Record<OpeningAttribute, z.ZodType>

/** The fields of `edit-contract` that change attributes; an omitted field keeps its value. */
export const EDITING_FIELDS = {
  title: nameSchema.optional(),
  client: nameSchema.optional(),
  freelancer: nameSchema.optional(),
  budget: amountSchema.nullable().optional(),
  policy: policyChangeSchema.optional(),
  side: sideSchema.optional(),
  account: idSchema.nullable().optional(),
  archived: z.boolean().optional(),
} satisfies Record<EditableAttribute, z.ZodType>

/** Every attribute that can be edited, in the order of the command's fields. */
export const EDITABLE_ATTRIBUTES = Object.keys(EDITING_FIELDS) as readonly EditableAttribute[]
