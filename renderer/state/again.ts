import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { DialogMove } from './dialog-request.ts'
import { openDialog } from './dialogs.ts'
import { recordAtOnce } from './record.ts'
import { go } from './route.ts'

/**
 * Does what was undone once more: filled in, to be looked at before it is recorded again. What was
 * done without a dialog is done again without one.
 */
export function doAgain(again: EscrowCommandInput): void {
  switch (again.type) {
    case 'open-contract':
    case 'rename-party':
      return
    case 'request-changes':
    case 'remove-milestone':
    case 'move-milestone':
      return void recordAtOnce(again)
    case 'edit-contract':
      if (again.archived !== undefined) return void recordAtOnce(again)
  }
  const { type, contractId } = again
  go({ screen: 'contract', contractId })
  openDialog({
    move: type satisfies DialogMove,
    contractId,
    filled: again,
    ...('milestoneId' in again && again.milestoneId ? { milestoneId: again.milestoneId } : {}),
  })
}
