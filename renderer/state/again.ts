import type { RecordedCommandInput } from '../../shared/contract/commands.ts'
import { type DialogMove, hasDialog } from '../../shared/contract/moves.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { openDialog } from './dialogs.ts'
import { recordAtOnce } from './record.ts'
import { go } from './route.ts'

/**
 * Repeats an undone command: opens its dialog filled in, to be checked before recording. A command
 * without a dialog is recorded at once.
 */
export function doAgain(again: RecordedCommandInput): void {
  // Archiving is an edit without a dialog.
  if (again.type === 'edit-contract' && again.archived !== undefined) return void recordAtOnce(again)
  if (isFilledIn(again)) return void openFilled(again)
  switch (again.type) {
    case 'request-changes':
    case 'remove-milestone':
    case 'move-milestone':
      return void recordAtOnce(again)
    case 'open-contract':
    case 'rename-party':
      // Never undone.
      return
    default:
      missingCase(again)
  }
}

/** Records all undone entries of a contract again, or none; the toast shows a refusal. */
export function doAllAgain(contractId: string): void {
  void recordAtOnce({ type: 'do-again', contractId })
}

type FilledIn = Extract<RecordedCommandInput, { type: DialogMove }>

function isFilledIn(command: RecordedCommandInput): command is FilledIn {
  return hasDialog(command.type)
}

function openFilled(filled: FilledIn): void {
  const { type: move, contractId } = filled
  go({ screen: 'contract', contractId })
  openDialog({
    move,
    contractId,
    filled,
    ...('milestoneId' in filled && filled.milestoneId ? { milestoneId: filled.milestoneId } : {}),
  })
}
