import { describe, expect, test } from 'vitest'
import { A, approve, B, C, dispute, end, fund, opened, refund, release, submit } from './moves.ts'
import { accepted, contract, escrow, given, milestone, posting, refused, saying, usd } from './scenario.ts'

describe('Refunds', () => {
  test('a request moves no money and waits for an answer', () => {
    given(opened([usd(100)]), fund(A))
      .when({ type: 'request-refund', amount: usd(60), reason: 'half of it' })
      .then(posting(), escrow(usd(100)), milestone('A', { reserved: usd(60), status: 'funded' }))
      .then(
        contract({
          stage: 'refund-asked',
          pending: { refund: { amount: usd(60), reason: 'half of it', deadline: '2026-03-22', on: '2026-03-15' } },
        }),
      )
      .when(refund(1))
      .then(refused('refund-pending'))
  })

  test('a request about a milestone reserves the milestone’s money', () => {
    given(opened([usd(100), usd(50)], { funding: 'many' }), fund(A), fund(B))
      .when(refund(usd(51), B))
      .then(refused('exceeds-held', 'amount'), saying('B holds 50.00. Ask for 50.00 or less.'))
      .when(refund(usd(50), B))
      .when(approve)
      .then(milestone('B', { status: 'refunded' }), milestone('A', { held: usd(100) }))
      .when(refund(1, B))
      .then(refused('milestone-not-funded'))
  })

  test('a request about the contract takes at most the money in escrow', () => {
    given(opened([usd(100)]))
      .when(refund(1))
      .then(refused('exceeds-escrow', 'amount'))
      .when(fund(A))
      .when(refund(usd(100.01)))
      .then(refused('exceeds-escrow', 'amount'), saying('100.00 is in escrow. Ask for 100.00 or less.'))
  })

  test('a milestone left with nothing is refunded, or paid if some of it was released', () => {
    given(opened([usd(100)]), fund(A), release(A, 1), refund(usd(99.99)))
      .when(approve)
      .then(milestone('A', { status: 'paid' }))
    given(opened([usd(100)]), fund(A), submit(A), refund(usd(99)))
      .when(approve)
      .then(milestone('A', { status: 'submitted' }), contract({ deadlines: [{ kind: 'review', amount: usd(1) }] }))
      .when(refund(usd(1)))
      .when(approve)
      .then(milestone('A', { status: 'refunded' }), contract({ deadlines: [] }))
  })

  test('declining and cancelling stay distinct: the freelancer declines, the client cancels', () => {
    const expectEvent = (answer: 'decline-refund' | 'cancel-refund', event: string) =>
      given(opened([usd(100)]), fund(A), refund(usd(20)))
        .when({ type: answer })
        .then(({ records }) => expect(records.at(-1)?.events.map(({ type }) => type)).toEqual([event]))
    expectEvent('decline-refund', 'refund-declined')
    expectEvent('cancel-refund', 'refund-cancelled')
  })

  test('declining or cancelling moves no money', () => {
    for (const answer of [{ type: 'decline-refund' }, { type: 'cancel-refund' }] as const) {
      given(opened([usd(100)]), fund(A), refund(usd(60)))
        .when(answer)
        .then(posting(), escrow(usd(100)), contract({ pending: {}, stage: 'funded' }))
        .when(answer)
        .then(refused('no-refund-pending'))
    }
  })

  test('are only made by ending the contract if the policy says so', () => {
    given(opened([usd(100)], { refundOnlyAtEnd: true }), fund(A))
      .when(refund(usd(10)))
      .then(refused('refund-only-at-end'))
      .when(end)
      .then(accepted)
  })

  test('reserved money is fixed at the request, whatever is planned or moved later', () => {
    given(opened([usd(100), usd(50), usd(5)], { funding: 'many' }), fund(A), fund(B), refund(usd(120)))
      .when({ type: 'move-milestone', milestoneId: C, to: 0 })
      .when(release(B, usd(30)))
      .when(approve)
      .then(milestone('A', { status: 'refunded' }), milestone('B', { status: 'paid', refunded: usd(20) }))
  })
})

describe('Ending a contract', () => {
  test('with nothing in escrow happens at once, and cancels planned milestones', () => {
    given(opened([usd(100), usd(50)]), fund(A), release(A, usd(100)))
      .when({ type: 'end-contract' })
      .then(contract({ status: 'ended' }), milestone('A', { status: 'paid' }), milestone('B', { status: 'cancelled' }))
      .when({ type: 'end-contract' })
      .then(refused('contract-ended'))
  })

  test('reserves all of escrow, unallocated money first, and is undone by declining or cancelling the refund', () => {
    for (const answer of [{ type: 'decline-refund' }, { type: 'cancel-refund' }] as const) {
      given(opened([usd(100), usd(50), usd(5)]), fund(A), release(A, usd(20)), fund(B))
        .when(end)
        .then(
          contract({
            status: 'ending',
            pending: {
              refund: {
                reserved: [
                  { milestoneId: null, amount: usd(30) },
                  { milestoneId: B, amount: usd(50) },
                ],
              },
            },
          }),
        )
        .when(end)
        .then(refused('contract-ending'))
        .when(answer)
        .then(contract({ status: 'open' }), milestone('C', { status: 'planned' }), escrow(usd(80)))
    }
  })

  test('by the freelancer needs no approval', () => {
    given(opened([usd(100), usd(50)]), fund(A))
      .when({ type: 'end-contract', refundRemainder: true, by: 'freelancer' })
      .then(
        contract({ status: 'ended', refunded: usd(100) }),
        milestone('A', { status: 'refunded' }),
        milestone('B', { status: 'cancelled' }),
      )
    given(opened([usd(100)]), fund(A))
      .when({ type: 'end-contract', by: 'freelancer' })
      .then(refused('money-in-escrow', 'refundRemainder'))
  })

  test('is refused while another request or a dispute is pending', () => {
    given(opened([usd(100)]), fund(A), refund(1))
      .when(end)
      .then(refused('refund-pending'))
    given(opened([usd(100)]), fund(A), dispute(1))
      .when(end)
      .then(refused('dispute-open'))
  })

  test('leaves only edits, bonuses, returned payments and reversal', () => {
    const ended = () => given(opened([usd(100)]), end)
    for (const command of [
      fund(A),
      submit(A),
      release(A, 1),
      refund(1),
      approve,
      dispute(1),
      { type: 'resolve-dispute', release: 1, refund: 0 } as const,
    ]) {
      ended().when(command).then(refused('contract-ended'))
    }
    for (const command of [
      { type: 'edit-contract', archived: true },
      { type: 'bonus', amount: 1 },
      { type: 'reverse' },
    ] as const) {
      ended().when(command).then(accepted)
    }
  })
})
