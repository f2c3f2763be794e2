import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { applyStatement } from '../../main/reconcile/apply.ts'
import type { AppCommand } from '../../shared/api/app-commands.ts'
import { appCommandSchema } from '../../shared/api/app-commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { AppliedStatement } from '../../shared/reconcile/statement.ts'
import { bookOn } from '../queries/open-book.ts'
import { HELP_CENTRE } from './help-centre.ts'
import { fixture, matched, statementsOf, states } from './reading.ts'

const TODAY = '2026-11-20' as IsoDate

const contractId = 'C0001'

type Apply = Omit<Extract<AppCommand, { type: 'apply-statement' }>, 'type' | 'text'>

async function apply(book: Book, text: string, more: Apply): Promise<AppliedStatement> {
  const outcome = await applyStatement(
    book,
    statementsOf(book, TODAY),
    appCommandSchema.parse({ type: 'apply-statement', text, ...more }) as never,
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value
}

test('a client’s report with an empty contract: two deposits, two payments and two equal bonuses, each with its rows, and nothing counts twice', async () => {
  const book = await bookOn(TODAY, HELP_CENTRE)
  const text = fixture('upwork-client.csv')
  const match = await matched(statementsOf(book, TODAY), text)
  const mains = match.rows.filter(row => row.partOf === undefined && row.state === 'new')
  expect(mains.map(({ line, command, sure, problem }) => ({ line, command, sure, problem }))).toEqual([
    { line: 3, command: { type: 'bonus', contractId, amount: 2_500 }, sure: true, problem: undefined },
    { line: 4, command: { type: 'bonus', contractId, amount: 2_500 }, sure: true, problem: undefined },
    {
      line: 7,
      command: { type: 'release', contractId, milestoneId: 'M2', amount: 25_000 },
      sure: true,
      problem: undefined,
    },
    {
      line: 10,
      command: { type: 'fund-milestone', contractId, milestoneId: 'M2', fee: 1_375 },
      sure: true,
      problem: undefined,
    },
    {
      line: 12,
      command: { type: 'release', contractId, milestoneId: 'M1', amount: 25_000 },
      sure: true,
      problem: undefined,
    },
    { line: 16, command: { type: 'fund-milestone', contractId, milestoneId: 'M1' }, sure: true, problem: undefined },
  ])
  expect(
    Object.fromEntries(match.rows.flatMap(({ line, partOf }) => (partOf === undefined ? [] : [[line, partOf]]))),
  ).toEqual({
    6: 7,
    8: 10,
    9: 10,
    11: 12,
    13: 16,
    14: 16,
    15: 16,
  })
  expect(states(match)).toMatchObject({ 2: 'ignored', 5: 'ignored' })
  expect(match.balance).toEqual({
    statement: -(26_749 + 26_375 + 5_000),
    book: 0,
    currency: 'USD',
    decimals: 2,
    of: 'client',
    because: { new: 58_124, proposed: 0, differs: 0, onlyInBook: 0, rest: 0 },
  })
  expect(match.rows[2]?.does).toBe('Bonus of 25.00 to Priya Nair, Help-centre articles')
  expect(match.rows[8]?.does).toBe('Fund Batch two with 250.00, fee 13.75, Help-centre articles')
})

test('applying it records each row with its day and id after a backup, and the same file again changes nothing', async () => {
  const book = await bookOn(TODAY, HELP_CENTRE)
  const text = fixture('upwork-client.csv')
  const applied = await apply(book, text, { ticked: 'sure' })
  expect(applied).toMatchObject({
    recorded: 6,
    annotated: 0,
    reversed: 0,
    first: 2,
    last: 7,
    contractIds: [contractId],
  })
  expect(await book.backups()).toMatchObject([{ id: applied.backup, reason: 'import', entries: 1 }])
  const { rows } = await book.records()
  expect(rows.map(({ type, on, reference }) => [type, on, reference])).toEqual([
    ['open-contract', '2026-06-01', undefined],
    ['fund-milestone', '2026-06-05', '700200001'],
    ['release', '2026-06-23', '700201102'],
    ['fund-milestone', '2026-10-02', '700202201'],
    ['release', '2026-10-09', '700203302'],
    ['bonus', '2026-11-12', '700204471'],
    ['bonus', '2026-11-12', '700204472'],
  ])
  expect(book.contract(contractId)).toMatchObject({
    deposited: 50_000,
    released: 50_000,
    bonuses: 5_000,
    fees: { client: { charged: 2_625 }, contract: { charged: 499 } },
  })
  const { head } = book.info()
  const again = await matched(statementsOf(book, TODAY), text)
  expect(again.counts).toEqual({ matched: 13, proposed: 0, differs: 0, new: 0, ignored: 2, bad: 0 })
  expect(again.balance.book).toBe(again.balance.statement)
  expect(again.onlyInBook).toEqual([])
  const all = again.rows.map(({ line }) => line).filter(line => line !== 2 && line !== 5)
  expect(await apply(book, text, { ticked: 'all', lines: all })).toMatchObject({
    recorded: 0,
    annotated: 0,
    backup: null,
  })
  expect(book.info().head).toBe(head)
})

test('a freelancer’s report: an earning and its fee are one payment, which also funds its milestone', async () => {
  const book = await bookOn(TODAY, {
    ...HELP_CENTRE,
    side: 'freelancer',
    milestones: [{ title: 'Batch one', amount: 60_000 }],
  })
  const text = fixture('upwork-title-case.csv')
  const match = await matched(statementsOf(book, TODAY), text)
  expect(states(match)).toEqual({ 2: 'ignored', 3: 'new', 4: 'new', 5: 'ignored', 6: 'new', 7: 'new' })
  expect(match.rows[5]).toMatchObject({
    before: [{ type: 'fund-milestone', contractId, milestoneId: 'M1' }],
    command: { type: 'release', contractId, milestoneId: 'M1', amount: 60_000 },
    does: 'Fund Batch one, then: Pay Priya Nair 600.00 for Batch one, Help-centre articles',
  })
  expect(match.balance).toMatchObject({ statement: 58_500, book: 0, of: 'freelancer' })
  await apply(book, text, { ticked: 'sure' })
  expect(book.contract(contractId)).toMatchObject({
    released: 60_000,
    bonuses: 5_000,
    fees: { freelancer: { charged: 6_500 } },
  })
  expect((await matched(statementsOf(book, TODAY), text)).counts).toMatchObject({ matched: 4, new: 0 })
})

test('an entry with a row’s id but another fee differs; if it is the contract’s latest it can be corrected', async () => {
  const book = await bookOn(
    TODAY,
    HELP_CENTRE,
    { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-06-05', reference: '700200001' },
    { type: 'release', contractId, milestoneId: 'M1', amount: 25_000, on: '2026-06-23', reference: '700201102' },
    { type: 'fund-milestone', contractId, milestoneId: 'M2', on: '2026-10-02', reference: '700202201' },
  )
  const text = fixture('upwork-client.csv')
  const match = await matched(statementsOf(book, TODAY), text)
  expect(match.rows.find(({ line }) => line === 10)).toMatchObject({
    state: 'differs',
    entry: 4,
    undoes: 4,
    problem: 'Fee 12.50 in the book, 13.75 on the statement.',
    command: { type: 'fund-milestone', milestoneId: 'M2', fee: 1_375 },
    does: 'Undo no. 4, then: Fund Batch two with 250.00, fee 13.75, Help-centre articles',
    sure: false,
  })
  expect(await apply(book, text, { lines: [10] })).toMatchObject({ recorded: 1, reversed: 1 })
  expect(book.contract(contractId)).toMatchObject({ deposited: 50_000, fees: { client: { charged: 2_625 } } })
  expect((await matched(statementsOf(book, TODAY), text)).counts).toMatchObject({ differs: 0 })
})

test('an earlier entry that differs says what to undo first, and cannot be ticked', async () => {
  const book = await bookOn(
    TODAY,
    HELP_CENTRE,
    { type: 'fund-milestone', contractId, milestoneId: 'M1', amount: 24_000, on: '2026-06-05', reference: '700200001' },
    { type: 'bonus', contractId, amount: 100, on: '2026-06-24' },
  )
  const match = await matched(statementsOf(book, TODAY), fixture('upwork-client.csv'))
  expect(match.rows.find(({ line }) => line === 16)).toMatchObject({
    state: 'differs',
    problem:
      '240.00 in the book, 250.00 on the statement. To correct it, first undo what was recorded on the contract after it.',
  })
  expect(match.rows.find(({ line }) => line === 16)).not.toHaveProperty('command')
})

test('a nearby entry of the same amount without a reference is proposed but never matched automatically; once ticked, it gets the id', async () => {
  const book = await bookOn(TODAY, HELP_CENTRE, {
    type: 'bonus',
    contractId,
    amount: 2_500,
    on: '2026-11-10',
    note: 'Thanks',
  })
  const text = fixture('upwork-client.csv')
  const match = await matched(statementsOf(book, TODAY), text)
  expect(match.rows[2]).toMatchObject({ line: 4, state: 'new', sure: true })
  expect(match.rows[1]).toMatchObject({
    line: 3,
    state: 'proposed',
    entry: 2,
    sure: false,
    command: { type: 'annotate', contractId, entry: 2, reference: '700204472' },
    problem: '2 days apart',
    does: 'Same as no. 2: Paid a bonus, Help-centre articles',
  })
  expect(await apply(book, text, { lines: [3] })).toMatchObject({ recorded: 0, annotated: 1 })
  expect(book.annotations(contractId)).toEqual([{ entry: 2, reference: '700204472', note: 'Thanks' }])
  expect(states(await matched(statementsOf(book, TODAY), text))).toMatchObject({ 3: 'matched', 4: 'new' })
})

test('six days apart, another currency, another amount or a reversed entry is not proposed', async () => {
  const euros = { ...HELP_CENTRE, currency: 'EUR', title: 'In euros' } as const
  const book = await bookOn(
    TODAY,
    HELP_CENTRE,
    { type: 'bonus', contractId, amount: 2_500, on: '2026-11-06' },
    { type: 'bonus', contractId, amount: 2_501, on: '2026-11-12' },
    { type: 'bonus', contractId, amount: 2_500, on: '2026-11-12' },
    { type: 'reverse', contractId },
    euros,
    { type: 'bonus', contractId: 'C0002', amount: 2_500, on: '2026-11-12' },
  )
  expect((await matched(statementsOf(book, TODAY), fixture('upwork-client.csv'))).counts).toMatchObject({ proposed: 0 })
})

test('an entry that resembles a row but has another id is named, and the row is not sure', async () => {
  const book = await bookOn(TODAY, HELP_CENTRE, {
    type: 'bonus',
    contractId,
    amount: 2_500,
    on: '2026-11-12',
    reference: 'Bank 7',
  })
  const match = await matched(statementsOf(book, TODAY), fixture('upwork-client.csv'))
  expect(match.rows[1]).toMatchObject({
    state: 'new',
    sure: false,
    problem: 'No. 2 has this amount and is near this day, under another id. Tick it only if both happened.',
  })
})

test('two equal rows without an id stay two, also when the file is read again', async () => {
  const book = await bookOn(TODAY, { ...HELP_CENTRE, currency: 'EUR', policy: {}, side: 'client' })
  const row = '2026-07-01,-20.00,EUR,Bonus,Priya Nair'
  const text = `Date,Amount,Currency,Kind,Name\n${row}\n${row}\n`
  const columns = { date: 'Date', amount: 'Amount', currency: 'Currency', kind: 'Kind', name: 'Name' }
  const match = await matched(statementsOf(book, TODAY), text, { columns })
  expect(match.counts).toMatchObject({ new: 2 })
  expect(new Set(match.rows.map(({ id }) => id)).size).toBe(2)
  expect(await apply(book, text, { columns, ticked: 'sure' })).toMatchObject({ recorded: 2 })
  expect(book.contract(contractId)).toMatchObject({ bonuses: 4_000 })
  expect((await matched(statementsOf(book, TODAY), text, { columns })).counts).toMatchObject({ matched: 2 })
})

test('two rows with the same id stay two, and the second is not sure', async () => {
  const book = await bookOn(TODAY, HELP_CENTRE)
  const [head = '', ...lines] = fixture('upwork-client.csv').split('\n')
  const bonus = lines.find(line => line.includes('700204472')) ?? ''
  const match = await matched(statementsOf(book, TODAY), [head, bonus, bonus].join('\n'))
  expect(match.rows).toMatchObject([
    { state: 'new', sure: true },
    { state: 'new', sure: false, problem: 'The same id as line 2. Tick it only if both happened.' },
  ])
})

test('entries on the statement’s days without a row are listed, those of its contracts first', async () => {
  const book = await bookOn(
    TODAY,
    { ...HELP_CENTRE, title: 'Elsewhere', freelancer: 'Omar Haddad' },
    { type: 'bonus', contractId, amount: 700, on: '2026-07-01' },
    HELP_CENTRE,
    { type: 'bonus', contractId: 'C0002', amount: 1_500, on: '2026-09-14' },
    { type: 'bonus', contractId: 'C0002', amount: 1_500, on: '2026-11-20' },
  )
  const match = await matched(statementsOf(book, TODAY), fixture('upwork-client.csv'))
  expect(match.onlyInBook).toEqual([
    {
      entry: 4,
      contractId: 'C0002',
      on: '2026-09-14',
      amount: 1_500,
      currency: 'USD',
      decimals: 2,
      label: 'Paid a bonus',
      contract: 'Help-centre articles',
      elsewhere: false,
    },
    {
      entry: 2,
      contractId: 'C0001',
      on: '2026-07-01',
      amount: 700,
      currency: 'USD',
      decimals: 2,
      label: 'Paid a bonus',
      contract: 'Elsewhere',
      elsewhere: true,
    },
  ])
  expect(match.onlyInBookTotal).toBe(2)
  expect(match.balance.book).toBe(-1_500)
})

test('PayPal: a payment’s gross and fee, and only completed payments between two parties', async () => {
  const book = await bookOn(TODAY, {
    type: 'open-contract',
    title: 'Brand',
    client: 'Kestrel GmbH',
    freelancer: 'Studio',
    currency: 'EUR',
    side: 'freelancer',
    on: '2026-01-01',
    milestones: [{ title: 'Logo', amount: 120_000 }],
  })
  const match = await matched(statementsOf(book, TODAY), fixture('paypal.csv'))
  expect(states(match)).toEqual({ 2: 'new', 3: 'ignored', 4: 'ignored', 5: 'new' })
  expect(match.rows[0]).toMatchObject({
    on: '2026-02-13',
    amount: 120_000,
    command: { type: 'release', milestoneId: 'M1', amount: 120_000, fee: 4_215 },
  })
  expect(match.rows[3]).toMatchObject({ command: { type: 'return-payment', contractId, amount: 5_000 } })
  expect(match.rows[2]?.problem).toBe('Not completed: no money has moved yet.')
})

test('one refused row stops all and names its line; nothing is written, not even a backup', async () => {
  const book = await bookOn(TODAY, HELP_CENTRE)
  const { head } = book.info()
  const text = fixture('upwork-client.csv')
  const edited = [{ line: 7, command: { type: 'release', contractId, milestoneId: 'M2', amount: 25_001 } }]
  const outcome = await applyStatement(
    book,
    statementsOf(book, TODAY),
    appCommandSchema.parse({ type: 'apply-statement', text, ticked: 'sure', edited }) as never,
  )
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'exceeds-held', row: { line: 7, decimals: 2 } } })
  expect(book.info().head).toBe(head)
  expect(await book.backups()).toEqual([])
})

test('a line with nothing to record is refused with its number', async () => {
  const book = await bookOn(TODAY, HELP_CENTRE)
  const text = fixture('upwork-client.csv')
  for (const line of [2, 99]) {
    const outcome = await applyStatement(book, statementsOf(book, TODAY), {
      type: 'apply-statement',
      text,
      lines: [line],
    })
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: 'bad-input', variant: 'no-such-row', params: { line } },
    })
  }
})

test('a person’s edit is recorded in place of the offer, with the row’s id and day', async () => {
  const book = await bookOn(TODAY, HELP_CENTRE)
  const text = fixture('upwork-client.csv')
  await apply(book, text, {
    lines: [4],
    edited: [{ line: 3, command: { type: 'bonus', contractId, amount: 2_400, note: 'Less' } as never }],
  })
  const { rows } = await book.records({ offset: 1 })
  expect(rows).toMatchObject([
    { type: 'bonus', on: '2026-11-12', reference: '700204471' },
    { type: 'bonus', on: '2026-11-12', reference: '700204472', note: 'Less', events: [{ amount: 2_400 }] },
  ])
})
