import { describe, expect, test } from 'vitest'
import { contractAnswer } from '../../main/answers/contract-answer.ts'
import { A, approve, B, C, dispute, end, fund, opened, refund, release, submit } from './moves.ts'
import { type Check, contract, given, usd } from './scenario.ts'

/** Expects these first offers, as `type milestone`. */
const offering =
  (...expected: readonly string[]): Check =>
  ({ facts }) =>
    expect(
      facts?.next
        .slice(0, expected.length)
        .map(({ type, milestoneId }) => (milestoneId === undefined ? type : `${type} ${milestoneId}`)),
    ).toEqual(expected)

/** Expects these blocked moves, as `type milestone: code`. */
const blocking =
  (...expected: readonly string[]): Check =>
  ({ facts }) =>
    expect(
      facts?.blocked.map(
        ({ type, milestoneId, refusal }) =>
          `${type}${milestoneId === undefined ? '' : ` ${milestoneId}`}: ${refusal.code}`,
      ),
    ).toEqual(expect.arrayContaining([...expected]))

const offer = (type: string, expected: Readonly<Record<string, unknown>>): Check =>
  contract({ next: expect.arrayContaining([expect.objectContaining({ type, ...expected })]) })

describe('The next moves', () => {
  test('begin with funding the first milestone', () => {
    given(opened([usd(100), usd(50)]))
      .when({ type: 'edit-contract' })
      .then(offering('fund-milestone M1', 'fund-milestone M2', 'end-contract', 'add-milestone', 'bonus'))
      .then(
        offer('fund-milestone', {
          milestoneId: A,
          min: usd(5),
          max: 1e12,
          default: usd(100),
          deposit: usd(100),
          carried: 0,
        }),
      )
      .then(blocking('request-refund: exceeds-escrow', 'open-dispute: exceeds-escrow', 'return-payment: exceeds-paid'))
  })

  test('continue with paying for the work in hand; in the freelancer’s book, submitting it comes first', () => {
    given(opened([usd(100), usd(50)]))
      .when(fund(A))
      .then(
        offering('release M1', 'submit-work M1', 'request-refund', 'end-contract'),
        blocking('fund-milestone M2: milestone-already-funded'),
      )
      .then(
        offer('release', { milestoneId: A, min: 1, max: usd(100), default: usd(100) }),
        offer('end-contract', { default: usd(100), refundRemainder: true }),
      )
    given(opened([usd(100)], {}, { side: 'freelancer' }))
      .when(fund(A))
      .then(offering('submit-work M1', 'release M1'))
  })

  test('put a review first, then funding the next milestone, then paying a remainder', () => {
    given(opened([usd(100), usd(50)]), fund(A))
      .when(submit(A))
      .then(
        offering('release M1', 'request-changes M1'),
        blocking('submit-work M1: milestone-already-submitted', 'remove-milestone M1: milestone-not-planned'),
      )
      .when(release(A, usd(60)))
      .then(
        offering('fund-milestone M2', 'release M1', 'submit-work M1'),
        offer('fund-milestone', { milestoneId: B, default: usd(50), deposit: usd(10), carried: usd(40) }),
      )
  })

  test('put answers to anything pending before all else', () => {
    given(opened([usd(100)]), fund(A))
      .when(refund(usd(100)))
      .then(
        offering('approve-refund', 'decline-refund', 'cancel-refund'),
        blocking('release M1: amount-reserved', 'end-contract: refund-pending', 'request-refund: refund-pending'),
      )
      .when(approve)
      .when({ type: 'add-milestone', title: 'B', amount: usd(50) })
      .when(fund(B))
      .when(dispute(usd(20)))
      .then(offering('resolve-dispute'), offer('resolve-dispute', { min: 0, max: usd(20), default: usd(20) }))
      .then(
        blocking(
          'release M2: dispute-open',
          'submit-work M2: dispute-open',
          'request-refund: dispute-open',
          'end-contract: dispute-open',
        ),
      )
  })

  test('after the end are those that are still allowed', () => {
    given(opened([usd(100), usd(50)]), fund(A), release(A, usd(100)))
      .when(end)
      .then(offering('bonus', 'return-payment', 'edit-contract', 'reverse'))
      .then(blocking('add-milestone: contract-ended'), offer('return-payment', { min: 1, max: usd(100) }))
  })

  test('are limited to free money', () => {
    given(opened([usd(350), usd(150), usd(50)]), fund(A), release(A, usd(100)), fund(B))
      .when(refund(usd(120)))
      .then(
        offer('release', { milestoneId: B, max: usd(130) }),
        blocking('release: amount-reserved', 'fund-milestone M3: refund-pending'),
      )
  })

  test('say that a remainder below the minimum cannot fund a milestone on its own, and the three ways to use it', () => {
    const note =
      '2.99 is left over, less than the minimum of 5.00: it cannot fund a milestone on its own. Top it up with the next deposit, release it, or get it refunded.'
    given(opened([usd(10), usd(5)]), fund(A))
      .when(release(A, usd(7.01)))
      .then(({ facts }) => {
        if (facts === undefined) expect.fail('no contract')
        const { next } = contractAnswer(facts, { locale: 'en', decimals: 2 })
        expect(next.filter(each => each.note === note).map(each => each.type)).toEqual([
          'fund-milestone',
          'release',
          'request-refund',
          'add-milestone',
        ])
        expect(next.find(each => each.type === 'fund-milestone')).toMatchObject({
          label: 'Fund B',
          deposit: usd(2.01),
          carried: usd(2.99),
        })
      })
      .when(fund(B))
      .then(({ facts }) => expect(facts?.next.every(each => each.leftOver === undefined)).toBe(true))
  })

  test('do not mention a remainder of exactly the minimum, which can fund a milestone on its own', () => {
    given(opened([usd(10), usd(5)]), fund(A))
      .when(release(A, usd(5)))
      .then(({ facts }) => {
        expect(facts?.next.find(each => each.type === 'fund-milestone')).toMatchObject({ deposit: 0, carried: usd(5) })
        expect(facts?.next.every(each => each.leftOver === undefined)).toBe(true)
      })
  })

  test('edit a planned milestone from its own amount, and a paid one without an amount', () => {
    given(opened([usd(100), usd(50)]), fund(A))
      .when(release(A, usd(100)))
      .then(
        offer('edit-milestone', { milestoneId: B, min: usd(5), default: usd(50) }),
        offer('edit-milestone', { milestoneId: A }),
      )
  })

  test('offer a milestone below a raised minimum with the minimum', () => {
    given(opened([usd(5)]))
      .when({ type: 'edit-contract', policy: { minimum: usd(8) } })
      .then(offer('fund-milestone', { default: usd(8), min: usd(8) }), offer('edit-milestone', { default: usd(8) }))
  })

  test('add no milestone to a plan at the limit', () => {
    given(opened([1e12]))
      .when({ type: 'edit-contract' })
      .then(blocking('add-milestone: amount-too-large'))
      .when(fund(A))
      .when(release(A, 1))
      .when({ type: 'add-milestone', title: 'B', amount: usd(5) })
      .then(offer('fund-milestone', { milestoneId: B, max: 1e12 - 1, deposit: 0 }))
      .when(release(A, 1e12 - 1))
      .then(blocking('fund-milestone M2: amount-too-large'))
  })

  test('have labels as on buttons', () => {
    given(opened([usd(100), usd(50), usd(5)], { funding: 'many' }), fund(A), release(A, usd(10)))
      .when(submit(A))
      .then(({ facts }) => {
        if (facts === undefined) expect.fail('no contract')
        const { next, blocked } = contractAnswer(facts, { locale: 'en', decimals: 2 })
        expect(next.slice(0, 4).map(each => each.label)).toEqual([
          'Review & Pay',
          'Request changes',
          'Fund B',
          'Fund C',
        ])
        expect(next.find(each => each.milestoneId === A && each.type === 'request-refund')?.label).toBe(
          'Request refund from A',
        )
        expect(blocked.find(each => each.type === 'submit-work')).toEqual({
          type: 'submit-work',
          milestoneId: A,
          code: 'milestone-already-submitted',
          message: 'A is already under review. Approve and pay it, or request changes first.',
        })
        expect(C).toBe('M3')
      })
  })
})

describe('The money bar and the stage', () => {
  const bar =
    (total: number, ...segments: readonly string[]): Check =>
    ({ facts }) => {
      expect(
        facts?.bar.segments.map(
          ({ kind, amount, milestoneId }) => `${kind} ${amount}${milestoneId === undefined ? '' : ` ${milestoneId}`}`,
        ),
      ).toEqual(segments)
      expect(facts?.bar.total).toBe(total)
    }

  test('shows each piece of money once, in the fixed order', () => {
    given(opened([usd(100), usd(150), usd(100)]))
      .when({ type: 'edit-contract' })
      .then(bar(35_000, 'to-fund 10000 M1', 'to-fund 15000 M2', 'to-fund 10000 M3'), contract({ stage: 'not-funded' }))
      .when(fund(A, usd(350)))
      .then(bar(35_000, 'held 35000 M1'), contract({ stage: 'funded' }))
      .when(release(A, usd(150)))
      .then(bar(40_000, 'paid 15000', 'held 20000 M1', 'to-fund 5000 M3'), contract({ stage: 'partly-paid' }))
      .when(fund(B))
      .then(bar(40_000, 'paid 15000', 'held 15000 M2', 'unallocated 5000', 'to-fund 5000 M3'))
      .when(refund(usd(60)))
      .then(
        bar(40_000, 'paid 15000', 'held 14000 M2', 'reserved 6000', 'to-fund 5000 M3'),
        contract({ stage: 'refund-asked' }),
      )
      .when(approve)
      .then(bar(45_000, 'paid 15000', 'held 14000 M2', 'refunded 6000', 'to-fund 10000 M3'))
  })
})
