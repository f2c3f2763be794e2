import { describe, expect, test } from 'vitest'
import { A, approve, B, C, D, fund, opened, refund, release, reverse } from './moves.ts'
import {
  accepted,
  answering,
  contract,
  escrow,
  given,
  milestone,
  posting,
  refused,
  saying,
  usd,
  warning,
} from './scenario.ts'

describe('The worked cases of the rulebook', () => {
  test('1. A remainder: the 20.00 left of A is carried to B, and 80.00 is the new deposit', () => {
    given(opened([usd(420), usd(100)]))
      .when(fund(A))
      .then(answering({ deposit: usd(420), carried: 0 }), escrow(usd(420)))
      .when(release(A, usd(400)))
      .then(
        answering({ remainder: usd(20) }),
        milestone('A', { status: 'partly-paid', held: usd(20) }),
        contract({ released: usd(400) }),
        escrow(usd(20)),
      )
      .when(fund(B))
      .then(answering({ carried: usd(20), deposit: usd(80) }), warning('closes-milestone'))
      .then(
        milestone('A', { status: 'paid', carried: usd(20), held: 0 }),
        milestone('B', { status: 'funded', held: usd(100) }),
        escrow(usd(100)),
      )
      .then(
        posting(
          'escrow:milestone M1 -2000',
          'escrow:unallocated 2000',
          'escrow:unallocated -2000',
          'escrow:milestone M2 2000',
          'client -8000',
          'escrow:milestone M2 8000',
        ),
      )
  })

  test('2. Ending with money in escrow: only by a refund of it, which ends the contract when approved', () => {
    given(opened([usd(420)]), fund(A), release(A, usd(400)))
      .when({ type: 'end-contract' })
      .then(
        refused('money-in-escrow'),
        saying('20.00 is in escrow. Release it, or end the contract with a refund of it.'),
      )
      .when({ type: 'end-contract', refundRemainder: true })
      .then(accepted, contract({ status: 'ending', stage: 'ending' }), escrow(usd(20)))
      .when(approve)
      .then(
        posting('escrow:milestone M1 -2000', 'client 2000'),
        contract({ status: 'ended', stage: 'ended', refunded: usd(20) }),
        escrow(0),
      )
      .then(milestone('A', { status: 'paid' }))
  })

  test('3. One deposit: 350 paid in once serves three milestones, and a budget of 350 never warns', () => {
    given(opened([usd(100), usd(150), usd(100)], {}, { budget: usd(350) }))
      .when(fund(A, usd(350)))
      .then(warning(), milestone('A', { amount: usd(350) }))
      .when(release(A, usd(100)))
      .then(warning(), escrow(usd(250)))
      .when(fund(B))
      .then(
        answering({ carried: usd(150), deposit: 0 }),
        contract({ unallocated: usd(100) }),
        escrow(usd(250)),
        warning('closes-milestone'),
      )
      .when(release(B, usd(150)))
      .then(warning(), escrow(usd(100)))
      .when(fund(C))
      .then(answering({ carried: usd(100), deposit: 0 }), warning())
      .when(release(C, usd(100)))
      .then(warning(), escrow(0), contract({ deposited: usd(350), released: usd(350) }))
  })

  test('3. The same with all work submitted first never warns either', () => {
    given(opened([usd(100), usd(150), usd(100)], {}, { budget: usd(350) }), fund(A, usd(350)))
      .when({ type: 'submit-work', milestoneId: A })
      .then(warning())
      .when(release(A, usd(100)))
      .then(warning())
      .when({ type: 'submit-work', milestoneId: A })
      .then(warning())
      .when({ type: 'request-changes', milestoneId: A })
      .then(warning())
  })

  test('4. One at a time: any release lets the next be funded', () => {
    given(opened([usd(50), usd(60)]), fund(A))
      .when(fund(B))
      .then(
        refused('milestone-already-funded'),
        saying('A is still funded. Release some of it, or get all of it refunded, before funding B.'),
      )
      .when(release(A, usd(0.01)))
      .then(accepted)
      .when(fund(B))
      .then(answering({ carried: usd(49.99), deposit: usd(10.01) }))
  })

  test('5. Minimum: it applies to planning and funding, not to releases or deposits', () => {
    given(opened([]))
      .when({ type: 'add-milestone', title: 'A', amount: usd(4.99) })
      .then(refused('below-minimum', 'amount'))
    given(opened([usd(5), usd(5)]), fund(A))
      .when(release(A, usd(2)))
      .then(accepted, escrow(usd(3)))
      .when(fund(B))
      .then(answering({ carried: usd(3), deposit: usd(2) }))
  })

  test('6. Too much, zero, less than zero', () => {
    given(opened([usd(420)]), fund(A))
      .when(release(A, usd(420.01)))
      .then(refused('exceeds-held', 'amount'))
      .when(release(A, 0))
      .then(refused('not-positive', 'amount'))
      .when(release(A, -1))
      .then(refused('not-positive', 'amount'))
  })

  test('7. Refund and release compete: only free money may be released', () => {
    given(opened([usd(100)]), fund(A), refund(usd(60)))
      .when(release(A, usd(50)))
      .then(refused('amount-reserved', 'amount'))
      .when(release(A, usd(40)))
      .then(accepted)
      .when(approve)
      .then(posting('escrow:milestone M1 -6000', 'client 6000'), escrow(0), milestone('A', { status: 'paid' }))
  })

  test('8. Decimals: yen has none, the Kuwaiti dinar three', () => {
    given(opened([1000], { minimum: 1 }, { currency: 'JPY' }), fund(A))
      .when(release(A, 999))
      .then(accepted, escrow(1), contract({ decimals: 0 }))
    given(opened([5000], {}, { currency: 'KWD' }), fund(A))
      .when(release(A, 1234))
      .then(accepted, escrow(3766), contract({ decimals: 3 }))
    expect(() => given(opened([10.5], {}, { currency: 'JPY' }))).toThrow()
  })

  test('9. Fees: the client’s on top of the deposit, the freelancer’s out of the release', () => {
    given(opened([usd(33.33)], { clientFeeBp: 500, freelancerFeeBp: 1_000 }))
      .when(fund(A))
      .then(posting('client -3333', 'escrow:milestone M1 3333', 'client -167', 'fees:client 167'))
      .when(release(A, usd(33.33)))
      .then(posting('escrow:milestone M1 -3333', 'freelancer 3000', 'fees:freelancer 333'))
  })

  test('10. Reversal: a stack down to the opening, outside date order', () => {
    given(opened([usd(420)]), { ...fund(A), on: '2026-03-01' }, { ...release(A, usd(400)), on: '2026-03-10' })
      .when(reverse)
      .then(answering({ reversed: 3 }), milestone('A', { status: 'funded' }), escrow(usd(420)))
      .when(reverse)
      .then(answering({ reversed: 2 }), milestone('A', { status: 'planned' }), escrow(0))
      .when(reverse)
      .then(refused('nothing-to-reverse'), ({ records }) =>
        expect(records.map(record => record.type)).toEqual([
          'open-contract',
          'fund-milestone',
          'release',
          'reverse',
          'reverse',
        ]),
      )
      .when({ ...fund(A), on: '2026-03-01' })
      .then(accepted)
  })

  test('11. Dispute: no money moves until it is resolved, in one entry', () => {
    given(opened([usd(300)]), fund(A), release(A, usd(100)), { type: 'open-dispute', amount: usd(200) })
      .when(release(A, 1))
      .then(refused('dispute-open'))
      .when({ type: 'resolve-dispute', release: usd(120), refund: usd(80) })
      .then(contract({ released: usd(220), refunded: usd(80) }), escrow(0), milestone('A', { status: 'paid' }))
      .then(posting('escrow:milestone M1 -12000', 'freelancer 12000', 'escrow:milestone M1 -8000', 'client 8000'))
      .when(reverse)
      .then(contract({ stage: 'in-dispute' }))
      .when(reverse)
      .then(contract({ stage: 'partly-paid', pending: {} }), escrow(usd(200)))
  })

  test('12. Reserved money: unallocated first, then the milestones', () => {
    given(opened([usd(350), usd(150), usd(50)]), fund(A), release(A, usd(100)), fund(B))
      .when(refund(usd(120)))
      .then(
        contract({
          pending: {
            refund: {
              reserved: [
                { milestoneId: null, amount: usd(100) },
                { milestoneId: B, amount: usd(20) },
              ],
            },
          },
        }),
      )
      .when(release(B, usd(131)))
      .then(refused('amount-reserved'))
      .when(release(B, usd(130)))
      .then(accepted)
      .when(fund(C))
      .then(refused('refund-pending'))
      .when(approve)
      .then(
        posting('escrow:unallocated -10000', 'escrow:milestone M2 -2000', 'client 12000'),
        escrow(0),
        milestone('B', { status: 'paid' }),
      )
  })

  test('13. Many at once: each milestone keeps what it holds', () => {
    given(opened([usd(100), usd(200), usd(50), usd(30)], { funding: 'many' }), fund(A), fund(B))
      .when(fund(C))
      .then(escrow(usd(350)))
      .when(release(B, usd(200)))
      .then(escrow(usd(150)))
      .when(release(A, usd(60)))
      .then(escrow(usd(90)))
      .when(fund(D))
      .then(
        answering({ deposit: usd(30), carried: 0 }),
        milestone('A', { held: usd(40), status: 'partly-paid' }),
        escrow(usd(120)),
        warning(),
      )
  })

  test('14. Partial refund: a milestone that still holds money keeps its status', () => {
    given(opened([usd(100)]), fund(A), refund(usd(60)))
      .when(approve)
      .then(escrow(usd(40)), milestone('A', { status: 'funded' }))
      .when(release(A, usd(40)))
      .then(milestone('A', { status: 'paid' }))
  })

  test('15. Fees come back: all of them if everything goes back', () => {
    given(opened([usd(100)], { clientFeeBp: 500, contractFee: usd(4.95), feesRefundable: true }))
      .when(fund(A))
      .then(
        posting(
          'client -10000',
          'escrow:milestone M1 10000',
          'client -500',
          'fees:client 500',
          'client -495',
          'fees:contract 495',
        ),
      )
      .when({ type: 'end-contract', refundRemainder: true, by: 'freelancer' })
      .then(
        posting(
          'escrow:milestone M1 -10000',
          'client 10000',
          'fees:client -500',
          'client 500',
          'fees:contract -495',
          'client 495',
        ),
      )
      .then(contract({ status: 'ended', fees: { client: 0, freelancer: 0, contract: 0 } }), escrow(0))
  })

  test('15. Credits add up to the fee, without a cent lost to rounding', () => {
    given(opened([usd(4.88), usd(8.52)], { minimum: 1, clientFeeBp: 500, feesRefundable: true }))
      .when(fund(A))
      .then(contract({ fees: { client: 24 } }))
      .when(refund(usd(4.88)))
      .when(approve)
      .then(contract({ fees: { client: 0 } }))
      .when(fund(B))
      .then(contract({ fees: { client: 43 } }))
      .when(refund(usd(5)))
      .when(approve)
      .then(posting('escrow:milestone M2 -500', 'client 500', 'fees:client -25', 'client 25'))
      .when(refund(usd(3.52)))
      .when(approve)
      .then(
        posting('escrow:milestone M2 -352', 'client 352', 'fees:client -18', 'client 18'),
        contract({ fees: { client: 0 } }),
      )
  })

  test('16. After the end: bonuses and returned payments are still possible', () => {
    given(opened([usd(100)], { freelancerFeeBp: 1_000, feesRefundable: true }), fund(A), release(A, usd(100)), {
      type: 'end-contract',
    })
      .when({ type: 'bonus', amount: usd(20) })
      .then(posting('client -2000', 'freelancer 1800', 'fees:freelancer 200'))
      .when({ type: 'return-payment', amount: usd(50) })
      .then(posting('freelancer -4500', 'fees:freelancer -500', 'client 5000'), contract({ returned: usd(50) }))
      .when({ type: 'return-payment', amount: usd(70.01) })
      .then(
        refused('exceeds-paid', 'amount'),
        saying('70.00 of what was paid can still be returned. Enter 70.00 or less.'),
      )
      .when({ type: 'return-payment', amount: usd(70) })
      .then(accepted, contract({ fees: { freelancer: 0 } }))
  })

  test('17. A small remainder is carried, or paid out of unallocated money', () => {
    given(opened([usd(10), usd(5), usd(8), usd(5)]), fund(A), release(A, usd(7.01)))
      .when(fund(B))
      .then(answering({ carried: usd(2.99), deposit: usd(2.01) }))
      .when(release(B, usd(5)))
      .when(fund(C, usd(8)))
      .when(release(C, usd(5.01)))
      .then(escrow(usd(2.99)))
      .when(fund(D))
      .then(answering({ carried: usd(2.99), deposit: usd(2.01) }))
    given(opened([usd(10.99), usd(8)]), fund(A), release(A, usd(0.01)), fund(B, usd(7.99)), release(B, usd(7.99)))
      .when(release(undefined, usd(2.99)))
      .then(answering({ remainder: 0 }), posting('escrow:unallocated -299', 'freelancer 299'), escrow(0))
  })

  test('18. Late entries: only the moves of escrow are in date order', () => {
    given({ ...opened([usd(100), usd(50)]), on: '2026-03-01' }, { ...fund(A), on: '2026-03-05' })
      .when({ type: 'bonus', amount: usd(10), on: '2026-03-14' })
      .then(accepted)
      .when({ ...release(A, usd(10)), on: '2026-03-10' })
      .then(accepted)
      .when({ ...release(A, usd(10)), on: '2026-03-09' })
      .then(refused('date-before-last-entry', 'on'))
  })

  test('19. A least of a fee on the total is charged once, with `each` it is charged each time', () => {
    const policy = { clientFeeBp: 300, clientFeeLeast: usd(3) }
    given(opened([usd(30), usd(30), usd(90)], { ...policy, clientFeeOn: 'total' }))
      .when(fund(A))
      .then(posting('client -3000', 'escrow:milestone M1 3000', 'client -300', 'fees:client 300'))
      .when(release(A, usd(30)))
      .when(fund(B))
      .then(posting('client -3000', 'escrow:milestone M2 3000'))
      .when(release(B, usd(30)))
      .when(fund(C))
      .then(posting('client -9000', 'escrow:milestone M3 9000', 'client -150', 'fees:client 150'))
    given(opened([usd(30), usd(30), usd(90)], { ...policy, clientFeeOn: 'each' }))
      .when(fund(A))
      .then(contract({ fees: { client: usd(3) } }))
      .when(release(A, usd(30)))
      .when(fund(B))
      .then(contract({ fees: { client: usd(6) } }))
      .when(release(B, usd(30)))
      .when(fund(C))
      .then(contract({ fees: { client: usd(9) } }))
  })

  test('20. A surcharge on small amounts', () => {
    const policy = { clientFeeBp: 550, clientFeeUnder: usd(100), clientFeeUnderPlus: usd(3) }
    for (const [amount, fee] of [
      [50, 5.75],
      [99.99, 8.5],
      [100, 5.5],
    ] as const)
      given(opened([usd(amount)], policy))
        .when(fund(A))
        .then(contract({ deposited: usd(amount), fees: { client: usd(fee) } }))
  })

  test('21. A most of a fee, and a freelancer’s fee that is never more than the amount', () => {
    given(opened([usd(2_000), usd(80)], { funding: 'many', clientFeeBp: 50, clientFeeMost: usd(5) }))
      .when(fund(A))
      .then(contract({ fees: { client: usd(5) } }))
      .when(fund(B))
      .then(contract({ fees: { client: usd(5.4) } }))
    given(opened([usd(100)], { freelancerFeePlus: usd(5) }), fund(A))
      .when(release(A, usd(3)))
      .then(posting('escrow:milestone M1 -300', 'fees:freelancer 300'), contract({ fees: { freelancer: usd(3) } }))
  })
})
