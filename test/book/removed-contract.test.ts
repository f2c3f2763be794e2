import { describe, expect, test } from 'vitest'
import { bookOf, contractId, fund, opening } from './correcting-fixture.ts'
import { parse, record } from './fixture.ts'

describe('a contract opened by mistake', () => {
  test('is removed, is in no list, and comes back with undo', async () => {
    const book = await bookOf([opening([10_000]), { type: 'add-milestone', contractId, title: 'B', amount: 5_000 }])
    await record(book, { type: 'remove-contract', contractId })
    expect([...book.contracts()]).toEqual([])
    expect(book.contract(contractId)).toBeUndefined()
    expect(await book.execute(parse(fund('M1')))).toMatchObject({ refusal: { code: 'unknown-contract' } })
    expect((await book.records({ contractId })).total).toBe(3)
    await record(book, { type: 'reverse', contractId })
    expect(book.contract(contractId)?.milestones).toHaveLength(2)
    await record(book, fund('M1'))
    expect(await book.execute(parse({ type: 'remove-contract', contractId }))).toMatchObject({
      refusal: { code: 'contract-in-use' },
    })
    await record(book, { type: 'reverse', contractId })
    expect(await book.execute(parse({ type: 'remove-contract', contractId }))).toMatchObject({ ok: true })
  })

  test('does not give its id to another', async () => {
    const book = await bookOf([opening([10_000]), { type: 'remove-contract', contractId }])
    expect(await record(book, opening([5_000]))).toMatchObject({ contractIds: ['C0002'] })
  })
})
