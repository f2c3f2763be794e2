import type { TakenBackView } from '../../shared/api/taken-back.ts'
import type { Entry } from '../../shared/contract/events.ts'
import { contractNames } from '../answers/contract-names.ts'
import { entryLabel } from '../answers/entry-label.ts'
import type { Book, Previewed } from '../book/book.ts'
import { reversedBy } from '../escrow/history.ts'
import { correctionOf } from './correction.ts'
import { entryMovement } from './entry-movement.ts'

/**
 * The effect of taking an import back that was previewed, on each of its contracts: the figures
 * before and after, the entries that go or are recorded again, those that come back, and those that
 * lose a reference.
 */
export async function takenBackIn(
  book: Book,
  { contractIds, states, records }: Previewed,
  locale: string,
): Promise<readonly TakenBackView[]> {
  const views: TakenBackView[] = []
  for (const contractId of contractIds) {
    const before = book.anyContract(contractId)
    if (before === undefined) continue
    const after = states.find(({ id }) => id === contractId) ?? before
    const own = records.filter(({ contract }) => contract === contractId)
    const voice = { locale, decimals: before.decimals }
    const labelOf = (entry: Entry): string => entryLabel(entry, before, voice)
    const takenBack = new Set(own.map(reversedBy))
    const returned = own.filter(({ corrects }) => corrects !== undefined && !takenBack.has(corrects))
    views.push({
      contractId,
      contract: contractNames(before),
      ...(await correctionOf(book, before, { states, records: own }, voice)),
      returned: returned.map(entry => ({
        entry: entry.corrects ?? 0,
        label: labelOf(entry),
        now: entryMovement(entry, after),
      })),
      annotated: await annotatedIn(book, own, labelOf),
    })
  }
  return views
}

async function annotatedIn(
  book: Book,
  records: readonly Entry[],
  labelOf: (entry: Entry) => string,
): Promise<TakenBackView['annotated']> {
  const annotated: { entry: number; label: string }[] = []
  for (const { events } of records)
    for (const event of events)
      if (event.type === 'entry-annotated')
        annotated.push({ entry: event.entry, label: labelOf(await book.record(event.entry)) })
  return annotated
}
