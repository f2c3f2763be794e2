import { z } from 'zod'
import { accountCommandSchema } from '../account/commands.ts'
import { escrowCommandSchema } from '../contract/commands.ts'
import { openUnderWaySchema } from '../contract/under-way.ts'
import { idSchema } from '../fields.ts'
import type { CommandValue } from './answers.ts'

/** The query that previews a command with the real engine; nothing is recorded. */
export const moveQueries = [
  z.strictObject({
    type: z.literal('preview'),
    command: z.discriminatedUnion('type', [escrowCommandSchema, accountCommandSchema, openUnderWaySchema]),
  }),
] as const

/** The answer to a preview: the value `execute` would return. */
export interface MoveQueryValues {
  preview: CommandValue
}

/**
 * The command that records the undone entries of a contract again, in their order: those that its
 * timeline offers with `again`. One transaction, all or none.
 */
const doAgainSchema = z.strictObject({ type: z.literal('do-again'), contractId: idSchema })

/** A parsed `do-again`. */
export type DoAgain = z.output<typeof doAgainSchema>
/** A `do-again` as a script or a screen writes it. */
export type DoAgainInput = z.input<typeof doAgainSchema>

/** The app's commands that record many moves: a contract under way, and undone entries again. */
export const moveCommands = [openUnderWaySchema, doAgainSchema] as const

/** The values of commands that record many moves. */
export interface MoveCommandValues {
  'open-under-way': CommandValue
  'do-again': CommandValue
}
