import { expect, test } from 'vitest'
import { bookAfter, opening } from '../queries/open-book.ts'
import { matched, readIn, statementsOf, states } from './reading.ts'

const UNSIGNED = [
  'Date,Name,Amount,Currency,Direction',
  '2026-07-20,Kestrel Inc,500.00,USD,IN',
  '2026-07-27,Kestrel Inc,149.18,USD,OUT',
  '2026-07-28,Kestrel Inc,20.00,USD,NEUTRAL',
].join('\n')
const COLUMNS = { date: 'Date', name: 'Name', amount: 'Amount', currency: 'Currency' } as const

test('amounts without a sign beside a column of directions are not read until a person says which words mean out', async () => {
  const asked = await readIn(UNSIGNED, COLUMNS)
  expect(asked).toMatchObject({
    asks: 'direction',
    columns: { ...COLUMNS, direction: 'Direction', directionOut: ['out'] },
    words: { direction: ['in', 'out', 'neutral'] },
    counts: { bad: 3 },
  })
  const read = await readIn(UNSIGNED, asked.columns)
  expect(read.asks).toBeNull()
  expect(read.rows.map(({ amount }) => amount)).toEqual([50_000, -14_918, 2_000])
  expect(states(read)).toMatchObject({ 4: 'ignored' })
  expect(read.rows[2]?.problem).toBe('Between your own accounts: no party pays another.')
})

test('a person may say that no column has the direction', async () => {
  const read = await readIn(UNSIGNED, { ...COLUMNS, directionOut: [] })
  expect(read).toMatchObject({ asks: null, rows: [{ amount: 50_000 }, { amount: 14_918 }, { amount: 2_000 }] })
})

test('a named column of directions is read by its known words, and asked about with any other', async () => {
  const columns = { ...COLUMNS, direction: 'Direction' }
  expect(await readIn(UNSIGNED, columns)).toMatchObject({ asks: null, rows: [{}, { amount: -14_918 }, {}] })
  const odd = UNSIGNED.replace('OUT', 'Quux')
  expect(await readIn(odd, columns)).toMatchObject({ asks: 'direction', columns: { directionOut: [] } })
  expect((await readIn(odd, { ...columns, directionOut: ['quux'] })).rows[1]).toMatchObject({ amount: -14_918 })
})

test.each([
  ['DR', 'CR'],
  ['S', 'H'],
  ['Af', 'Bij'],
  ['Dare', 'Avere'],
  ['Debe', 'Haber'],
  ['debit', 'credit'],
  ['Sortant', 'Entrant'],
  ['D', 'C'],
])('%s means money out, and %s money in', async (out, into) => {
  const text = `Date,Amount,Way\n2026-07-20,5.00,${into}\n2026-07-21,3.00,${out}\n`
  const columns = { date: 'Date', amount: 'Amount', inCurrency: 'EUR' }
  const asked = await readIn(text, columns)
  expect(asked).toMatchObject({ asks: 'direction', columns: { direction: 'Way', directionOut: [out.toLowerCase()] } })
  expect((await readIn(text, asked.columns)).rows.map(({ amount }) => amount)).toEqual([500, -300])
})

test('signed amounts need no direction, and a file of debits alone is not taken for money in', async () => {
  const columns = { date: 'Date', amount: 'Amount', inCurrency: 'EUR' }
  expect((await readIn('Date,Amount,Type\n2026-07-20,5.00,in\n2026-07-21,-3.00,out\n', columns)).asks).toBeNull()
  expect((await readIn('Date,Amount,Type\n2026-07-20,5.00,DEBIT\n', columns)).asks).toBe('direction')
})

test('a word for money in beside a negative amount cannot be read', async () => {
  const columns = { date: 'Date', amount: 'Amount', direction: 'Type', inCurrency: 'EUR' }
  const read = await readIn('Date,Amount,Type\n2026-07-20,-5.00,CR\n2026-07-21,-3.00,DR\n', columns)
  expect(read.rows).toMatchObject([
    { state: 'bad', problem: 'Column 3 (Type): “CR” says that money came in, but the amount is negative.' },
    { amount: -300 },
  ])
})

test('marks behind the amount say which way money went', async () => {
  const columns = { date: 'Date', amount: 'Amount', inCurrency: 'EUR' }
  const amounts = ['119,00 S', '119,00 H', '5,00 Dr', '5,00CR']
  const text = ['Date;Name;Amount', ...amounts.map(amount => `2026-07-20;Kestrel Inc;${amount}`)].join('\n')
  expect((await readIn(text, columns)).rows.map(({ amount }) => amount)).toEqual([-11_900, 11_900, -500, 500])
})

const WITH_STATUS = [
  'Date,Name,Amount,Currency,Status',
  '2026-02-01,Kestrel Inc,500.00,USD,Completed',
  '2026-02-02,Kestrel Inc,250.00,USD,Pending',
  '2026-02-03,Kestrel Inc,250.00,USD,Cancelled',
].join('\n')

test('a column titled as a status is asked about, and what has not happened is left out and in no total', async () => {
  const asked = await readIn(WITH_STATUS, COLUMNS)
  expect(asked).toMatchObject({
    asks: 'status',
    columns: { status: 'Status', statusDone: ['completed'] },
    words: { status: ['completed', 'pending', 'cancelled'] },
  })
  const book = await bookAfter(opening([50_000], { client: 'Kestrel Inc', side: 'freelancer' }))
  const read = await matched(statementsOf(book), WITH_STATUS, { columns: asked.columns })
  expect(states(read)).toEqual({ 2: 'new', 3: 'ignored', 4: 'ignored' })
  expect(read.rows[1]?.problem).toBe('Not completed: no money has moved yet.')
  expect(read.balance.statement).toBe(50_000)
})

test('a person may say that every row has happened, and a status of one word is not asked about', async () => {
  expect(await readIn(WITH_STATUS, { ...COLUMNS, statusDone: [] })).toMatchObject({ asks: null, counts: { new: 3 } })
  expect((await readIn(WITH_STATUS.replaceAll(/Pending|Cancelled/g, 'Completed'), COLUMNS)).asks).toBeNull()
})

test.each([
  ['Abgeschlossen', 'Ausstehend'],
  ['Terminé', 'Annulé'],
  ['Completado', 'Pendiente'],
  ['Completata', 'Annullata'],
  ['Concluído', 'Pendente'],
  ['Voltooid', 'Geannuleerd'],
  ['Ukończono', 'Anulowano'],
  ['Executed', 'On hold'],
])('%s has happened, and %s has not', async (done, not) => {
  const text = `Date,Amount,Status\n2026-02-01,5.00,${done}\n2026-02-02,3.00,${not}\n`
  const columns = { date: 'Date', amount: 'Amount', status: 'Status', inCurrency: 'EUR' }
  expect(states(await readIn(text, columns))).toEqual({ 2: 'new', 3: 'ignored' })
})

test('a status that no language knows is asked about', async () => {
  const columns = { ...COLUMNS, status: 'Status' }
  expect((await readIn(WITH_STATUS.replace('Pending', 'Quux'), columns)).asks).toBe('status')
})
