import type { CorrectedEntry, CorrectionView } from '../../shared/api/correction.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { Voice } from '../../shared/words/say.ts'
import { entryLabel } from '../answers/entry-label.ts'
import type { Book, Previewed } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { reversedBy } from '../escrow/history.ts'
import { figuresOf } from '../escrow/view.ts'
import { entryMovement } from './entry-movement.ts'

/**
 * The effect of a correction that was previewed: the contract's figures before and after it, and
 * every entry that it takes back, in the order of recording, with what it becomes.
 */
export async function correctionOf(
  book: Book,
  before: ContractState,
  { states, records }: Pick<Previewed, 'states' | 'records'>,
  voice: Voice,
): Promise<CorrectionView> {
  const after = states.find(({ id }) => id === before.id) ?? before
  const takenBack = records.flatMap(record => reversedBy(record) ?? []).toReversed()
  const replacements = new Map(records.map(record => [record.corrects, record]))
  const entries: CorrectedEntry[] = []
  for (const number of takenBack) {
    const was = await book.record(number)
    const now = replacements.get(number)
    entries.push({
      entry: number,
      label: entryLabel(was, before, voice),
      was: entryMovement(was, before),
      now: now === undefined ? null : entryMovement(now, after),
      same: now !== undefined && isSame(was, now),
    })
  }
  return { before: figuresOf(before), after: figuresOf(after), entries }
}

function isSame(was: Entry, now: Entry): boolean {
  return (
    was.on === now.on &&
    was.reference === now.reference &&
    was.note === now.note &&
    JSON.stringify(was.events) === JSON.stringify(now.events)
  )
}
