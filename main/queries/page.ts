import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'

/**
 * The page of a list: `offset` from 0, `limit` at most 200. Both are optional; the default is the
 * first page.
 */
export interface Page {
  readonly offset?: number | undefined
  readonly limit?: number | undefined
}

/** The rows of one page. */
export function pageOf<T>(rows: readonly T[], { offset = 0, limit = PAGE_LIMIT }: Page): readonly T[] {
  return rows.slice(offset, offset + limit)
}
