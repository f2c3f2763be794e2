import { describe, test } from 'vitest'
import { A, B, C, fund, opened, refund, release, submit } from './moves.ts'
import { accepted, answering, given, milestone, refused, saying, usd, warning } from './scenario.ts'

describe('Funding a milestone', () => {
  test('takes the milestone’s own amount by default; a given amount becomes the milestone’s', () => {
    given(opened([usd(100), usd(50)]))
      .when(fund(A))
      .then(
        answering({ deposit: usd(100), carried: 0 }),
        milestone('A', { status: 'funded', funded: usd(100), held: usd(100) }),
      )
    given(opened([usd(100)]))
      .when(fund(A, usd(80)))
      .then(milestone('A', { amount: usd(80), funded: usd(80) }))
  })

  test('funding one: a submitted milestone blocks, a partly-paid one does not', () => {
    given(opened([usd(100), usd(50)]), fund(A), submit(A))
      .when(fund(B))
      .then(
        refused('milestone-already-funded'),
        saying('A is still under review. Release some of it, or get all of it refunded, before funding B.'),
      )
      .when(release(A, usd(1)))
      .when(fund(B))
      .then(accepted)
  })

  test('the refusal does not advise a refund if refunds are only at the end', () => {
    given(opened([usd(100), usd(50)], { refundOnlyAtEnd: true }), fund(A))
      .when(fund(B))
      .then(saying('A is still funded. Release some of it before funding B.'))
  })

  test('funding one: the remainders of all partly-paid milestones are carried, with a warning for each that closes', () => {
    given(
      opened([usd(100), usd(50), usd(30)], { funding: 'many' }),
      fund(A),
      fund(B),
      release(A, usd(90)),
      release(B, usd(45)),
      {
        type: 'edit-contract',
        policy: { funding: 'one' },
      },
    )
      .when(fund(C))
      .then(answering({ carried: usd(15), deposit: usd(15) }), warning('closes-milestone', 'closes-milestone'))
      .then(milestone('A', { status: 'paid', carried: usd(10) }), milestone('B', { status: 'paid', carried: usd(5) }))
  })

  test('funding many: unallocated money is used, money held by other milestones is not', () => {
    given(opened([usd(100), usd(50), usd(30)]), fund(A), release(A, usd(20)), fund(B), {
      type: 'edit-contract',
      policy: { funding: 'many' },
    })
      .when(fund(C, usd(60)))
      .then(answering({ carried: usd(30), deposit: usd(30) }), milestone('B', { held: usd(50) }), warning())
  })

  test('is refused while a refund request is pending', () => {
    given(opened([usd(100), usd(50)], { funding: 'many' }), fund(A), refund(1))
      .when(fund(B))
      .then(refused('refund-pending'))
  })

  test('an amount below the minimum is refused, however much is left over', () => {
    given(opened([usd(10), usd(10)]), fund(A), release(A, usd(1)))
      .when(fund(B, usd(4.99)))
      .then(refused('below-minimum', 'amount'))
  })

  test('the total of deposits keeps to the limit', () => {
    given(opened([1e12]), fund(A), release(A, 1e12), { type: 'add-milestone', title: 'B', amount: usd(5) })
      .when(fund(B))
      .then(refused('amount-too-large', 'amount'))
  })
})
