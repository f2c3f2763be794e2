import { describe, expect, test } from 'vitest'
import { bonus, bookOf, contractId, correct, figures, fund, opening, release } from './correcting-fixture.ts'
import { parse, record } from './fixture.ts'

const edit = (more: object) => ({ type: 'edit-contract', contractId, ...more }) as const

describe('what follows from a corrected entry', () => {
  test('a carry and its deposit, with the fee that was told and the fee that is computed', async () => {
    const book = await bookOf([
      { ...opening([10_000, 8_000]), policy: { clientFeeBp: 500, freelancerFeeBp: 1_000 } } as never,
      fund('M1', { fee: 123 }),
      release('M1', 9_000, { fee: 7 }),
      fund('M2', { on: '2026-01-11' }),
    ])
    expect(book.contract(contractId)).toMatchObject({ deposited: 17_000, fees: { client: { charged: 123 + 350 } } })
    expect(await correct(book, { entry: 3, with: { amount: 6_000 } })).toMatchObject({ ok: true })
    expect(book.contract(contractId)).toMatchObject({
      deposited: 14_000,
      fees: { client: { charged: 123 + 200 }, freelancer: { charged: 7 } },
    })
    expect(await correct(book, { entry: 7, with: { fee: null } })).toMatchObject({ ok: true })
    expect(book.contract(contractId)?.fees.freelancer.charged).toBe(600)
    expect(await correct(book, { entry: await book.entryToday(2), with: { fee: null } })).toMatchObject({ ok: true })
    expect(book.contract(contractId)?.fees.client.charged).toBe(500 + 200)
  })

  test('a fee told above the new amount is refused', async () => {
    const book = await bookOf([opening([10_000]), fund('M1'), release('M1', 9_000, { fee: 700 })])
    expect(await correct(book, { entry: 3, with: { amount: 600 } })).toMatchObject({
      ok: false,
      refusal: { code: 'bad-input', field: 'fee', entry: 3 },
    })
  })

  test('the refund that ends a contract, and its approval', async () => {
    const book = await bookOf([
      { ...opening([10_000, 5_000]), policy: { clientFeeBp: 500, feesRefundable: true } } as never,
      fund('M1'),
      release('M1', 4_000),
      { type: 'end-contract', contractId, refundRemainder: true, on: '2026-01-12' },
      { type: 'approve-refund', contractId, on: '2026-01-13' },
    ])
    expect(figures(book)).toMatchObject({ refunded: 6_000, status: 'ended' })
    expect(await correct(book, { entry: 3, with: { amount: 3_000 } })).toMatchObject({ ok: true })
    expect(figures(book)).toMatchObject({ refunded: 7_000, escrow: 0, status: 'ended' })
    expect(book.contract(contractId)?.fees.client).toEqual({ charged: 500, credited: 350 })
    expect(book.contract(contractId)?.milestones[1]?.status).toBe('cancelled')
    const approval = await book.entryToday(5)
    const ending = await book.entryToday(4)
    expect(await correct(book, { entry: ending, with: { by: 'freelancer' } })).toMatchObject({
      ok: false,
      refusal: { code: 'contract-ended', entry: approval },
    })
    expect(
      await correct(book, { entry: ending, with: { by: 'freelancer' }, also: [{ entry: approval, remove: true }] }),
    ).toMatchObject({ ok: true, value: { reversed: 2, recorded: 1 } })
    expect(figures(book)).toMatchObject({ refunded: 7_000, status: 'ended' })
  })

  test('archiving is refused if money is left', async () => {
    const book = await bookOf([opening([10_000]), fund('M1'), release('M1', 10_000), edit({ archived: true })])
    expect(await correct(book, { entry: 3, with: { amount: 9_999 } })).toMatchObject({
      ok: false,
      refusal: { code: 'money-in-escrow', entry: 4 },
    })
    expect(await correct(book, { entry: 2, with: { note: 'wired' } })).toMatchObject({ ok: true })
    expect(book.contract(contractId)?.archived).toBe(true)
  })
})

test('undo after a correction takes the latest entry alone', async () => {
  const book = await bookOf([opening([10_000]), fund('M1'), release('M1', 9_000), bonus(500)])
  await correct(book, { entry: 3, with: { amount: 8_000 } })
  expect(await record(book, { type: 'reverse', contractId })).toMatchObject({ value: { reversed: 8 } })
  expect(figures(book)).toMatchObject({ released: 8_000, bonuses: 0 })
  expect(await record(book, { type: 'reverse', contractId })).toMatchObject({ value: { reversed: 7 } })
  expect(figures(book)).toMatchObject({ released: 0, escrow: 10_000 })
  expect(await correct(book, { entry: 7, with: { amount: 1 } })).toMatchObject({ refusal: { code: 'unknown-entry' } })
})

test('a correction of the wrong shape is refused as such before it is looked up', async () => {
  const book = await bookOf([opening([10_000]), fund('M1')])
  const shapeless = { type: 'correct', contractId: 'C0009', entry: 9 } as const
  expect(await book.execute(parse(shapeless))).toMatchObject({ refusal: { code: 'bad-input', field: 'with' } })
  expect(await correct(book, { entry: 9, remove: true, also: [{ entry: 9, remove: true }] })).toMatchObject({
    refusal: { code: 'bad-input', field: 'also.0.entry' },
  })
  expect(await correct(book, { entry: 2, remove: true, also: [{ entry: 9 }] })).toMatchObject({
    refusal: { code: 'bad-input', field: 'also.0.with' },
  })
})

test('an entry of a contract that was removed is corrected only once the contract is back', async () => {
  const book = await bookOf([
    opening([10_000]),
    { type: 'add-milestone', contractId, title: 'B', amount: 5_000 },
    { type: 'remove-contract', contractId },
  ])
  expect(await correct(book, { entry: 2, remove: true })).toMatchObject({ refusal: { code: 'unknown-contract' } })
  expect(await correct(book, { entry: 3, remove: true })).toMatchObject({ refusal: { code: 'unknown-contract' } })
  await record(book, { type: 'reverse', contractId })
  expect(await correct(book, { entry: 3, remove: true })).toMatchObject({ refusal: { code: 'unknown-entry' } })
  expect(await correct(book, { entry: 2, with: { amount: 6_000 } })).toMatchObject({ ok: true })
})
