import { describe, expect, test } from 'vitest'
import { accepted, answering, contract, given, milestone, nothing, refused, saying, usd, warning } from './scenario.ts'
import { A, approve, B, C, end, fund, opened, release, reverse, submit } from './told.ts'

describe('Opening a contract', () => {
  test('answers the id it got, and begins open with everything at nothing', () => {
    nothing()
      .when(opened([usd(100)]))
      .then(answering({ contractId: 'C0001' }))
      .then(contract({ status: 'open', stage: 'not-funded', side: 'client', budget: null, archived: false, deposited: 0, escrow: 0 }))
      .then(milestone('A', { id: 'M1', status: 'planned', amount: usd(100), due: null }))
  })

  test('may have no milestones yet', () => {
    nothing()
      .when(opened([]))
      .then(accepted, contract({ milestones: [] }))
  })

  test('follows Standard where nothing is said: the minimum is 5 major units of the currency', () => {
    nothing()
      .when(opened([]))
      .then(contract({ policy: { funding: 'one', minimum: 500, reviewDays: 14, refundDays: 7, disputeDays: 0, availableDays: 0, refundOnlyAtEnd: false } }))
    nothing()
      .when(opened([], {}, { currency: 'JPY' }))
      .then(contract({ decimals: 0, policy: { minimum: 5 } }))
    nothing()
      .when(opened([], {}, { currency: 'KWD' }))
      .then(contract({ decimals: 3, policy: { minimum: 5000 } }))
    nothing()
      .when(opened([], {}, { currency: 'HUF' }))
      .then(contract({ decimals: 2 }))
  })

  test('needs a currency of the table', () => {
    nothing()
      .when(opened([], {}, { currency: 'usd' }))
      .then(refused('unknown-currency', 'currency'))
  })

  test('needs two parties, compared trimmed and without case', () => {
    for (const freelancer of ['Carla', ' carla ', 'CARLA']) {
      nothing()
        .when(opened([], {}, { freelancer }))
        .then(refused('same-party', 'freelancer'))
    }
    nothing()
      .when(opened([], {}, { client: 'Straße', freelancer: 'STRASSE' }))
      .then(refused('same-party'))
  })

  test('refuses a milestone under the minimum, and names which', () => {
    nothing()
      .when(opened([usd(5), usd(4.99)]))
      .then(refused('below-minimum', 'milestones.1.amount'), saying('A milestone must be at least 5.00. Enter 5.00 or more.'))
  })

  test('refuses a budget of nothing and amounts or a total above the limit', () => {
    nothing()
      .when(opened([], {}, { budget: 0 }))
      .then(refused('not-positive', 'budget'))
    nothing()
      .when(opened([], {}, { budget: 1e12 + 1 }))
      .then(refused('amount-too-large', 'budget'))
    nothing()
      .when(opened([1e300]))
      .then(refused('amount-too-large', 'milestones.0.amount'))
    nothing()
      .when(opened([1e12, 500]))
      .then(refused('amount-too-large', 'milestones'))
    nothing()
      .when(opened([], { contractFee: 1e12 + 1 }))
      .then(refused('amount-too-large', 'policy.contractFee'))
    nothing()
      .when(opened([1e12]))
      .then(accepted)
  })

  test('gives the first refusal by kind, not by place in the list', () => {
    nothing()
      .when(opened([usd(1), -1]))
      .then(refused('not-positive', 'milestones.1.amount'))
  })
})

describe('Editing a contract', () => {
  test('changes names, title, budget, side and policy, whatever the status', () => {
    given(opened([usd(100)]), end)
      .when({ type: 'edit-contract', title: 'Shop', client: 'Ada', freelancer: 'Bo', budget: usd(50), side: 'freelancer', policy: { reviewDays: 3 } })
      .then(
        contract({
          title: 'Shop',
          client: 'Ada',
          freelancer: 'Bo',
          budget: usd(50),
          side: 'freelancer',
          status: 'ended',
          policy: { reviewDays: 3, refundDays: 7 },
        }),
      )
      .when({ type: 'edit-contract', budget: null })
      .then(contract({ budget: null }))
  })

  test('a changed policy applies to what comes after it', () => {
    given(opened([usd(100), usd(100)], { freelancerFeeBp: 1_000 }), fund(A), release(A, usd(100)))
      .when({ type: 'edit-contract', policy: { freelancerFeeBp: 2_000, minimum: usd(200) } })
      .then(contract({ fees: { freelancer: usd(10) } }))
      .when(fund(B))
      .then(refused('below-minimum', 'amount'))
      .when(fund(B, usd(200)))
      .when(release(B, usd(200)))
      .then(contract({ fees: { freelancer: usd(50) } }))
  })

  test('refuses a name that makes both sides one, and a budget of nothing', () => {
    given(opened([]))
      .when({ type: 'edit-contract', client: 'muhammad' })
      .then(refused('same-party', 'client'))
      .when({ type: 'edit-contract', client: 'Muhammad', freelancer: 'Carla' })
      .then(accepted)
      .when({ type: 'edit-contract', budget: -1 })
      .then(refused('not-positive', 'budget'))
  })

  test('archives only with nothing in escrow; funding takes a contract out of the archive', () => {
    given(opened([usd(100)]), fund(A))
      .when({ type: 'edit-contract', archived: true })
      .then(refused('money-in-escrow', 'archived'))
      .when({ type: 'edit-contract', archived: false })
      .then(accepted)
    given(opened([usd(100)]), { type: 'edit-contract', archived: true })
      .when(fund(A))
      .then(contract({ archived: false }))
      .when(reverse)
      .then(contract({ archived: true }))
  })

  test('an edit that changes nothing is recorded all the same', () => {
    given(opened([])).when({ type: 'edit-contract', note: 'looked through it' }).then(accepted)
  })
})

describe('Milestones of the plan', () => {
  test('a new one comes last and its number is never given twice', () => {
    given(opened([usd(100), usd(50)]), { type: 'remove-milestone', milestoneId: B })
      .when({ type: 'add-milestone', title: 'C', amount: usd(5), due: '2026-01-01' })
      .then(answering({ milestoneId: C }), milestone('C', { amount: usd(5), due: '2026-01-01' as never }))
      .then(({ facts }) => expect(facts?.milestones.map(each => each.id)).toEqual([A, C]))
      .when({ type: 'edit-milestone', milestoneId: C, due: null })
      .then(milestone('C', { due: null }))
  })

  test('moves to a place counted from 0 after the move', () => {
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

  test('plan changes are free of disputes and of pending refunds', () => {
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

  test('the amounts keep to the minimum and the limit, alone and together', () => {
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

  test('no plan changes once the contract is ending or has ended', () => {
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

describe('What the plan costs', () => {
  test('warns when a command takes it over the budget, and not again while it stays', () => {
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

  test('an opening over its budget warns, and so does a budget lowered under the plan', () => {
    nothing()
      .when(opened([usd(100)], {}, { budget: usd(99) }))
      .then(warning('over-budget'))
    given(opened([usd(100)]))
      .when({ type: 'edit-contract', budget: usd(99) })
      .then(warning('over-budget'))
  })

  test('funding beyond what was planned is carried only with funding one', () => {
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

  test('what went back to the client no longer carries', () => {
    given(opened([usd(100), usd(250)], {}, { budget: usd(350) }), fund(A, usd(350)), { type: 'request-refund', amount: usd(250), milestoneId: A })
      .when(approve)
      .then(warning(), contract({ escrow: usd(100) }))
      .when(release(A, usd(100)))
      .then(warning())
  })
})
