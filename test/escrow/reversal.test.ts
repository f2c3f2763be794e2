import { describe, expect, test } from 'vitest'
import { foldEntries } from '../../main/escrow/fold.ts'
import { A, approve, B, dispute, end, fund, opened, refund, release, resolve, reverse, submit } from './moves.ts'
import {
  accepted,
  answering,
  type Command,
  contract,
  given,
  milestone,
  nothing,
  refused,
  saying,
  usd,
} from './scenario.ts'

describe('Reversal', () => {
  const everyMove: readonly (readonly [string, readonly Command[], Command])[] = [
    [
      'edit contract',
      [],
      { type: 'edit-contract', title: 'Other', client: 'Cora', archived: true, policy: { funding: 'many' } },
    ],
    ['add milestone', [], { type: 'add-milestone', title: 'C', amount: usd(5) }],
    ['edit milestone', [], { type: 'edit-milestone', milestoneId: A, title: 'Design', amount: usd(6) }],
    ['move milestone', [], { type: 'move-milestone', milestoneId: A, to: 1 }],
    ['remove milestone', [], { type: 'remove-milestone', milestoneId: A }],
    ['fund milestone, with a carry', [fund(A), release(A, usd(1))], fund(B)],
    ['submit work', [fund(A)], submit(A)],
    ['request changes', [fund(A), submit(A)], { type: 'request-changes', milestoneId: A }],
    ['release', [fund(A), submit(A)], release(A, usd(10))],
    ['bonus', [], { type: 'bonus', amount: usd(10) }],
    ['return payment', [{ type: 'bonus', amount: usd(10) }], { type: 'return-payment', amount: usd(4) }],
    ['request refund', [fund(A)], refund(usd(10))],
    ['approve refund', [fund(A), refund(usd(10))], approve],
    ['decline refund', [fund(A), refund(usd(10))], { type: 'decline-refund' }],
    ['cancel refund', [fund(A), refund(usd(10))], { type: 'cancel-refund' }],
    ['open dispute', [fund(A)], dispute(usd(10))],
    ['resolve dispute', [fund(A), dispute(usd(10))], resolve(usd(4), usd(6))],
    ['end contract', [fund(A)], end],
    ['end contract by the approval of its refund', [fund(A), end], approve],
    ['end contract with nothing in escrow', [], { type: 'end-contract' }],
  ]

  test.each(everyMove)('%s: the state is as if it had never been recorded', (_, before, move) => {
    const policy = {
      clientFeeBp: 333,
      freelancerFeeBp: 777,
      contractFee: usd(1),
      feesRefundable: true,
      availableDays: 5,
      disputeDays: 3,
    }
    const base = [opened([usd(100), usd(50)], policy), ...before]
    let as: unknown
    given(...base)
      .when({ type: 'annotate', entry: 1, note: 'here' })
      .then(({ contract: state }) => {
        as = state
      })
      .when(move)
      .then(accepted)
      .when(reverse)
      .then(({ contract: state }) => expect(state).toEqual(as))
  })

  test('undoes the latest recorded entry, whatever its date', () => {
    given(opened([usd(100)]), { ...fund(A), on: '2026-03-10' }, { type: 'bonus', amount: usd(1), on: '2026-03-01' })
      .when(reverse)
      .then(answering({ reversed: 3 }), contract({ bonuses: 0, escrow: usd(100) }))
  })

  test('never undoes the opening, an annotation or a rename, and cannot be reversed itself', () => {
    given(
      opened([usd(100)]),
      fund(A),
      { type: 'annotate', entry: 2, reference: 'X1' },
      { type: 'rename-party', from: 'Carla', to: 'Cora' },
    )
      .when(reverse)
      .then(answering({ reversed: 2 }), contract({ client: 'Cora' }))
      .when(reverse)
      .then(
        refused('nothing-to-reverse'),
        saying(
          'There is nothing left to undo on this contract. Its opening stays; archive the contract to get it out of the way.',
        ),
      )
  })

  test('is allowed during a dispute and after the end', () => {
    given(opened([usd(100)]), fund(A), dispute(1))
      .when(reverse)
      .then(accepted, contract({ pending: {} }))
    given(opened([usd(100)]), { type: 'end-contract' })
      .when(reverse)
      .then(contract({ status: 'open' }), milestone('A', { status: 'planned' }))
  })

  test('is refused if a rename in between would leave both parties with one name', () => {
    given(opened([]), { type: 'edit-contract', client: 'Ada' }, { type: 'rename-party', from: 'muhammad', to: 'Carla' })
      .when(reverse)
      .then(refused('same-party'))
      .when({ type: 'rename-party', from: 'Carla', to: 'Muhammad' })
      .when(reverse)
      .then(accepted, contract({ client: 'Carla', freelancer: 'Muhammad' }))
  })

  test('keeps a rename in between, on whichever side its party then is', () => {
    given(
      opened([]),
      { type: 'edit-contract', client: 'Muhammad', freelancer: 'Carla' },
      { type: 'rename-party', from: 'Carla', to: 'Cora' },
    )
      .when(reverse)
      .then(contract({ client: 'Cora', freelancer: 'Muhammad' }))
  })

  test('needs an opening to fold from', () => {
    expect(() => foldEntries([])).toThrow()
  })
})

describe('Annotating and renaming', () => {
  test('are possible in any status, during a dispute and at any date, and are not entries', () => {
    given(opened([usd(100)]), fund(A), dispute(1))
      .when({ type: 'annotate', entry: 2, note: null, on: '2020-01-01' })
      .then(accepted)
      .when({ type: 'rename-party', from: ' CARLA ', to: 'Cora' })
      .then(contract({ client: 'Cora', freelancer: 'Muhammad' }))
      .then(({ contract: state }) => expect(state?.lastEntry).toBe(3))
    given(opened([]), { type: 'end-contract' })
      .when({ type: 'rename-party', from: 'Muhammad', to: 'Bo' })
      .then(contract({ freelancer: 'Bo' }))
  })

  test('a name may change its case, but not become the other party’s', () => {
    given(opened([]))
      .when({ type: 'rename-party', from: 'Carla', to: 'CARLA' })
      .then(contract({ client: 'CARLA' }))
      .when({ type: 'rename-party', from: 'carla', to: ' muhammad' })
      .then(refused('same-party', 'to'))
  })

  test('a refused merge of two names names the contract between them', () => {
    given(opened([], {}, { title: 'Shop' }))
      .when({ type: 'rename-party', from: 'Carla', to: 'Muhammad\u00a0' })
      .then(
        refused('same-party', 'to'),
        saying(
          'Muhammad would be both the client and the freelancer of Shop. A contract needs two different parties: give one of them another name.',
        ),
      )
  })

  test('an annotation changes only the fields it gives', () => {
    const command = { type: 'annotate', entry: 1 } as const
    for (const kept of [{}, { reference: 'X1' }, { note: null }, { reference: null, note: 'paid by wire' }]) {
      given(opened([]))
        .when({ ...command, ...kept })
        .then(({ records }) => {
          expect(records.at(-1)?.events).toStrictEqual([{ type: 'entry-annotated', entry: 1, ...kept }])
        })
    }
  })

  test('only an existing entry can be annotated', () => {
    given(opened([])).when({ type: 'annotate', entry: 2, note: 'x' }).then(refused('unknown-entry', 'entry'))
  })

  test('an unknown contract refuses every command', () => {
    for (const command of [fund(A), reverse, { type: 'annotate', entry: 1 }, { type: 'edit-contract' }] as const) {
      nothing().when(command).then(refused('unknown-contract', 'contractId'))
    }
  })
})
