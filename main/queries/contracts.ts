import type { QueryOf, QueryValues } from '../../shared/api/queries.ts'
import { STAGES } from '../../shared/contract/contract.ts'
import { partyKey } from '../../shared/contract/party-key.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Book } from '../book/book.ts'
import { type ContractState, escrowOf } from '../escrow/contract/state.ts'
import { deadlinesOf } from '../escrow/deadlines.ts'
import { stageOf } from '../escrow/stage.ts'
import { rowOf } from '../escrow/view.ts'
import { pageOf } from './page.ts'
import { matcherOf } from './search.ts'

type Contracts = QueryOf<'contracts'>
type SortKey = NonNullable<Contracts['sort']>['by']
interface Candidate {
  readonly state: ContractState
  /** The position of the contract in the order of opening. */
  readonly place: number
  /** The sort key, computed once. */
  readonly key: string | number
}

/** A day after all others, so that contracts without a deadline come last. */
const NEVER = '9999-99-99'

/**
 * The day of a contract's next deadline, cached by its state, which never changes: after a command
 * only one contract has a new state.
 */
const firstDeadlines = new WeakMap<ContractState, { readonly today: IsoDate; readonly on: string }>()

function firstDeadline(state: ContractState, today: IsoDate): string {
  const known = firstDeadlines.get(state)
  if (known?.today === today) return known.on
  const on = deadlinesOf(state, today)[0]?.on ?? NEVER
  firstDeadlines.set(state, { today, on })
  return on
}

/** Compares text without case, and numbers in it by value. */
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

/**
 * The sort key of a contract. It does not compute the whole row, since a large book sorts all
 * contracts to show one page.
 */
function keyOf(by: SortKey, state: ContractState, place: number, today: IsoDate): string | number {
  switch (by) {
    case 'title':
    case 'client':
    case 'freelancer':
    case 'currency':
    case 'status':
    case 'released':
      return state[by]
    case 'escrow':
      return escrowOf(state)
    case 'stage':
      return STAGES.indexOf(stageOf(state))
    case 'nextDeadline':
      return firstDeadline(state, today)
    case 'recent':
      return place
  }
}

const READ_BY_PEOPLE: ReadonlySet<SortKey> = new Set<SortKey>(['title', 'client', 'freelancer'])

function compareKeys(by: SortKey, a: string | number, b: string | number): number {
  if (typeof a === 'string' && typeof b === 'string' && READ_BY_PEOPLE.has(by)) return collator.compare(a, b)
  return a < b ? -1 : a > b ? 1 : 0
}

/** The contracts that match a query, in its order; among equals, the newest first. */
function found(book: Book, query: Contracts, today: IsoDate): readonly ContractState[] {
  const matches = query.search === undefined ? undefined : matcherOf(query.search)
  const client = query.client === undefined ? undefined : partyKey(query.client)
  const archived = query.archived ?? false
  const by = query.sort?.by ?? 'nextDeadline'
  const candidates: Candidate[] = []
  let place = 0
  for (const state of book.contracts()) {
    place++
    if (state.archived !== archived) continue
    if (query.status !== undefined && state.status !== query.status) continue
    if (query.currency !== undefined && state.currency !== query.currency) continue
    if (client !== undefined && partyKey(state.client) !== client) continue
    if (query.stage !== undefined && stageOf(state) !== query.stage) continue
    if (matches !== undefined && !matches(state, book.annotations(state.id))) continue
    candidates.push({ state, place, key: keyOf(by, state, place, today) })
  }
  const direction = query.sort?.descending ? -1 : 1
  candidates.sort((a, b) => direction * compareKeys(by, a.key, b.key) || b.place - a.place)
  return candidates.map(({ state }) => state)
}

/** The last result for a book: scrolling asks for page after page of the same query. */
const lastFound = new WeakMap<Book, { readonly of: string; readonly states: readonly ContractState[] }>()

/**
 * Answers the query `contracts`: filtered, sorted and paged rows. The default order is by next
 * deadline; among equals, the newest comes first.
 */
export function contractRows(book: Book, query: Contracts, today: IsoDate): QueryValues['contracts'] {
  const { offset: _, limit: __, ...asked } = query
  const of = JSON.stringify([book.info().head, today, asked])
  const last = lastFound.get(book)
  const states = last?.of === of ? last.states : found(book, query, today)
  lastFound.set(book, { of, states })
  return { total: states.length, rows: pageOf(states, query).map(state => rowOf(state, today)) }
}
