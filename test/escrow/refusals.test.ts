import { describe, expect, test } from 'vitest'
import { RULE_CODES } from '../../shared/contract/refusals.ts'
import { A, approve, B, dispute, end, fund, opened, refund, release, resolve, submit } from './moves.ts'
import { type Command, given, refused, usd } from './scenario.ts'

const LATE = '2027-01-01'

/**
 * Pairs of refusals that both apply and are neighbours in the order of the rules: the first wins.
 */
const PRECEDENCE: readonly (readonly [wins: string, over: string, before: readonly Command[], move: Command])[] = [
  ['bad-input', 'unknown-milestone', [opened([])], { type: 'release', milestoneId: 'M9', amount: 1, fee: 2 }],
  ['unknown-milestone', 'contract-ended', [opened([]), end], submit('M9')],
  ['unknown-milestone', 'dispute-open', [opened([usd(100)]), fund(A), dispute(1)], submit('M9')],
  ['unknown-currency', 'same-party', [], opened([], {}, { currency: 'XXX', client: 'Muhammad' })],
  ['unknown-entry', 'date-in-future', [opened([])], { type: 'annotate', entry: 7, on: LATE }],
  ['same-party', 'not-positive', [], opened([], {}, { client: 'Muhammad', budget: 0 })],
  [
    'same-party',
    'money-in-escrow',
    [opened([usd(100)]), fund(A)],
    { type: 'edit-contract', client: 'Muhammad', archived: true },
  ],
  ['contract-ending', 'refund-only-at-end', [opened([usd(100)], { refundOnlyAtEnd: true }), fund(A), end], refund(1)],
  ['contract-ended', 'refund-only-at-end', [opened([], { refundOnlyAtEnd: true }), end], refund(1)],
  ['contract-ended', 'no-dispute', [opened([]), end], resolve(1, 1)],
  ['contract-ending', 'milestone-not-planned', [opened([usd(100)]), fund(A), end], fund(A)],
  [
    'refund-only-at-end',
    'dispute-open',
    [opened([usd(100)], { refundOnlyAtEnd: true }), fund(A), dispute(1)],
    refund(1),
  ],
  ['refund-only-at-end', 'milestone-not-funded', [opened([usd(100)], { refundOnlyAtEnd: true })], refund(1, A)],
  ['dispute-open', 'milestone-not-planned', [opened([usd(100)]), fund(A), dispute(1)], fund(A)],
  [
    'dispute-open',
    'milestone-not-submitted',
    [opened([usd(100)]), fund(A), dispute(1)],
    { type: 'request-changes', milestoneId: A },
  ],
  ['dispute-open', 'no-refund-pending', [opened([usd(100)]), fund(A), dispute(1)], approve],
  ['no-dispute', 'not-positive', [opened([])], resolve(-1, 1)],
  ['milestone-not-planned', 'refund-pending', [opened([usd(100)]), fund(A), refund(1)], fund(A)],
  ['milestone-not-funded', 'refund-pending', [opened([usd(100), usd(50)]), fund(A), refund(1)], refund(1, B)],
  ['milestone-not-funded', 'not-positive', [opened([usd(100)])], release(A, 0)],
  ['refund-pending', 'milestone-already-funded', [opened([usd(100), usd(50)]), fund(A), refund(1)], fund(B)],
  ['refund-pending', 'money-in-escrow', [opened([usd(100)]), fund(A), refund(1)], { type: 'end-contract' }],
  ['milestone-already-funded', 'not-positive', [opened([usd(100), usd(50)]), fund(A)], fund(B, 0)],
  ['not-positive', 'amount-too-large', [opened([usd(100)]), fund(A), dispute(1)], resolve(2e12, -1)],
  ['not-positive', 'below-minimum', [opened([])], { type: 'add-milestone', title: 'A', amount: 0 }],
  ['amount-too-large', 'exceeds-held', [opened([usd(100)]), fund(A)], release(A, 2e12)],
  ['amount-too-large', 'exceeds-paid', [opened([])], { type: 'return-payment', amount: 2e12 }],
  [
    'amount-too-large',
    'below-minimum',
    [opened([usd(100)])],
    { type: 'fund-milestone', milestoneId: A, amount: 1, fee: 2e12 },
  ],
  ['exceeds-held', 'amount-reserved', [opened([usd(100)]), fund(A), refund(1)], release(A, usd(101))],
  ['exceeds-held', 'exceeds-escrow', [opened([usd(100)]), fund(A)], refund(usd(101), A)],
  ['below-minimum', 'date-in-future', [opened([])], { type: 'add-milestone', title: 'A', amount: 1, on: LATE }],
  ['money-in-escrow', 'date-in-future', [opened([usd(100)]), fund(A)], { type: 'end-contract', on: LATE }],
  ['bad-position', 'date-in-future', [opened([usd(100)])], { type: 'move-milestone', milestoneId: A, to: 1, on: LATE }],
  ['nothing-to-reverse', 'date-in-future', [opened([])], { type: 'reverse', on: LATE }],
  ['date-in-future', 'date-before-last-entry', [opened([usd(100)])], { ...fund(A), on: LATE }],
]

describe('Refusals', () => {
  test.each(PRECEDENCE)('%s is given before %s', (wins, _over, before, move) => {
    given(...before)
      .when(move)
      .then(refused(RULE_CODES.find(code => code === wins) ?? 'bad-input'))
  })

  test('a refused command changes nothing and names its field', () => {
    given(opened([usd(100)]), fund(A))
      .when(release(A, usd(100.01)))
      .then(refused('exceeds-held', 'amount'), ({ contract, records }) => {
        expect(contract?.lastEntry).toBe(2)
        expect(records).toHaveLength(2)
      })
  })
})
