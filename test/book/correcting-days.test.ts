import { describe, expect, test } from 'vitest'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { bonus, bookOf, contractId, correct, fund, opening, release } from './correcting-fixture.ts'
import { closeBook, openBook, record } from './fixture.ts'

const edit = (more: object) => ({ type: 'edit-contract', contractId, ...more }) as const

describe('the day of a corrected entry', () => {
  test('is not after today', async () => {
    const book = await bookOf([opening([10_000]), bonus(100, { on: '2026-01-10' })])
    expect(await correct(book, { entry: 2, with: { on: '2026-02-01' } })).toMatchObject({
      ok: false,
      refusal: { code: 'date-in-future', field: 'on', entry: 2 },
    })
    expect(await correct(book, { entry: 2, with: { on: '2026-01-31' } })).toMatchObject({ ok: true })
  })

  test('stays after the clock was set back, and the reversals have the usual day', async () => {
    const book = await bookOf([opening([10_000]), fund('M1', { on: '2026-01-30' }), bonus(100, { on: '2026-01-31' })])
    const { folder } = book.info()
    await closeBook(book)
    const earlier = await openBook(folder, { today: () => '2026-01-20' as IsoDate })
    expect(await correct(earlier, { entry: 2, with: { amount: 9_000 } })).toMatchObject({ ok: true })
    const { rows } = await earlier.records({ contractId })
    expect(rows.slice(3).map(({ on }) => on)).toEqual(['2026-01-30', '2026-01-30', '2026-01-30', '2026-01-31'])
    expect(await correct(earlier, { entry: 7, with: { amount: 200, on: '2026-01-31' } })).toMatchObject({ ok: true })
  })

  test('is in date order with the entries around it', async () => {
    const book = await bookOf([opening([10_000]), fund('M1'), release('M1', 100), release('M1', 200)])
    expect(await correct(book, { entry: 3, with: { on: '2026-01-11' } })).toMatchObject({
      ok: false,
      refusal: { code: 'date-before-last-entry', entry: 4 },
    })
    expect(await correct(book, { entry: 3, with: { on: '2026-01-04' } })).toMatchObject({
      ok: false,
      refusal: { code: 'date-before-last-entry', entry: 3 },
    })
  })

  test('sets its deadline, with the policy of then', async () => {
    const book = await bookOf([
      opening([10_000]),
      edit({ policy: { reviewDays: 3 } }),
      fund('M1'),
      { type: 'submit-work', contractId, milestoneId: 'M1', on: '2026-01-08' },
      edit({ policy: { reviewDays: 30 } }),
    ])
    await correct(book, { entry: 4, with: { on: '2026-01-09' } })
    expect(book.contract(contractId)?.milestones[0]?.reviewDeadline).toBe('2026-01-12')
    await correct(book, { entry: 2, remove: true })
    expect(book.contract(contractId)?.milestones[0]?.reviewDeadline).toBe('2026-01-23')
    expect(book.contract(contractId)?.policy.reviewDays).toBe(30)
  })
})

test('the reversals of a correction may be dated before the opening', async () => {
  const book = await bookOf([opening([10_000]), bonus(100)])
  expect(await correct(book, { entry: 2, remove: true, on: '2026-01-01' })).toMatchObject({ ok: true })
  expect(await book.record(3)).toMatchObject({ type: 'reverse', on: '2026-01-01' })
})

describe('with money in a closed period', () => {
  const SIDED = [
    opening([42_000]),
    fund('M1', { on: '2026-01-05' }),
    bonus(100, { on: '2026-01-28' }),
    edit({ side: 'freelancer', on: '2026-01-29' }),
    { type: 'close-books', until: '2026-01-25' },
  ] as const

  test('an edit of the side is taken back and recorded the same', async () => {
    const book = await bookOf(SIDED)
    expect(await correct(book, { entry: 3, with: { amount: 200 } })).toMatchObject({ ok: true })
    expect(book.contract(contractId)).toMatchObject({ side: 'freelancer', bonuses: 200 })
  })

  test('an edit of the side is not left out', async () => {
    const book = await bookOf(SIDED)
    expect(await correct(book, { entry: 4, remove: true })).toMatchObject({
      ok: false,
      refusal: { code: 'period-closed', variant: 'side', entry: 4 },
    })
    await record(book, { type: 'close-books', until: null })
    expect(await correct(book, { entry: 4, remove: true })).toMatchObject({ ok: true })
    expect(book.contract(contractId)).toMatchObject({ side: 'client' })
  })

  test('the entry that would change is named', async () => {
    const book = await bookOf(SIDED)
    expect(await correct(book, { entry: 3, with: { on: '2026-01-20' } })).toMatchObject({
      ok: false,
      refusal: { code: 'period-closed', entry: 3, field: 'on' },
    })
    expect(await correct(book, { entry: 2, with: { amount: 41_000 } })).toMatchObject({
      ok: false,
      refusal: { code: 'period-closed', entry: 2 },
    })
  })
})
