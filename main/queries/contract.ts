import type { TimelineRow } from '../../shared/api/ledger.ts'
import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { RecordedCommandInput } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Voice } from '../../shared/words/say.ts'
import { contractAnswer } from '../answers/contract-answer.ts'
import { entryLabel } from '../answers/entry-label.ts'
import type { Book, RecordedPage } from '../book/book.ts'
import type { EntryMoves } from '../book/index/record-index.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { viewContract } from '../escrow/view.ts'
import { type LedgerEntry, ledgerEntries } from './ledger.ts'
import { movement } from './movement.ts'
import type { Page } from './page.ts'
import { undoableEntry } from './undoable.ts'
import { undoneNow } from './undone.ts'

/** The facts of a contract that its rows need. */
interface Known {
  /** The entry that `reverse` would undo. */
  readonly undoable: number | null
  /** The commands of the undone entries that are offered again, by the undo. */
  readonly offers: ReadonlyMap<number, RecordedCommandInput>
  readonly moves: EntryMoves
}

/** An entry as a row of its contract's timeline. */
function timelineRow(
  { row, entry, contract, reversed }: LedgerEntry,
  { undoable, offers, moves }: Known,
  voice: Voice,
): TimelineRow {
  const milestoneId = row.postings.find(posting => posting.milestoneId !== undefined)?.milestoneId
  const again = offers.get(row.entry)
  const line = row.reverses === undefined && row.reversedBy === undefined ? moves.importOf(row.entry) : undefined
  return {
    ...row,
    transaction: entry.transaction,
    label: entryLabel(entry, contract, voice, reversed),
    ...(milestoneId !== undefined && { milestoneId }),
    ...movement(row),
    ...(row.entry === undoable && { undoable: true }),
    ...(again !== undefined && { again }),
    ...(line !== undefined && { import: line }),
  }
}

/** A page of a contract's entries, counting back from the latest. */
async function latestRecords(
  book: Book,
  contractId: string,
  { offset = 0, limit = PAGE_LIMIT }: Page,
): Promise<RecordedPage> {
  const { total } = await book.records({ contractId, limit: 1 })
  const end = Math.max(total - offset, 0)
  const start = Math.max(end - limit, 0)
  const { rows } = await book.records({ contractId, offset: start, limit: Math.max(end - start, 1) })
  return { total, rows: end === 0 ? [] : rows.toReversed() }
}

/**
 * Answers the query `contract`: the contract with the moves it allows now, and a page of its
 * timeline, newest first.
 */
export async function contractWithTimeline(
  book: Book,
  state: ContractState,
  query: QueryOf<'contract'>,
  today: IsoDate,
  locale: string,
): Promise<QueryValues['contract']> {
  const voice = { locale, decimals: state.decimals }
  const { total, rows } = await latestRecords(book, state.id, query)
  const entries = await ledgerEntries(book, rows)
  const undoable = undoableEntry(state, book.closedUntil)
  const moves = await book.moves()
  const offers = new Map((await undoneNow(book, state)).map(({ by, command }) => [by, command]))
  return {
    contract: contractAnswer(viewContract(state, today, book.closedUntil), voice),
    total,
    timeline: entries.map(entry => timelineRow(entry, { undoable, offers, moves }, voice)),
  }
}
