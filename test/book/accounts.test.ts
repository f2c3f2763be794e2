import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { accountPage } from '../../main/queries/account.ts'
import { closeBook, type JournalCommandInput, newFolder, openBook, parse, recordAll, TODAY } from './fixture.ts'

const START: readonly JournalCommandInput[] = [
  { type: 'open-account', name: 'Upwork', currency: 'USD', on: '2026-01-01' },
  { type: 'open-account', name: 'PayPal', currency: 'EUR', opening: -500, on: '2026-01-10' },
  {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme',
    freelancer: 'Mina',
    side: 'freelancer',
    account: 'A0001',
    currency: 'USD',
    policy: { freelancerFeeBp: 1_000, availableDays: 5, feesRefundable: true, minimum: 1 },
    milestones: [{ title: 'Design', amount: 1_000 }],
  },
  { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1' },
]

const amount = fc.integer({ min: 1, max: 900 })
const accountId = fc.constantFrom('A0001', 'A0002', 'A0003')
const entry = fc.integer({ min: 1, max: 40 })
const on = fc.constantFrom('2026-01-05', '2026-01-20', '2026-01-31', '2026-02-01')
const contractId = fc.constant('C0001')
const command: fc.Arbitrary<JournalCommandInput> = fc.oneof(
  fc.record({ type: fc.constant('receive' as const), accountId, amount, fee: amount, kind: fc.constant('other'), on }),
  fc.record({ type: fc.constant('withdraw' as const), accountId, amount, on }),
  fc.record({ type: fc.constant('charge' as const), accountId, amount, kind: fc.constant('connects') }),
  fc.record({ type: fc.constant('withhold' as const), accountId, amount, kind: fc.constant('fee-tax'), about: entry }),
  fc.record({ type: fc.constant('adjust' as const), accountId, amount, note: fc.constant('?') }),
  fc.record({ type: fc.constant('reverse-account' as const), accountId, entry }),
  fc.record({ type: fc.constant('edit-account' as const), accountId, opening: amount, archived: fc.boolean() }),
  fc.record({ type: fc.constant('release' as const), contractId, milestoneId: fc.constant('M1'), amount }),
  fc.record({ type: fc.constant('bonus' as const), contractId, amount }),
  fc.record({ type: fc.constant('return-payment' as const), contractId, amount }),
  fc.record({ type: fc.constant('reverse' as const), contractId }),
  fc.record({ type: fc.constant('correct' as const), contractId, entry, with: fc.record({ amount }) }),
  fc.record({
    type: fc.constant('edit-contract' as const),
    contractId,
    account: fc.constantFrom('A0001', 'A0002', 'A0003', null),
  }),
  fc.record({ type: fc.constant('edit-contract' as const), contractId, side: fc.constantFrom('client', 'freelancer') }),
  fc.record({ type: fc.constant('close-books' as const), until: fc.constantFrom('2026-01-15', null) }),
)

/** The accounts as their queries answer them. */
async function answers(book: Book) {
  const pages = book.accounts().map(record => {
    const { id } = record.state
    return accountPage(book, record, { type: 'account', accountId: id }, TODAY)
  })
  return Promise.all(pages)
}

test('every figure of an account adds up after every command, and a fold of the journal makes the same accounts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 25 }), async commands => {
      const folder = newFolder()
      const book = await recordAll(await openBook(folder), START)
      for (const each of commands) {
        const { position } = book.info()
        const before = await answers(book)
        const outcome = await book.execute(parse(each))
        const after = await answers(book)
        if (!outcome.ok) expect([book.info().position, after]).toEqual([position, before])
        for (const { sums, stages, rows } of after) {
          const { opening, inflows, received, fees, withheld, feeTax, charges, adjusted } = sums
          const out = sums.withdrawn + sums.withdrawalFees
          expect(sums.balance).toBe(opening + inflows + received - fees - withheld - feeTax - charges + adjusted - out)
          expect(stages.onItsWay + stages.available).toBe(sums.balance)
          expect(rows.at(-1)?.balance).toBe(sums.balance)
        }
      }
      const [live, accounts] = [await answers(book), book.accounts()]
      await closeBook(book)
      rmSync(join(folder, 'book.json'), { force: true })
      const folded = await openBook(folder)
      expect([await answers(folded), folded.accounts()]).toEqual([live, accounts])
      await closeBook(folded)
    }),
    { numRuns: 40 },
  )
})
