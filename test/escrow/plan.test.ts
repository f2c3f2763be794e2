import { describe, expect, test } from 'vitest'
import { A, approve, B, C, end, fund, opened, release, reverse, submit } from './moves.ts'
import { accepted, answering, contract, given, milestone, nothing, refused, usd, warning } from './scenario.ts'

describe('Milestones of the plan', () => {
  test('a new one comes last, and its number is never used again', () => {
    given(opened([usd(100), usd(50)]), { type: 'remove-milestone', milestoneId: B })
      .when({ type: 'add-milestone', title: 'C', amount: usd(5), due: '2026-01-01' })
      .then(answering({ milestoneId: C }), milestone('C', { amount: usd(5), due: '2026-01-01' as never }))
      .then(({ facts }) => expect(facts?.milestones.map(each => each.id)).toEqual([A, C]))
      .when({ type: 'edit-milestone', milestoneId: C, due: null })
      .then(milestone('C', { due: null }))
  })

  test('one moves to a position counted from 0 after the move', () => {
    const order = (...ids: string[]) => contract({ milestones: ids.map(id => ({ id })) })
    given(opened([usd(5), usd(5), usd(5)]))
      .when({ type: 'move-milestone', milestoneId: A, to: 2 })
      .then(order(B, C, A))
      .when({ type: 'move-milestone', milestoneId: A, to: 0 })
      .then(order(A, B, C))
      .when({ type: 'move-milestone', milestoneId: A, to: 3 })
      .then(refused('bad-position', 'to'))
      .when({ type: 'move-milestone', milestoneId: A, to: -1 })
      .then(refused('bad-position', 'to'))
  })

  test('only a planned one can be moved, removed or get another amount', () => {
    given(opened([usd(100)]), fund(A))
      .when({ type: 'move-milestone', milestoneId: A, to: 9 })
      .then(refused('milestone-not-planned'))
      .when({ type: 'remove-milestone', milestoneId: A })
      .then(refused('milestone-not-planned'))
      .when({ type: 'edit-milestone', milestoneId: A, amount: usd(100) })
      .then(refused('milestone-not-planned', 'amount'))
      .when(fund(A))
      .then(refused('milestone-not-planned'))
  })

  test('title and due date can be edited in any status while the contract is open', () => {
    given(opened([usd(100)]), fund(A), release(A, usd(100)))
      .when({ type: 'edit-milestone', milestoneId: A, title: 'Design', due: '2030-01-01' })
      .then(milestone('Design', { status: 'paid' }))
      .when(end)
      .when({ type: 'edit-milestone', milestoneId: A, title: 'Other' })
      .then(refused('contract-ended'))
  })

  test('disputes and pending refunds do not block changes of the plan', () => {
    given(opened([usd(100), usd(50)]), fund(A), { type: 'open-dispute', amount: usd(100) })
      .when({ type: 'add-milestone', title: 'C', amount: usd(5) })
      .then(accepted)
      .when({ type: 'edit-milestone', milestoneId: B, amount: usd(60) })
      .then(accepted)
      .when({ type: 'move-milestone', milestoneId: B, to: 0 })
      .then(accepted)
      .when({ type: 'remove-milestone', milestoneId: B })
      .then(accepted)
  })

  test('amounts keep to the minimum and the limit, alone and in total', () => {
    given(opened([1e12 - 500, usd(5)]))
      .when({ type: 'add-milestone', title: 'C', amount: usd(5) })
      .then(refused('amount-too-large', 'amount'))
      .when({ type: 'edit-milestone', milestoneId: B, amount: usd(5.01) })
      .then(refused('amount-too-large', 'amount'))
      .when({ type: 'edit-milestone', milestoneId: B, amount: usd(4.99) })
      .then(refused('below-minimum', 'amount'))
      .when({ type: 'edit-milestone', milestoneId: B, amount: 0 })
      .then(refused('not-positive', 'amount'))
  })

  test('the plan cannot change once the contract is ending or has ended', () => {
    given(opened([usd(100), usd(50)]), fund(A), end)
      .when({ type: 'add-milestone', title: 'C', amount: usd(5) })
      .then(refused('contract-ending'))
      .when({ type: 'edit-milestone', milestoneId: B, title: 'Build' })
      .then(refused('contract-ending'))
      .when(submit(A))
      .then(refused('contract-ending'))
      .when(approve)
      .when({ type: 'remove-milestone', milestoneId: B })
      .then(refused('contract-ended'))
  })
})

describe('The cost of the plan', () => {
  test('causes a warning when a command takes it over the budget, and not again while it stays', () => {
    given(opened([usd(100)], {}, { budget: usd(150) }))
      .when({ type: 'add-milestone', title: 'B', amount: usd(50) })
      .then(warning())
      .when({ type: 'add-milestone', title: 'C', amount: usd(5) })
      .then(warning('over-budget'))
      .when({ type: 'edit-milestone', milestoneId: C, title: 'Copy' })
      .then(warning())
      .when({ type: 'add-milestone', title: 'D', amount: usd(5) })
      .then(warning('over-budget'))
      .when(fund(A))
      .then(warning())
      .when(reverse)
      .then(warning())
  })

  test('causes a warning when a contract opens over budget, or the budget is lowered below the plan', () => {
    nothing()
      .when(opened([usd(100)], {}, { budget: usd(99) }))
      .then(warning('over-budget'))
    given(opened([usd(100)]))
      .when({ type: 'edit-contract', budget: usd(99) })
      .then(warning('over-budget'))
  })

  test('causes another warning when the budget is lowered further, but not when it stays', () => {
    given(opened([usd(100)], {}, { budget: usd(99) }))
      .when({ type: 'edit-contract', budget: usd(98) })
      .then(warning('over-budget'))
      .when({ type: 'edit-contract', title: 'Shop' })
      .then(warning())
  })

  test('counts money funded beyond the plan as carried only with funding one', () => {
    given(opened([usd(100), usd(100)], { funding: 'many' }, { budget: usd(200) }))
      .when(fund(A, usd(150)))
      .then(warning('over-budget'))
    given(opened([usd(100), usd(100)], {}, { budget: usd(200) }))
      .when(fund(A, usd(150)))
      .then(warning())
      .when(fund(A))
      .then(refused('milestone-not-planned'))
      .when(release(A, usd(150)))
      .then(warning('over-budget'))
  })

  test('does not count refunded money as carried', () => {
    given(opened([usd(100), usd(250)], {}, { budget: usd(350) }), fund(A, usd(350)), {
      type: 'request-refund',
      amount: usd(250),
      milestoneId: A,
    })
      .when(approve)
      .then(warning(), contract({ escrow: usd(100) }))
      .when(release(A, usd(100)))
      .then(warning())
  })
})
