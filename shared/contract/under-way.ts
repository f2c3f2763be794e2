import { z } from 'zod'
import { MOVES, openContractSchema } from './commands.ts'
import type { PastMove } from './moves.ts'

/** The new contract has no id yet. */
const withoutId = { contractId: true } as const

const PAST_MOVES = {
  'fund-milestone': MOVES['fund-milestone'].omit(withoutId),
  'submit-work': MOVES['submit-work'].omit(withoutId),
  'request-changes': MOVES['request-changes'].omit(withoutId),
  release: MOVES.release.omit(withoutId),
  bonus: MOVES.bonus.omit(withoutId),
  'return-payment': MOVES['return-payment'].omit(withoutId),
  'request-refund': MOVES['request-refund'].omit(withoutId),
  'approve-refund': MOVES['approve-refund'].omit(withoutId),
  'decline-refund': MOVES['decline-refund'].omit(withoutId),
  'cancel-refund': MOVES['cancel-refund'].omit(withoutId),
  'open-dispute': MOVES['open-dispute'].omit(withoutId),
  'resolve-dispute': MOVES['resolve-dispute'].omit(withoutId),
  'end-contract': MOVES['end-contract'].omit(withoutId),
} satisfies Record<PastMove, z.ZodType>
type PastMoveSchema = (typeof PAST_MOVES)[PastMove]

/**
 * A move made before its contract was entered: as in the rulebook, for the contract that is opened
 * with it, whose milestones are `M1`, `M2` … in order.
 */
const pastMoveSchema = z.discriminatedUnion('type', Object.values(PAST_MOVES) as [PastMoveSchema, ...PastMoveSchema[]])

/**
 * The command that records a contract already under way elsewhere: as `open-contract`, with the
 * moves made so far, in order. One transaction, all or none.
 */
export const openUnderWaySchema = z.strictObject({
  ...openContractSchema.shape,
  type: z.literal('open-under-way'),
  moves: z.array(pastMoveSchema).max(1_000),
})

/** A parsed `open-under-way`. */
export type OpenUnderWay = z.output<typeof openUnderWaySchema>
/** An `open-under-way` as a script or a screen writes it. */
export type OpenUnderWayInput = z.input<typeof openUnderWaySchema>
