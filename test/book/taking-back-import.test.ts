import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Book, Recorded, Refused } from '../../main/book/book.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { bonus, bookOf, contractId, correct, figures, fund, opening, release } from './correcting-fixture.ts'
import { closeBook, codeOf, IMPORT, openBook, parse, record, recordAll } from './fixture.ts'

/** Imports commands as one line; returns the number of the line. */
async function imported(book: Book, commands: readonly EscrowCommandInput[]): Promise<number> {
  const outcome = await book.executeAll(commands.map(parse), undefined, IMPORT)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return book.info().position
}

const takeBack = (book: Book, line: number): Promise<Recorded | Refused> =>
  book.execute(parse({ type: 'take-back-import', import: line }))

const standing = async (book: Book): Promise<readonly string[]> => {
  const { rows } = await book.records({ contractId })
  const moves = await book.moves()
  return rows
    .filter(({ entry }) => moves.isStanding(entry))
    .map(({ type, reference, on }) => `${type} ${on.slice(8)} ${reference ?? '-'}`)
}

test('an import that was recorded last goes in one step, and its line and the others stay in the journal', async () => {
  const book = await bookOf([opening([42_000, 10_000]), fund('M1')])
  const before = figures(book)
  const line = await imported(book, [
    release('M1', 40_000, { reference: 'P1' }),
    bonus(500, { reference: 'P2', on: '2026-01-11' }),
  ])
  expect(await takeBack(book, line)).toMatchObject({ entry: null, value: { reversed: 2, recorded: 0 } })
  expect(figures(book)).toEqual(before)
  expect(book.info()).toMatchObject({ entries: 6, position: 4 })
  const last = readFileSync(join(book.info().folder, 'journal.ndjson'), 'utf8').trimEnd().split('\n').at(-1) ?? ''
  expect(JSON.parse(last).entries[0]).toEqual({
    entry: null,
    of: 'book',
    type: 'take-back-import',
    events: [{ type: 'import-taken-back', import: line }],
  })
})

test('what was recorded since stays, each with its own day, amount and reference', async () => {
  const book = await bookOf([opening([42_000, 10_000]), fund('M1')])
  const line = await imported(book, [release('M1', 1_000, { reference: 'P1' })])
  await recordAll(book, [release('M1', 500, { on: '2026-01-12', reference: 'own' }), bonus(7, { on: '2026-01-13' })])
  expect(await takeBack(book, line)).toMatchObject({ value: { reversed: 3, recorded: 2 } })
  expect(await standing(book)).toEqual(['open-contract 02 -', 'fund-milestone 05 -', 'release 12 own', 'bonus 13 -'])
  expect(figures(book)).toMatchObject({ released: 500, bonuses: 7, escrow: 41_500 })
})

test('an entry of the import that was corrected since goes as it is now; one that was undone is no hindrance', async () => {
  const book = await bookOf([opening([42_000, 10_000]), fund('M1')])
  const line = await imported(book, [release('M1', 1_000, { reference: 'P1' }), bonus(500, { reference: 'P2' })])
  await record(book, { type: 'reverse', contractId })
  await correct(book, { entry: 3, with: { amount: 1_234, on: '2026-01-09' } })
  expect(await takeBack(book, line)).toMatchObject({ value: { reversed: 1, recorded: 0 } })
  expect(await standing(book)).toEqual(['open-contract 02 -', 'fund-milestone 05 -'])
})

test('an entry that the import had reversed comes back at its place, with its reference', async () => {
  const book = await bookOf([
    opening([42_000, 10_000]),
    fund('M1'),
    release('M1', 1_000, { reference: 'P1', note: 'typed' }),
  ])
  const line = await imported(book, [
    { type: 'reverse', contractId },
    release('M1', 1_100, { reference: 'P1' }),
    bonus(3, { reference: 'P2', on: '2026-01-10' }),
  ])
  await record(book, release('M1', 200, { on: '2026-01-20' }))
  expect(await takeBack(book, line)).toMatchObject({ value: { reversed: 3, recorded: 2 } })
  expect(await standing(book)).toEqual(['open-contract 02 -', 'fund-milestone 05 -', 'release 10 P1', 'release 20 -'])
  expect(figures(book)).toMatchObject({ released: 1_200, bonuses: 0 })
})

test('of two imports that corrected the same entry, taking back either leaves what the other says', async () => {
  const start = [opening([42_000, 10_000]), fund('M1'), release('M1', 1_000)]
  const differs = (amount: number): EscrowCommandInput[] => [
    { type: 'reverse', contractId },
    release('M1', amount, { reference: `P${amount}` }),
  ]
  const earlierFirst = await bookOf(start)
  const [one, two] = [await imported(earlierFirst, differs(1_100)), await imported(earlierFirst, differs(1_200))]
  await takeBack(earlierFirst, one)
  expect(figures(earlierFirst)).toMatchObject({ released: 1_200 })
  await takeBack(earlierFirst, two)
  expect(figures(earlierFirst)).toMatchObject({ released: 1_000 })
  const laterFirst = await bookOf(start)
  const [first, second] = [await imported(laterFirst, differs(1_100)), await imported(laterFirst, differs(1_200))]
  await takeBack(laterFirst, second)
  expect(figures(laterFirst)).toMatchObject({ released: 1_100 })
  await takeBack(laterFirst, first)
  expect(figures(laterFirst)).toMatchObject({ released: 1_000 })
})

test('references that the import gave are taken off, unless a person gave another since', async () => {
  const book = await bookOf([
    opening([42_000, 10_000]),
    fund('M1'),
    release('M1', 1_000, { note: 'by hand' }),
    bonus(5, { on: '2026-01-12' }),
  ])
  const line = await imported(book, [
    { type: 'annotate', contractId, entry: 3, reference: 'P1' },
    { type: 'annotate', contractId, entry: 4, reference: 'P2' },
  ])
  await record(book, { type: 'annotate', contractId, entry: 4, reference: 'mine' })
  await correct(book, { entry: 2, with: { note: 'wire' } })
  expect(await standing(book)).toContain('release 10 P1')
  expect(await takeBack(book, line)).toMatchObject({ value: { reversed: 0, recorded: 0 } })
  expect(await standing(book)).toEqual(['open-contract 02 -', 'fund-milestone 05 -', 'release 10 -', 'bonus 12 mine'])
})

test('it is refused whole where a later entry cannot stand without the import, and names that entry', async () => {
  const other = { ...opening([8_000]), title: 'Other' } as EscrowCommandInput
  const book = await bookOf([opening([42_000, 10_000]), other])
  const line = await imported(book, [
    { ...bonus(9, { reference: 'P0' }), contractId: 'C0002' } as EscrowCommandInput,
    fund('M1', { reference: 'P1' }),
  ])
  await record(book, release('M1', 1_000))
  const { position } = book.info()
  expect(await takeBack(book, line)).toMatchObject({
    ok: false,
    refusal: { code: 'milestone-not-funded', entry: 5, decimals: 2 },
  })
  expect(book.info().position).toBe(position)
  expect(book.contract('C0002')?.bonuses).toBe(9)
  await correct(book, { entry: 5, remove: true })
  expect(await takeBack(book, line)).toMatchObject({ ok: true, contractIds: ['C0002', 'C0001'] })
  expect(book.contract('C0002')?.bonuses).toBe(0)
})

test('it is refused where one of its entries lies in a closed period; entries of that period that only stay do not matter', async () => {
  const book = await bookOf([opening([42_000, 10_000])])
  const first = await imported(book, [fund('M1', { on: '2026-01-05', reference: 'P1' })])
  const second = await imported(book, [bonus(9, { on: '2026-01-20', reference: 'P2' })])
  await record(book, bonus(8, { on: '2026-01-06' }))
  await record(book, { type: 'close-books', until: '2026-01-10' })
  expect(await takeBack(book, first)).toMatchObject({ refusal: { code: 'period-closed', entry: 2 } })
  expect(await takeBack(book, second)).toMatchObject({ ok: true, value: { reversed: 2, recorded: 1 } })
  await record(book, { type: 'close-books', until: null })
  expect(await takeBack(book, first)).toMatchObject({ ok: true })
})

test('an import is taken back once, an earlier version’s never, and nothing else is an import', async () => {
  const book = await bookOf([opening([42_000, 10_000]), fund('M1')])
  expect(await takeBack(book, 2)).toMatchObject({ refusal: { code: 'unknown-import', field: 'import' } })
  expect(codeOf(await takeBack(book, 99))).toBe('unknown-import')
  await book.executeAll([bonus(1, { reference: 'P1' }), bonus(2, { reference: 'P2' })].map(parse))
  expect(await takeBack(book, 3)).toMatchObject({ refusal: { code: 'unknown-import', variant: 'earlier' } })
  const line = await imported(book, [bonus(3, { reference: 'P3' })])
  const previewed = await book.preview(parse({ type: 'take-back-import', import: line }))
  expect(previewed).toMatchObject({ ok: true, contractIds: [contractId], value: { reversed: 1 } })
  expect(figures(book).bonuses).toBe(6)
  expect(await takeBack(book, line)).toMatchObject({ ok: true })
  expect(await takeBack(book, line)).toMatchObject({ refusal: { code: 'unknown-import', variant: 'taken-back' } })
  const { folder } = book.info()
  await closeBook(book)
  const again = await openBook(folder)
  expect(codeOf(await takeBack(again, line))).toBe('unknown-import')
  expect(await again.verify()).toMatchObject({ ok: true, figures: { ok: true } })
})

test('a contract that the import opened is removed with it, unless other money moved on it', async () => {
  const book = await bookOf([opening([42_000])])
  const other = { ...opening([8_000]), title: 'Other' } as EscrowCommandInput
  const of = (command: EscrowCommandInput) => ({ ...command, contractId: 'C0002' }) as EscrowCommandInput
  const line = await imported(book, [other, of(fund('M1', { reference: 'P1' }))])
  await record(book, of(bonus(4)))
  expect(await takeBack(book, line)).toMatchObject({ refusal: { code: 'contract-in-use' } })
  await record(book, of({ type: 'reverse', contractId }))
  expect(await takeBack(book, line)).toMatchObject({ ok: true })
  expect(book.contract('C0002')).toBeUndefined()
})
