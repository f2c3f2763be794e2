import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AccountBook, type OwnCommand } from './account-book.ts'

const amount = fc.integer({ min: -5, max: 100_000 })
const details = { on: fc.constantFrom('2026-02-27', '2026-03-01', '2026-03-14', '2026-03-16') }
const command: fc.Arbitrary<OwnCommand> = fc.oneof(
  fc.record(
    {
      type: fc.constant('receive' as const),
      amount,
      fee: amount,
      kind: fc.constantFrom('hourly', 'other'),
      ...details,
    },
    { requiredKeys: ['type', 'amount', 'kind'] },
  ),
  fc.record(
    {
      type: fc.constant('withdraw' as const),
      amount,
      fee: amount,
      arrived: fc.record({ currency: fc.constantFrom('INR', 'JPY', 'USD'), amount }),
      ...details,
    },
    { requiredKeys: ['type', 'amount'] },
  ),
  fc.record({ type: fc.constant('charge' as const), amount, kind: fc.constantFrom('membership', 'connects') }),
  fc.record(
    {
      type: fc.constant('withhold' as const),
      amount,
      kind: fc.constantFrom('income-tax', 'fee-tax'),
      about: fc.integer({ min: 1, max: 20 }),
    },
    { requiredKeys: ['type', 'amount', 'kind'] },
  ),
  fc.record({ type: fc.constant('adjust' as const), amount, note: fc.constantFrom('', 'unknown') }),
  fc.record({ type: fc.constant('reverse-account' as const), entry: fc.integer({ min: 1, max: 30 }) }),
  fc.record(
    { type: fc.constant('edit-account' as const), opening: amount, archived: fc.boolean() },
    { requiredKeys: ['type'] },
  ),
)
type OfContract = 'release' | 'bonus' | 'return-payment' | 'reverse'
const ofContract = fc.record({
  contract: fc.constantFrom<OfContract>('release', 'bonus', 'return-payment', 'reverse'),
  amount: fc.integer({ min: 1, max: 500 }),
})
const link = fc.record({ linked: fc.boolean() })

test('balance, stages, rows and postings agree after every entry, and a refusal changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(command, ofContract, link), { maxLength: 30 }), steps => {
      const book = bookWithContract()
      for (const step of steps) {
        if ('linked' in step) {
          if (step.linked) book.linked.add('C0001')
          else book.linked.clear()
        } else if ('contract' in step) takeStep(book, step.contract, step.amount)
        else {
          const { account, balance } = book
          if (!book.tries(step).ok) expect([book.account, book.balance]).toEqual([account, balance])
        }
        book.check()
      }
    }),
    { numRuns: 300 },
  )
})

function bookWithContract(): AccountBook {
  const book = new AccountBook()
  book.records('C0001', {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme',
    freelancer: 'Mina',
    side: 'freelancer',
    currency: 'USD',
    policy: { freelancerFeeBp: 1_000, availableDays: 5, feesRefundable: true },
    milestones: [{ title: 'Design', amount: 1_000 }],
  })
  book.records('C0001', { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1' })
  book.linked.add('C0001')
  return book
}

/** A move of the contract, unless its own rules refuse it. */
function takeStep(book: AccountBook, type: OfContract, amount: number): void {
  const contract = book.contracts.get('C0001')?.state
  if (contract === undefined) return
  const { held } = contract.milestones[0] ?? { held: 0 }
  if (type === 'release' && amount <= held && contract.milestones[0]?.status !== 'paid')
    book.records('C0001', { type, contractId: 'C0001', milestoneId: 'M1', amount })
  if (type === 'bonus') book.records('C0001', { type, contractId: 'C0001', amount })
  if (type === 'return-payment' && amount <= contract.released + contract.bonuses - contract.returned)
    book.records('C0001', { type, contractId: 'C0001', amount })
  if (type === 'reverse' && contract.lastEntry !== null) book.records('C0001', { type, contractId: 'C0001' })
}
