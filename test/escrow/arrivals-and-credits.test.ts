import { describe, expect, test } from 'vitest'
import { flowOf } from '../../main/escrow/flows.ts'
import { A, B, dispute, fund, opened, refund, release, resolve } from './moves.ts'
import { contract, given, posting, refused, usd } from './scenario.ts'

describe('Money on its way', () => {
  test('is shown up to the day it arrives, even if something else happens on that day', () => {
    given(opened([usd(100)], { availableDays: 5 }), fund(A), release(A, usd(10)))
      .onDay('2026-03-20')
      .when({ type: 'bonus', amount: usd(1), on: '2026-03-16' })
      .then(
        contract({
          deadlines: [{ kind: 'available', on: '2026-03-20', amount: usd(10), overdue: false }, { on: '2026-03-21' }],
        }),
      )
      .when(release(A, usd(2)))
      .then(
        contract({
          deadlines: [
            { on: '2026-03-20', amount: usd(10) },
            { on: '2026-03-21', amount: usd(1) },
            { on: '2026-03-25', amount: usd(2) },
          ],
        }),
      )
      .onDay('2026-03-21')
      .when({ type: 'edit-milestone', milestoneId: A, title: 'A' })
      .then(contract({ deadlines: [{ on: '2026-03-21' }, { on: '2026-03-25' }] }))
  })

  test('after a dispute is the released part, or none if nothing was released', () => {
    given(opened([usd(100)], { availableDays: 5, freelancerFeeBp: 1_000 }), fund(A), dispute(usd(40)))
      .when(resolve(usd(30), usd(10)))
      .then(contract({ deadlines: [{ kind: 'available', on: '2026-03-20', amount: usd(27) }] }))
    given(opened([usd(100)], { availableDays: 5 }), fund(A), dispute(usd(40)))
      .when(resolve(0, usd(40)))
      .then(contract({ deadlines: [] }), ({ decision }) =>
        expect(decision).toMatchObject({ events: [{ available: null }] }),
      )
  })
})

describe('Refundable fees', () => {
  test('come back only with a refund: a dispute settled by release alone credits nothing', () => {
    given(opened([usd(100)], { clientFeeBp: 500 }), fund(A), refund(usd(10)), { type: 'approve-refund' })
      .when({ type: 'edit-contract', policy: { feesRefundable: true } })
      .when(dispute(usd(50)))
      .when(resolve(usd(50), 0))
      .then(posting('escrow:milestone M1 -5000', 'freelancer 5000'))
  })

  test('are a flow too: the contract fee that an ending credits', () => {
    given(opened([usd(100)], { contractFee: usd(4.95), feesRefundable: true }), fund(A))
      .when({ type: 'end-contract', by: 'freelancer', refundRemainder: true })
      .then(({ decision }) => {
        expect(decision.ok && flowOf(decision.events)).toMatchObject({
          refunded: usd(100),
          contractFee: -usd(4.95),
          released: 0,
        })
      })
  })
})

describe('The party that ends a contract', () => {
  test('is the client, unless the command says the freelancer', () => {
    given(opened([usd(100)]))
      .when({ type: 'end-contract' })
      .then(({ decision }) => expect(decision).toMatchObject({ events: [{ type: 'contract-ended', by: 'client' }] }))
    given(opened([usd(100)]), fund(A), { type: 'end-contract', refundRemainder: true })
      .when({ type: 'approve-refund' })
      .then(({ decision }) =>
        expect(decision).toMatchObject({ events: [{ type: 'refunded' }, { type: 'contract-ended', by: 'client' }] }),
      )
  })
})

describe('An unknown id', () => {
  test('is refused with the name of its field', () => {
    given(opened([usd(100)]))
      .when(fund(B))
      .then(refused('unknown-milestone', 'milestoneId'))
      .when({ type: 'annotate', entry: 7 })
      .then(refused('unknown-entry', 'entry'))
  })
})
