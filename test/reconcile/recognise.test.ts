import { expect, test } from 'vitest'
import { Statements } from '../../main/reconcile/statements.ts'
import type { QueryOf } from '../../shared/api/queries.ts'
import { bookAfter, TODAY } from '../queries/open-book.ts'
import { fixture, matched, readIn, statementsOf, states } from './reading.ts'

test.each([
  ['upwork-client.csv', 'upwork', 15],
  ['upwork-title-case.csv', 'upwork', 6],
  ['upwork-older.csv', 'upwork-older', 4],
  ['paypal.csv', 'paypal', 4],
])('%s is recognised by its titles as %s', async (name, recognised, total) => {
  expect(await readIn(fixture(name))).toMatchObject({ recognised, total, asks: null, counts: { bad: 0 } })
})

test.each([
  [';', 'semicolons'],
  ['\t', 'tabs'],
])('a file delimited by %j (%s) is read like one with commas', async delimiter => {
  const text =
    'Date,Ref ID,Type,Description,Agency,Freelancer,Team,Account Name,PO,Amount,Amount in local currency,Currency,Balance\n"Mar 1, 2026",1,Milestone,Build,,D,A,A,,5.00,,,5.00\n'
  const other = text
    .replaceAll('"Mar 1, 2026"', 'Mar 1; 2026')
    .replaceAll(',', delimiter)
    .replace('Mar 1; 2026', '"Mar 1, 2026"')
  const { statement: _, ...answer } = await readIn(other)
  const { statement: __, ...expected } = await readIn(text)
  expect(answer).toEqual(expected)
})

test('line numbers are those of the file, also after multi-line cells, blank lines, and line ends of three kinds', async () => {
  const text =
    'Date,Amount,Currency,Note\r\n2026-01-05,5.00,USD,"one\ntwo\r\nthree"\n\n2026-01-06,6.00,USD,x\r2026-01-07,7.00,USD,y'
  const { rows } = await readIn(text, { date: 'date', amount: 'AMOUNT', currency: 'Currency' })
  expect(rows.map(({ line, on }) => [line, on])).toEqual([
    [2, '2026-01-05'],
    [6, '2026-01-06'],
    [7, '2026-01-07'],
  ])
})

test('an unknown file needs a mapping, with a guess to start from, and is then read by the chosen columns', async () => {
  const asked = await readIn(fixture('bank.csv'))
  expect(asked).toMatchObject({
    recognised: null,
    asks: 'columns',
    columns: { date: 'Buchungstag', amount: 'Betrag', currency: 'Währung' },
    counts: { bad: 3 },
  })
  expect(asked.header).toEqual(['Buchungstag', 'Empfänger', 'Verwendungszweck', 'Betrag', 'Währung'])
  expect(asked.rows[0]).toMatchObject({
    line: 3,
    raw: ['05.01.2026', 'Escrow Service', 'Website: Design', '-420,00', 'EUR'],
    state: 'bad',
  })
  const columns = {
    date: 'Buchungstag',
    amount: 'Betrag',
    currency: 'Währung',
    name: 'Empfänger',
    description: 'Verwendungszweck',
  }
  expect(await readIn(fixture('bank.csv'), columns), '05.01. and 11.02. are days in two ways').toMatchObject({
    asks: 'date-order',
  })
  const read = await readIn(fixture('bank.csv'), { ...columns, dateOrder: 'day-month-year' })
  expect(read).toMatchObject({ recognised: 'columns', asks: null, from: '2026-01-05', to: '2026-02-11' })
  expect(read.rows.map(({ amount }) => amount)).toEqual([-42_000, -42_000, -780])
})

test('columns kept for files of this shape are used by default', async () => {
  const kept = { date: 'Buchungstag', amount: 'Betrag', currency: 'Währung', dateOrder: 'day-month-year' } as const
  const statements = statementsOf(await bookAfter(), TODAY, kept)
  expect(await matched(statements, fixture('bank.csv'))).toMatchObject({ recognised: 'columns', asks: null })
})

test('only a person can decide the currency, and the decimal mark of dinars', async () => {
  const text = 'Date,Amount\n2026-01-05,1.234\n'
  const columns = { date: 'Date', amount: 'Amount' }
  expect(await readIn(text, columns)).toMatchObject({ asks: 'currency' })
  expect(await readIn(text, { ...columns, inCurrency: 'KWD' })).toMatchObject({ asks: 'decimal-mark' })
  expect(await readIn(text, { ...columns, inCurrency: 'KWD', decimalMark: 'point' })).toMatchObject({
    asks: null,
    rows: [{ amount: 1_234, decimals: 3 }],
  })
  expect(await readIn(text, { ...columns, inCurrency: 'XXX' })).toMatchObject({ asks: 'currency' })
})

const HEAD = 'Date,Amount,Currency\n2026-01-05,5.00,USD\n'
test.each([
  ['half a row', '2026-01-06,5.0', 'Cut off after “5.0”: the row has 2 of 3 columns.'],
  [
    'a cell too many',
    '2026-01-06,5.00,USD,more',
    'The row has more than its 3 columns: column 4, “more”, has no title.',
  ],
  ['no day', 'Total,5.00,USD', 'Column 1 (Date): “Total” is not a day.'],
  ['no amount', '2026-01-06,free,USD', 'Column 2 (Amount): “free” is not an amount in this currency.'],
  [
    'more decimals than the currency has',
    '2026-01-06,5.001,USD',
    'Column 2 (Amount): “5.001” is not an amount in this currency.',
  ],
  ['no currency', '2026-01-06,5.00,€', 'Column 3 (Currency): “€” is not a currency.'],
])('%s is a bad row that names its line and column, and the others are read', async (_name, row, problem) => {
  const answer = await readIn(`${HEAD}${row}\n`, { date: 'Date', amount: 'Amount', currency: 'Currency' })
  expect(states(answer)).toEqual({ 2: 'new', 3: 'bad' })
  expect(answer.rows[1]).toMatchObject({ line: 3, problem })
})

test.each([
  ['a letter', 'Dear Sir or Madam\n\nI write to you\nabout a contract.\n', 'table', 1, 1],
  ['a quote that is never closed', `${HEAD}2026-01-06,"5.00,USD\n2026-01-07,6.00,USD\n`, 'quote', 3, 2],
  ['a quote within a cell', `${HEAD}2026-01-06,"5"00,USD\n`, 'quote', 3, 2],
  ['titles alone', 'Date,Amount,Currency\n\n\n', 'rows', 1, 1],
])('%s is refused with the line and the column', async (_name, text, variant, line, column) => {
  const statements = statementsOf(await bookAfter())
  const outcome = await statements.match({ type: 'match-statement', text } as QueryOf<'match-statement'>)
  expect(outcome).toMatchObject({
    ok: false,
    refusal: { code: 'unreadable-statement', variant, params: { line, column } },
  })
})

test('an unknown column, a statement no longer in memory, and neither text nor statement are refused', async () => {
  const statements = new Statements({
    book: await bookAfter(),
    locale: 'en',
    today: () => TODAY,
    keptColumns: () => undefined,
  })
  const refusal = async (query: Omit<QueryOf<'match-statement'>, 'type'>): Promise<unknown> => {
    const outcome = await statements.match({ type: 'match-statement', ...query })
    return outcome.ok ? undefined : outcome.refusal
  }
  expect(await refusal({ text: HEAD, columns: { date: 'Day' } })).toMatchObject({
    code: 'unreadable-statement',
    variant: 'column',
    params: { title: 'Day' },
  })
  expect(await refusal({ statement: 'never' })).toMatchObject({ code: 'unreadable-statement', variant: 'gone' })
  expect(await refusal({})).toMatchObject({ code: 'bad-input', field: 'text' })
})

test('a statement can be queried by its name, a page at a time', async () => {
  const statements = statementsOf(await bookAfter())
  const rows = Array.from({ length: 450 }, (_, i) => `2026-01-05,${i + 1}.00,USD`).join('\n')
  const columns = { date: 'Date', amount: 'Amount', currency: 'Currency' }
  const first = await matched(statements, `Date,Amount,Currency\n${rows}\n`, { columns })
  expect(first).toMatchObject({ total: 450, rows: { length: 200 } })
  const last = await statements.match({
    type: 'match-statement',
    statement: first.statement,
    columns,
    offset: 400,
    limit: 200,
  })
  expect(last.ok && last.value.rows.map(({ line }) => line)).toEqual(Array.from({ length: 50 }, (_, i) => 402 + i))
})
