import type { DoAgainInput } from '../../shared/api/moves.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { OpenUnderWayInput } from '../../shared/contract/under-way.ts'

/**
 * A command that a form can record: one of the rulebook, or a contract under way with all its
 * moves.
 */
export type Recordable = EscrowCommandInput | OpenUnderWayInput

/** A command that the page can record: that of a form, or all undone entries again. */
export type RecordedByPage = Recordable | DoAgainInput
