import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { OpenUnderWayInput } from '../../shared/contract/under-way.ts'

/**
 * What a form may record: a command of the rulebook, or a contract that is under way with all its
 * moves.
 */
export type Recordable = EscrowCommandInput | OpenUnderWayInput
