import { describe, expect, test } from 'vitest'
import { readPages } from '../../../renderer/ask/pages.ts'
import type { Bridge } from '../../../shared/api/bridge.ts'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import type { QueryInput } from '../../../shared/api/queries.ts'
import { newFolder, OPENING, openBook, parse } from '../../book/fixture.ts'
import { callsOn } from '../../electron/ipc/context.ts'

/** A real book of this many contracts, each with a deadline, and the queries sent to it. */
async function bookOf(contracts: number) {
  const book = await openBook(newFolder())
  const milestones = [{ title: 'A', amount: 1_000, due: '2026-02-10' }]
  for (let contract = 1; contract <= contracts; contract++) await book.execute(parse({ ...OPENING, milestones }))
  const asked: QueryInput[] = []
  const calls = callsOn(book, problem => {
    throw problem
  })
  const ask: Bridge['query'] = query => {
    asked.push(query)
    return calls.query(query) as ReturnType<Bridge['query']> as never
  }
  return { asked, ask }
}

async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const read: T[] = []
  for await (const page of pages) read.push(page)
  return read
}

describe('a list read page by page', () => {
  test('is reported after each page, and ends with the last row', async () => {
    const { ask, asked } = await bookOf(PAGE_LIMIT + 3)
    const read = await all(readPages(ask, { type: 'contracts', sort: { by: 'title' } }))
    expect(read.map(({ rows, total, done }) => [rows.length, total, done])).toEqual([
      [PAGE_LIMIT, PAGE_LIMIT + 3, false],
      [PAGE_LIMIT + 3, PAGE_LIMIT + 3, true],
    ])
    expect(new Set(read[1]?.rows.map(row => row.id)).size).toBe(PAGE_LIMIT + 3)
    expect(read[1]?.first?.rows).toHaveLength(PAGE_LIMIT)
    expect(asked).toMatchObject([{ offset: 0 }, { offset: PAGE_LIMIT }])
  })

  test('sends no needless query if the last page is full', async () => {
    const { ask, asked } = await bookOf(PAGE_LIMIT)
    const read = await all(readPages(ask, { type: 'contracts' }))
    expect(read.map(({ done }) => done)).toEqual([true])
    expect(asked).toHaveLength(1)
  })

  test.each([
    [PAGE_LIMIT - 1, 1],
    [PAGE_LIMIT, 2],
    [PAGE_LIMIT + 1, 2],
  ])('without a total continues until a page is not full: %i rows in %i pages', async (deadlines, pages) => {
    const { ask, asked } = await bookOf(deadlines)
    const read = await all(readPages(ask, { type: 'deadlines', within: 92 }))
    expect(read.at(-1)).toMatchObject({ done: true, total: null, error: null })
    expect(new Set(read.at(-1)?.rows.map(row => row.contractId)).size).toBe(deadlines)
    expect(asked).toHaveLength(pages)
  })

  test('without rows is done at once', async () => {
    const { ask } = await bookOf(0)
    expect(await all(readPages(ask, { type: 'contracts' }))).toEqual([
      { rows: [], total: 0, first: { rows: [], total: 0 }, done: true, error: null },
    ])
  })

  test('ends with a refusal', async () => {
    const { ask } = await bookOf(1)
    const read = await all(readPages(ask, { type: 'ledger', contractId: 'C0009' }))
    expect(read).toHaveLength(1)
    expect(read[0]).toMatchObject({ done: true, rows: [], error: { code: 'unknown-contract' } })
  })

  test('sends no more queries once its reader stops', async () => {
    const { ask, asked } = await bookOf(PAGE_LIMIT + 1)
    for await (const { done } of readPages(ask, { type: 'contracts' })) {
      expect(done).toBe(false)
      break
    }
    expect(asked).toHaveLength(1)
  })
})
