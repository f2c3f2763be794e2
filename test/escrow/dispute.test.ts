import { describe, test } from 'vitest'
import { A, approve, B, C, dispute, fund, opened, refund, release, submit } from './moves.ts'
import { contract, given, milestone, posting, refused, usd } from './scenario.ts'

describe('Disputes', () => {
  test('reserve the milestones in order, then unallocated money', () => {
    given(opened([usd(100), usd(50)]), fund(A), release(A, usd(20)), fund(B))
      .when(dispute(usd(60)))
      .then(
        contract({
          stage: 'in-dispute',
          pending: {
            dispute: {
              reserved: [
                { milestoneId: B, amount: usd(50) },
                { milestoneId: null, amount: usd(10) },
              ],
            },
          },
        }),
      )
  })

  test('about a milestone reserve its own money, not that of an earlier one', () => {
    given(opened([usd(100), usd(50)], { funding: 'many' }), fund(A), fund(B))
      .when(dispute(usd(30), B))
      .then(contract({ pending: { dispute: { reserved: [{ milestoneId: B, amount: usd(30) }] } } }))
  })

  test('are limited to the money held or in escrow, one at a time', () => {
    given(opened([usd(100), usd(50)]), fund(A))
      .when(dispute(usd(100.01), A))
      .then(refused('exceeds-held', 'amount'))
      .when(dispute(usd(100.01)))
      .then(refused('exceeds-escrow', 'amount'))
      .when(dispute(1, B))
      .then(refused('milestone-not-funded'))
      .when(dispute(1))
      .when(dispute(1))
      .then(refused('dispute-open'))
    given(opened([usd(100)]), fund(A), refund(1))
      .when(dispute(1))
      .then(refused('refund-pending'))
  })

  test('block all of escrow, also money they are not about', () => {
    const disputed = () => given(opened([usd(100), usd(50)], { funding: 'many' }), fund(A), submit(A), dispute(1))
    const moves = [
      fund(B),
      submit(A),
      { type: 'request-changes', milestoneId: A },
      release(A, 1),
      refund(1),
      approve,
      { type: 'cancel-refund' },
    ] as const
    for (const command of moves) disputed().when(command).then(refused('dispute-open'))
  })

  test('are split exactly, each part zero or more', () => {
    const disputed = () => given(opened([usd(100)]), fund(A), dispute(usd(100)))
    const resolve = (release: number, refund: number) => ({ type: 'resolve-dispute', release, refund }) as const
    disputed()
      .when(resolve(usd(60), usd(39)))
      .then(refused('split-mismatch', 'refund'))
    disputed()
      .when(resolve(usd(101), -100))
      .then(refused('not-positive', 'refund'))
    disputed().when(resolve(1e300, 0)).then(refused('amount-too-large', 'release'))
    disputed()
      .when(resolve(0, usd(100)))
      .then(milestone('A', { status: 'refunded' }))
    disputed()
      .when(resolve(usd(100), 0))
      .then(milestone('A', { status: 'paid' }))
    given(opened([])).when(resolve(0, 0)).then(refused('no-dispute'))
  })

  test('release from the front of the reserved money, and refund the rest', () => {
    given(
      opened([usd(100), usd(50), usd(30)], {
        funding: 'many',
        freelancerFeeBp: 1_000,
        clientFeeBp: 500,
        feesRefundable: true,
      }),
      fund(A),
      fund(B),
      fund(C),
      submit(B),
    )
      .when(dispute(usd(160)))
      .when({ type: 'resolve-dispute', release: usd(110), refund: usd(50) })
      .then(
        milestone('A', { status: 'paid' }),
        milestone('B', { status: 'paid', released: usd(10), refunded: usd(40) }),
      )
      .then(milestone('C', { status: 'funded', refunded: usd(10), held: usd(20) }), contract({ deadlines: [] }))
      .then(
        posting(
          'escrow:milestone M1 -10000',
          'escrow:milestone M2 -1000',
          'freelancer 9900',
          'fees:freelancer 1100',
          'escrow:milestone M2 -4000',
          'escrow:milestone M3 -1000',
          'client 5000',
          'fees:client -250',
          'client 250',
        ),
      )
  })

  test('a submitted milestone that is partly released becomes partly-paid; one that is only partly refunded stays submitted', () => {
    given(opened([usd(100)]), fund(A), submit(A), dispute(usd(50)))
      .when({ type: 'resolve-dispute', release: usd(20), refund: usd(30) })
      .then(milestone('A', { status: 'partly-paid', held: usd(50) }))
    given(opened([usd(100)]), fund(A), submit(A), dispute(usd(50)))
      .when({ type: 'resolve-dispute', release: 0, refund: usd(50) })
      .then(milestone('A', { status: 'submitted', held: usd(50) }))
  })
})
