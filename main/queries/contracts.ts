import type { IsoDate } from '../../shared/calendar.ts'
import { STAGES } from '../../shared/contract.ts'
import type { ContractRow, QueryOf, QueryValues } from '../../shared/queries.ts'
import type { Book } from '../book/book.ts'
import type { ContractState } from '../escrow/state.ts'
import { rowOf } from '../escrow/view.ts'
import { pageOf } from './page.ts'
import { matcherOf } from './search.ts'

type Contracts = QueryOf<'contracts'>
type SortKey = NonNullable<Contracts['sort']>['by']
interface Candidate {
  readonly state: ContractState
  /** The place in which the contract was opened. */
  readonly place: number
  row?: ContractRow
}

/** A day after all others, so that contracts without a deadline come last. */
const NEVER = '9999-99-99'

/** Text is compared as a person reads it: without case, numbers by their value. */
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

function compareBy(by: SortKey, rowFor: (candidate: Candidate) => ContractRow): (a: Candidate, b: Candidate) => number {
  switch (by) {
    case 'title':
    case 'client':
    case 'freelancer':
    case 'currency':
    case 'status':
      return (a, b) => collator.compare(a.state[by], b.state[by])
    case 'released':
      return (a, b) => a.state.released - b.state.released
    case 'escrow':
      return (a, b) => rowFor(a).escrow - rowFor(b).escrow
    case 'stage':
      return (a, b) => STAGES.indexOf(rowFor(a).stage) - STAGES.indexOf(rowFor(b).stage)
    case 'nextDeadline': {
      const day = (candidate: Candidate): string => rowFor(candidate).nextDeadline?.on ?? NEVER
      return (a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)
    }
    case 'recent':
      return (a, b) => a.place - b.place
  }
}

/** Answers the query `contracts`: filtered, sorted (by next deadline when nothing is asked; equal ones the newest first) and paged rows. */
export function contractRows(book: Book, query: Contracts, today: IsoDate): QueryValues['contracts'] {
  const matches = query.search === undefined ? undefined : matcherOf(query.search)
  const client = query.client?.toLowerCase()
  const archived = query.archived ?? false
  const found: Candidate[] = []
  const rowFor = (candidate: Candidate): ContractRow => {
    const row = candidate.row ?? rowOf(candidate.state, today)
    candidate.row = row
    return row
  }
  let place = 0
  for (const state of book.contracts()) {
    const candidate: Candidate = { state, place: place++ }
    if (state.archived !== archived) continue
    if (query.status !== undefined && state.status !== query.status) continue
    if (query.currency !== undefined && state.currency !== query.currency) continue
    if (client !== undefined && state.client.toLowerCase() !== client) continue
    if (query.stage !== undefined && rowFor(candidate).stage !== query.stage) continue
    if (matches !== undefined && !matches(state, book.annotations(state.id))) continue
    found.push(candidate)
  }
  const compare = compareBy(query.sort?.by ?? 'nextDeadline', rowFor)
  const direction = query.sort?.descending ? -1 : 1
  found.sort((a, b) => direction * compare(a, b) || b.place - a.place)
  return { total: found.length, rows: pageOf(found, query).map(rowFor) }
}
