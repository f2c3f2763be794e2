import type { CorrectableEntry } from '../../../shared/api/correction.ts'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { Change } from './corrected-values.ts'

/**
 * The one command that takes a correction back: another correction of the entry, which has the
 * number `recorded` now; or the removed entry once more, if none stood after it. Null if no single
 * command does.
 */
export function undoOf(
  change: Change,
  { contractId, command, later }: CorrectableEntry,
  hasOthers: boolean,
  recorded: number | null,
): EscrowCommandInput | null {
  if (hasOthers) return null
  if (change.kind === 'with' && recorded !== null)
    return { type: 'correct', contractId, entry: recorded, with: change.before }
  return change.kind === 'remove' && later.length === 0 ? command : null
}
