import { describe, test } from 'vitest'
import { accepted, answering, contract, escrow, given, milestone, posting, refused, saying, usd, warning } from './scenario.ts'
import { A, approve, B, C, dispute, end, fund, opened, refund, release, submit } from './told.ts'

describe('Funding a milestone', () => {
  test('takes the milestone’s own amount where none is told, and the amount told becomes its amount', () => {
    given(opened([usd(100), usd(50)]))
      .when(fund(A))
      .then(answering({ deposit: usd(100), carried: 0 }), milestone('A', { status: 'funded', funded: usd(100), held: usd(100) }))
    given(opened([usd(100)]))
      .when(fund(A, usd(80)))
      .then(milestone('A', { amount: usd(80), funded: usd(80) }))
  })

  test('funding one: a submitted milestone blocks, a partly-paid one does not', () => {
    given(opened([usd(100), usd(50)]), fund(A), submit(A))
      .when(fund(B))
      .then(refused('milestone-already-funded'), saying('A is still under review. Release some of it, or get all of it refunded, before funding B.'))
      .when(release(A, usd(1)))
      .when(fund(B))
      .then(accepted)
  })

  test('where refunds are only at the end the refusal does not advise one', () => {
    given(opened([usd(100), usd(50)], { refundOnlyAtEnd: true }), fund(A))
      .when(fund(B))
      .then(saying('A is still funded. Release some of it before funding B.'))
  })

  test('funding one: the remainders of all partly-paid milestones are carried, and each one closed is warned of', () => {
    given(opened([usd(100), usd(50), usd(30)], { funding: 'many' }), fund(A), fund(B), release(A, usd(90)), release(B, usd(45)), {
      type: 'edit-contract',
      policy: { funding: 'one' },
    })
      .when(fund(C))
      .then(answering({ carried: usd(15), deposit: usd(15) }), warning('closes-milestone', 'closes-milestone'))
      .then(milestone('A', { status: 'paid', carried: usd(10) }), milestone('B', { status: 'paid', carried: usd(5) }))
  })

  test('funding many: unallocated money is used, what other milestones hold is not', () => {
    given(opened([usd(100), usd(50), usd(30)]), fund(A), release(A, usd(20)), fund(B), { type: 'edit-contract', policy: { funding: 'many' } })
      .when(fund(C, usd(60)))
      .then(answering({ carried: usd(30), deposit: usd(30) }), milestone('B', { held: usd(50) }), warning())
  })

  test('is refused while a refund request is pending', () => {
    given(opened([usd(100), usd(50)], { funding: 'many' }), fund(A), refund(1))
      .when(fund(B))
      .then(refused('refund-pending'))
  })

  test('an amount under the minimum is refused, whatever is left over would add', () => {
    given(opened([usd(10), usd(10)]), fund(A), release(A, usd(1)))
      .when(fund(B, usd(4.99)))
      .then(refused('below-minimum', 'amount'))
  })

  test('what was deposited in all keeps to the limit', () => {
    given(opened([1e12]), fund(A), release(A, 1e12), { type: 'add-milestone', title: 'B', amount: usd(5) })
      .when(fund(B))
      .then(refused('amount-too-large', 'amount'))
  })
})

describe('Submitting work and requesting changes', () => {
  test('a submission sets the review deadline and a request for changes takes it away', () => {
    given(opened([usd(100)]), { ...fund(A), on: '2026-03-01' })
      .when({ ...submit(A), on: '2026-03-01' })
      .then(milestone('A', { status: 'submitted' }), contract({ stage: 'to-review', deadlines: [{ kind: 'review', on: '2026-03-15', overdue: false }] }))
      .when({ type: 'request-changes', milestoneId: A })
      .then(milestone('A', { status: 'funded' }), contract({ deadlines: [] }))
  })

  test('a milestone of which something was released goes back to partly-paid', () => {
    given(opened([usd(100)]), fund(A), release(A, usd(10)), submit(A))
      .when({ type: 'request-changes', milestoneId: A })
      .then(milestone('A', { status: 'partly-paid' }))
  })

  test('only a milestone that holds money can be submitted, and only once', () => {
    given(opened([usd(100)]))
      .when(submit(A))
      .then(refused('milestone-not-funded'), saying('A is not funded yet. Fund it first.'))
      .when(fund(A))
      .when({ type: 'request-changes', milestoneId: A })
      .then(refused('milestone-not-submitted'))
      .when(submit(A))
      .when(submit(A))
      .then(refused('milestone-already-submitted'))
      .when(release(A, usd(100)))
      .when(submit(A))
      .then(refused('milestone-not-funded'))
  })

  test('work can be submitted while a refund is asked, since it moves no money', () => {
    given(opened([usd(100)]), fund(A), refund(usd(10)))
      .when(submit(A))
      .then(accepted)
  })
})

describe('Releasing', () => {
  test('all that is held: paid; less: partly-paid, also of a submitted one, whose review ends', () => {
    given(opened([usd(100)]), fund(A), submit(A))
      .when(release(A, usd(99)))
      .then(answering({ remainder: usd(1) }), milestone('A', { status: 'partly-paid' }), contract({ deadlines: [] }))
      .when(release(A, usd(1)))
      .then(answering({ remainder: 0 }), milestone('A', { status: 'paid' }))
      .when(release(A, usd(1)))
      .then(refused('milestone-not-funded'))
  })

  test('says how much is held and that the rest can be a bonus', () => {
    given(opened([usd(10)]), { type: 'edit-milestone', milestoneId: A, title: 'Design' }, fund(A))
      .when(release(A, usd(13)))
      .then(refused('exceeds-held', 'amount'), saying('Design holds 10.00. Release 10.00 and pay the other 3.00 as a bonus.'))
  })

  test('speaks of the free amount where some is reserved', () => {
    given(opened([usd(100)]), fund(A), refund(usd(60)))
      .when(release(A, usd(103)))
      .then(refused('exceeds-held'), saying('A holds 100.00, of which 40.00 is free. Release 40.00 and pay the other 63.00 as a bonus.'))
      .when(release(A, usd(50)))
      .then(
        saying('60.00 of 100.00 is reserved for a refund, and 40.00 is free. Release 40.00 and pay the other 10.00 as a bonus, or settle the refund first.'),
      )
      .when(release(A, usd(40)))
      .when(release(A, usd(1)))
      .then(refused('amount-reserved'), saying('All 60.00 is reserved for a refund. Approve, decline or cancel the refund first.'))
      .when(release(A, usd(61)))
      .then(refused('exceeds-held'))
  })

  test('without a milestone pays out of unallocated money, within the same limits', () => {
    given(opened([usd(100), usd(50)]), fund(A), release(A, usd(20)), fund(B))
      .when(release(undefined, usd(31)))
      .then(refused('exceeds-held', 'amount'))
      .when(release(undefined, usd(10)))
      .then(answering({ remainder: usd(20) }), posting('escrow:unallocated -1000', 'freelancer 1000'), contract({ unallocated: usd(20) }))
      .when(refund(usd(15)))
      .when(release(undefined, usd(6)))
      .then(refused('amount-reserved'))
    given(opened([])).when(release(undefined, 1)).then(refused('exceeds-held'))
  })

  test('an ending contract has nothing free to release', () => {
    given(opened([usd(100)]), fund(A), end)
      .when(release(A, 1))
      .then(refused('amount-reserved'))
  })
})

describe('Bonus and returned payment', () => {
  test('go between the parties directly, during a dispute and after the end', () => {
    given(opened([usd(100)]), fund(A), dispute(usd(100)))
      .when({ type: 'bonus', amount: usd(5) })
      .then(posting('client -500', 'freelancer 500'), contract({ bonuses: usd(5), released: 0 }), escrow(usd(100)))
      .when({ type: 'return-payment', amount: usd(5) })
      .then(posting('freelancer -500', 'client 500'), contract({ returned: usd(5), bonuses: usd(5) }))
      .when({ type: 'return-payment', amount: 1 })
      .then(refused('exceeds-paid'), saying('Nothing was paid that could be returned. To get back money in escrow, request a refund.'))
  })

  test('refuse nothing and too much', () => {
    given(opened([]))
      .when({ type: 'bonus', amount: 0 })
      .then(refused('not-positive', 'amount'))
      .when({ type: 'bonus', amount: 1e12 + 1 })
      .then(refused('amount-too-large', 'amount'))
      .when({ type: 'bonus', amount: 1e12 })
      .when({ type: 'bonus', amount: 1 })
      .then(refused('amount-too-large', 'amount'))
      .when({ type: 'return-payment', amount: -1 })
      .then(refused('not-positive', 'amount'))
  })
})

describe('Refunds', () => {
  test('a request moves nothing and waits for an answer', () => {
    given(opened([usd(100)]), fund(A))
      .when({ type: 'request-refund', amount: usd(60), reason: 'half of it' })
      .then(posting(), escrow(usd(100)), milestone('A', { reserved: usd(60), status: 'funded' }))
      .then(contract({ stage: 'refund-asked', pending: { refund: { amount: usd(60), reason: 'half of it', deadline: '2026-03-22', on: '2026-03-15' } } }))
      .when(refund(1))
      .then(refused('refund-pending'))
  })

  test('of a milestone, reserves that one’s money', () => {
    given(opened([usd(100), usd(50)], { funding: 'many' }), fund(A), fund(B))
      .when(refund(usd(51), B))
      .then(refused('exceeds-held', 'amount'), saying('B holds 50.00. Ask for 50.00 or less.'))
      .when(refund(usd(50), B))
      .when(approve)
      .then(milestone('B', { status: 'refunded' }), milestone('A', { held: usd(100) }))
      .when(refund(1, B))
      .then(refused('milestone-not-funded'))
  })

  test('of the contract, takes at most what is in escrow', () => {
    given(opened([usd(100)]))
      .when(refund(1))
      .then(refused('exceeds-escrow', 'amount'))
      .when(fund(A))
      .when(refund(usd(100.01)))
      .then(refused('exceeds-escrow', 'amount'), saying('100.00 is in escrow. Ask for 100.00 or less.'))
  })

  test('a milestone left with nothing is refunded, or paid where something of it was released', () => {
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

  test('declined or cancelled, nothing moves', () => {
    for (const answer of [{ type: 'decline-refund' }, { type: 'cancel-refund' }] as const) {
      given(opened([usd(100)]), fund(A), refund(usd(60)))
        .when(answer)
        .then(posting(), escrow(usd(100)), contract({ pending: {}, stage: 'funded' }))
        .when(answer)
        .then(refused('no-refund-pending'))
    }
  })

  test('only by ending, where the policy says so', () => {
    given(opened([usd(100)], { refundOnlyAtEnd: true }), fund(A))
      .when(refund(usd(10)))
      .then(refused('refund-only-at-end'))
      .when(end)
      .then(accepted)
  })

  test('what is reserved is fixed when it is asked, whatever is planned or moved after', () => {
    given(opened([usd(100), usd(50), usd(5)], { funding: 'many' }), fund(A), fund(B), refund(usd(120)))
      .when({ type: 'move-milestone', milestoneId: C, to: 0 })
      .when(release(B, usd(30)))
      .when(approve)
      .then(milestone('A', { status: 'refunded' }), milestone('B', { status: 'paid', refunded: usd(20) }))
  })
})

describe('Ending a contract', () => {
  test('with nothing in escrow ends at once, and what was planned is cancelled', () => {
    given(opened([usd(100), usd(50)]), fund(A), release(A, usd(100)))
      .when({ type: 'end-contract' })
      .then(contract({ status: 'ended' }), milestone('A', { status: 'paid' }), milestone('B', { status: 'cancelled' }))
      .when({ type: 'end-contract' })
      .then(refused('contract-ended'))
  })

  test('reserves all of escrow, unallocated first, and is open again when the refund is declined or cancelled', () => {
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
      .then(contract({ status: 'ended', refunded: usd(100) }), milestone('A', { status: 'refunded' }), milestone('B', { status: 'cancelled' }))
    given(opened([usd(100)]), fund(A))
      .when({ type: 'end-contract', by: 'freelancer' })
      .then(refused('money-in-escrow', 'refundRemainder'))
  })

  test('is refused while another request or a dispute waits', () => {
    given(opened([usd(100)]), fund(A), refund(1))
      .when(end)
      .then(refused('refund-pending'))
    given(opened([usd(100)]), fund(A), dispute(1))
      .when(end)
      .then(refused('dispute-open'))
  })

  test('an ended contract still takes edits, bonuses, returned payments and reversal alone', () => {
    const ended = () => given(opened([usd(100)]), end)
    for (const told of [fund(A), submit(A), release(A, 1), refund(1), approve, dispute(1), { type: 'resolve-dispute', release: 1, refund: 0 } as const]) {
      ended().when(told).then(refused('contract-ended'))
    }
    for (const told of [{ type: 'edit-contract', archived: true }, { type: 'bonus', amount: 1 }, { type: 'reverse' }] as const) {
      ended().when(told).then(accepted)
    }
  })
})

describe('Disputes', () => {
  test('reserve the milestones in order, then unallocated money', () => {
    given(opened([usd(100), usd(50)]), fund(A), release(A, usd(20)), fund(B))
      .when(dispute(usd(60)))
      .then(
        contract({
          stage: 'in-dispute',
          pending: {
            dispute: {
              reserved: [
                { milestoneId: B, amount: usd(50) },
                { milestoneId: null, amount: usd(10) },
              ],
            },
          },
        }),
      )
  })

  test('are limited by what is held or in escrow, and there is one at a time', () => {
    given(opened([usd(100), usd(50)]), fund(A))
      .when(dispute(usd(100.01), A))
      .then(refused('exceeds-held', 'amount'))
      .when(dispute(usd(100.01)))
      .then(refused('exceeds-escrow', 'amount'))
      .when(dispute(1, B))
      .then(refused('milestone-not-funded'))
      .when(dispute(1))
      .when(dispute(1))
      .then(refused('dispute-open'))
    given(opened([usd(100)]), fund(A), refund(1))
      .when(dispute(1))
      .then(refused('refund-pending'))
  })

  test('hold all of escrow still, also what they do not speak of', () => {
    const disputed = () => given(opened([usd(100), usd(50)], { funding: 'many' }), fund(A), submit(A), dispute(1))
    const moves = [fund(B), submit(A), { type: 'request-changes', milestoneId: A }, release(A, 1), refund(1), approve, { type: 'cancel-refund' }] as const
    for (const told of moves) disputed().when(told).then(refused('dispute-open'))
  })

  test('are split exactly, each part zero or more', () => {
    const disputed = () => given(opened([usd(100)]), fund(A), dispute(usd(100)))
    const resolve = (release: number, refund: number) => ({ type: 'resolve-dispute', release, refund }) as const
    disputed()
      .when(resolve(usd(60), usd(39)))
      .then(refused('split-mismatch', 'refund'))
    disputed()
      .when(resolve(usd(101), -100))
      .then(refused('not-positive', 'refund'))
    disputed().when(resolve(1e300, 0)).then(refused('amount-too-large', 'release'))
    disputed()
      .when(resolve(0, usd(100)))
      .then(milestone('A', { status: 'refunded' }))
    disputed()
      .when(resolve(usd(100), 0))
      .then(milestone('A', { status: 'paid' }))
    given(opened([])).when(resolve(0, 0)).then(refused('no-dispute'))
  })

  test('release from the front of what is reserved, and refund the rest', () => {
    given(
      opened([usd(100), usd(50), usd(30)], { funding: 'many', freelancerFeeBp: 1_000, clientFeeBp: 500, feesRefundable: true }),
      fund(A),
      fund(B),
      fund(C),
      submit(B),
    )
      .when(dispute(usd(160)))
      .when({ type: 'resolve-dispute', release: usd(110), refund: usd(50) })
      .then(milestone('A', { status: 'paid' }), milestone('B', { status: 'paid', released: usd(10), refunded: usd(40) }))
      .then(milestone('C', { status: 'funded', refunded: usd(10), held: usd(20) }), contract({ deadlines: [] }))
      .then(
        posting(
          'escrow:milestone M1 -10000',
          'escrow:milestone M2 -1000',
          'freelancer 9900',
          'fees:freelancer 1100',
          'escrow:milestone M2 -4000',
          'escrow:milestone M3 -1000',
          'client 5000',
          'fees:client -250',
          'client 250',
        ),
      )
  })

  test('a submitted milestone released in part is partly-paid; one only refunded in part stays submitted', () => {
    given(opened([usd(100)]), fund(A), submit(A), dispute(usd(50)))
      .when({ type: 'resolve-dispute', release: usd(20), refund: usd(30) })
      .then(milestone('A', { status: 'partly-paid', held: usd(50) }))
    given(opened([usd(100)]), fund(A), submit(A), dispute(usd(50)))
      .when({ type: 'resolve-dispute', release: 0, refund: usd(50) })
      .then(milestone('A', { status: 'submitted', held: usd(50) }))
  })
})
