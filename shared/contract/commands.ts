import { z } from 'zod'
import { amountSchema, dateSchema, entryDetails, idSchema, nameSchema, textSchema } from '../fields.ts'
import { EDITING_FIELDS, OPENING_FIELDS, sideSchema } from './attributes.ts'

const contract = { contractId: idSchema, ...entryDetails }
const milestone = { milestoneId: idSchema, ...contract }

/** The command that opens a contract. */
export const openContractSchema = z.strictObject({
  type: z.literal('open-contract'),
  ...OPENING_FIELDS,
  milestones: z
    .array(z.strictObject({ title: nameSchema, amount: amountSchema, due: dateSchema.optional() }))
    .max(1_000),
  ...entryDetails,
})

/** The moves of money and of work on a contract, by type. */
export const MOVES = {
  'fund-milestone': z.strictObject({
    type: z.literal('fund-milestone'),
    ...milestone,
    amount: amountSchema.optional(),
    fee: amountSchema.optional(),
  }),
  'submit-work': z.strictObject({ type: z.literal('submit-work'), ...milestone }),
  'request-changes': z.strictObject({ type: z.literal('request-changes'), ...milestone }),
  release: z.strictObject({
    type: z.literal('release'),
    ...contract,
    milestoneId: idSchema.optional(),
    amount: amountSchema,
    fee: amountSchema.optional(),
  }),
  bonus: z.strictObject({ type: z.literal('bonus'), ...contract, amount: amountSchema, fee: amountSchema.optional() }),
  'return-payment': z.strictObject({ type: z.literal('return-payment'), ...contract, amount: amountSchema }),
  'request-refund': z.strictObject({
    type: z.literal('request-refund'),
    ...contract,
    amount: amountSchema,
    milestoneId: idSchema.optional(),
    reason: textSchema.optional(),
  }),
  'approve-refund': z.strictObject({ type: z.literal('approve-refund'), ...contract }),
  'decline-refund': z.strictObject({ type: z.literal('decline-refund'), ...contract }),
  'cancel-refund': z.strictObject({ type: z.literal('cancel-refund'), ...contract }),
  'open-dispute': z.strictObject({
    type: z.literal('open-dispute'),
    ...contract,
    amount: amountSchema,
    milestoneId: idSchema.optional(),
    reason: textSchema.optional(),
  }),
  'resolve-dispute': z.strictObject({
    type: z.literal('resolve-dispute'),
    ...contract,
    release: amountSchema,
    refund: amountSchema,
  }),
  'end-contract': z.strictObject({
    type: z.literal('end-contract'),
    ...contract,
    refundRemainder: z.boolean().optional(),
    by: sideSchema.optional(),
  }),
} as const

/**
 * The fields of an entry's own command that a correction may set (rules.md, correct). A field left
 * out stays; null clears an optional one.
 */
export const correctedFieldsSchema = z.strictObject({
  amount: amountSchema.nullable().optional(),
  fee: amountSchema.nullable().optional(),
  milestoneId: idSchema.nullable().optional(),
  release: amountSchema.optional(),
  refund: amountSchema.optional(),
  by: sideSchema.nullable().optional(),
  refundRemainder: z.boolean().nullable().optional(),
  reason: textSchema.nullable().optional(),
  on: dateSchema.optional(),
  reference: textSchema.nullable().optional(),
  note: textSchema.nullable().optional(),
})

/** See `correctedFieldsSchema`. */
export type CorrectedFields = z.output<typeof correctedFieldsSchema>

/** An entry to correct: `with` other fields, or to `remove`. */
const correctionOf = {
  entry: z.int().min(1),
  with: correctedFieldsSchema.optional(),
  remove: z.literal(true).optional(),
}

/** The commands that become one record of each contract they are about; as below. */
export const recordedCommandSchema = z.discriminatedUnion('type', [
  openContractSchema,
  z.strictObject({ type: z.literal('edit-contract'), ...contract, ...EDITING_FIELDS }),
  z.strictObject({
    type: z.literal('add-milestone'),
    ...contract,
    title: nameSchema,
    amount: amountSchema,
    due: dateSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('edit-milestone'),
    ...milestone,
    title: nameSchema.optional(),
    amount: amountSchema.optional(),
    due: dateSchema.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('remove-milestone'), ...milestone }),
  z.strictObject({ type: z.literal('move-milestone'), ...milestone, to: z.int() }),
  MOVES['fund-milestone'],
  MOVES['submit-work'],
  MOVES['request-changes'],
  MOVES.release,
  MOVES.bonus,
  MOVES['return-payment'],
  MOVES['request-refund'],
  MOVES['approve-refund'],
  MOVES['decline-refund'],
  MOVES['cancel-refund'],
  MOVES['open-dispute'],
  MOVES['resolve-dispute'],
  MOVES['end-contract'],
  z.strictObject({ type: z.literal('remove-contract'), ...contract }),
  z.strictObject({ type: z.literal('reverse'), ...contract }),
  z.strictObject({
    type: z.literal('annotate'),
    contractId: idSchema,
    on: dateSchema.optional(),
    entry: z.int().min(1),
    reference: textSchema.nullable().optional(),
    note: textSchema.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('rename-party'), ...entryDetails, from: nameSchema, to: nameSchema }),
])

/**
 * The commands of the rulebook (rules.md, Moves), as `window.escrowbook.execute` takes them.
 * Strict: an unknown field is `bad-input`. Money in minor units.
 */
export const escrowCommandSchema = z.discriminatedUnion('type', [
  ...recordedCommandSchema.options,
  z.strictObject({
    type: z.literal('correct'),
    contractId: idSchema,
    on: dateSchema.optional(),
    ...correctionOf,
    also: z.array(z.strictObject(correctionOf)).max(1_000).optional(),
  }),
  z.strictObject({
    type: z.literal('close-books'),
    until: dateSchema.nullable(),
    reference: textSchema.optional(),
    note: textSchema.optional(),
  }),
  z.strictObject({
    type: z.literal('take-back-import'),
    /** The number of its line in the journal. */
    import: z.int().min(1),
    reference: textSchema.optional(),
    note: textSchema.optional(),
  }),
])

/** A command of the rulebook, parsed. */
export type EscrowCommand = z.output<typeof escrowCommandSchema>
/**
 * A command of the rulebook as a script or a screen writes it: plain numbers and strings for money
 * and dates.
 */
export type EscrowCommandInput = z.input<typeof escrowCommandSchema>
/** The type of a command of the rulebook. */
export type EscrowCommandType = EscrowCommand['type']
/** The parsed command of one type. */
export type CommandOf<T extends EscrowCommandType> = Extract<EscrowCommand, { type: T }>
/** A parsed command that becomes one record of each contract it is about. */
export type RecordedCommand = z.output<typeof recordedCommandSchema>
/** The type of a command that becomes a record. */
export type RecordedCommandType = RecordedCommand['type']
/** See `RecordedCommand`: as a script or a screen writes it. */
export type RecordedCommandInput = z.input<typeof recordedCommandSchema>

/** The fields of a command by name, and whether each may be left out. */
const FIELDS: ReadonlyMap<EscrowCommandType, ReadonlyMap<string, boolean>> = new Map(
  escrowCommandSchema.options.map(({ shape }) => [
    shape.type.value,
    new Map(Object.entries(shape).map(([name, schema]) => [name, schema.safeParse(undefined).success])),
  ]),
)

/** The fields of a command that a correction may set, in the order of `correctedFieldsSchema`. */
export function correctedFieldsOf(type: EscrowCommandType): readonly (keyof CorrectedFields)[] {
  const fields = FIELDS.get(type)
  return (Object.keys(correctedFieldsSchema.shape) as (keyof CorrectedFields)[]).filter(name => fields?.has(name))
}

/** True if a command has a field, and may leave it out; false if it needs it; else undefined. */
export function isOptionalField(type: EscrowCommandType, field: string): boolean | undefined {
  return FIELDS.get(type)?.get(field)
}
