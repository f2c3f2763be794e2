import { describe, test } from 'vitest'
import { accepted, answering, given, milestone, refused, saying, usd, warning } from './scenario.ts'
import { A, B, C, fund, opened, refund, release, submit } from './told.ts'

describe('Funding a milestone', () => {
  test('takes the milestone’s own amount where none is told, and the amount told becomes its amount', () => {
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

  test('where refunds are only at the end the refusal does not advise one', () => {
    given(opened([usd(100), usd(50)], { refundOnlyAtEnd: true }), fund(A))
      .when(fund(B))
      .then(saying('A is still funded. Release some of it before funding B.'))
  })

  test('funding one: the remainders of all partly-paid milestones are carried, and each one closed is warned of', () => {
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

  test('funding many: unallocated money is used, what other milestones hold is not', () => {
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

  test('an amount under the minimum is refused, whatever is left over would add', () => {
    given(opened([usd(10), usd(10)]), fund(A), release(A, usd(1)))
      .when(fund(B, usd(4.99)))
      .then(refused('below-minimum', 'amount'))
  })

  test('what was deposited in all keeps to the limit', () => {
    given(opened([1e12]), fund(A), release(A, 1e12), { type: 'add-milestone', title: 'B', amount: usd(5) })
      .when(fund(B))
      .then(refused('amount-too-large', 'amount'))
  })
})
