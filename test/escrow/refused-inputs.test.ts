import { describe, test } from 'vitest'
import { A, approve, B, dispute, end, fund, opened, refund, release, reverse, submit } from './moves.ts'
import { type Command, given, nothing, refused, saying, usd } from './scenario.ts'

const TOO_MUCH = 1_000_000_000_001

/**
 * Commands that a contract refuses once it has ended or is ending. Each would also be refused for a
 * later reason in the order.
 */
const NOT_AFTER_THE_END: readonly Command[] = [
  { type: 'add-milestone', title: 'More', amount: 0 },
  { type: 'edit-milestone', milestoneId: A, amount: 0 },
  { type: 'remove-milestone', milestoneId: A },
  { type: 'move-milestone', milestoneId: A, to: 9 },
  fund(A, 0),
  submit(B),
  { type: 'request-changes', milestoneId: A },
  refund(0),
  dispute(0),
  { type: 'end-contract' },
]

describe('A contract that has ended or is ending', () => {
  test.each(NOT_AFTER_THE_END)('refuses $type for that before anything else', move => {
    given(opened([usd(100), usd(50)]), end)
      .when(move)
      .then(refused('contract-ended'))
    given(opened([usd(100), usd(50)]), fund(A), end)
      .when(move)
      .then(refused('contract-ending'))
  })
})

describe('A refusal names its field and the way out', () => {
  test('two parties with one name: the name given last', () => {
    given(opened([]))
      .when({ type: 'edit-contract', client: 'muhammad' })
      .then(refused('same-party', 'client'))
      .when({ type: 'edit-contract', freelancer: ' CARLA' })
      .then(refused('same-party', 'freelancer'))
      .when({ type: 'edit-contract', client: 'Zoë', freelancer: 'ZOË' })
      .then(refused('same-party', 'freelancer'))
      .when({ type: 'rename-party', from: 'Carla', to: 'MUHAMMAD' })
      .then(refused('same-party', 'to'))
  })

  test('an amount above the limit', () => {
    nothing()
      .when(opened([], {}, { budget: TOO_MUCH }))
      .then(refused('amount-too-large', 'budget'))
      .when(opened([], { minimum: TOO_MUCH }))
      .then(refused('amount-too-large', 'policy.minimum'))
      .when(opened([], { contractFee: TOO_MUCH }))
      .then(refused('amount-too-large', 'policy.contractFee'))
      .when(opened([usd(100), TOO_MUCH]))
      .then(refused('amount-too-large', 'milestones.1.amount'))
    given(opened([usd(100)]))
      .when({ type: 'edit-contract', policy: { minimum: TOO_MUCH } })
      .then(refused('amount-too-large', 'policy.minimum'))
      .when({ type: 'fund-milestone', milestoneId: A, fee: TOO_MUCH })
      .then(
        refused('amount-too-large', 'fee'),
        saying('The fee is more than the book can record. Enter 10,000,000,000.00 or less.'),
      )
  })

  test('a total above the limit', () => {
    given(
      opened([TOO_MUCH - 1]),
      fund(A),
      { type: 'add-milestone', title: 'B', amount: usd(5) },
      release(A, TOO_MUCH - 1),
    )
      .when(fund(B))
      .then(refused('amount-too-large', 'amount'))
      .when({ type: 'return-payment', amount: TOO_MUCH - 1 })
      .when({ type: 'bonus', amount: 1 })
      .when({ type: 'return-payment', amount: 1 })
      .then(refused('amount-too-large', 'amount'))
  })

  test('a milestone past planned: what can be done with it, or instead', () => {
    given(opened([usd(100)]), fund(A))
      .when(fund(A))
      .then(saying('A is no longer in planning. Add a milestone for more work and fund that one.'))
      .when({ type: 'remove-milestone', milestoneId: A })
      .then(
        saying(
          'A is no longer in planning. A milestone that was funded stays in the book. If that was a mistake, undo back to its funding.',
        ),
      )
      .when({ type: 'move-milestone', milestoneId: A, to: 0 })
      .then(saying('A is no longer in planning. Move the planned milestones around it instead.'))
      .when({ type: 'edit-milestone', milestoneId: A, amount: usd(5) })
      .then(
        refused('milestone-not-planned', 'amount'),
        saying('A is no longer in planning. Change its title or due date, or add a milestone for more work.'),
      )
  })

  test('a fee below zero', () => {
    given(opened([usd(100)]))
      .when({ type: 'bonus', amount: 1, fee: -1 })
      .then(refused('bad-input', 'fee'), saying('The fee cannot be less than zero. Enter zero or more.'))
  })

  test('a request, dispute or part of a split of zero or less', () => {
    given(opened([usd(100)]), fund(A))
      .when(refund(0))
      .then(refused('not-positive', 'amount'))
      .when(dispute(0))
      .then(refused('not-positive', 'amount'))
      .when(dispute(TOO_MUCH + 1))
      .then(refused('amount-too-large', 'amount'))
  })

  test('no work under review: what has to come first, or instead', () => {
    const askForChanges = { type: 'request-changes', milestoneId: A } as const
    given(opened([usd(100)]))
      .when(askForChanges)
      .then(saying('A is not funded yet. Fund it, and record the work when it is submitted.'))
      .when(fund(A))
      .when(askForChanges)
      .then(saying('A is not under review. Record the submitted work first.'))
      .when(release(A, usd(100)))
      .when(askForChanges)
      .then(saying('A is paid, and its review is over. Add a milestone for more work.'))
    given(opened([usd(100)]), fund(A), refund(usd(100)), { type: 'approve-refund' })
      .when(askForChanges)
      .then(saying('A was refunded and is no longer under review. Add a milestone for more work.'))
  })

  test('no pending refund: how to request one under the contract’s rules', () => {
    given(opened([usd(100)]))
      .when({ type: 'approve-refund' })
      .then(refused('no-refund-pending'), saying('No refund is waiting for an answer. Request a refund first.'))
    given(opened([usd(100)], { refundOnlyAtEnd: true }))
      .when({ type: 'cancel-refund' })
      .then(saying('No refund is waiting for an answer. End the contract and have what is left refunded.'))
  })

  test('a milestone that holds less: a release with a bonus, or a smaller request', () => {
    given(opened([usd(100)]), fund(A))
      .when(release(A, usd(101)))
      .then(saying('A holds 100.00. Release 100.00 and pay the other 1.00 as a bonus.'))
      .when(refund(usd(101), A))
      .then(saying('A holds 100.00. Ask for 100.00 or less.'))
      .when(dispute(usd(101), A))
      .then(saying('A holds 100.00. Ask for 100.00 or less.'))
  })

  test('too little unallocated money: by the free part', () => {
    // 350.00 paid in once, of which 100.00 is left over for the third milestone.
    const leftOver = [opened([usd(100), usd(150), usd(100)]), fund(A, usd(350)), release(A, usd(100)), fund(B)] as const
    given(...leftOver)
      .when(release(undefined, usd(101)))
      .then(
        saying('100.00 of this contract’s escrow is unallocated. Release 100.00 and pay the other 1.00 as a bonus.'),
      )
      .when(refund(usd(60)))
      .when(release(undefined, usd(101)))
      .then(
        saying(
          '100.00 of this contract’s escrow is unallocated, of which 40.00 is free. Release 40.00 and pay the other 61.00 as a bonus.',
        ),
      )
      .when(release(undefined, usd(41)))
      .then(
        saying(
          '60.00 of 100.00 is reserved for a refund, and 40.00 is free. Release 40.00 and pay the other 1.00 as a bonus, or settle the refund first.',
        ),
      )
    given(...leftOver, refund(usd(100)))
      .when(release(undefined, usd(101)))
      .then(
        saying(
          '100.00 of this contract’s escrow is unallocated, all of it reserved for a refund. Decline or cancel the refund first, or pay 101.00 as a bonus.',
        ),
      )
      .when(release(undefined, usd(1)))
      .then(saying('All 100.00 is reserved for a refund. Approve, decline or cancel the refund first.'))
    given(opened([usd(100)]), fund(A))
      .when(release(undefined, usd(1)))
      .then(
        saying('Nothing in this contract’s escrow is unallocated. Release from a milestone, or pay 1.00 as a bonus.'),
      )
  })

  test('a milestone whose money is reserved: by the free part', () => {
    given(opened([usd(100)]), fund(A), refund(usd(60)))
      .when(release(A, usd(101)))
      .then(saying('A holds 100.00, of which 40.00 is free. Release 40.00 and pay the other 61.00 as a bonus.'))
    given(opened([usd(100)]), fund(A), refund(usd(100)))
      .when(release(A, usd(101)))
      .then(
        saying(
          'A holds 100.00, all of it reserved for a refund. Decline or cancel the refund first, or pay 101.00 as a bonus.',
        ),
      )
  })

  test('nothing in escrow, or nothing paid', () => {
    given(opened([usd(100)]))
      .when(refund(1))
      .then(saying('Nothing is in escrow. For money that was already paid out, record a returned payment.'))
      .when({ type: 'return-payment', amount: 1 })
      .then(saying('Nothing was paid that could be returned. To get back money in escrow, request a refund.'))
      .when({ type: 'bonus', amount: usd(2) })
      .when({ type: 'return-payment', amount: usd(3) })
      .then(saying('2.00 of what was paid can still be returned. Enter 2.00 or less.'))
  })

  test('money in escrow before ending, and before archiving', () => {
    given(opened([usd(100)]), fund(A))
      .when({ type: 'end-contract' })
      .then(
        refused('money-in-escrow', 'refundRemainder'),
        saying('100.00 is in escrow. Release it, or end the contract with a refund of it.'),
      )
      .when({ type: 'edit-contract', archived: true })
      .then(
        refused('money-in-escrow', 'archived'),
        saying('100.00 is in escrow. Release it or get it refunded before archiving the contract.'),
      )
  })

  test('a position outside the list', () => {
    given(opened([usd(100), usd(50)]))
      .when({ type: 'move-milestone', milestoneId: A, to: 2 })
      .then(
        refused('bad-position', 'to'),
        saying('There is no such position in the list of milestones. Its 2 positions are counted from 0.'),
      )
  })

  test('a reversal that would give both parties one name: no field, since it has none', () => {
    given(opened([]), { type: 'edit-contract', client: 'Zoë' }, { type: 'rename-party', from: 'Muhammad', to: 'Carla' })
      .when(reverse)
      .then(refused('same-party'), ({ decision }) => {
        if (!decision.ok && decision.refusal.field !== undefined)
          throw new Error(`it speaks of ${decision.refusal.field}`)
      })
  })
})

describe('A dispute of one milestone', () => {
  test('reserves the milestone’s money, even if an earlier one holds some too', () => {
    given(opened([usd(100), usd(50)], { funding: 'many' }), fund(A), fund(B), dispute(usd(30), B))
      .when({ type: 'resolve-dispute', release: usd(10), refund: usd(20) })
      .when(refund(usd(20), B))
      .when(approve)
      .when(release(A, usd(100)))
  })
})
