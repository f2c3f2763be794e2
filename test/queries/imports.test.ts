import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { importRows } from '../../main/queries/imports.ts'
import { takenBackIn } from '../../main/queries/taken-back.ts'
import { applyStatement } from '../../main/reconcile/apply.ts'
import { appCommandSchema } from '../../shared/api/app-commands.ts'
import type { ImportRow } from '../../shared/api/imports.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { statementsOf } from '../reconcile/reading.ts'
import { bookAfter, fund, opening, TODAY } from './open-book.ts'

const FILE = { name: 'march.csv', sha256: 'ab'.repeat(32), bytes: 400 }

/** A bank's file of the client: two payments to the freelancer, and one that nothing proves. */
const MARCH = [
  'Date,Transaction ID,Description,Amount,Currency',
  '2026-03-02,T1,Payment for A to Muhammad A.,-100.00,USD',
  '2026-03-03,T2,Bonus for Website to Muhammad A.,-20.00,USD',
  '2026-03-04,T3,City Grocer,-42.75,USD',
].join('\n')
const COLUMNS = {
  date: 'Date',
  id: 'Transaction ID',
  description: 'Description',
  amount: 'Amount',
  currency: 'Currency',
}

async function apply(book: Book, text: string, more: object): Promise<void> {
  const outcome = await applyStatement(
    book,
    statementsOf(book, TODAY),
    appCommandSchema.parse({ type: 'apply-statement', text, columns: COLUMNS, ...more }) as never,
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
}

async function imports(book: Book): Promise<readonly ImportRow[]> {
  return (await importRows(book, { type: 'imports' }, 'en')).rows
}

const bonusOf = (line: number, amount: number) => ({ line, command: { type: 'bonus', contractId: 'C0001', amount } })

test('an import keeps in its own line what it was: the file, its days, and what became of its rows', async () => {
  const book = await bookAfter(opening([10_000]), fund('C0001', 'M1', '2026-02-01'))
  await apply(book, MARCH, { file: FILE, edited: [bonusOf(3, 2_000)], except: [4] })
  expect(await imports(book)).toEqual([
    {
      import: 3,
      at: `${TODAY}T12:00:00.000Z`,
      file: FILE,
      format: 'columns',
      from: '2026-03-02',
      to: '2026-03-04',
      recorded: 1,
      annotated: 0,
      reversed: 0,
      left: 1,
      open: 1,
    },
  ])
  const [line] = readFileSync(join(book.info().folder, 'journal.ndjson'), 'utf8').trimEnd().split('\n').slice(-1)
  const [kept, ...records] = JSON.parse(line ?? '').entries
  expect(kept).toMatchObject({ entry: null, of: 'book', type: 'apply-statement' })
  expect(kept.events).toMatchObject([{ type: 'statement-applied', file: FILE, left: ['T3'], open: ['T1'] }])
  expect(records).toMatchObject([{ entry: 3, type: 'bonus', reference: 'T2' }])
})

test('a file that a message does not name is known by the fingerprint of its text', async () => {
  const book = await bookAfter(opening([10_000]))
  await apply(book, MARCH, { edited: [bonusOf(3, 2_000)] })
  expect((await imports(book))[0]?.file).toEqual({
    name: '',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    bytes: MARCH.length,
  })
})

test('a row waits no more once it is in the book or in a later import', async () => {
  const book = await bookAfter(opening([10_000]))
  await apply(book, MARCH, { edited: [bonusOf(3, 2_000)] })
  expect(await imports(book)).toMatchObject([{ import: 2, open: 2 }])
  await apply(book, MARCH, { edited: [bonusOf(2, 10_000)] })
  expect(await imports(book)).toMatchObject([
    { import: 3, open: 1 },
    { import: 2, open: 0 },
  ])
  await book.execute(escrowCommandSchema.parse({ type: 'bonus', contractId: 'C0001', amount: 1, reference: 'T3' }))
  expect(await imports(book)).toMatchObject([{ open: 0 }, { open: 0 }])
})

test('the book tells which entries imports recorded from a row, through corrections, and which import left it', async () => {
  const book = await bookAfter(opening([10_000]))
  await apply(book, MARCH, { edited: [bonusOf(3, 2_000)], except: [4] })
  const rows = await book.importedRows()
  expect(rows.entriesFrom('T2')).toEqual([2])
  expect(rows.entriesFrom('T1')).toEqual([])
  expect(rows.leftBy('T2')).toBeUndefined()
  expect(rows.leftBy('T1')).toEqual({ import: 2, at: `${TODAY}T12:00:00.000Z`, byPerson: false })
  expect(rows.leftBy('T3')).toMatchObject({ byPerson: true })
  await book.execute(
    escrowCommandSchema.parse({ type: 'correct', contractId: 'C0001', entry: 2, with: { on: '2026-03-09' } }),
  )
  expect((await book.importedRows()).entriesFrom('T2')).toEqual([4])
})

test('an import of an earlier version is listed by its entries alone', async () => {
  const book = await bookAfter(opening([10_000, 5_000]))
  const parse = (command: object) => escrowCommandSchema.parse(command)
  await book.executeAll([
    parse(fund('C0001', 'M1', '2026-02-01')),
    parse({ type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: 10_000, reference: 'P1' }),
    parse({ type: 'bonus', contractId: 'C0001', amount: 1, reference: 'P2' }),
  ])
  await book.executeAll([
    parse({ type: 'bonus', contractId: 'C0001', amount: 1 }),
    parse({ type: 'bonus', contractId: 'C0001', amount: 2 }),
  ])
  expect(await imports(book)).toMatchObject([
    { import: 2, file: null, from: null, recorded: 2, left: 0, open: 0, blocked: { code: 'unknown-import' } },
  ])
  expect((await book.importedRows()).entriesFrom('P2')).toEqual([4])
})

test('imports are listed the latest first, a page at a time, and the same after a restart', async () => {
  const book = await bookAfter(opening([10_000]))
  for (const amount of [1, 2, 3])
    await apply(book, MARCH.replaceAll('T2', `T2-${amount}`), { edited: [bonusOf(3, amount)] })
  const page = await importRows(book, { type: 'imports', offset: 1, limit: 1 }, 'en')
  expect(page).toMatchObject({ total: 3, rows: [{ import: 3 }] })
})

test('an import that was taken back stays in the list, and its rows are known no more', async () => {
  const book = await bookAfter(opening([10_000]))
  await apply(book, MARCH, { edited: [bonusOf(2, 10_000), bonusOf(3, 2_000)] })
  await book.execute(escrowCommandSchema.parse({ type: 'take-back-import', import: 2 }))
  expect(await imports(book)).toMatchObject([
    { import: 2, recorded: 2, open: 0, takenBack: { at: `${TODAY}T12:00:00.000Z`, entries: 2 } },
  ])
  const rows = await book.importedRows()
  expect(rows.entriesFrom('T2')).toEqual([])
  expect(rows.leftBy('T3')).toBeUndefined()
})

test('an import with an entry in a closed period says that it cannot be taken back', async () => {
  const book = await bookAfter(opening([10_000]))
  await apply(book, MARCH, { edited: [bonusOf(3, 2_000)] })
  await book.execute(escrowCommandSchema.parse({ type: 'close-books', until: '2026-03-10' }))
  expect(await imports(book)).toMatchObject([{ blocked: { code: 'period-closed' } }])
})

test('the preview of taking an import back names what goes, what comes back and what is recorded again', async () => {
  const book = await bookAfter(opening([10_000, 5_000]), fund('C0001', 'M1', '2026-02-01'))
  await apply(book, MARCH, { edited: [bonusOf(3, 2_000)] })
  await book.execute(escrowCommandSchema.parse({ type: 'bonus', contractId: 'C0001', amount: 1, on: '2026-03-20' }))
  const previewed = await book.preview(escrowCommandSchema.parse({ type: 'take-back-import', import: 3 }))
  if (!previewed.ok) throw new Error(previewed.refusal.code)
  expect(await takenBackIn(book, previewed, 'en')).toMatchObject([
    {
      contractId: 'C0001',
      contract: { title: 'Website' },
      before: { bonuses: 2_001 },
      after: { bonuses: 1 },
      entries: [
        { entry: 3, now: null, was: { gross: 2_000 } },
        { entry: 4, same: true },
      ],
      returned: [],
      annotated: [],
    },
  ])
})
