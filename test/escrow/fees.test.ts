import { describe, test } from 'vitest'
import { A, approve, B, C, dispute, end, fund, opened, refund, release, resolve, reverse } from './moves.ts'
import { accepted, answering, contract, given, posting, refused, saying, usd } from './scenario.ts'

const fees = (client: number, freelancer: number, once: number) =>
  contract({ fees: { client, freelancer, contract: once } })

describe('Fees', () => {
  test('the client’s fee is charged on the deposit only, never on carried money', () => {
    given(opened([usd(100), usd(100)], { clientFeeBp: 500 }), fund(A), release(A, usd(40)))
      .when(fund(B))
      .then(answering({ carried: usd(60), deposit: usd(40) }), fees(usd(5) + usd(2), 0, 0))
  })

  test('halves are rounded away from zero, once per entry', () => {
    given(opened([10, 10], { minimum: 1, clientFeeBp: 500 }), fund(A))
      .when(release(A, 10))
      .then(fees(1, 0, 0))
  })

  test('the contract fee is charged with the first deposit only, and reversed with it', () => {
    given(opened([usd(100), usd(100)], { contractFee: usd(3) }), fund(A), release(A, usd(100)))
      .when(fund(B))
      .then(fees(0, 0, usd(3)))
      .when(reverse)
      .when(reverse)
      .when(reverse)
      .then(fees(0, 0, 0))
      .when(fund(B))
      .then(fees(0, 0, usd(3)))
  })

  test('a contract fee set after the first deposit is never charged', () => {
    given(opened([usd(100), usd(100)]), fund(A), release(A, usd(100)), {
      type: 'edit-contract',
      policy: { contractFee: usd(3) },
    })
      .when(fund(B))
      .then(fees(0, 0, 0))
  })

  test('the actual fee of the platform may be given instead', () => {
    given(opened([usd(100)], { clientFeeBp: 500, freelancerFeeBp: 1_000 }))
      .when({ type: 'fund-milestone', milestoneId: A, fee: usd(4.99) })
      .then(fees(usd(4.99), 0, 0))
      .when({ type: 'release', milestoneId: A, amount: usd(50), fee: 0 })
      .then(posting('escrow:milestone M1 -5000', 'freelancer 5000'))
      .when({ type: 'bonus', amount: usd(1), fee: usd(1) })
      .then(posting('client -100', 'fees:freelancer 100'))
  })

  test('a fee below zero, or above the amount it is taken out of, is out of range', () => {
    given(opened([usd(100), usd(50)]), fund(A))
      .when({ type: 'release', milestoneId: A, amount: usd(10), fee: -1 })
      .then(refused('bad-input', 'fee'))
      .when({ type: 'release', milestoneId: A, amount: usd(10), fee: usd(10.01) })
      .then(
        refused('bad-input', 'fee'),
        saying('The fee is more than the 10.00 it is taken out of. Enter a fee of 10.00 or less.'),
      )
      .when({ type: 'bonus', amount: usd(10), fee: usd(10.01) })
      .then(refused('bad-input', 'fee'))
      .when({ type: 'release', milestoneId: A, amount: 0, fee: 1 })
      .then(refused('not-positive', 'amount'))
    given(opened([usd(100)]))
      .when({ type: 'fund-milestone', milestoneId: A, fee: -1 })
      .then(refused('bad-input', 'fee'))
      .when({ type: 'fund-milestone', milestoneId: A, fee: usd(200) })
      .then(accepted)
    given(opened([usd(100)]))
      .when({ type: 'fund-milestone', milestoneId: A, fee: 1e12 + 1 })
      .then(refused('amount-too-large', 'fee'))
  })

  test('the total of fees keeps to the limit, and so does the next funding', () => {
    given(
      opened([usd(100), usd(100)], { clientFeeBp: 500 }),
      { type: 'fund-milestone', milestoneId: A, fee: 1e12 - 10 },
      release(A, usd(100)),
    )
      .when(fund(B))
      .then(refused('amount-too-large', 'amount'))
      .when({ type: 'fund-milestone', milestoneId: B, fee: 11 })
      .then(refused('amount-too-large', 'fee'))
      .when({ type: 'edit-contract', policy: { minimum: 1 } })
      .when(fund(B, 209))
      .then(fees(1e12, 0, 0))
  })
})

describe('Refundable fees', () => {
  const refundable = { clientFeeBp: 500, freelancerFeeBp: 1_000, contractFee: usd(3), feesRefundable: true }

  test('stay charged unless the policy refunds them', () => {
    given(opened([usd(100)], { ...refundable, feesRefundable: false }), fund(A), refund(usd(100)))
      .when(approve)
      .then(fees(usd(5), 0, usd(3)))
  })

  test('are never more than was charged, if a lower fee was given', () => {
    given(opened([usd(100)], refundable), { type: 'fund-milestone', milestoneId: A, fee: usd(1) }, refund(usd(50)))
      .when(approve)
      .then(fees(0, 0, usd(3)))
  })

  test('are never below zero, if the share was lowered', () => {
    given(
      opened([usd(100), usd(100)], refundable),
      fund(A),
      refund(usd(50)),
      approve,
      { type: 'edit-contract', policy: { clientFeeBp: 1 } },
      refund(usd(10)),
    )
      .when(approve)
      .then(fees(usd(2.5), 0, usd(3)))
  })

  test('are all that is left once every deposit has gone back, if a higher fee was given', () => {
    given(
      opened([usd(100)], refundable),
      { type: 'fund-milestone', milestoneId: A, fee: usd(9) },
      refund(usd(40)),
      approve,
    )
      .when(refund(usd(60)))
      .then(fees(usd(7), 0, usd(3)))
      .when(approve)
      .then(fees(0, 0, usd(3)))
  })

  test('come back with the refund of a dispute, not with its release', () => {
    given(opened([usd(100)], refundable), fund(A), dispute(usd(100)))
      .when(resolve(usd(60), usd(40)))
      .then(fees(usd(3), usd(6), usd(3)))
    given(opened([usd(100)], refundable), fund(A), dispute(usd(100)))
      .when(resolve(usd(100), 0))
      .then(fees(usd(5), usd(10), usd(3)))
  })

  test('the freelancer’s fee comes back with returned payments, in total exactly as charged', () => {
    given(opened([usd(100)], refundable), fund(A), { type: 'release', milestoneId: A, amount: usd(100), fee: usd(7) })
      .when({ type: 'return-payment', amount: usd(50) })
      .then(fees(usd(5), usd(2), usd(3)), posting('freelancer -4500', 'fees:freelancer -500', 'client 5000'))
      .when({ type: 'return-payment', amount: usd(50) })
      .then(fees(usd(5), 0, usd(3)))
    given(opened([usd(100)], { ...refundable, feesRefundable: false }), fund(A), release(A, usd(100)))
      .when({ type: 'return-payment', amount: usd(100) })
      .then(fees(usd(5), usd(10), usd(3)))
  })

  test('the contract fee comes back with the ending if nothing was ever released and no bonus paid', () => {
    given(opened([usd(100)], refundable), fund(A), end)
      .when(approve)
      .then(
        fees(0, 0, 0),
        posting(
          'escrow:milestone M1 -10000',
          'client 10000',
          'fees:client -500',
          'client 500',
          'fees:contract -300',
          'client 300',
        ),
      )
    given(opened([usd(100)], refundable), fund(A), refund(usd(100)), approve)
      .when({ type: 'end-contract' })
      .then(fees(0, 0, 0), posting('fees:contract -300', 'client 300'))
    given(opened([usd(100)], refundable), fund(A), { type: 'bonus', amount: 1 }, end)
      .when(approve)
      .then(contract({ fees: { contract: usd(3) } }))
    given(opened([usd(100), usd(50), usd(5)], refundable), fund(A), release(A, 1), fund(B), end)
      .when(approve)
      .then(contract({ fees: { contract: usd(3) }, milestones: [{}, {}, { id: C, status: 'cancelled' }] }))
  })
})
