import { describe, expect, test } from 'vitest'
import { answerError } from '../../main/answers/refusal-answer.ts'
import { day, usd } from '../escrow/scenario.ts'
import { AccountBook } from './account-book.ts'

const PAYING = { freelancerFeeBp: 1_000, availableDays: 5, feesRefundable: true } as const

/** A book with the account Upwork and a linked contract that holds `held` US dollars. */
function bookWith(held: number): AccountBook {
  const book = new AccountBook()
  book.records('C0001', {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme',
    freelancer: 'Mina',
    side: 'freelancer',
    currency: 'USD',
    policy: PAYING,
    milestones: [{ title: 'Design', amount: usd(held) }],
    on: '2026-03-01',
  })
  book.linked.add('C0001')
  book.records('C0001', { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1', on: '2026-03-02' })
  return book
}

const released = (amount: number, on: string) =>
  ({ type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: usd(amount), on }) as const

describe('The worked cases of the rules of accounts', () => {
  test('A1. A release is on its way, then available, then taxed and withdrawn to zero', () => {
    const book = bookWith(1_000)
    book.today = day('2026-03-22')
    const release = book.records('C0001', released(1_000, '2026-03-20'))
    expect(book.stages).toEqual({ inEscrow: 0, inReview: 0, onItsWay: usd(900), available: 0 })
    book.today = day('2026-03-25')
    expect(book.stages).toMatchObject({ onItsWay: 0, available: usd(900) })
    book.does({ type: 'withhold', amount: usd(1), kind: 'income-tax', about: release })
    book.does({ type: 'withhold', amount: usd(18), kind: 'fee-tax' })
    book.today = day('2026-03-26')
    book.does({ type: 'withdraw', amount: usd(880.01), fee: usd(0.99) })
    expect(book.balance).toBe(0)
    expect(book.state.sums).toMatchObject({
      withheld: usd(1),
      feeTax: usd(18),
      withdrawn: usd(880.01),
      withdrawalFees: usd(0.99),
    })
    expect(book.rows.map(({ type, gross, fee, net, balance }) => [type, gross, fee, net, balance])).toEqual([
      ['open-account', 0, 0, 0, 0],
      ['release', usd(1_000), usd(100), usd(900), usd(900)],
      ['withhold', usd(-1), 0, usd(-1), usd(899)],
      ['withhold', usd(-18), 0, usd(-18), usd(881)],
      ['withdraw', usd(-880.01), usd(0.99), usd(-881), 0],
    ])
    book.check()
  })

  test('A2. A withdrawal beyond what is there is accepted with a warning, and can be undone', () => {
    const book = new AccountBook()
    const decision = book.tries({ type: 'withdraw', amount: usd(10) })
    expect(decision).toMatchObject({
      ok: true,
      warnings: [{ code: 'overdrawn', params: { account: 'Upwork', available: { money: usd(-10) } } }],
    })
    expect(book.stages.available).toBe(usd(-10))
    expect(book.refusalOf({ type: 'adjust', amount: usd(10) })).toMatchObject({ code: 'bad-input', field: 'note' })
    book.does({ type: 'reverse-account', entry: 2 })
    expect(book.balance).toBe(0)
    expect(book.refusalOf({ type: 'reverse-account', entry: 2 }).code).toBe('nothing-to-reverse')
    book.check()
  })

  test('A3. A returned payment takes back its net at once, until it is undone', () => {
    const book = bookWith(100)
    book.records('C0001', released(100, '2026-03-03'))
    book.records('C0001', { type: 'return-payment', contractId: 'C0001', amount: usd(50), on: '2026-03-04' })
    expect(book.rows.map(({ net }) => net)).toEqual([0, usd(90), usd(-45)])
    expect(book.balance).toBe(usd(45))
    book.check()
    book.records('C0001', { type: 'reverse', contractId: 'C0001' })
    expect(book.balance).toBe(usd(90))
    book.check()
  })

  test('A4. A withdrawal dated in a closed period is refused', () => {
    const book = new AccountBook()
    book.today = day('2026-04-02')
    book.closedUntil = day('2026-03-31')
    expect(book.refusalOf({ type: 'withdraw', amount: usd(10), on: '2026-03-30' })).toMatchObject({
      code: 'period-closed',
      field: 'on',
    })
  })

  test('A6. A withdrawal that arrived in another currency posts that amount at its total price', () => {
    const book = new AccountBook(usd(600))
    book.does({ type: 'withdraw', amount: usd(500), fee: usd(0.99), arrived: { currency: 'INR', amount: 4_150_000 } })
    expect(book.postings).toEqual([
      { account: 'platform', currency: 'USD', amount: usd(-500.99) },
      { account: 'bank', currency: 'INR', amount: 4_150_000, cost: usd(500) },
      { account: 'fees:withdrawal', currency: 'USD', amount: usd(0.99) },
    ])
    expect(book.balance).toBe(usd(99.01))
    book.check()
  })

  test('A7. Income of no contract is received less its fee', () => {
    const book = new AccountBook()
    book.does({ type: 'receive', amount: usd(320), fee: usd(32), kind: 'hourly' })
    expect(book.balance).toBe(usd(288))
    expect(book.state.sums).toMatchObject({ received: usd(320), fees: usd(32) })
    book.check()
  })

  test('A8. A contract that is unlinked takes its inflows along, and brings them back', () => {
    const book = bookWith(100)
    book.records('C0001', released(100, '2026-03-03'))
    book.does({ type: 'withdraw', amount: usd(40) })
    book.linked.clear()
    expect(book.balance).toBe(usd(-40))
    book.check()
    book.linked.add('C0001')
    expect(book.balance).toBe(usd(50))
    book.check()
  })
})

describe('What an account refuses', () => {
  test.each([
    [
      'a name that is taken, with another blank',
      { type: 'edit-account', name: 'Pay\u200cPal' },
      'account-exists',
      'name',
    ],
    ['a name that is taken, in another case', { type: 'edit-account', name: ' PAYPAL ' }, 'account-exists', 'name'],
    ['to be archived with a balance', { type: 'edit-account', archived: true }, 'account-in-use', 'archived'],
    [
      'a fee above the amount it is taken out of',
      { type: 'receive', amount: 10, fee: 11, kind: 'other' },
      'bad-input',
      'fee',
    ],
    ['a fee below zero', { type: 'withdraw', amount: 10, fee: -1 }, 'bad-input', 'fee'],
    ['to receive nothing', { type: 'receive', amount: 0, kind: 'other' }, 'not-positive', 'amount'],
    ['an adjustment of zero', { type: 'adjust', amount: 0, note: 'x' }, 'bad-amount', 'amount'],
    ['more than the limit', { type: 'charge', amount: 1_000_000_000_001, kind: 'other' }, 'amount-too-large', 'amount'],
    [
      'what arrived in its own currency',
      { type: 'withdraw', amount: 1, arrived: { currency: 'USD', amount: 1 } },
      'bad-input',
      'arrived.currency',
    ],
    [
      'what arrived in no currency',
      { type: 'withdraw', amount: 1, arrived: { currency: 'usd', amount: 1 } },
      'unknown-currency',
      'arrived.currency',
    ],
    [
      'tax about an entry that is no income',
      { type: 'withhold', amount: 1, kind: 'fee-tax', about: 1 },
      'unknown-entry',
      'about',
    ],
    ['to undo its opening', { type: 'reverse-account', entry: 1 }, 'unknown-entry', 'entry'],
    ['a day to come', { type: 'charge', amount: 1, kind: 'connects', on: '2026-03-16' }, 'date-in-future', 'on'],
  ] as const)('%s', (_what, command, code, field) => {
    const book = new AccountBook(usd(600))
    book.others.push({ ...book.state, id: 'A0002', name: 'PayPal' })
    const before = book.account
    const refusal = book.refusalOf(command)
    expect(refusal).toMatchObject({ code, field })
    expect(book.account).toBe(before)
    expect(answerError(refusal, { locale: 'en', decimals: 2 }).message).not.toMatch(/[{}]/)
  })

  test('to be archived while a contract that pays in is open; a balance that changes opens it again', () => {
    const book = bookWith(100)
    expect(book.refusalOf({ type: 'edit-account', archived: true })).toMatchObject({
      code: 'account-in-use',
      variant: 'contract',
    })
    book.linked.clear()
    book.does({ type: 'edit-account', archived: true })
    expect(book.state.archived).toBe(true)
    book.does({ type: 'edit-account', opening: usd(5) })
    expect(book.state).toMatchObject({ archived: false, opening: usd(5) })
    book.check()
  })

  test('another opening balance while its day is closed', () => {
    const book = new AccountBook()
    book.closedUntil = day('2026-03-01')
    expect(book.refusalOf({ type: 'edit-account', opening: 1 })).toMatchObject({
      code: 'period-closed',
      field: 'opening',
    })
    book.does({ type: 'edit-account', name: 'Upwork USD' })
    expect(book.state.name).toBe('Upwork USD')
  })
})
