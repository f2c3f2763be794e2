import { describe, test } from 'vitest'
import { A, B, end, fund, opened, release, reverse } from './moves.ts'
import { accepted, answering, contract, given, milestone, nothing, refused, saying, usd } from './scenario.ts'

describe('Opening a contract', () => {
  test('returns its id, and starts open with all amounts at zero', () => {
    nothing()
      .when(opened([usd(100)]))
      .then(answering({ contractId: 'C0001' }))
      .then(
        contract({
          status: 'open',
          stage: 'not-funded',
          side: 'client',
          budget: null,
          archived: false,
          deposited: 0,
          escrow: 0,
        }),
      )
      .then(milestone('A', { id: 'M1', status: 'planned', amount: usd(100), due: null }))
  })

  test('may have no milestones', () => {
    nothing()
      .when(opened([]))
      .then(accepted, contract({ milestones: [] }))
  })

  test('follows Standard by default: the minimum is 5 major units of the currency', () => {
    nothing()
      .when(opened([]))
      .then(
        contract({
          policy: {
            funding: 'one',
            minimum: 500,
            reviewDays: 14,
            refundDays: 7,
            disputeDays: 0,
            availableDays: 0,
            refundOnlyAtEnd: false,
          },
        }),
      )
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

  test('needs a known currency', () => {
    nothing()
      .when(opened([], {}, { currency: 'usd' }))
      .then(refused('unknown-currency', 'currency'))
  })

  test('needs two different parties, compared trimmed and without case', () => {
    for (const freelancer of ['Carla', ' carla ', 'CARLA']) {
      nothing()
        .when(opened([], {}, { freelancer }))
        .then(refused('same-party', 'freelancer'))
    }
    nothing()
      .when(opened([], {}, { client: 'Straße', freelancer: 'STRASSE' }))
      .then(refused('same-party'))
  })

  test('refuses a milestone below the minimum, and names it', () => {
    nothing()
      .when(opened([usd(5), usd(4.99)]))
      .then(
        refused('below-minimum', 'milestones.1.amount'),
        saying('A milestone must be at least 5.00. Enter 5.00 or more.'),
      )
  })

  test('refuses a budget of zero, and amounts or a total above the limit', () => {
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

  test('gives the first refusal by kind, not by position in the list', () => {
    nothing()
      .when(opened([usd(1), -1]))
      .then(refused('not-positive', 'milestones.1.amount'))
  })
})

describe('Editing a contract', () => {
  test('changes names, title, budget, side and policy in any status', () => {
    given(opened([usd(100)]), end)
      .when({
        type: 'edit-contract',
        title: 'Shop',
        client: 'Ada',
        freelancer: 'Bo',
        budget: usd(50),
        side: 'freelancer',
        policy: { reviewDays: 3 },
      })
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

  test('a changed policy applies from then on', () => {
    given(opened([usd(100), usd(100)], { freelancerFeeBp: 1_000 }), fund(A), release(A, usd(100)))
      .when({ type: 'edit-contract', policy: { freelancerFeeBp: 2_000, minimum: usd(200) } })
      .then(contract({ fees: { freelancer: usd(10) } }))
      .when(fund(B))
      .then(refused('below-minimum', 'amount'))
      .when(fund(B, usd(200)))
      .when(release(B, usd(200)))
      .then(contract({ fees: { freelancer: usd(50) } }))
  })

  test('refuses the name of the other party, and a budget of zero', () => {
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

  test('an edit that changes nothing is still recorded', () => {
    given(opened([])).when({ type: 'edit-contract', note: 'looked through it' }).then(accepted)
  })
})
