import { z } from 'zod'
import { amountSchema, dateSchema, idSchema, nameSchema, textSchema } from '../fields.ts'
import { policyChangeSchema } from './policy.ts'

/**
 * What every command may carry: the day it happened, the bank's or platform's transaction id, a
 * note.
 */
const told = { on: dateSchema.optional(), reference: textSchema.optional(), note: textSchema.optional() }
const contract = { contractId: idSchema, ...told }
const milestone = { milestoneId: idSchema, ...contract }
const budgetSchema = amountSchema
const sideSchema = z.enum(['client', 'freelancer'])

/** The command that opens a contract. */
export const openContractSchema = z.strictObject({
  type: z.literal('open-contract'),
  title: nameSchema,
  client: nameSchema,
  freelancer: nameSchema,
  currency: z.string().max(200),
  budget: budgetSchema.optional(),
  policy: policyChangeSchema.optional(),
  side: sideSchema.optional(),
  milestones: z
    .array(z.strictObject({ title: nameSchema, amount: amountSchema, due: dateSchema.optional() }))
    .max(1_000),
  ...told,
})

/** The moves of money and of work on a contract, by name. */
export const MOVES = {
  fundMilestone: z.strictObject({
    type: z.literal('fund-milestone'),
    ...milestone,
    amount: amountSchema.optional(),
    fee: amountSchema.optional(),
  }),
  submitWork: z.strictObject({ type: z.literal('submit-work'), ...milestone }),
  requestChanges: z.strictObject({ type: z.literal('request-changes'), ...milestone }),
  release: z.strictObject({
    type: z.literal('release'),
    ...contract,
    milestoneId: idSchema.optional(),
    amount: amountSchema,
    fee: amountSchema.optional(),
  }),
  bonus: z.strictObject({ type: z.literal('bonus'), ...contract, amount: amountSchema, fee: amountSchema.optional() }),
  returnPayment: z.strictObject({ type: z.literal('return-payment'), ...contract, amount: amountSchema }),
  requestRefund: z.strictObject({
    type: z.literal('request-refund'),
    ...contract,
    amount: amountSchema,
    milestoneId: idSchema.optional(),
    reason: textSchema.optional(),
  }),
  approveRefund: z.strictObject({ type: z.literal('approve-refund'), ...contract }),
  declineRefund: z.strictObject({ type: z.literal('decline-refund'), ...contract }),
  cancelRefund: z.strictObject({ type: z.literal('cancel-refund'), ...contract }),
  openDispute: z.strictObject({
    type: z.literal('open-dispute'),
    ...contract,
    amount: amountSchema,
    milestoneId: idSchema.optional(),
    reason: textSchema.optional(),
  }),
  resolveDispute: z.strictObject({
    type: z.literal('resolve-dispute'),
    ...contract,
    release: amountSchema,
    refund: amountSchema,
  }),
  endContract: z.strictObject({
    type: z.literal('end-contract'),
    ...contract,
    refundRemainder: z.boolean().optional(),
    by: sideSchema.optional(),
  }),
} as const

/**
 * The commands of the rulebook (rules.md, Moves), as `window.escrowbook.execute` takes them.
 * Strict: an unknown field is `bad-input`. Money in minor units.
 */
export const escrowCommandSchema = z.discriminatedUnion('type', [
  openContractSchema,
  z.strictObject({
    type: z.literal('edit-contract'),
    ...contract,
    title: nameSchema.optional(),
    client: nameSchema.optional(),
    freelancer: nameSchema.optional(),
    budget: budgetSchema.nullable().optional(),
    policy: policyChangeSchema.optional(),
    side: sideSchema.optional(),
    archived: z.boolean().optional(),
  }),
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
  MOVES.fundMilestone,
  MOVES.submitWork,
  MOVES.requestChanges,
  MOVES.release,
  MOVES.bonus,
  MOVES.returnPayment,
  MOVES.requestRefund,
  MOVES.approveRefund,
  MOVES.declineRefund,
  MOVES.cancelRefund,
  MOVES.openDispute,
  MOVES.resolveDispute,
  MOVES.endContract,
  z.strictObject({ type: z.literal('reverse'), ...contract }),
  z.strictObject({
    type: z.literal('annotate'),
    contractId: idSchema,
    on: dateSchema.optional(),
    entry: z.int().min(1),
    reference: textSchema.nullable().optional(),
    note: textSchema.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('rename-party'), ...told, from: nameSchema, to: nameSchema }),
])

/** A command of the rulebook, parsed. */
export type EscrowCommand = z.output<typeof escrowCommandSchema>
/** A command of the rulebook as a script or a screen writes it: money and dates unbranded. */
export type EscrowCommandInput = z.input<typeof escrowCommandSchema>
/** The name of a command of the rulebook. */
export type EscrowCommandType = EscrowCommand['type']
/** The parsed command of one name. */
export type CommandOf<T extends EscrowCommandType> = Extract<EscrowCommand, { type: T }>
