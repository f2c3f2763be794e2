import { expect, test } from 'vitest'
import { applyStatement } from '../../main/reconcile/apply.ts'
import { appCommandSchema } from '../../shared/api/app-commands.ts'
import type { QueryOf } from '../../shared/api/queries.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'
import { bookAfter, bookOn } from '../queries/open-book.ts'
import { fixture, matched, readIn, statementsOf, states } from './reading.ts'

const TODAY = '2026-11-20' as IsoDate
const contractId = 'C0001'

/** A contract in euros; either side may keep the book. */
const BRAND = {
  type: 'open-contract',
  title: 'Brand',
  client: 'Kestrel GmbH',
  freelancer: 'Studio',
  currency: 'EUR',
  on: '2026-01-01',
  milestones: [{ title: 'Logo', amount: 120_000 }],
} satisfies EscrowCommandInput

const COLUMNS = {
  date: 'Date',
  amount: 'Amount',
  currency: 'Currency',
  kind: 'Type',
  id: 'Id',
} satisfies StatementColumns

test('separate columns for money in and out, with any sign, make one amount; a row with both is bad', async () => {
  const text = [
    'Date;Credit;Debit;Currency',
    '2026-01-05;;420,00;EUR',
    '2026-01-06;;-7,80;EUR',
    '2026-01-07;1.250,00;;EUR',
    '2026-01-08;1,00;2,00;EUR',
    '2026-01-09;;;EUR',
    '2026-01-10;0,00;3,00;EUR',
  ].join('\n')
  const asked = await readIn(text)
  expect(asked).toMatchObject({
    asks: 'columns',
    columns: { date: 'Date', amount: 'Credit', amountOut: 'Debit', currency: 'Currency' },
  })
  const read = await readIn(text, asked.columns)
  expect(read.rows.map(({ amount }) => amount)).toEqual([-42_000, -780, 125_000, null, 0, -300])
  expect(states(read)).toMatchObject({ 5: 'bad', 6: 'ignored' })
  expect(read.rows[3]?.problem).toBe(
    'Has both an amount that came in and one that was paid out, “2,00” in column 3 (Debit).',
  )
})

test('all amounts of a file, including money out and fees, determine its decimal mark', async () => {
  const text = 'Date;In;Out;Fee;Currency\n2026-01-05;;1.234;;KWD\n2026-01-06;1;;0,5;KWD\n'
  const columns = { date: 'Date', amount: 'In', amountOut: 'Out', fee: 'Fee', currency: 'Currency' }
  expect((await readIn(text, columns)).rows.map(({ amount }) => amount)).toEqual([-1_234_000, 1_000])
})

test.each([
  ['named by its kind', 'Payment,P1', 'Service fee,F1'],
  ['under its payment’s own id', 'Payment,P1', 'Transaction Fee,P1'],
])('in a file read by named columns, a fee %s belongs to its payment', async (_name, payment, fee) => {
  const book = await bookOn(TODAY, { ...BRAND, side: 'freelancer' })
  const text = `Date,Amount,Currency,Type,Id\n2026-02-13,1200.00,EUR,${payment}\n2026-02-13,-42.15,EUR,${fee}\n`
  const match = await matched(statementsOf(book, TODAY), text, { columns: COLUMNS })
  expect(match.rows).toMatchObject([
    { state: 'new', command: { type: 'release', milestoneId: 'M1', amount: 120_000, fee: 4_215 } },
    { state: 'new', partOf: 2 },
  ])
  expect(match.balance.statement).toBe(115_785)
})

test('a fee without its payment is left out, and an id that two payments have proves neither of them', async () => {
  const book = await bookOn(TODAY, BRAND, {
    type: 'bonus',
    contractId,
    amount: 2_000,
    on: '2026-02-13',
    reference: 'P1',
  })
  const text =
    'Date,Amount,Currency,Type,Id\n2026-02-13,-20.00,EUR,Bonus,P1\n2026-02-14,-30.00,EUR,Bonus,P1\n2026-02-20,-1.00,EUR,Fee,F9\n'
  const match = await matched(statementsOf(book, TODAY), text, { columns: COLUMNS })
  expect(match.rows).toMatchObject([
    { state: 'proposed', entry: 2, sure: false },
    { state: 'new', sure: false, problem: 'Names no contract, milestone or party' },
    { state: 'ignored', problem: 'A fee without its payment in this file.' },
  ])
})

test('lines with one trailing delimiter more or less than the titles are accepted', async () => {
  const columns = { date: 'Date', amount: 'Amount', currency: 'Currency' }
  expect(
    (await readIn('Date;Amount;Currency;\n2026-01-05;5,00;EUR\n2026-01-06;6,00;EUR;\n', columns)).counts,
  ).toMatchObject({ bad: 0 })
  expect((await readIn('Date;Amount;Currency\n2026-01-05;5,00;EUR;\n', columns)).counts).toMatchObject({ bad: 0 })
  expect((await readIn('Date|Amount|Currency\n2026-01-05|5.00|EUR\n', columns)).counts).toMatchObject({ bad: 0 })
})

test.each([
  ['json', '{"escrowbook":"book","version":1,"entries":0,"head":"","journal":[\n]}\n'],
  ['markup', '\n<!doctype html><title>Date,Amount</title>'],
  ['table', ''],
])('%s is refused by name', async (variant, text) => {
  const outcome = await statementsOf(await bookAfter()).match({
    type: 'match-statement',
    text,
  } as QueryOf<'match-statement'>)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unreadable-statement', variant } })
})

test('rows dated before the book or after today are offered or refused by the rules, and the book stays intact', async () => {
  const book = await bookOn(TODAY, BRAND)
  const head = 'Date,Amount,Currency,Type,Id,Name'
  const text = `${head}\n2019-12-31,-1200.00,EUR,Payment,P1,Studio\n2026-12-01,-20.00,EUR,Bonus,P2,Studio\n`
  const match = await matched(statementsOf(book, TODAY), text, { columns: { ...COLUMNS, name: 'Name' } })
  expect(match.rows).toMatchObject([
    { state: 'new', command: { type: 'fund-milestone', milestoneId: 'M1' }, sure: true },
    { state: 'new', sure: false, problem: expect.stringContaining('That day is in the future') },
  ])
})

test('with several currencies, each row is matched with contracts in its own, and the balance is in the most frequent one', async () => {
  const book = await bookOn(TODAY, BRAND, {
    ...BRAND,
    title: 'In yen',
    currency: 'JPY',
    milestones: [{ title: 'Logo', amount: 42_000 }],
  })
  const text =
    'Date,Amount,Currency,Type,Id\n2026-02-13,-1200.00,EUR,Payment,P1\n2026-02-13,-42000,JPY,Payment,P2\n2026-02-14,-5.00,EUR,Bonus,P3\n'
  const match = await matched(statementsOf(book, TODAY), text, { columns: COLUMNS })
  expect(match.rows.map(({ contractId: id, amount, decimals }) => [id, amount, decimals])).toEqual([
    ['C0001', -120_000, 2],
    ['C0002', -42_000, 0],
    ['C0001', -500, 2],
  ])
  expect(match.balance).toMatchObject({ currency: 'EUR', statement: -120_500 })
})

test('a row that a person says is a refund is recorded after the request for it', async () => {
  const book = await bookOn(TODAY, BRAND, { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-02-01' })
  const text = 'Date,Amount,Currency,Type,Id\n2026-02-13,100.00,EUR,Money back,P1\n'
  const edited = [
    {
      line: 2,
      command: { type: 'approve-refund', contractId },
      before: [{ type: 'request-refund', contractId, amount: 10_000 }],
    },
  ]
  const command = appCommandSchema.parse({ type: 'apply-statement', text, columns: COLUMNS, edited })
  const outcome = await applyStatement(book, statementsOf(book, TODAY), command as never)
  expect(outcome).toMatchObject({ ok: true, value: { recorded: 2 } })
  expect((await book.records({ offset: 2 })).rows).toMatchObject([
    { type: 'request-refund', on: '2026-02-13' },
    { type: 'approve-refund', on: '2026-02-13', reference: 'P1' },
  ])
  expect((await book.records({ offset: 2 })).rows[0]).not.toHaveProperty('reference')
})

test('hostile cells are read as text, and their names match nothing', async () => {
  const book = await bookOn(TODAY, { ...BRAND, title: '__proto__', client: 'constructor', freelancer: '=SUM(A1)' })
  const cells = [
    '__proto__',
    'constructor',
    '=SUM(A1)',
    "'=SUM(A1)",
    '<img src=x onerror=alert(1)>',
    '{name}',
    '\u202e',
    'a""b',
    'x'.repeat(5_000),
  ]
  const text = `Date,Amount,Currency,Name,Id\n${cells.map((cell, i) => `2026-02-13,-${i + 1}.00,EUR,"${cell}",${cell.slice(0, 300)}`).join('\n')}\n`
  const match = await matched(statementsOf(book, TODAY), text, {
    columns: { date: 'Date', amount: 'Amount', currency: 'Currency', name: 'Name', id: 'Id' },
  })
  expect(match.counts.bad).toBe(0)
  expect(match.total).toBe(cells.length)
  expect(match.rows.every(({ id }) => id !== null && id.length <= 200)).toBe(true)
})

test('Upwork’s older report, newest row first, is combined like the newer one', async () => {
  const book = await bookOn(TODAY, {
    ...BRAND,
    currency: 'USD',
    side: 'freelancer',
    client: 'Acme Ltd',
    freelancer: 'Dana Reyes',
    milestones: [{ title: 'Logo', amount: 60_000 }],
  })
  const match = await matched(statementsOf(book, TODAY), fixture('upwork-older.csv'))
  expect(match.recognised).toBe('upwork-older')
  expect(
    match.rows.map(({ line, state, partOf, command }) => [line, state, partOf ?? command?.type]),
  ).toMatchInlineSnapshot(`
    [
      [
        2,
        "ignored",
        undefined,
      ],
      [
        3,
        "new",
        4,
      ],
      [
        4,
        "new",
        "release",
      ],
      [
        5,
        "ignored",
        undefined,
      ],
    ]
  `)
})
