import type { Entry } from '../../shared/contract/events.ts'
import type { PaperName } from '../../shared/contract/paper.ts'
import type { Book, Previewed } from '../book/book.ts'
import { reversedBy } from '../escrow/history.ts'
import { isCovered, paperName } from '../escrow/paper.ts'

/**
 * The papers that cover an entry which the previewed records take back for good, or record again
 * on another day or with other events; in the order they were printed.
 */
export async function papersChanged(book: Book, { records }: Previewed): Promise<readonly PaperName[]> {
  if (book.papers.length === 0) return []
  const again = new Map(records.flatMap(record => (record.corrects === undefined ? [] : [[record.corrects, record]])))
  const changed: Entry[] = []
  for (const number of records.flatMap(record => reversedBy(record) ?? [])) {
    const was = await book.record(number)
    const now = again.get(number)
    if (now === undefined) changed.push(was)
    else if (was.on !== now.on || JSON.stringify(was.events) !== JSON.stringify(now.events)) changed.push(was, now)
  }
  return book.papers.filter(paper => changed.some(({ contract, on }) => isCovered(paper, contract, on))).map(paperName)
}
