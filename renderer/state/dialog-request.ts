import type { RecordedCommandInput } from '../../shared/contract/commands.ts'
import type { DialogMove } from '../../shared/contract/moves.ts'

/** A dialog to show: its move and contract, and the command it starts filled in with. */
export interface DialogRequest {
  readonly move: DialogMove
  readonly contractId: string
  readonly milestoneId?: string
  /**
   * A command of that move to start from: an undone one to do again, or one that a deadline offers.
   */
  readonly filled?: RecordedCommandInput
  /** The entry that `annotate` is about. */
  readonly entry?: number
}
