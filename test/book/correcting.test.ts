import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { bookOf, contractId, correct, figures, fund, opening, release } from './correcting-fixture.ts'
import { closeBook, newFolder, openBook, record, recordAll } from './fixture.ts'

/** Case 22: A is funded with 420, 90 of it released, B funded and released, a bonus paid. */
const CASE: readonly EscrowCommandInput[] = [
  opening([42_000, 10_000]),
  fund('M1'),
  release('M1', 9_000, { reference: 'TX-3', note: 'first' }),
  fund('M2', { on: '2026-01-11' }),
  release('M2', 10_000, { on: '2026-01-12' }),
  { type: 'bonus', contractId, amount: 1_000, on: '2026-01-08' },
]
const RELEASE = 3

describe('a correction', () => {
  test('of an amount is as if the entry had been recorded so from the start', async () => {
    const book = await bookOf(CASE)
    expect(await correct(book, { entry: RELEASE, with: { amount: 9_500 } })).toMatchObject({
      ok: true,
      entry: 11,
      value: { reversed: 4, recorded: 4 },
    })
    expect(figures(book)).toMatchObject({ unallocated: 22_500, released: 19_500, bonuses: 1_000 })
    const { rows } = await book.records({ contractId })
    expect(rows.slice(10).map(({ type, on, corrects }) => [type, on, corrects])).toEqual([
      ['release', '2026-01-10', 3],
      ['fund-milestone', '2026-01-11', 4],
      ['release', '2026-01-12', 5],
      ['bonus', '2026-01-08', 6],
    ])
    const again = await bookOf(
      CASE.map((command, index) => (index === 2 ? { ...command, amount: 9_500 } : command) as EscrowCommandInput),
    )
    expect(figures(book)).toEqual(figures(again))
    expect(book.flows(contractId)).toEqual(again.flows(contractId))
  })

  test('lets what follows from it follow anew', async () => {
    const book = await bookOf(CASE)
    await correct(book, { entry: RELEASE, with: { amount: 40_000 } })
    expect(figures(book)).toMatchObject({ deposited: 50_000, unallocated: 0, released: 50_000 })
  })

  test('that cannot be changes nothing, and names the entry that was refused', async () => {
    const book = await bookOf(CASE)
    const before = { ...figures(book), head: book.info().head }
    expect(await correct(book, { entry: RELEASE, with: { amount: 42_100 } })).toMatchObject({
      ok: false,
      refusal: { code: 'exceeds-held', entry: RELEASE },
    })
    expect(await correct(book, { entry: RELEASE, remove: true })).toMatchObject({
      ok: false,
      refusal: { code: 'milestone-already-funded', entry: 4 },
    })
    expect({ ...figures(book), head: book.info().head }).toEqual(before)
  })

  test('keeps reference and note as they are now, unless it gives others', async () => {
    const book = await bookOf(CASE)
    await record(book, { type: 'annotate', contractId, entry: RELEASE, note: 'second' })
    await correct(book, { entry: RELEASE, with: { amount: 9_500 } })
    expect(await book.record(11)).toMatchObject({ reference: 'TX-3', note: 'second', corrects: 3 })
    await correct(book, { entry: 11, with: { reference: null, note: 'third' } })
    const entry = await book.entryToday(RELEASE)
    expect(await book.record(entry)).toMatchObject({ note: 'third', corrects: 11 })
    expect((await book.record(entry)).reference).toBeUndefined()
  })

  test('is followed by what speaks of the entry', async () => {
    const book = await bookOf(CASE)
    await correct(book, { entry: RELEASE, with: { amount: 9_500 } })
    await record(book, { type: 'annotate', contractId, entry: RELEASE, note: 'paid in cash' })
    expect(await book.record(11)).toMatchObject({ note: 'paid in cash' })
  })

  test('corrects several entries in one step', async () => {
    const book = await bookOf([
      opening([10_000]),
      fund('M1'),
      { type: 'request-refund', contractId, amount: 4_000, on: '2026-01-06' },
      { type: 'approve-refund', contractId, on: '2026-01-07' },
    ])
    expect(await correct(book, { entry: 3, remove: true })).toMatchObject({ ok: false, refusal: { entry: 4 } })
    expect(await correct(book, { entry: 3, remove: true, also: [{ entry: 4, remove: true }] })).toMatchObject({
      ok: true,
      entry: null,
      value: { reversed: 2, recorded: 0 },
    })
    expect(figures(book)).toMatchObject({ escrow: 10_000, refunded: 0 })
  })

  test('keeps the number of a milestone that is added again', async () => {
    const book = await bookOf([
      opening([10_000]),
      { type: 'add-milestone', contractId, title: 'B', amount: 2_000 },
      { type: 'add-milestone', contractId, title: 'C', amount: 3_000 },
      fund('M3', { on: '2026-01-31' }),
    ])
    expect(await correct(book, { entry: 2, remove: true })).toMatchObject({ ok: true })
    expect(figures(book).milestones.map(([id]) => id)).toEqual(['M1', 'M3'])
    expect(await record(book, { type: 'add-milestone', contractId, title: 'D', amount: 1_000 })).toMatchObject({
      value: { milestoneId: 'M4' },
    })
  })

  test('brings back an edit with the policy it changed and the names of today', async () => {
    const book = await bookOf([
      opening([10_000]),
      { type: 'edit-contract', contractId, policy: { reviewDays: 3 } },
      { type: 'edit-contract', contractId, client: 'Acme Group', policy: { refundDays: 2 } },
    ])
    await record(book, { type: 'rename-party', from: 'Acme Group', to: 'Acme Holding' })
    expect(await correct(book, { entry: 2, remove: true })).toMatchObject({ ok: true })
    expect(book.contract(contractId)).toMatchObject({
      client: 'Acme Holding',
      policy: { reviewDays: 14, refundDays: 2 },
    })
  })

  test.each([
    ['an entry that was undone', { entry: 6, remove: true }, 'unknown-entry', 'entry'],
    ['the opening', { entry: 1, remove: true }, 'unknown-entry', 'entry'],
    [
      'another entry that does not stand',
      { entry: 3, remove: true, also: [{ entry: 9, remove: true }] },
      'unknown-entry',
      'also.0.entry',
    ],
    [
      'an entry named twice',
      { entry: 3, remove: true, also: [{ entry: 3, remove: true }] },
      'bad-input',
      'also.0.entry',
    ],
    ['neither change nor removal', { entry: 3 }, 'bad-input', 'with'],
    ['both', { entry: 3, with: { amount: 1 }, remove: true }, 'bad-input', 'with'],
    ['a field that its command lacks', { entry: 3, with: { release: 1 } }, 'bad-input', 'with.release'],
    ['null for a field that it needs', { entry: 3, with: { by: null } }, 'bad-input', 'with.by'],
    ['a day after today', { entry: 3, with: { amount: 9_500 }, on: '2026-02-01' }, 'date-in-future', 'on'],
  ])('of %s is refused', async (_, more, code, field) => {
    const book = await bookOf([...CASE, { type: 'reverse', contractId }])
    expect(await correct(book, more)).toMatchObject({ ok: false, refusal: { code, field } })
  })

  test('is the same after the next start', async () => {
    const folder = newFolder()
    const book = await recordAll(await openBook(folder), CASE)
    await correct(book, { entry: RELEASE, with: { amount: 9_500 } })
    const before = figures(book)
    await closeBook(book)
    expect(figures(await openBook(folder))).toEqual(before)
    expect(readFileSync(join(folder, 'journal.ndjson'), 'utf8').trimEnd().split('\n')).toHaveLength(7)
  })
})
