import { z } from 'zod'
import { accountCommandSchema } from '../account/commands.ts'
import { escrowCommandSchema } from '../contract/commands.ts'
import { openUnderWaySchema } from '../contract/under-way.ts'
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

/** The app's command that records a contract under way together with its past moves. */
export const moveCommands = [openUnderWaySchema] as const

/** The value of a contract recorded under way. */
export interface MoveCommandValues {
  'open-under-way': CommandValue
}
