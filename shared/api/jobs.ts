import { z } from 'zod'

/** The command that stops a long job; `job` is its name in the pushes `progress`. */
export const jobCommands = [z.strictObject({ type: z.literal('cancel'), job: z.string().min(1).max(200) })] as const

/** The value of a cancelled job; `stopped` is false if there was no such job. */
export interface JobCommandValues {
  cancel: { readonly stopped: boolean }
}
