import type { Slices } from '../scheduling/slices.ts'
import type { Drafted } from './drafted.ts'
import type { Refused } from './faults/store-refusal.ts'
import type { JournalCommand } from './journal/journal-command.ts'
import type { TransactionDraft } from './transaction.ts'

/**
 * Decides commands, each on the state that the one before it leaves. Stops at the first refusal and
 * returns it, with the command's index.
 */
export function draftAll(draft: TransactionDraft, commands: readonly JournalCommand[]): readonly Drafted[] | Refused {
  const drafting = draftEach(draft, commands)
  for (;;) {
    const next = drafting.next()
    if (next.done) return next.value
  }
}

/** The same in slices. */
export async function draftInSlices(
  draft: TransactionDraft,
  commands: readonly JournalCommand[],
  slices: Slices,
): Promise<readonly Drafted[] | Refused> {
  const drafting = draftEach(draft, commands)
  for (;;) {
    const next = drafting.next()
    if (next.done) return next.value
    if (slices.areOver) await slices.next()
  }
}

/** Yields after each accepted command. */
function* draftEach(
  draft: TransactionDraft,
  commands: readonly JournalCommand[],
): Generator<void, readonly Drafted[] | Refused> {
  const drafted: Drafted[] = []
  for (const [index, command] of commands.entries()) {
    const outcome = draft.add(command)
    if (!outcome.ok) return { ...outcome, index }
    drafted.push(outcome)
    yield
  }
  return drafted
}
