import { describe, expect, test } from 'vitest'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { bookOf, contractId, correct, fund, opening, release } from './correcting-fixture.ts'
import { closeBook, newFolder, openBook, parse, record, recordAll } from './fixture.ts'

describe('closed books', () => {
  const CLOSED: readonly EscrowCommandInput[] = [
    opening([42_000]),
    fund('M1', { on: '2026-01-05' }),
    release('M1', 21_000, { on: '2026-01-20' }),
    { type: 'close-books', until: '2026-01-25' },
  ]

  test('take nothing dated in the closed period, and undo nothing in it', async () => {
    const book = await bookOf(CLOSED)
    const code = async (command: EscrowCommandInput) => {
      const outcome = await book.execute(parse(command))
      return outcome.ok ? 'accepted' : outcome.refusal.code
    }
    expect(await code(release('M1', 100, { on: '2026-01-25' }))).toBe('period-closed')
    expect(await code({ type: 'reverse', contractId })).toBe('period-closed')
    expect(await code({ type: 'bonus', contractId, amount: 100, on: '2026-01-25' })).toBe('period-closed')
    expect(await code({ type: 'edit-contract', contractId, side: 'freelancer' })).toBe('period-closed')
    expect(await code({ type: 'edit-contract', contractId, title: 'Shop', on: '2026-01-02' })).toBe('accepted')
    expect(await code({ type: 'bonus', contractId, amount: 100, on: '2026-01-26' })).toBe('accepted')
    expect(await code({ type: 'reverse', contractId })).toBe('accepted')
    expect(await code({ type: 'close-books', until: '2026-01-31' })).toBe('date-in-future')
    expect(await code({ type: 'close-books', until: null })).toBe('accepted')
    expect(await code({ type: 'reverse', contractId })).toBe('accepted')
  })

  test('undo no edit of the side if money moved in the closed period, whatever day it was made', async () => {
    const book = await bookOf([...CLOSED.slice(0, 3), { type: 'edit-contract', contractId, side: 'freelancer' }])
    await record(book, { type: 'close-books', until: '2026-01-25' })
    expect(await book.execute(parse({ type: 'reverse', contractId }))).toMatchObject({
      ok: false,
      refusal: { code: 'period-closed', variant: 'side' },
    })
  })

  test('let a correction through that changes nothing in the closed period', async () => {
    const book = await bookOf([...CLOSED, { type: 'bonus', contractId, amount: 100, on: '2026-01-28' }])
    expect(await correct(book, { entry: 4, with: { amount: 200 } })).toMatchObject({ ok: true })
    expect(await correct(book, { entry: 3, with: { amount: 20_000 } })).toMatchObject({
      ok: false,
      refusal: { code: 'period-closed' },
    })
    expect(await correct(book, { entry: 3, with: { note: 'in full' } })).toMatchObject({ ok: true })
  })

  test('stay closed after the next start', async () => {
    const folder = newFolder()
    await closeBook(await recordAll(await openBook(folder), CLOSED))
    expect((await openBook(folder)).closedUntil).toBe('2026-01-25')
  })

  test('move the usual day to the first open one if the clock was set back', async () => {
    const book = await bookOf(CLOSED)
    const folder = book.info().folder
    await closeBook(book)
    const earlier = await openBook(folder, { today: () => '2026-01-22' as never })
    const { entry } = await record(earlier, { type: 'bonus', contractId, amount: 100 })
    expect(await earlier.record(entry ?? 0)).toMatchObject({ on: '2026-01-26' })
  })
})
