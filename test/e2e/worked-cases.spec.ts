import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, asked, execute, openContract } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'

const fund = (contractId: string, milestoneId: string, amount?: number) =>
  ({ type: 'fund-milestone', contractId, milestoneId, ...(amount !== undefined && { amount }) }) as const
const release = (contractId: string, milestoneId: string, amount: number) =>
  ({ type: 'release', contractId, milestoneId, amount }) as const
const journal = (book: string) => readFile(join(book, 'journal.ndjson'), 'utf8')

test("case 1, the seed's answer: 20.00 left of 420.00 is carried into the next milestone", async ({ page }) => {
  const contractId = await openContract(page, [42_000, 10_000])
  expect(await accepted(page, fund(contractId, 'M1'))).toMatchObject({
    deposit: 42_000,
    carried: 0,
    contract: { escrow: 42_000 },
  })
  expect(await accepted(page, release(contractId, 'M1', 40_000))).toMatchObject({
    remainder: 2_000,
    contract: {
      escrow: 2_000,
      released: 40_000,
      milestones: [{ status: 'partly-paid', held: 2_000 }, { status: 'planned' }],
    },
  })
  expect(await accepted(page, fund(contractId, 'M2'))).toMatchObject({
    deposit: 8_000,
    carried: 2_000,
    warnings: [{ code: 'closes-milestone' }],
    contract: {
      escrow: 10_000,
      deposited: 50_000,
      milestones: [
        { status: 'paid', held: 0, carried: 2_000 },
        { status: 'funded', held: 10_000 },
      ],
    },
  })
})

test("case 2, the seed's ending: the remainder goes back before the contract ends", async ({ page }) => {
  const contractId = await openContract(page, [42_000])
  await accepted(page, fund(contractId, 'M1'))
  await accepted(page, release(contractId, 'M1', 40_000))
  const refused = await execute(page, { type: 'end-contract', contractId })
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'money-in-escrow', message: expect.stringContaining('20.00') },
  })
  expect(await accepted(page, { type: 'end-contract', contractId, refundRemainder: true })).toMatchObject({
    contract: { status: 'ending', escrow: 2_000 },
  })
  expect(await accepted(page, { type: 'approve-refund', contractId })).toMatchObject({
    contract: { status: 'ended', escrow: 0, refunded: 2_000 },
  })
})

test("case 3, the seed's question: 350 paid in once pays for three milestones", async ({ page }) => {
  const contractId = await openContract(page, [10_000, 15_000, 10_000], { budget: 35_000 })
  const deposits: (number | undefined)[] = []
  for (const [milestoneId, amount, paid] of [
    ['M1', 35_000, 10_000],
    ['M2', 15_000, 15_000],
    ['M3', 10_000, 10_000],
  ] as const) {
    const funded = await accepted(page, fund(contractId, milestoneId, amount))
    expect(funded.warnings.filter(warning => warning.code === 'over-budget')).toEqual([])
    deposits.push(funded.deposit)
    await accepted(page, release(contractId, milestoneId, paid))
  }
  expect(deposits).toEqual([35_000, 0, 0])
  expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject({
    escrow: 0,
    deposited: 35_000,
    released: 35_000,
  })
})

test('case 4, one at a time: a cent released of the first lets the second be funded', async ({ page }) => {
  const contractId = await openContract(page, [5_000, 6_000])
  await accepted(page, fund(contractId, 'M1'))
  expect(await execute(page, fund(contractId, 'M2'))).toMatchObject({
    ok: false,
    error: {
      code: 'milestone-already-funded',
      message: 'A is still funded. Release some of it, or get all of it refunded, before funding B.',
    },
  })
  await accepted(page, release(contractId, 'M1', 1))
  expect(await accepted(page, fund(contractId, 'M2'))).toMatchObject({ carried: 4_999, deposit: 1_001 })
})

test('case 5, minimum: a milestone of 4.99 is refused, a remainder under 5.00 is carried', async ({ page }) => {
  const contractId = await openContract(page, [500])
  expect(await execute(page, { type: 'add-milestone', contractId, title: 'B', amount: 499 })).toMatchObject({
    ok: false,
    error: { code: 'below-minimum', field: 'amount' },
  })
  await accepted(page, { type: 'add-milestone', contractId, title: 'B', amount: 500 })
  await accepted(page, fund(contractId, 'M1'))
  await accepted(page, release(contractId, 'M1', 200))
  expect(await accepted(page, fund(contractId, 'M2'))).toMatchObject({
    carried: 300,
    deposit: 200,
    contract: { escrow: 500 },
  })
})

test('bad input is refused with its code, its field and a sentence, and nothing is written', async ({ page, book }) => {
  const contractId = await openContract(page, [42_000, 10_000])
  await accepted(page, fund(contractId, 'M1'))
  const opening = {
    type: 'open-contract',
    title: 'T',
    client: 'Acme Ltd',
    freelancer: 'B',
    currency: 'USD',
    milestones: [],
  } as const
  const before = await journal(book)
  for (const [command, code, field] of [
    [{ ...release(contractId, 'M1', 1), amount: 'abc' }, 'bad-input', 'amount'],
    [release(contractId, 'M1', 10.5), 'bad-amount', 'amount'],
    [release(contractId, 'M1', 0), 'not-positive', 'amount'],
    [release(contractId, 'M1', 42_001), 'exceeds-held', 'amount'],
    [{ ...opening, milestones: [{ title: 'A', amount: 499 }] }, 'below-minimum', 'milestones.0.amount'],
    [fund(contractId, 'M2'), 'milestone-already-funded', undefined],
    [{ ...opening, freelancer: ' ACME ltd ' }, 'same-party', 'freelancer'],
    [{ ...opening, currency: 'XYZ' }, 'unknown-currency', 'currency'],
    [{ ...opening, title: '' }, 'bad-input', 'title'],
    [{ ...opening, surprise: 1 }, 'bad-input', 'surprise'],
    [{ type: 'no-such-command' }, 'bad-input', 'type'],
    [release('C9999', 'M1', 1), 'unknown-contract', 'contractId'],
    [release(contractId, 'M9', 1), 'unknown-milestone', 'milestoneId'],
    [{ ...release(contractId, 'M1', 1), on: '2026-02-30' }, 'bad-date', 'on'],
  ] as const) {
    const answer = await execute(page, command as never)
    expect(answer, JSON.stringify(command)).toMatchObject({ ok: false, error: { code } })
    if (answer.ok) continue
    if (field !== undefined) expect(answer.error.field, JSON.stringify(command)).toBe(field)
    expect(answer.error.message).toMatch(/^[A-Z0-9“"].*\.$/s)
  }
  expect(await journal(book)).toBe(before)
})
