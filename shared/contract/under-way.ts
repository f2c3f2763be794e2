import { z } from 'zod'
import { MOVES, openContractSchema } from './commands.ts'

const ofTheNewOne = { contractId: true } as const

/**
 * A move that happened before its contract was entered: as the rulebook has it, of the contract
 * that is opened with it, whose milestones are `M1`, `M2` … in order.
 */
export const pastMoveSchema = z.discriminatedUnion('type', [
  MOVES.fundMilestone.omit(ofTheNewOne),
  MOVES.submitWork.omit(ofTheNewOne),
  MOVES.requestChanges.omit(ofTheNewOne),
  MOVES.release.omit(ofTheNewOne),
  MOVES.bonus.omit(ofTheNewOne),
  MOVES.returnPayment.omit(ofTheNewOne),
  MOVES.requestRefund.omit(ofTheNewOne),
  MOVES.approveRefund.omit(ofTheNewOne),
  MOVES.declineRefund.omit(ofTheNewOne),
  MOVES.cancelRefund.omit(ofTheNewOne),
  MOVES.openDispute.omit(ofTheNewOne),
  MOVES.resolveDispute.omit(ofTheNewOne),
  MOVES.endContract.omit(ofTheNewOne),
])

/**
 * Opens a contract that is half-way elsewhere: as `open-contract`, with the moves that were made so
 * far, in their order. One transaction, all or none.
 */
export const openUnderWaySchema = z.strictObject({
  ...openContractSchema.shape,
  type: z.literal('open-under-way'),
  moves: z.array(pastMoveSchema).max(1_000),
})

/** A parsed `open-under-way`. */
export type OpenUnderWay = z.output<typeof openUnderWaySchema>
/** As a script or a screen writes it. */
export type OpenUnderWayInput = z.input<typeof openUnderWaySchema>
