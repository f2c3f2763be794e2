import { expect, test } from 'vitest'
import { bookAfter, TODAY } from '../queries/open-book.ts'
import { matched, readIn, statementsOf, states } from './reading.ts'

const ROWS = '2026-01-05,Harbour Books,400.00,USD\n2026-01-06,City Grocer,-12.50,USD\n'

test('a file without titles is read by letters, and its first row is a payment', async () => {
  const asked = await readIn(ROWS)
  expect(asked).toMatchObject({
    asks: 'columns',
    header: ['A', 'B', 'C', 'D'],
    columns: { date: 'A', amount: 'C', titles: 0 },
    total: 2,
  })
  const read = await readIn(ROWS, { ...asked.columns, currency: 'D', name: 'B' })
  expect(read.rows.map(({ line, amount }) => [line, amount])).toEqual([
    [1, 40_000],
    [2, -1_250],
  ])
})

test('letters are of no file in particular: what was kept for one is not used for another', async () => {
  const kept = { date: 'A', amount: 'C', inCurrency: 'USD' }
  expect(await matched(statementsOf(await bookAfter(), TODAY, kept), ROWS)).toMatchObject({ asks: 'columns' })
})

test('titles are found far below what a bank puts above them', async () => {
  const text = `${'Account;12345\n'.repeat(60)}Datum;Name;Betrag;Waehrung\n05.01.2026;Kestrel;5,00;EUR\n`
  expect(await readIn(text)).toMatchObject({ header: ['Datum', 'Name', 'Betrag', 'Waehrung'], total: 1 })
})

test('a first line as wide as the table is not taken for its titles', async () => {
  const text = `Export,of,2026-02-01,by me\nDate,Name,Amount,Currency\n${ROWS}`
  expect(await readIn(text)).toMatchObject({ header: ['Date', 'Name', 'Amount', 'Currency'], total: 2 })
})

test('where no line is clearly the titles, the person is asked, and can say which it is', async () => {
  const text = `Export,of,2026-02-01,by me\nQuand,Qui,Combien,Sous\n${ROWS}`
  expect(await readIn(text)).toMatchObject({ asks: 'titles', columns: { titles: 1 }, counts: { bad: 3 } })
  const said = await readIn(text, { titles: 2 })
  expect(said).toMatchObject({ asks: 'columns', header: ['Quand', 'Qui', 'Combien', 'Sous'], total: 2 })
  const columns = { titles: 2, date: 'Quand', amount: 'Combien', currency: 'Sous' }
  expect(states(await readIn(text, columns))).toEqual({ 3: 'new', 4: 'new' })
  await expect(readIn(text, { titles: 99 })).rejects.toThrow('unreadable-statement')
})

test('a file whose encoding is a guess is not read until a person confirms it', async () => {
  const text = `Date,Name,Amount,Currency\n2026-01-05,Jürgen,5.00,USD\n`
  const statements = statementsOf(await bookAfter())
  const columns = { date: 'Date', amount: 'Amount', currency: 'Currency' }
  const query = { encoding: 'windows-1252' } as const
  expect(await matched(statements, text, query)).toMatchObject({
    asks: 'encoding',
    columns: { encoding: 'windows-1252' },
  })
  expect(await matched(statements, text, { ...query, columns })).toMatchObject({ asks: 'encoding' })
  expect(
    await matched(statements, text, { ...query, columns: { ...columns, encoding: 'windows-1252' } }),
  ).toMatchObject({ asks: null, counts: { bad: 0 } })
})

test('an encoding kept for files of this shape is used, or named where the text was read by another', async () => {
  const kept = { date: 'Date', amount: 'Amount', currency: 'Currency', encoding: 'windows-1250' } as const
  const statements = statementsOf(await bookAfter(), TODAY, kept)
  const text = 'Date,Name,Amount,Currency\n2026-01-05,Łukasz,5.00,USD\n'
  expect(await matched(statements, text, { encoding: 'windows-1250' })).toMatchObject({ asks: null })
  expect(await matched(statements, text, { encoding: 'windows-1252' })).toMatchObject({
    asks: 'encoding',
    columns: { encoding: 'windows-1250' },
  })
})

test('more than 200,000 rows are refused', async () => {
  const text = `Date,Amount,Currency\n${'2026-01-05,5.00,USD\n'.repeat(200_001)}`
  await expect(readIn(text)).rejects.toThrow('too-many')
})

test('a cell of 60,000 blanks holds nothing up, and one too long makes a bad row that shows it', async () => {
  const blank = ' '.repeat(60_000)
  const columns = {
    date: 'Date',
    amount: 'Amount',
    currency: 'Currency',
    kind: 'Type',
    name: 'Name',
    description: 'Text',
    fee: 'Fee',
    id: 'Id',
    status: 'Status',
    statusDone: ['done'],
  }
  const cells = ['2026-01-05', '5.00', 'USD', 'x', 'x', 'x', '', '', 'done']
  const lines = cells.map((_, at) =>
    cells.map((cell, i) => (i === at ? `${cell}${blank.slice(0, 31_000)}x` : cell)).join(','),
  )
  const head = 'Date,Amount,Currency,Type,Name,Text,Fee,Id,Status'
  const read = await readIn([head, ...lines].join('\n'), columns)
  expect(read.counts.bad).toBe(4)
  const long = await readIn(`${head}\n2026-01-05,5.00,USD,a${blank}b,x,x,,,done\n`, columns)
  expect(long.rows[0]).toMatchObject({
    state: 'bad',
    problem: 'Column 4 (Type) has more than 32,000 characters: “a”.',
  })
})

test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('“%s” is a word like others', async word => {
  const upwork = `Date,Transaction ID,Transaction type,Transaction summary,Freelancer,Amount $\n"Mar 1, 2026",1,${word},x,Priya,-5.00\n`
  expect((await readIn(upwork)).rows[0]).toMatchObject({ state: 'ignored' })
  const text = `Date,Amount,Currency,Type,Status,Way\n2026-01-05,5.00,USD,${word},${word},${word}\n`
  const read = await readIn(text, { date: 'Date', amount: 'Amount', currency: 'Currency', kind: 'Type' })
  expect(read.counts.bad).toBe(0)
  expect(
    (await readIn(text.replace('USD', word), { date: 'Date', amount: 'Amount', currency: 'Currency' })).counts.bad,
  ).toBe(1)
})
