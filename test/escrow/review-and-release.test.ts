import { describe, test } from 'vitest'
import { A, B, dispute, end, fund, opened, refund, release, submit } from './moves.ts'
import { accepted, answering, contract, escrow, given, milestone, posting, refused, saying, usd } from './scenario.ts'

describe('Submitting work and requesting changes', () => {
  test('submitting sets the review deadline, a request for changes removes it', () => {
    given(opened([usd(100)]), { ...fund(A), on: '2026-03-01' })
      .when({ ...submit(A), on: '2026-03-01' })
      .then(
        milestone('A', { status: 'submitted' }),
        contract({ stage: 'to-review', deadlines: [{ kind: 'review', on: '2026-03-15', overdue: false }] }),
      )
      .when({ type: 'request-changes', milestoneId: A })
      .then(milestone('A', { status: 'funded' }), contract({ deadlines: [] }))
  })

  test('a milestone that was partly released goes back to partly-paid', () => {
    given(opened([usd(100)]), fund(A), release(A, usd(10)), submit(A))
      .when({ type: 'request-changes', milestoneId: A })
      .then(milestone('A', { status: 'partly-paid' }))
  })

  test('only a milestone that holds money can be submitted, and only once', () => {
    given(opened([usd(100)]))
      .when(submit(A))
      .then(refused('milestone-not-funded'), saying('A is not funded yet. Fund it first.'))
      .when(fund(A))
      .when({ type: 'request-changes', milestoneId: A })
      .then(refused('milestone-not-submitted'))
      .when(submit(A))
      .when(submit(A))
      .then(refused('milestone-already-submitted'))
      .when(release(A, usd(100)))
      .when(submit(A))
      .then(refused('milestone-not-funded'))
  })

  test('work can be submitted while a refund is pending, since that moves no money', () => {
    given(opened([usd(100)]), fund(A), refund(usd(10)))
      .when(submit(A))
      .then(accepted)
  })
})

describe('Releasing', () => {
  test('of all that is held makes a milestone paid, of less partly-paid, and ends a review', () => {
    given(opened([usd(100)]), fund(A), submit(A))
      .when(release(A, usd(99)))
      .then(answering({ remainder: usd(1) }), milestone('A', { status: 'partly-paid' }), contract({ deadlines: [] }))
      .when(release(A, usd(1)))
      .then(answering({ remainder: 0 }), milestone('A', { status: 'paid' }))
      .when(release(A, usd(1)))
      .then(refused('milestone-not-funded'))
  })

  test('of too much is refused with the amount held and the hint of a bonus', () => {
    given(opened([usd(10)]), { type: 'edit-milestone', milestoneId: A, title: 'Design' }, fund(A))
      .when(release(A, usd(13)))
      .then(
        refused('exceeds-held', 'amount'),
        saying('Design holds 10.00. Release 10.00 and pay the other 3.00 as a bonus.'),
      )
  })

  test('is refused by the free amount if some is reserved', () => {
    given(opened([usd(100)]), fund(A), refund(usd(60)))
      .when(release(A, usd(103)))
      .then(
        refused('exceeds-held'),
        saying('A holds 100.00, of which 40.00 is free. Release 40.00 and pay the other 63.00 as a bonus.'),
      )
      .when(release(A, usd(50)))
      .then(
        saying(
          '60.00 of 100.00 is reserved for a refund, and 40.00 is free. Release 40.00 and pay the other 10.00 as a bonus, or settle the refund first.',
        ),
      )
      .when(release(A, usd(40)))
      .when(release(A, usd(1)))
      .then(
        refused('amount-reserved'),
        saying('All 60.00 is reserved for a refund. Approve, decline or cancel the refund first.'),
      )
      .when(release(A, usd(61)))
      .then(refused('exceeds-held'))
  })

  test('without a milestone takes unallocated money, within the same limits', () => {
    given(opened([usd(100), usd(50)]), fund(A), release(A, usd(20)), fund(B))
      .when(release(undefined, usd(31)))
      .then(refused('exceeds-held', 'amount'))
      .when(release(undefined, usd(10)))
      .then(
        answering({ remainder: usd(20) }),
        posting('escrow:unallocated -1000', 'freelancer 1000'),
        contract({ unallocated: usd(20) }),
      )
      .when(refund(usd(15)))
      .when(release(undefined, usd(6)))
      .then(refused('amount-reserved'))
    given(opened([])).when(release(undefined, 1)).then(refused('exceeds-held'))
  })

  test('an ending contract leaves no money free to release', () => {
    given(opened([usd(100)]), fund(A), end)
      .when(release(A, 1))
      .then(refused('amount-reserved'))
  })
})

describe('Bonus and returned payment', () => {
  test('go between the parties directly, during a dispute and after the end', () => {
    given(opened([usd(100)]), fund(A), dispute(usd(100)))
      .when({ type: 'bonus', amount: usd(5) })
      .then(posting('client -500', 'freelancer 500'), contract({ bonuses: usd(5), released: 0 }), escrow(usd(100)))
      .when({ type: 'return-payment', amount: usd(5) })
      .then(posting('freelancer -500', 'client 500'), contract({ returned: usd(5), bonuses: usd(5) }))
      .when({ type: 'return-payment', amount: 1 })
      .then(
        refused('exceeds-paid'),
        saying('Nothing was paid that could be returned. To get back money in escrow, request a refund.'),
      )
  })

  test('refuse zero and too much', () => {
    given(opened([]))
      .when({ type: 'bonus', amount: 0 })
      .then(refused('not-positive', 'amount'))
      .when({ type: 'bonus', amount: 1e12 + 1 })
      .then(refused('amount-too-large', 'amount'))
      .when({ type: 'bonus', amount: 1e12 })
      .when({ type: 'bonus', amount: 1 })
      .then(refused('amount-too-large', 'amount'))
      .when({ type: 'return-payment', amount: -1 })
      .then(refused('not-positive', 'amount'))
  })
})
