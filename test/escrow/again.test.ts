import { expect, test } from 'vitest'
import { commandAgain } from '../../main/escrow/again.ts'
import type { EscrowEvent } from '../../shared/contract/events.ts'
import {
  A,
  approve,
  B,
  dispute,
  end,
  fund,
  opened,
  refund,
  release,
  resolve,
  reverse,
  submit,
} from '../escrow/moves.ts'
import { type Command, given, TODAY, usd } from '../escrow/scenario.ts'

/** The events of the last of these entries, before it was undone and after it was done again. */
function undoneAndAgain(commands: readonly Command[]): readonly [readonly EscrowEvent[], readonly EscrowEvent[]] {
  const scenario = given(...commands)
  let again: Command | undefined
  let was: readonly EscrowEvent[] = []
  scenario.when(reverse).then(({ contract, records }) => {
    const entry = records.at(-2)
    if (entry === undefined || contract === undefined) throw new Error('nothing was recorded')
    const command = commandAgain(entry, contract.policy)
    if (command === undefined) throw new Error(`no command for ${entry.type}`)
    const { contractId: _, ...rest } = command as Extract<typeof command, { contractId: string }>
    again = rest as Command
    was = entry.events
  })
  if (again === undefined) throw new Error('no command')
  let is: readonly EscrowEvent[] = []
  scenario.when(again).then(({ decision, records }) => {
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe('accepted')
    is = records.at(-1)?.events ?? []
  })
  return [was, is]
}

const base = [opened([usd(100), usd(50)], { clientFeeBp: 500, freelancerFeeBp: 1_000, feesRefundable: true }), fund(A)]

test.each<[string, readonly Command[]]>([
  [
    'an edited contract',
    [
      ...base,
      { type: 'edit-contract', title: 'Shop', budget: usd(900), side: 'freelancer', policy: { reviewDays: 3 } },
    ],
  ],
  ['a budget that was cleared', [...base, { type: 'edit-contract', budget: null }]],
  ['an archived contract', [opened([]), { type: 'edit-contract', archived: true }]],
  ['an added milestone', [...base, { type: 'add-milestone', title: 'Copy', amount: usd(5), due: '2026-05-01' }]],
  [
    'an edited milestone',
    [...base, { type: 'edit-milestone', milestoneId: B, title: 'Build', amount: usd(60), due: null }],
  ],
  ['a moved milestone', [...base, { type: 'move-milestone', milestoneId: B, to: 0 }]],
  ['a removed milestone', [...base, { type: 'remove-milestone', milestoneId: B }]],
  ['funding', base],
  [
    'funding with the fee that was really charged',
    [base[0] as Command, { type: 'fund-milestone', milestoneId: A, fee: usd(1) }],
  ],
  ['funding that carries a remainder', [...base, release(A, usd(60)), fund(B)]],
  ['submitted work', [...base, submit(A)]],
  ['requested changes', [...base, submit(A), { type: 'request-changes', milestoneId: A }]],
  ['a payment', [...base, release(A, usd(40))]],
  ['a payment with its own fee', [...base, { ...release(A, usd(40)), fee: usd(2) } as Command]],
  ['a payment out of unallocated money', [...base, release(A, usd(10)), fund(B), release(undefined, usd(1))]],
  [
    'a told fee that is the policy’s as well',
    [base[0] as Command, { type: 'fund-milestone', milestoneId: A, fee: usd(5) }],
  ],
  [
    'funding with a fee on the total',
    [
      opened([usd(100), usd(50)], { clientFeeBp: 300, clientFeeLeast: usd(9), clientFeeOn: 'total' }),
      fund(A),
      release(A, usd(100)),
      fund(B),
    ],
  ],
  ['a bonus', [...base, { type: 'bonus', amount: usd(20), fee: 0 }]],
  ['a returned payment', [...base, release(A, usd(60)), { type: 'return-payment', amount: usd(10) }]],
  ['a refund asked for', [...base, { ...refund(usd(40), A), reason: 'Late' } as Command]],
  ['an approved refund', [...base, refund(usd(40)), approve]],
  ['a declined refund', [...base, refund(usd(40)), { type: 'decline-refund' }]],
  ['a cancelled refund', [...base, refund(usd(40)), { type: 'cancel-refund' }]],
  ['a dispute', [...base, { ...dispute(usd(40), A), reason: 'Not as agreed' } as Command]],
  ['a resolved dispute', [...base, dispute(usd(40)), resolve(usd(15), usd(25))]],
  ['an ending with nothing in escrow', [opened([usd(10)]), { type: 'end-contract', by: 'freelancer' }]],
  ['an ending that asks for the rest', [...base, end]],
  ['the approval that ends a contract', [...base, end, approve]],
  ['an ending by the freelancer', [...base, { type: 'end-contract', by: 'freelancer', refundRemainder: true }]],
])('%s is recorded again exactly as it was', (_, commands) => {
  const [was, is] = undoneAndAgain(commands)
  expect(is).toEqual(was)
})

test('day, reference and note come with it', () => {
  given(...base)
    .when(submit(A))
    .then(({ contract, records }) => {
      const entry = records.at(-1)
      if (contract === undefined || entry === undefined) throw new Error('nothing was recorded')
      expect(commandAgain({ ...entry, reference: 'TX 1', note: 'Zip' }, contract.policy)).toEqual({
        type: 'submit-work',
        contractId: 'C0001',
        milestoneId: A,
        on: TODAY,
        reference: 'TX 1',
        note: 'Zip',
      })
    })
})
