import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { bonus, bookOf, contractId, correct, figures, fund, opening, release } from './correcting-fixture.ts'
import { codeOf, newFolder, openBook, parse, record, recordAll } from './fixture.ts'

const codeFor = async (book: Book, command: EscrowCommandInput): Promise<string> =>
  codeOf(await book.execute(parse(command)))

test('case 22, Correct', async () => {
  const book = await bookOf([
    opening([42_000, 10_000]),
    fund('M1'),
    release('M1', 9_000),
    fund('M2', { on: '2026-01-11' }),
    release('M2', 10_000, { on: '2026-01-12' }),
    bonus(1_000, { on: '2026-01-08' }),
  ])
  expect(figures(book)).toMatchObject({ unallocated: 23_000 })
  expect(await correct(book, { entry: 3, with: { amount: 9_500 } })).toMatchObject({
    ok: true,
    value: { reversed: 4, recorded: 4 },
  })
  expect(book.contract(contractId)?.milestones[0]).toMatchObject({ carried: 32_500 })
  expect(figures(book)).toMatchObject({ unallocated: 22_500, released: 19_500, bonuses: 1_000 })
  const { rows } = await book.records({ contractId })
  expect(rows.slice(6).map(({ type, on }) => `${type} ${on}`)).toEqual([
    ...Array.from({ length: 4 }, () => 'reverse 2026-01-31'),
    'release 2026-01-10',
    'fund-milestone 2026-01-11',
    'release 2026-01-12',
    'bonus 2026-01-08',
  ])
  expect(await correct(book, { entry: await book.entryToday(3), with: { amount: 40_000 } })).toMatchObject({ ok: true })
  expect(book.contract(contractId)?.milestones[0]).toMatchObject({ carried: 2_000 })
  expect(figures(book)).toMatchObject({ deposited: 42_000 + 8_000, unallocated: 0 })
  const { head } = book.info()
  const [entry, funding] = [await book.entryToday(3), await book.entryToday(4)]
  expect(await correct(book, { entry, with: { amount: 42_100 } })).toMatchObject({
    ok: false,
    refusal: { code: 'exceeds-held', entry },
  })
  expect(await correct(book, { entry, remove: true })).toMatchObject({
    ok: false,
    refusal: { code: 'milestone-already-funded', entry: funding },
  })
  expect(book.info().head).toBe(head)
})

test('case 23, Closed', async () => {
  const book = await openBook(newFolder(), { today: () => '2026-04-10' as IsoDate })
  await recordAll(book, [
    opening([42_000]),
    fund('M1', { on: '2026-03-05' }),
    release('M1', 21_000, { on: '2026-03-20' }),
    { type: 'close-books', until: '2026-03-31' },
  ])
  expect(await codeFor(book, release('M1', 100, { on: '2026-03-31' }))).toBe('period-closed')
  expect(await codeFor(book, { type: 'reverse', contractId })).toBe('period-closed')
  expect(await codeFor(book, bonus(100, { on: '2026-03-31' }))).toBe('period-closed')
  expect(await codeFor(book, bonus(100, { on: '2026-04-01' }))).toBe('accepted')
  expect(await codeFor(book, { type: 'reverse', contractId })).toBe('accepted')
  expect(await codeFor(book, { type: 'close-books', until: null })).toBe('accepted')
  expect(await codeFor(book, { type: 'reverse', contractId })).toBe('accepted')
})

test('case 24, Opened by mistake', async () => {
  const book = await bookOf([opening([10_000])])
  const remove: EscrowCommandInput = { type: 'remove-contract', contractId }
  await record(book, { type: 'add-milestone', contractId, title: 'B', amount: 5_000 })
  expect(await codeFor(book, remove)).toBe('accepted')
  expect([...book.contracts()]).toEqual([])
  expect(await codeFor(book, { type: 'reverse', contractId })).toBe('accepted')
  expect([...book.contracts()].map(({ id }) => id)).toEqual([contractId])
  await record(book, fund('M1'))
  expect(await codeFor(book, remove)).toBe('contract-in-use')
  expect(await codeFor(book, { type: 'reverse', contractId })).toBe('accepted')
  expect(await codeFor(book, remove)).toBe('accepted')
})
