import type { TimelineRow } from '../../shared/api/ledger.ts'
import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Voice } from '../../shared/words/say.ts'
import { commandAgain } from '../answers/again.ts'
import { contractAnswer } from '../answers/contract-answer.ts'
import { entryLabel } from '../answers/entry-label.ts'
import type { Book, RecordedEntry, RecordedPage } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { viewContract } from '../escrow/view.ts'
import { ledgerRow } from './ledger.ts'
import { movement } from './movement.ts'
import type { Page } from './page.ts'

async function timelineRow(
  book: Book,
  record: RecordedEntry,
  state: ContractState,
  voice: Voice,
): Promise<TimelineRow> {
  const row = await ledgerRow(book, record, state)
  const reversed = record.reverses === undefined ? undefined : await book.record(record.reverses)
  const milestoneId = row.postings.find(posting => posting.milestoneId !== undefined)?.milestoneId
  const again = reversed === undefined ? undefined : commandAgain(reversed, state.policy)
  return {
    ...row,
    label: entryLabel(record, state, voice, reversed),
    ...(milestoneId !== undefined && { milestoneId }),
    ...movement(row),
    ...(again !== undefined && { again }),
  }
}

/** A page of a contract's entries counted from the latest recorded one backwards. */
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
 * Answers the query `contract`: the contract with what may be done next, and a page of its
 * timeline, the latest recorded entry first.
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
  return {
    contract: contractAnswer(viewContract(state, today), voice),
    total,
    timeline: await Promise.all(rows.map(record => timelineRow(book, record, state, voice))),
  }
}
