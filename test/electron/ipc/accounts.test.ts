import { expect, test } from 'vitest'
import type { Book } from '../../../main/book/book.ts'
import type { CommandValue } from '../../../shared/api/answers.ts'
import type { CommandInput } from '../../../shared/api/app-commands.ts'
import type { QueryInput, QueryValues } from '../../../shared/api/queries.ts'
import { closeBook, newFolder, openBook } from '../../book/fixture.ts'
import { callsOn } from './context.ts'

const accountId = 'A0001'
const contractId = 'C0001'
const PAYING = { freelancerFeeBp: 1_000, availableDays: 5, feesRefundable: true } as const

/** A contract of 1 000.00 that pays into Upwork, funded. */
const CONTRACT: readonly CommandInput[] = [
  { type: 'open-account', name: 'Upwork', currency: 'USD', on: '2026-01-01' },
  {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme',
    freelancer: 'Mina',
    side: 'freelancer',
    account: accountId,
    currency: 'USD',
    policy: PAYING,
    milestones: [{ title: 'Design', amount: 100_000 }],
    on: '2026-01-01',
  },
  { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-01-02' },
]

/** The calls of a page on a book, in the words of an English reader. */
function pageOn(book: Book) {
  const calls = callsOn(book, problem => {
    throw problem
  })
  return {
    async does(command: CommandInput): Promise<CommandValue> {
      const answer = await calls.execute(command)
      if (!answer.ok) throw new Error(`${command.type}: ${answer.error.message}`)
      return answer.value as CommandValue
    },
    async refused(command: CommandInput): Promise<{ code: string; field?: string; message: string }> {
      const answer = await calls.execute(command)
      if (answer.ok) throw new Error(`${command.type} was accepted`)
      return answer.error
    },
    async asks<T extends QueryInput['type']>(query: QueryInput & { type: T }) {
      const answer = await calls.query(query)
      if (!answer.ok) throw new Error(`${query.type}: ${answer.error.message}`)
      return answer.value as QueryValues[T & keyof QueryValues]
    },
  }
}

async function pageWith(commands: readonly CommandInput[]) {
  const folder = newFolder()
  const book = await openBook(folder)
  const page = pageOn(book)
  for (const command of commands) await page.does(command)
  return { ...page, book, folder }
}

const account = { type: 'account', accountId } as const

test('A1. a release is on its way, then taxed and withdrawn; the rows and the sums of the month end at zero', async () => {
  const { does, asks } = await pageWith(CONTRACT)
  await does({ type: 'release', contractId, milestoneId: 'M1', amount: 100_000, on: '2026-01-28', reference: 'R1' })
  expect((await asks({ type: 'accounts' })).rows).toMatchObject([
    { id: accountId, contracts: 1, stages: { inEscrow: 0, onItsWay: 90_000, available: 0, withdrawn: 0 } },
  ])
  await does({ type: 'withhold', accountId, amount: 100, kind: 'income-tax', about: 4 })
  await does({ type: 'withhold', accountId, amount: 1_800, kind: 'fee-tax' })
  const withdrawn = await does({ type: 'withdraw', accountId, amount: 88_001, fee: 99 })
  expect(withdrawn).toMatchObject({ entry: 7, warnings: [{ code: 'overdrawn' }], account: { id: accountId } })
  expect(withdrawn.warnings[0]?.message).toContain('Upwork now has −900.00 available')
  const page = await asks(account)
  expect(page.rows.map(({ type, on, gross, fee, net, balance }) => [type, on, gross, fee, net, balance])).toEqual([
    ['open-account', '2026-01-01', 0, 0, 0, 0],
    ['release', '2026-01-28', 100_000, 10_000, 90_000, 90_000],
    ['withhold', '2026-01-31', -100, 0, -100, 89_900],
    ['withhold', '2026-01-31', -1_800, 0, -1_800, 88_100],
    ['withdraw', '2026-01-31', -88_001, 99, -88_100, 0],
  ])
  expect(page.rows[1]).toMatchObject({
    contractId,
    title: 'Website',
    milestoneTitle: 'Design',
    available: '2026-02-02',
    reference: 'R1',
  })
  expect(page.sums).toEqual({
    opening: 0,
    inflows: 90_000,
    received: 0,
    fees: 0,
    withheld: 100,
    feeTax: 1_800,
    charges: 0,
    adjusted: 0,
    withdrawn: 88_001,
    withdrawalFees: 99,
    balance: 0,
  })
  expect(page.counts).toEqual({ 'open-account': 1, release: 1, withhold: 2, withdraw: 1 })
})

test('A period of an account begins with the balance before it, and a list of types keeps the running balance', async () => {
  const { does, asks } = await pageWith(CONTRACT)
  await does({ type: 'release', contractId, milestoneId: 'M1', amount: 100_000, on: '2026-01-05' })
  await does({ type: 'receive', accountId, amount: 32_000, fee: 3_200, kind: 'hourly', from: 'Acme', on: '2026-01-20' })
  await does({ type: 'charge', accountId, amount: 500, kind: 'connects', on: '2026-01-21' })
  const page = await asks({ ...account, from: '2026-01-06', to: '2026-01-20' })
  expect(page.sums).toMatchObject({ opening: 90_000, inflows: 0, received: 32_000, fees: 3_200, balance: 118_800 })
  expect(page.rows).toMatchObject([{ type: 'receive', from: 'Acme', kind: 'hourly', balance: 118_800 }])
  const charges = await asks({ ...account, types: ['charge'] })
  expect(charges).toMatchObject({ total: 1, rows: [{ type: 'charge', net: -500, balance: 118_300 }] })
})

test('A2. a withdrawal beyond what is there warns, and undoing it leaves the row struck at zero', async () => {
  const { does, asks, refused } = await pageWith(CONTRACT.slice(0, 1))
  const { warnings } = await does({ type: 'withdraw', accountId, amount: 1_000 })
  expect(warnings).toMatchObject([{ code: 'overdrawn' }])
  expect(await refused({ type: 'adjust', accountId, amount: 1_000 })).toMatchObject({
    code: 'bad-input',
    field: 'note',
  })
  await does({ type: 'reverse-account', accountId, entry: 2 })
  const { rows, sums, stages } = await asks(account)
  expect(rows.at(-1)).toMatchObject({ entry: 2, reversedBy: 3, balance: 0 })
  expect([sums.balance, stages.available]).toEqual([0, 0])
})

test('A3. a returned payment takes its net back at once, with a warning where that was withdrawn', async () => {
  const { does, asks } = await pageWith(CONTRACT)
  await does({ type: 'release', contractId, milestoneId: 'M1', amount: 10_000, on: '2026-01-03' })
  await does({ type: 'withdraw', accountId, amount: 9_000 })
  const { warnings } = await does({ type: 'return-payment', contractId, amount: 5_000 })
  expect(warnings).toMatchObject([{ code: 'overdrawn' }])
  expect((await asks(account)).sums).toMatchObject({ inflows: 4_500, balance: -4_500 })
  await does({ type: 'reverse', contractId })
  expect((await asks(account)).sums).toMatchObject({ inflows: 9_000, balance: 0 })
})

test('A4. a contract pays in only as the freelancer’s, in the account’s currency, and never over a closed period', async () => {
  const { does, refused } = await pageWith(CONTRACT)
  const other = { ...CONTRACT[1], title: 'Other' } as Extract<CommandInput, { type: 'open-contract' }>
  expect(await refused({ ...other, side: 'client' })).toMatchObject({ code: 'account-side', field: 'account' })
  expect(await refused({ ...other, currency: 'EUR' })).toMatchObject({ code: 'account-currency', field: 'account' })
  expect(await refused({ ...other, account: 'A0002' })).toMatchObject({ code: 'unknown-account', field: 'account' })
  expect(await refused({ ...other, account: 'A0002', freelancer: 'acme' })).toMatchObject({ code: 'same-party' })
  expect(await refused({ type: 'edit-contract', contractId, side: 'client' })).toMatchObject({
    code: 'account-side',
    field: 'side',
  })
  await does({ type: 'close-books', until: '2026-01-30' })
  expect(await refused({ type: 'withdraw', accountId, amount: 100, on: '2026-01-30' })).toMatchObject({
    code: 'period-closed',
  })
  expect(await refused({ type: 'edit-contract', contractId, account: null })).toMatchObject({
    code: 'period-closed',
    field: 'account',
  })
})

test('A5. a corrected release changes the inflow from its day on, and a tax about it is about the new entry', async () => {
  const { does, asks } = await pageWith(CONTRACT)
  await does({ type: 'release', contractId, milestoneId: 'M1', amount: 100_000, on: '2026-01-10' })
  await does({ type: 'withhold', accountId, amount: 100, kind: 'income-tax', about: 4 })
  await does({ type: 'correct', contractId, entry: 4, with: { amount: 95_000 } })
  const { rows, sums } = await asks(account)
  expect(sums).toMatchObject({ inflows: 85_500, balance: 85_400 })
  expect(rows.filter(({ reversedBy }) => reversedBy === undefined)).toMatchObject([
    { type: 'open-account' },
    { type: 'release', entry: 7, net: 85_500, on: '2026-01-10' },
    { type: 'withhold', about: 7 },
  ])
})

test('A6. and A7. what arrived in another currency is kept, and income of no contract changes none', async () => {
  const { does, asks } = await pageWith(CONTRACT)
  const before = await asks({ type: 'contract', contractId })
  await does({ type: 'receive', accountId, amount: 60_000, fee: 100, kind: 'hourly' })
  await does({ type: 'withdraw', accountId, amount: 50_000, fee: 99, arrived: { currency: 'INR', amount: 4_150_000 } })
  const { rows } = await asks(account)
  expect(rows.at(-1)).toMatchObject({ arrived: { currency: 'INR', decimals: 2, amount: 4_150_000 }, net: -50_099 })
  expect(await asks({ type: 'contract', contractId })).toEqual(before)
})

test('A8. an unlinked contract takes its inflows along, and a link brings them back', async () => {
  const { does, asks } = await pageWith(CONTRACT)
  await does({ type: 'release', contractId, milestoneId: 'M1', amount: 10_000, on: '2026-01-03' })
  await does({ type: 'withdraw', accountId, amount: 4_000 })
  const { warnings } = await does({ type: 'edit-contract', contractId, account: null })
  expect(warnings).toMatchObject([{ code: 'overdrawn' }])
  expect((await asks(account)).sums.balance).toBe(-4_000)
  await does({ type: 'edit-contract', contractId, account: accountId })
  expect((await asks(account)).sums.balance).toBe(5_000)
})

test('a preview of a move answers the account as it would be, and records nothing', async () => {
  const { asks, does, book } = await pageWith(CONTRACT)
  const { position } = book.info()
  const command = { type: 'receive', accountId, amount: 1_000, kind: 'other' } as const
  const previewed = await asks({ type: 'preview', command })
  expect(book.info().position).toBe(position)
  expect(await does(command)).toEqual(previewed)
})

test('the ledger, the entries to undo and the exported CSV stay the contracts’ alone', async () => {
  const { does, asks } = await pageWith(CONTRACT)
  await does({ type: 'receive', accountId, amount: 1_000, kind: 'other' })
  expect((await asks({ type: 'ledger' })).rows.map(({ entry }) => entry)).toEqual([2, 3])
  expect(await asks({ type: 'undoable' })).toMatchObject({ entry: 3 })
  const { text } = await asks({ type: 'export', format: 'csv' })
  expect(text.trim().split('\n')).toHaveLength(3)
})

test('a reopened book and a restored export have the same accounts, whether folded or read from the checkpoint', async () => {
  const { does, asks, book, folder } = await pageWith(CONTRACT)
  await does({ type: 'release', contractId, milestoneId: 'M1', amount: 10_000, on: '2026-01-03' })
  await does({ type: 'withdraw', accountId, amount: 4_000, note: 'To the bank' })
  await does({ type: 'edit-account', accountId, name: 'Upwork USD' })
  const [before, page] = [book.accounts(), await asks(account)]
  await closeBook(book)
  const again = await openBook(folder)
  expect(again.accounts()).toEqual(before)
  expect(await pageOn(again).asks(account)).toEqual(page)
  expect(await again.verify()).toMatchObject({ ok: true, figures: { ok: true } })
})
