import { describe, expect, test } from 'vitest'
import { A, approve, B, dispute, end, fund, opened, refund, release, resolve, reverse, submit } from './moves.ts'
import { accepted, type Check, contract, given, givenOn, nothing, refused, saying, usd } from './scenario.ts'

const dated =
  (on: string): Check =>
  ({ decision }) =>
    expect(decision).toMatchObject({ ok: true, on })

describe('Dates', () => {
  test('a command without a day happened today', () => {
    nothing().onDay('2026-03-15').when(opened([])).then(dated('2026-03-15'))
  })

  test('no command is dated after today', () => {
    nothing()
      .onDay('2026-03-15')
      .when(opened([], {}, { on: '2026-03-16' }))
      .then(
        refused('date-in-future', 'on'),
        saying('That day is in the future: today is Mar 15, 2026. Use today or an earlier day.'),
      )
    for (const command of [
      { type: 'bonus', amount: 1 },
      { type: 'edit-contract' },
      { type: 'annotate', entry: 1 },
    ] as const) {
      given(opened([]))
        .when({ ...command, on: '2026-03-16' })
        .then(refused('date-in-future', 'on'))
    }
  })

  test('a clock that is set back never locks the book: the day is the latest ordered one, whether it is given or not', () => {
    const set = () => givenOn('2026-03-20', opened([usd(100), usd(5)]), fund(A)).onDay('2026-03-15')
    set().when(release(A, 1)).then(dated('2026-03-20'))
    set()
      .when({ ...release(A, 1), on: '2026-03-20' })
      .then(accepted)
    set().when({ type: 'bonus', amount: 1 }).then(dated('2026-03-20'))
    set()
      .when({ ...release(A, 1), on: '2026-03-18' })
      .then(refused('date-in-future', 'on'))
    set()
      .when({ ...release(A, 1), on: '2026-03-15' })
      .then(
        refused('date-before-last-entry', 'on'),
        saying(
          'The contract’s money last moved on Mar 20, 2026, and moves are recorded in order. Use Mar 20, 2026 or a later day, or undo what came after first.',
        ),
      )
    set().when({ type: 'bonus', amount: 1, on: '2026-03-15' }).then(accepted)
  })

  test('every move of escrow keeps date order', () => {
    const early = { on: '2026-03-09' }
    const funded = () =>
      given({ ...opened([usd(100), usd(50)], { funding: 'many' }), on: '2026-03-01' }, { ...fund(A), on: '2026-03-10' })
    for (const command of [fund(B), submit(A), release(A, 1), refund(1), dispute(1), end]) {
      funded()
        .when({ ...command, ...early })
        .then(refused('date-before-last-entry', 'on'))
    }
    for (const command of [approve, { type: 'decline-refund' }, { type: 'cancel-refund' }] as const) {
      given(opened([usd(100)]), { ...fund(A), on: '2026-03-10' }, { ...refund(1), on: '2026-03-10' })
        .when({ ...command, ...early })
        .then(refused('date-before-last-entry', 'on'))
    }
    given(opened([usd(100)]), { ...fund(A), on: '2026-03-10' }, { ...dispute(1), on: '2026-03-10' })
      .when({ ...resolve(1, 0), ...early })
      .then(refused('date-before-last-entry', 'on'))
    given(opened([usd(100)]), { ...fund(A), on: '2026-03-10' }, { ...submit(A), on: '2026-03-10' })
      .when({ type: 'request-changes', milestoneId: A, ...early })
      .then(refused('date-before-last-entry', 'on'))
  })

  test('opening, plan changes, bonus, returned payment and reversal neither keep nor set date order', () => {
    given({ ...opened([usd(100), usd(50)]), on: '2026-03-14' })
      .when({ ...fund(A), on: '2026-03-05' })
      .then(accepted)
      .when({ type: 'bonus', amount: 1, on: '2026-03-14' })
      .when({ type: 'return-payment', amount: 1, on: '2026-03-14' })
      .when({ type: 'edit-milestone', milestoneId: B, title: 'Build', on: '2026-03-14' })
      .when({ ...release(A, 1), on: '2026-03-05' })
      .then(accepted)
      .when({ type: 'reverse', on: '2026-03-01' })
      .then(accepted)
      .when({ ...release(A, 1), on: '2026-03-05' })
      .then(accepted)
  })

  test('a due date may be any day', () => {
    given(opened([], {}, {}))
      .when({ type: 'add-milestone', title: 'A', amount: usd(5), due: '2199-12-31' })
      .then(accepted)
      .when({ type: 'add-milestone', title: 'B', amount: usd(5), due: '1999-12-31' })
      .then(accepted)
  })
})

describe('Deadlines', () => {
  const kinds =
    (...expected: readonly string[]): Check =>
    ({ facts }) =>
      expect(facts?.deadlines.map(({ kind, on, overdue }) => `${kind} ${on}${overdue ? ' overdue' : ''}`)).toEqual(
        expected,
      )

  test('a review that nobody answered offers a release of the free amount, and no money moves automatically', () => {
    given(opened([usd(100)]), { ...fund(A), on: '2026-03-01' }, { ...submit(A), on: '2026-03-01' })
      .onDay('2026-04-01')
      .when(refund(usd(30)))
      .then(kinds('review 2026-03-15 overdue', 'refund 2026-04-08'), contract({ escrow: usd(100) }))
      .then(
        contract({
          deadlines: [
            { amount: usd(70), offers: { type: 'release', contractId: 'C0001', milestoneId: A, amount: usd(70) } },
            { amount: usd(30), offers: { type: 'approve-refund', contractId: 'C0001' } },
          ],
        }),
      )
      .when(release(A, usd(70)))
      .then(kinds('refund 2026-04-08'))
  })

  test('a dispute has a deadline, offers nothing and suspends the review', () => {
    given(opened([usd(100)], { disputeDays: 7 }), fund(A), submit(A))
      .when(dispute(usd(10)))
      .then(
        kinds('dispute 2026-03-22', 'review 2026-03-29'),
        contract({ deadlines: [{ offers: null, amount: usd(10) }, { offers: null }] }),
      )
  })

  test('0 days means no deadline', () => {
    given(opened([usd(100)], { reviewDays: 0, refundDays: 0 }), fund(A), submit(A))
      .when(refund(1))
      .then(kinds(), contract({ pending: { refund: { deadline: null } } }))
  })

  test('a changed policy keeps existing deadlines', () => {
    given(opened([usd(100)]), fund(A), submit(A))
      .when({ type: 'edit-contract', policy: { reviewDays: 1 } })
      .then(kinds('review 2026-03-29'))
  })

  test('a due date counts until work is submitted', () => {
    given(opened([usd(100)]), { type: 'edit-milestone', milestoneId: A, due: '2026-03-10' })
      .when(fund(A))
      .then(kinds('due 2026-03-10 overdue'))
      .when(submit(A))
      .then(kinds('review 2026-03-29'))
  })

  test('released money is on its way for the days of the policy, summed by day of arrival, and is dropped after that', () => {
    const onTheWay = given(
      opened([usd(100)], { availableDays: 5, freelancerFeeBp: 1_000 }),
      fund(A),
      release(A, usd(10)),
      { type: 'bonus', amount: usd(10) },
    )
    onTheWay
      .when(release(A, usd(20)))
      .then(kinds('available 2026-03-20'), contract({ deadlines: [{ amount: usd(36), offers: null }] }))
      .onDay('2026-03-21')
      .when(release(A, usd(1)))
      .then(kinds('available 2026-03-26'), ({ contract: after }) => expect(after?.onItsWay).toHaveLength(1))
      .when(reverse)
      .then(kinds(), ({ contract: after }) => expect(after?.onItsWay).toHaveLength(1))
  })
})
