import { expect, test } from 'vitest'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { closeBook, codeOf, MOVES, newFolder, OPENING, openBook, parse, record, recordAll } from '../fixture.ts'

const contractId = 'C0001'
const day = (number: number): IsoDate => `2026-01-${String(number).padStart(2, '0')}` as IsoDate
const bonus = (id: string, on: IsoDate, reference?: string): EscrowCommandInput => ({
  type: 'bonus',
  contractId: id,
  amount: 100,
  on,
  ...(reference && { reference }),
})

test('entries come a page at a time in the order of recording, of one contract or all, and between two dates', async () => {
  const book = await openBook(newFolder())
  await recordAll(book, [
    { ...OPENING, on: day(1) },
    { ...OPENING, on: day(2) },
  ])
  for (let number = 3; number <= 12; number++)
    await record(book, bonus(number % 2 === 0 ? 'C0001' : 'C0002', day(15 - number)))
  const numbersOf = async (query: Parameters<typeof book.records>[0]): Promise<number[]> =>
    (await book.records(query)).rows.map(({ entry }) => entry)
  expect(await book.records({ limit: 3 })).toMatchObject({
    total: 12,
    rows: [{ entry: 1 }, { entry: 2 }, { entry: 3 }],
  })
  expect(await numbersOf({ offset: 10, limit: 5 })).toEqual([11, 12])
  expect(await numbersOf({ offset: 12 })).toEqual([])
  expect(await numbersOf({ contractId: 'C0002' })).toEqual([2, 3, 5, 7, 9, 11])
  expect(await numbersOf({ contractId: 'C0002', from: day(4), to: day(10) })).toEqual([5, 7, 9, 11])
  expect(await book.records({ from: day(3), to: day(5), offset: 1, limit: 1 })).toMatchObject({
    total: 3,
    rows: [{ entry: 11 }],
  })
  expect(await book.records({ contractId: 'C0099' })).toEqual({ total: 0, rows: [] })
  expect(await book.record(7)).toMatchObject({ entry: 7, contract: 'C0002', on: day(8) })
  await expect(book.record(13)).rejects.toThrow(RangeError)
  await expect(book.record(0)).rejects.toThrow(RangeError)
})

test('a reversal marks both entries and restores the escrow before it, live and after a restart', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [
    OPENING,
    ...MOVES,
    { type: 'reverse', contractId },
    { type: 'reverse', contractId },
  ])
  await recordAll(book, [
    { type: 'release', contractId, milestoneId: 'M1', amount: 42_000 },
    { type: 'reverse', contractId },
  ])
  const { rows } = await book.records()
  expect(rows.map(({ escrow }) => escrow)).toEqual([0, 42_000, 2_000, 10_000, 2_000, 42_000, 0, 42_000])
  expect(rows.map(({ reverses, reversedBy }) => reverses ?? reversedBy)).toEqual([
    undefined,
    undefined,
    6,
    5,
    4,
    3,
    8,
    7,
  ])
  expect(book.flows(contractId)).toMatchObject([[expect.anything(), { deposited: 42_000, released: 0 }]])
  await closeBook(book)
  const again = await openBook(folder)
  expect((await again.records()).rows).toEqual(rows)
  // The opening cannot be reversed, and a refusal changes nothing.
  await record(again, { type: 'reverse', contractId })
  expect(codeOf(await again.execute(parse({ type: 'reverse', contractId })))).toBe('nothing-to-reverse')
  expect(again.flows(contractId)).toEqual([])
})

test('made-up ids find nothing', async () => {
  const book = await openBook(newFolder())
  for (const id of ['__proto__', 'constructor', 'toString', '']) {
    expect(book.contract(id)).toBeUndefined()
    expect(book.flows(id)).toEqual([])
    expect((await book.records({ contractId: id })).total).toBe(0)
  }
})
