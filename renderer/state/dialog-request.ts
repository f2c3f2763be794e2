import type { EscrowCommandInput, EscrowCommandType } from '../../shared/contract/commands.ts'

/** The moves that have a dialog of their own. */
export type DialogMove = Exclude<
  EscrowCommandType,
  'open-contract' | 'remove-milestone' | 'move-milestone' | 'rename-party' | 'request-changes'
>

/** A dialog to show: for which move of which contract, and what it starts filled in with. */
export interface DialogRequest {
  readonly move: DialogMove
  readonly contractId: string
  readonly milestoneId?: string
  /**
   * A command of that move to start from: one that was undone and is to be done again, or what a
   * deadline offers.
   */
  readonly filled?: EscrowCommandInput
  /** The entry that `annotate` is about. */
  readonly entry?: number
}
