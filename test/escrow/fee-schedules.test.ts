import { describe, expect, test } from 'vitest'
import { FEE_SCHEDULE_FIELDS } from '../../shared/contract/fee-schedule-fields.ts'
import type { PolicyChange } from '../../shared/contract/policy.ts'
import { A, approve, B, C, dispute, fund, opened, refund, release, resolve, reverse } from './moves.ts'
import { type Command, contract, given, nothing, posting, refused, saying, usd } from './scenario.ts'

const clientFees = (client: number) => contract({ fees: { client } })
const freelancerFees = (freelancer: number) => contract({ fees: { freelancer } })

describe('A fee on the total', () => {
  const least = { clientFeeBp: 300, clientFeeLeast: usd(3), clientFeeOn: 'total' } as const

  test('counts deposits that went back, and those under an earlier policy', () => {
    given(opened([usd(90), usd(30), usd(30)]), fund(A), refund(usd(90)), approve, {
      type: 'edit-contract',
      policy: least,
    })
      .when(fund(B))
      .then(clientFees(usd(0.6)))
  })

  test('counts a deposit whose own fee was told by what the policy would charge', () => {
    given(opened([usd(30), usd(90)], least))
      .when({ type: 'fund-milestone', milestoneId: A, fee: usd(9) })
      .then(clientFees(usd(9)))
      .when(release(A, usd(30)))
      .when(fund(B))
      .then(clientFees(usd(9.6)))
  })

  test('is as if a reversed deposit had never been', () => {
    given(opened([usd(100), usd(30)], least), fund(A))
      .when(reverse)
      .when(fund(B))
      .then(clientFees(usd(3)))
  })

  test('of the freelancer is on releases, a resolution’s too, and bonuses together', () => {
    const policy = { freelancerFeeBp: 1_000, freelancerFeeLeast: usd(5), freelancerFeeOn: 'total' } as const
    given(opened([usd(100)], policy), fund(A))
      .when({ type: 'bonus', amount: usd(20) })
      .then(freelancerFees(usd(5)))
      .when(release(A, usd(30)))
      .then(freelancerFees(usd(5)))
      .when({ type: 'return-payment', amount: usd(50) })
      .when(dispute(usd(70)))
      .when(resolve(usd(10), usd(60)))
      .then(freelancerFees(usd(6)))
  })

  test('never gives anything back where the total outgrows a surcharge', () => {
    const policy = { clientFeeBp: 550, clientFeeUnder: usd(100), clientFeeUnderPlus: usd(3), clientFeeOn: 'total' }
    given(opened([usd(99), usd(1), usd(100)], { ...policy, minimum: 1 } as PolicyChange), fund(A), release(A, usd(99)))
      .when(fund(B))
      .then(clientFees(usd(8.45)))
      .when(release(B, usd(1)))
      .when(fund(C))
      .then(clientFees(usd(8.45) + usd(5.5)))
  })
})

describe('A fee schedule', () => {
  test('charges nothing where nothing is paid in, and nothing for the part of a dispute that is not released', () => {
    given(
      opened([usd(100), usd(40)], { clientFeePlus: usd(1), freelancerFeePlus: usd(1) }),
      fund(A),
      release(A, usd(50)),
    )
      .when(fund(B))
      .then(
        posting(
          'escrow:milestone M1 -5000',
          'escrow:unallocated 5000',
          'escrow:unallocated -4000',
          'escrow:milestone M2 4000',
        ),
      )
      .when(dispute(usd(50)))
      .when(resolve(0, usd(50)))
      .then(freelancerFees(usd(1)))
  })

  test('is credited by its percentage alone, and in full once everything has gone back', () => {
    given(
      opened([usd(100)], { clientFeeBp: 500, clientFeePlus: usd(2), feesRefundable: true }),
      fund(A),
      refund(usd(40)),
    )
      .when(approve)
      .then(clientFees(usd(5)))
      .when(refund(usd(60)))
      .when(approve)
      .then(clientFees(0))
  })

  test('has a most that is not below its least, after a change as well', () => {
    given(opened([], { clientFeeLeast: usd(5), clientFeeMost: usd(5) }))
      .when({ type: 'edit-contract', policy: { clientFeeMost: usd(4.99) } })
      .then(
        refused('bad-input', 'policy.clientFeeMost'),
        saying('The most of a fee is less than its least, 5.00. Enter 5.00 or more, or no most.'),
      )
      .when({ type: 'edit-contract', policy: { clientFeeLeast: usd(5.01) } })
      .then(refused('bad-input', 'policy.clientFeeMost'))
      .when({ type: 'edit-contract', policy: { clientFeeMost: null, clientFeeLeast: usd(9) } })
      .then(contract({ policy: { clientFeeMost: null, clientFeeLeast: usd(9) } }))
    nothing()
      .when(opened([], { freelancerFeeLeast: 2, freelancerFeeMost: 1 }))
      .then(refused('bad-input', 'policy.freelancerFeeMost'))
  })

  test('has amounts that can be recorded', () => {
    for (const field of Object.keys(FEE_SCHEDULE_FIELDS).filter(name => !name.endsWith('On'))) {
      nothing()
        .when(opened([], { [field]: 1e12 + 1 }))
        .then(refused('amount-too-large', `policy.${field}`))
      expect(() => given(opened([], { [field]: -1 }))).toThrow()
    }
  })

  test('limits the next funding to what its fee leaves room for, also below a surcharge', () => {
    const policy = { minimum: 1, clientFeeUnder: 10, clientFeeUnderPlus: 7 }
    given(opened([5, 5], policy), { type: 'fund-milestone', milestoneId: A, fee: 1e12 - 5 }, release(A, 5))
      .when(fund(B, 20))
      .then(refused('amount-too-large', 'amount'))
  })
})

describe('A told fee', () => {
  const told = (command: Command) =>
    given(
      opened([usd(100)], { clientFeeBp: 500, freelancerFeeBp: 1_000 }),
      ...(command.type === 'fund-milestone' ? [] : [fund(A)]),
    ).when(command)

  test.each<Command>([
    { type: 'fund-milestone', milestoneId: A },
    { type: 'release', milestoneId: A, amount: usd(10) },
    { type: 'bonus', amount: usd(10) },
  ])('is marked in the event of $type, and a computed one is not', command => {
    told(command).then(({ records }) => expect(records.at(-1)?.events[0]).not.toHaveProperty('told'))
    // The same fee as the policy's is told all the same.
    told({ ...command, fee: command.type === 'fund-milestone' ? usd(5) : usd(1) } as Command).then(({ records }) =>
      expect(records.at(-1)?.events[0]).toMatchObject({ told: true }),
    )
  })
})
