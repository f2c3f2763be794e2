import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { OpenUnderWayInput } from '../../shared/contract/under-way.ts'

/**
 * A command that a form can record: one of the rulebook, or a contract under way with all its
 * moves.
 */
export type Recordable = EscrowCommandInput | OpenUnderWayInput
