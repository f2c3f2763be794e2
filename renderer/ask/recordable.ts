import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { OpenUnderWayInput } from '../../shared/contract/under-way.ts'

/**
 * A recordable form: a command of the rulebook, or a contract that is under way with all its moves.
 */
export type Recordable = EscrowCommandInput | OpenUnderWayInput
