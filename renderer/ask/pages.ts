import type { Answer, AnswerError } from '../../shared/api/answers.ts'
import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryInput, QueryValues } from '../../shared/api/queries.ts'

/** The queries that answer a list page by page. */
export type PagedQuery = WithoutPage<Extract<QueryInput, { type: 'contracts' | 'ledger' | 'deadlines' }>>
type WithoutPage<Q> = Q extends unknown ? Omit<Q, 'offset' | 'limit'> : never

/** A row of a paged query. */
export type RowOf<Q extends PagedQuery> = RowIn<QueryValues[Q['type']]>
type RowIn<V> = V extends readonly (infer R)[] ? R : V extends { readonly rows: readonly (infer R)[] } ? R : never

/** A list as far as it has been read. */
export interface Pages<Q extends PagedQuery> {
  readonly rows: readonly RowOf<Q>[]
  /** The total number of rows; null while only the last page will tell. */
  readonly total: number | null
  /**
   * The whole answer of the first page, including fields other than rows; null until it arrives.
   */
  readonly first: QueryValues[Q['type']] | null
  /** True once the list has ended: every page was read, or one was refused. */
  readonly done: boolean
  readonly error: AnswerError | null
}

/** A list before its first page is read. */
export const NO_PAGES: Pages<never> = { rows: [], total: null, first: null, done: false, error: null }

type Ask = <Q extends QueryInput>(query: Q) => Promise<Answer<QueryValues[Q['type']]>>

/**
 * Reads a list page by page and yields it, as far as it has been read, after each page; ends after
 * the last page or a refusal. Stop iterating to stop reading.
 */
export async function* readPages<Q extends PagedQuery>(ask: Ask, query: Q): AsyncGenerator<Pages<Q>> {
  let read: Pages<Q> = NO_PAGES
  while (!read.done) {
    const page = { ...query, offset: read.rows.length, limit: PAGE_LIMIT }
    const answer = await ask(page as QueryInput & { type: Q['type'] })
    read = answer.ok ? withPage(read, answer.value) : { ...read, done: true, error: answer.error }
    yield read
  }
}

function withPage<Q extends PagedQuery>(read: Pages<Q>, value: QueryValues[Q['type']]): Pages<Q> {
  const { rows: page, total } = 'rows' in value ? value : { rows: value, total: null }
  const rows = [...read.rows, ...(page as readonly RowOf<Q>[])]
  const done = page.length === 0 || (total === null ? page.length < PAGE_LIMIT : rows.length >= total)
  return { rows, total, first: read.first ?? value, done, error: null }
}
