import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { applyStatement } from '../../main/reconcile/apply.ts'
import { appCommandSchema } from '../../shared/api/app-commands.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { AppliedStatement, StatementMatch } from '../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../shared/reconcile/statement-fields.ts'
import { bookOn } from '../queries/open-book.ts'
import { fixture, matched, statementsOf } from './reading.ts'

const TODAY = '2026-11-20' as IsoDate
const contractId = 'C0001'

type Opening = Extract<EscrowCommandInput, { type: 'open-contract' }>

const contractOf = (more: Partial<Opening>): Opening => ({
  type: 'open-contract',
  title: 'Newsletter',
  client: 'Northwind',
  freelancer: 'Priya Nair',
  currency: 'USD',
  on: '2026-01-01',
  milestones: [{ title: 'Everything', amount: 100_000 }],
  ...more,
})

const matchIn = (book: Book, text: string, columns?: StatementColumns): Promise<StatementMatch> =>
  matched(statementsOf(book, TODAY), text, columns === undefined ? {} : { columns })

async function applySure(book: Book, text: string, columns?: StatementColumns): Promise<AppliedStatement> {
  const command = appCommandSchema.parse({ type: 'apply-statement', text, columns, ticked: 'sure' })
  const outcome = await applyStatement(book, statementsOf(book, TODAY), command as never)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

test('the rent and the groceries of a client’s bank account are never sure, and importing records nothing', async () => {
  const book = await bookOn(TODAY, contractOf({}))
  const columns = { date: 'Date', name: 'Payee', description: 'Details', amount: 'Amount', currency: 'Currency' }
  const text = [
    'Date,Payee,Details,Amount,Currency',
    '2026-03-02,City Grocer,card 0412,-42.75,USD',
    '2026-03-03,Oak Street Rentals,March rent,-900.00,USD',
  ].join('\n')
  const match = await matchIn(book, text, columns)
  for (const row of match.rows) {
    expect(row).toMatchObject({ state: 'new', sure: false })
    expect(row).not.toHaveProperty('command')
  }
  expect(match.rows.map(({ does }) => does)).toEqual([
    'City Grocer is not in your book',
    'Oak Street Rentals is not in your book',
  ])
  expect(match.rows[0]?.evidence).toMatchObject([
    { code: 'unknown-party', proves: false, text: 'Names no contract, milestone or party' },
  ])
  expect(match.tickable).toMatchObject({ all: 0, sure: 0 })
  expect(await applySure(book, text, columns)).toMatchObject({ recorded: 0, backup: null })
})

test('a reference that stands on every month’s payment proves nothing: the next month is new, and undoes nothing', async () => {
  const side = 'freelancer' as const
  const book = await bookOn(
    TODAY,
    contractOf({
      side,
      client: 'Harbour Books',
      currency: 'GBP',
      milestones: [
        { title: 'September', amount: 40_000 },
        { title: 'October', amount: 40_000 },
      ],
    }),
    { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-09-15' },
    { type: 'release', contractId, milestoneId: 'M1', amount: 40_000, on: '2026-09-15', reference: 'NEWSLETTER' },
  )
  const columns = {
    date: 'Date',
    name: 'Counter Party',
    id: 'Reference',
    kind: 'Type',
    amount: 'Amount (GBP)',
    inCurrency: 'GBP',
  }
  const head = 'Date,Counter Party,Reference,Type,Amount (GBP),Balance (GBP)'
  const september = '15/09/2026,Harbour Books,NEWSLETTER,FASTER PAYMENT,400.00,900.00'
  const october = '15/10/2026,Harbour Books,NEWSLETTER,FASTER PAYMENT,400.00,1300.00'
  const both = await matchIn(book, [head, september, october].join('\n'), columns)
  expect(both.rows).toMatchObject([
    { state: 'proposed', entry: 3, sure: false },
    { state: 'new', command: { type: 'release', amount: 40_000 } },
  ])
  expect(both.rows[1]).not.toHaveProperty('undoes')
  const alone = await matchIn(book, [head, october].join('\n'), columns)
  expect(alone.rows[0]).toMatchObject({ state: 'new', sure: true, command: { type: 'release', milestoneId: 'M2' } })
  expect(alone.rows[0]?.evidence).toContainEqual(
    expect.objectContaining({ code: 'same-reference', text: 'The same reference as no. 3, of another day' }),
  )
})

test('the same file twice records nothing the second time, although the rules then take a row that they refused', async () => {
  const milestones = [{ title: 'A', amount: 40_000 }]
  const book = await bookOn(
    TODAY,
    contractOf({ side: 'freelancer', client: 'Harbour Books', currency: 'GBP', milestones }),
  )
  const columns = { date: 'Date', name: 'Name', amount: 'Amount', currency: 'Currency' }
  const text = [
    'Date,Name,Amount,Currency',
    '2026-09-20,Harbour Books,-20.00,GBP',
    '2026-09-23,Harbour Books,400.00,GBP',
  ].join('\n')
  expect((await matchIn(book, text, columns)).rows[0]).toMatchObject({ state: 'new', sure: false })
  expect(await applySure(book, text, columns)).toMatchObject({ recorded: 2 })
  const { head } = book.info()
  const again = await matchIn(book, text, columns)
  expect(again.rows).toMatchObject([
    { state: 'new', sure: false, command: { type: 'return-payment' }, problem: 'Left out on Nov 20, 2026' },
    { state: 'matched' },
  ])
  expect(await applySure(book, text, columns)).toMatchObject({ recorded: 0 })
  expect(book.info().head).toBe(head)
})

test('a row in a closed period cannot be ticked, and does not hold up the rest', async () => {
  const book = await bookOn(TODAY, contractOf({}), { type: 'close-books', until: '2026-03-31' })
  const text = 'Date,Name,Amount\n2026-03-30,Priya Nair,-20.00\n2026-04-01,Priya Nair,-30.00\n'
  const columns = { date: 'Date', name: 'Name', amount: 'Amount', inCurrency: 'USD' }
  const match = await matchIn(book, text, columns)
  expect(match.rows).toMatchObject([
    { state: 'new', sure: false, problem: 'The books are closed until Mar 31, 2026' },
    { state: 'new', sure: true },
  ])
  expect(match.rows[0]).not.toHaveProperty('command')
  expect(await applySure(book, text, columns)).toMatchObject({ recorded: 1 })
})

test('PayPal’s deposits by card, chargebacks, releases of a review and reversed fees are neither deposits nor refunds', async () => {
  const book = await bookOn(TODAY, contractOf({}), { type: 'bonus', contractId, amount: 30_000, on: '2026-01-20' })
  const [head = ''] = fixture('paypal.csv').split('\n')
  const text = [
    head,
    ...['General Card Deposit,230.00', 'Chargeback,-99.00', 'Payment Review Release,40.00', 'Fee Reversal,1.10'].map(
      (row, i) => {
        const [type, gross] = row.split(',')
        return `"1${i}/02/2026","10:00:00","CET","","${type}","Completed","USD","${gross}","0.00","${gross}","","","T${i}","0.00"`
      },
    ),
  ].join('\n')
  const match = await matchIn(book, text, { dateOrder: 'day-month-year' })
  expect(match.rows.map(({ state }) => state)).toEqual(['ignored', 'ignored', 'ignored', 'ignored'])
  expect(match.rows.every(({ command }) => command === undefined)).toBe(true)
})

/** Rows of a client's report on Upwork, with only the columns that matter here. */
function upworkReport(
  rows: readonly (readonly [on: string, id: string, type: string, summary: string, amount: string])[],
) {
  const head = 'Date,Transaction ID,Transaction type,Transaction summary,Freelancer,Client team,Amount $'
  return [
    head,
    ...rows.map(([on, id, type, summary, amount]) => `${on},${id},${type},${summary},Priya Nair,Northwind,${amount}`),
  ].join('\n')
}

test('“project funds” are escrow: a payment from them is paid out, and funds nothing', async () => {
  const book = await bookOn(
    TODAY,
    contractOf({
      milestones: [
        { title: 'One', amount: 10_000 },
        { title: 'Two', amount: 4_000 },
      ],
    }),
    { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-02-01' },
    { type: 'release', contractId, milestoneId: 'M1', amount: 6_000, on: '2026-02-05', reference: '1' },
  )
  const match = await matchIn(
    book,
    upworkReport([
      ['2026-02-10', '3', 'Payment', 'Payment from project funds', '40.00'],
      ['2026-02-10', '2', 'Fixed Price', 'Payment for One', '-40.00'],
    ]),
  )
  expect(match.rows).toMatchObject([
    { partOf: 3 },
    { does: 'Pay Priya Nair 40.00 for One, Newsletter', sure: true, command: { type: 'release', milestoneId: 'M1' } },
  ])
})

test('a contract initiation fee that the rules do not have is offered as a change of the rules, and nothing differs afterwards', async () => {
  const policy = { clientFeeBp: 500, contractFee: 0 }
  const book = await bookOn(TODAY, contractOf({ policy, milestones: [{ title: 'One', amount: 10_000 }] }))
  const text = upworkReport([
    ['2026-02-01', '3', 'Contract Initiation Fee', 'Contract initiation fee', '-4.99'],
    ['2026-02-01', '2', 'Marketplace fee', 'Marketplace fee', '-5.00'],
    ['2026-02-01', '1', 'Fixed Price', 'Escrow deposit for One', '-100.00'],
  ])
  const match = await matchIn(book, text)
  expect(match.rows[2]).toMatchObject({
    state: 'new',
    sure: false,
    before: [{ type: 'edit-contract', contractId, policy: { contractFee: 499 } }],
    command: { type: 'fund-milestone', milestoneId: 'M1' },
  })
  expect(match.rows[2]?.evidence).toContainEqual(expect.objectContaining({ code: 'contract-fee', proves: false }))
  const command = appCommandSchema.parse({ type: 'apply-statement', text, lines: [4] })
  expect(await applyStatement(book, statementsOf(book, TODAY), command as never)).toMatchObject({ ok: true })
  const after = await matchIn(book, text)
  expect(after.counts).toMatchObject({ matched: 3, differs: 0 })
  expect(after.balance.book).toBe(after.balance.statement)
})

test('a payment without its fee is not sure where the rules charge one, and “after” is what the book has after applying', async () => {
  const book = await bookOn(
    TODAY,
    contractOf({
      side: 'freelancer',
      policy: { freelancerFeeBp: 1_000 },
      milestones: [{ title: 'One', amount: 20_000 }],
    }),
    { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-02-01' },
  )
  const text = upworkReport([['2026-02-10', '1', 'Fixed Price', 'Payment for One', '80.00']])
  const decisions = { ticked: 'none' as const, lines: [2] }
  const match = await matched(statementsOf(book, TODAY), text, decisions)
  expect(match.rows[0]).toMatchObject({ sure: false, command: { type: 'release', amount: 8_000 } })
  const command = appCommandSchema.parse({ type: 'apply-statement', text, ...decisions })
  expect(await applyStatement(book, statementsOf(book, TODAY), command as never)).toMatchObject({ ok: true })
  const after = await matchIn(book, text)
  expect(match.after).toEqual({
    book: after.balance.book,
    difference: after.balance.book - after.balance.statement,
    refused: null,
  })
})

test('a title of several words in a phrase finds its contract among those of one client, and proves it', async () => {
  const common = {
    side: 'freelancer',
    client: 'Kestrel Inc',
    milestones: [{ title: 'Home', amount: 30_000 }],
  } satisfies Partial<Opening>
  const book = await bookOn(
    TODAY,
    contractOf({ ...common, title: 'Map viewer' }),
    contractOf({ ...common, title: 'Website redesign' }),
  )
  const text = [
    'Date,Description,Amount,Currency',
    '2026-03-02,Invoice for Website redesign: Milestone 1 - Home,300.00,USD',
    '2026-03-05,GODADDY Website hosting,-300.00,USD',
  ].join('\n')
  const columns = { date: 'Date', description: 'Description', amount: 'Amount', currency: 'Currency' }
  const match = await matchIn(book, text, columns)
  expect(match.rows[0]).toMatchObject({
    contractId: 'C0002',
    sure: true,
    command: { type: 'release', milestoneId: 'M1' },
  })
  expect(match.rows[0]?.evidence[0]).toMatchObject({
    code: 'contract',
    proves: true,
    facts: { contract: 'Website redesign' },
    text: 'Names Website redesign and its milestone',
  })
  expect(match.rows[1]).toMatchObject({ sure: false })
})
