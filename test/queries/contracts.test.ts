import { describe, expect, test } from 'vitest'
import { contractRows } from '../../main/queries/contracts.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { ask, contractIds } from './asked.ts'
import { bookAfter, fund, opening, TODAY } from './open-book.ts'

describe('contracts', () => {
  const three = () =>
    bookAfter(
      opening([10_000], { title: 'Zürich guide', client: 'Helio', freelancer: 'Ana' }),
      opening([20_000, 500], { title: 'App 10', client: 'acme LTD' }),
      opening([100], { title: 'App 9', currency: 'JPY' }),
      fund('C0002', 'M1', '2026-01-02'),
      { type: 'annotate', contractId: 'C0002', entry: 4, reference: 'TX-77', note: 'paid by wire' },
      { type: 'edit-contract', contractId: 'C0003', archived: true },
    )

  test('are found by words in titles, parties, milestones, references and notes, ignoring case and accents', async () => {
    const book = await three()
    expect(contractIds(book, { search: 'zurich' })).toEqual(['C0001'])
    expect(contractIds(book, { search: 'HELIO guide' })).toEqual(['C0001'])
    expect(contractIds(book, { search: 'tx-77 app' })).toEqual(['C0002'])
    expect(contractIds(book, { search: 'wire' })).toEqual(['C0002'])
    expect(contractIds(book, { search: 'wire helio' })).toEqual([])
  })

  test('are found by a party whose blanks or invisible signs differ, in the search and by client', async () => {
    const book = await bookAfter(
      opening([10_000], { client: 'Acme\u00a0 Ltd' }),
      opening([10_000], { client: 'Ac\u00adme Ltd' }),
      opening([10_000], { client: 'Acm eLtd' }),
    )
    expect(contractIds(book, { search: 'acme ltd' })).toEqual(['C0002', 'C0001'])
    expect(contractIds(book, { search: 'ac\u200bme\u3000ltd' })).toEqual(['C0002', 'C0001'])
    expect(contractIds(book, { client: 'ACME LTD' })).toEqual(['C0002', 'C0001'])
  })

  test('are found by what was recorded since the last search, in the new order, page by page', async () => {
    const book = await three()
    const command = (input: object) => book.execute(escrowCommandSchema.parse(input))
    const bySum = (fields: object) =>
      contractIds(book, { sort: { by: 'escrow', descending: true }, limit: 1, ...fields })
    expect(contractIds(book, { search: 'ladder' })).toEqual([])
    expect([bySum({}), bySum({ offset: 1 })]).toEqual([['C0002'], ['C0001']])
    await command({ type: 'annotate', contractId: 'C0001', entry: 1, note: 'a ladder' })
    await command(fund('C0001', 'M1', '2026-01-03', 50_000))
    expect(contractIds(book, { search: 'ladder' })).toEqual(['C0001'])
    expect([bySum({}), bySum({ offset: 1 }), bySum({ offset: 2 })]).toEqual([['C0001'], ['C0002'], []])
    await command({ type: 'annotate', contractId: 'C0001', entry: 1, note: '' })
    expect(contractIds(book, { search: 'ladder' })).toEqual([])
  })

  test('are filtered by stage, client, currency and archive', async () => {
    const book = await three()
    expect(contractIds(book, { stage: 'funded' })).toEqual(['C0002'])
    expect(contractIds(book, { client: 'Acme Ltd' })).toEqual(['C0002'])
    expect(contractIds(book, { currency: 'JPY' })).toEqual([])
    expect(contractIds(book, { archived: true })).toEqual(['C0003'])
    expect(contractIds(book, { status: 'ended' })).toEqual([])
  })

  test('are sorted as people expect, and paged with the total', async () => {
    const book = await bookAfter(...['b', 'App 10', 'App 9', 'Äpfel'].map(title => opening([500], { title })))
    const titles = (fields: object) => contractRows(book, ask('contracts', fields), TODAY).rows.map(row => row.title)
    expect(titles({ sort: { by: 'title' } })).toEqual(['Äpfel', 'App 9', 'App 10', 'b'])
    expect(titles({ sort: { by: 'recent', descending: true }, limit: 2 })).toEqual(['Äpfel', 'App 9'])
    expect(contractRows(book, ask('contracts', { offset: 3, limit: 2 }), TODAY)).toMatchObject({ total: 4, rows: [{}] })
  })
})
