import type { Page } from '@playwright/test'
import { asked, execute, openContract } from './bridge.ts'
import { expect, test } from './fixture.ts'

test.use({ today: '2026-03-31' })

type Opening = Parameters<typeof openContract>[2]
type Step = readonly [command: { readonly type: string } & Readonly<Record<string, unknown>>, expected: object | string]

const fund = (milestoneId: string, amount?: number, more: object = {}) => ({
  type: 'fund-milestone',
  milestoneId,
  ...(amount !== undefined && { amount }),
  ...more,
})
const release = (milestoneId: string | undefined, amount: number, more: object = {}) => ({
  type: 'release',
  amount,
  ...(milestoneId !== undefined && { milestoneId }),
  ...more,
})
const refund = (amount: number) => ({ type: 'request-refund', amount })
const approve = { type: 'approve-refund' }
const reverse = { type: 'reverse' }
/** The entry that a step of the case recorded, counted from 1. */
const ofStep = (step: number) => ({ ofStep: step })
/** The escrow held after a step, and the other fields of the contract to compare. */
const escrow = (amount: number, more: object = {}) => ({ contract: { escrow: amount, ...more } })
const milestones = (...all: object[]) => ({ milestones: all })

/**
 * Cases 6 to 24 of the rulebook: the opening, then each command with its answer, or the code of its
 * refusal. USD in cents unless noted.
 */
const CASES: readonly (readonly [
  name: string,
  amounts: readonly number[],
  opening: Opening,
  steps: readonly Step[],
])[] = [
  [
    '6, too much',
    [42_000],
    {},
    [
      [fund('M1'), escrow(42_000)],
      [release('M1', 42_001), 'exceeds-held'],
      [release('M1', 0), 'not-positive'],
      [release('M1', -1), 'not-positive'],
    ],
  ],
  [
    '7, refund and release compete',
    [10_000],
    {},
    [
      [fund('M1'), escrow(10_000)],
      [refund(6_000), escrow(10_000, { stage: 'refund-asked' })],
      [release('M1', 5_000), 'amount-reserved'],
      [release('M1', 4_000), escrow(6_000)],
      [approve, escrow(0, { refunded: 6_000, ...milestones({ status: 'paid' }) })],
    ],
  ],
  [
    '8, decimals: yen',
    [1_000],
    { currency: 'JPY' },
    [
      [fund('M1'), escrow(1_000)],
      [release('M1', 10.5), 'bad-amount'],
      [release('M1', 999), escrow(1, { decimals: 0 })],
    ],
  ],
  [
    '8, decimals: dinar',
    [5_000],
    { currency: 'KWD' },
    [
      [fund('M1'), escrow(5_000)],
      [release('M1', 1_234), escrow(3_766, { decimals: 3 })],
    ],
  ],
  [
    '9, fees',
    [3_333],
    { policy: { clientFeeBp: 500, freelancerFeeBp: 1_000 } },
    [
      [fund('M1'), escrow(3_333, { fees: { client: 167 } })],
      [release('M1', 3_333), escrow(0, { fees: { client: 167, freelancer: 333 } })],
    ],
  ],
  [
    '10, reversal',
    [42_000],
    {},
    [
      [fund('M1', undefined, { on: '2026-03-01' }), escrow(42_000)],
      [release('M1', 40_000, { on: '2026-03-10' }), escrow(2_000)],
      [reverse, escrow(42_000, milestones({ status: 'funded' }))],
      [reverse, escrow(0, milestones({ status: 'planned' }))],
      [reverse, 'nothing-to-reverse'],
      [fund('M1', undefined, { on: '2026-03-01' }), escrow(42_000)],
    ],
  ],
  [
    '11, dispute',
    [30_000],
    {},
    [
      [fund('M1'), escrow(30_000)],
      [release('M1', 10_000), escrow(20_000)],
      [{ type: 'open-dispute', amount: 20_000 }, escrow(20_000, { stage: 'in-dispute' })],
      [release('M1', 100), 'dispute-open'],
      [
        { type: 'resolve-dispute', release: 12_000, refund: 8_000 },
        escrow(0, { released: 22_000, refunded: 8_000, ...milestones({ status: 'paid' }) }),
      ],
      [reverse, escrow(20_000, { stage: 'in-dispute' })],
      [reverse, escrow(20_000, { stage: 'partly-paid', pending: {} })],
    ],
  ],
  [
    '12, reserved money has a place',
    [35_000, 15_000, 5_000],
    {},
    [
      [fund('M1'), escrow(35_000)],
      [release('M1', 10_000), escrow(25_000)],
      [fund('M2'), escrow(25_000, { unallocated: 10_000 })],
      [
        refund(12_000),
        escrow(25_000, {
          pending: {
            refund: {
              reserved: [
                { milestoneId: null, amount: 10_000 },
                { milestoneId: 'M2', amount: 2_000 },
              ],
            },
          },
        }),
      ],
      [release('M2', 13_100), 'amount-reserved'],
      [release('M2', 13_000), escrow(12_000)],
      [fund('M3'), 'refund-pending'],
      [approve, escrow(0, { refunded: 12_000, ...milestones({}, { status: 'paid' }, {}) })],
    ],
  ],
  [
    '13, many at once',
    [10_000, 20_000, 5_000, 3_000],
    { policy: { funding: 'many' } },
    [
      [fund('M1'), escrow(10_000)],
      [fund('M2'), escrow(30_000)],
      [fund('M3'), escrow(35_000)],
      [release('M2', 20_000), escrow(15_000)],
      [release('M1', 6_000), escrow(9_000)],
      [
        fund('M4'),
        { deposit: 3_000, carried: 0, warnings: [], ...escrow(12_000, milestones({ held: 4_000 }, {}, {}, {})) },
      ],
    ],
  ],
  [
    '14, part of it refunded',
    [10_000],
    {},
    [
      [fund('M1'), escrow(10_000)],
      [refund(6_000), escrow(10_000)],
      [approve, escrow(4_000, milestones({ status: 'funded' }))],
      [release('M1', 4_000), escrow(0, milestones({ status: 'paid' }))],
    ],
  ],
  [
    '15, fees come back',
    [10_000],
    { policy: { clientFeeBp: 500, contractFee: 495, feesRefundable: true } },
    [
      [fund('M1'), escrow(10_000, { fees: { client: 500, contract: 495 } })],
      [
        { type: 'end-contract', by: 'freelancer', refundRemainder: true },
        escrow(0, { status: 'ended', refunded: 10_000, fees: { client: 0, contract: 0 } }),
      ],
    ],
  ],
  [
    '15, credits add up',
    [488, 852],
    { policy: { minimum: 1, clientFeeBp: 500, feesRefundable: true } },
    [
      [fund('M1'), escrow(488, { fees: { client: 24 } })],
      [refund(488), escrow(488)],
      [approve, escrow(0, { fees: { client: 0 } })],
      [fund('M2'), escrow(852, { fees: { client: 43 } })],
      [refund(500), escrow(852)],
      [approve, escrow(352, { fees: { client: 18 } })],
      [refund(352), escrow(352)],
      [approve, escrow(0, { fees: { client: 0 } })],
    ],
  ],
  [
    '16, after the end',
    [10_000],
    { policy: { freelancerFeeBp: 1_000, feesRefundable: true } },
    [
      [fund('M1'), escrow(10_000)],
      [release('M1', 10_000), escrow(0)],
      [{ type: 'end-contract' }, escrow(0, { status: 'ended' })],
      [{ type: 'bonus', amount: 2_000 }, escrow(0, { fees: { freelancer: 1_200 } })],
      [{ type: 'return-payment', amount: 5_000 }, escrow(0, { returned: 5_000, fees: { freelancer: 700 } })],
      [{ type: 'return-payment', amount: 7_001 }, 'exceeds-paid'],
      [{ type: 'add-milestone', title: 'More', amount: 500 }, 'contract-ended'],
    ],
  ],
  [
    '17, a small leftover',
    [1_000, 500, 800, 500],
    {},
    [
      [fund('M1'), escrow(1_000)],
      [release('M1', 701), escrow(299)],
      [fund('M2'), { deposit: 201, carried: 299, ...escrow(500) }],
      [release('M2', 500), escrow(0)],
      [fund('M3'), escrow(800)],
      [release('M3', 501), escrow(299)],
      [fund('M4'), { deposit: 201, carried: 299, ...escrow(500) }],
    ],
  ],
  [
    '17, the leftover paid out',
    [1_099, 800],
    {},
    [
      [fund('M1'), escrow(1_099)],
      [release('M1', 1), escrow(1_098)],
      [fund('M2', 799), escrow(1_098, { unallocated: 299 })],
      [release('M2', 799), escrow(299)],
      [release(undefined, 299), { remainder: 0, ...escrow(0) }],
    ],
  ],
  [
    '18, late truth',
    [10_000, 5_000],
    { on: '2026-03-01' },
    [
      [fund('M1', undefined, { on: '2026-03-05' }), escrow(10_000)],
      [{ type: 'bonus', amount: 1_000, on: '2026-03-20' }, escrow(10_000)],
      [release('M1', 1_000, { on: '2026-03-10' }), escrow(9_000)],
      [release('M1', 1_000, { on: '2026-03-04' }), 'date-before-last-entry'],
    ],
  ],
  [
    '19, a least, once',
    [3_000, 3_000, 9_000],
    { policy: { clientFeeBp: 300, clientFeeLeast: 300, clientFeeOn: 'total' } },
    [
      [fund('M1'), escrow(3_000, { fees: { client: 300 } })],
      [release('M1', 3_000), escrow(0)],
      [fund('M2'), escrow(3_000, { fees: { client: 300 } })],
      [release('M2', 3_000), escrow(0)],
      [fund('M3'), escrow(9_000, { fees: { client: 450 } })],
    ],
  ],
  [
    '20, a surcharge on small ones',
    [5_000, 9_999, 10_000],
    { policy: { funding: 'many', clientFeeBp: 550, clientFeeUnder: 10_000, clientFeeUnderPlus: 300 } },
    [
      [fund('M1'), escrow(5_000, { fees: { client: 575 } })],
      [fund('M2'), escrow(14_999, { fees: { client: 575 + 850 } })],
      [fund('M3'), escrow(24_999, { fees: { client: 575 + 850 + 550 } })],
    ],
  ],
  [
    '21, a most',
    [200_000, 8_000],
    { policy: { funding: 'many', clientFeeBp: 50, clientFeeMost: 500, freelancerFeePlus: 500 } },
    [
      [fund('M1'), escrow(200_000, { fees: { client: 500 } })],
      [fund('M2'), escrow(208_000, { fees: { client: 540 } })],
      [release('M2', 300), escrow(207_700, { fees: { freelancer: 300 } })],
    ],
  ],
  [
    '22, correct',
    [42_000, 10_000],
    { on: '2026-03-01' },
    [
      [fund('M1', undefined, { on: '2026-03-02' }), escrow(42_000)],
      [release('M1', 9_000, { on: '2026-03-03' }), escrow(33_000)],
      [fund('M2', undefined, { on: '2026-03-04' }), { carried: 10_000, ...escrow(33_000, { unallocated: 23_000 }) }],
      [release('M2', 10_000, { on: '2026-03-05' }), escrow(23_000)],
      [{ type: 'bonus', amount: 1_000, on: '2026-03-06' }, escrow(23_000)],
      [{ type: 'correct', entry: ofStep(2), with: { amount: 42_100 } }, 'exceeds-held'],
      [{ type: 'correct', entry: ofStep(2), remove: true }, 'milestone-already-funded'],
      [
        { type: 'correct', entry: ofStep(2), with: { amount: 9_500 } },
        {
          reversed: 4,
          recorded: 4,
          ...escrow(22_500, { unallocated: 22_500, released: 19_500, bonuses: 1_000 }),
        },
      ],
      [
        { type: 'correct', entry: ofStep(8), with: { amount: 40_000 } },
        escrow(0, { deposited: 50_000, released: 50_000, unallocated: 0 }),
      ],
    ],
  ],
  [
    '24, opened by mistake',
    [10_000],
    {},
    [
      [{ type: 'add-milestone', title: 'B', amount: 500 }, escrow(0)],
      [{ type: 'remove-contract' }, {}],
      [fund('M1'), 'unknown-contract'],
      [reverse, escrow(0)],
      [fund('M1'), escrow(10_000)],
      [{ type: 'remove-contract' }, 'contract-in-use'],
      [reverse, escrow(0)],
    ],
  ],
  [
    '23, closed',
    [10_000],
    { on: '2026-03-01' },
    [
      [fund('M1', undefined, { on: '2026-03-05' }), escrow(10_000)],
      [release('M1', 5_000, { on: '2026-03-20' }), escrow(5_000)],
      [{ type: 'close-books', until: '2026-03-30' }, {}],
      [release('M1', 100, { on: '2026-03-30' }), 'period-closed'],
      [reverse, 'period-closed'],
      [{ type: 'bonus', amount: 100, on: '2026-03-30' }, 'period-closed'],
      [{ type: 'bonus', amount: 100, on: '2026-03-31' }, escrow(5_000)],
      [reverse, escrow(5_000)],
      [{ type: 'close-books', until: null }, {}],
      [reverse, escrow(10_000)],
    ],
  ],
]

/**
 * Every balance of a contract, added up from the postings of the ledger alone. A reversed entry and
 * its reversal count as nothing.
 */
async function expectLedgerAgrees(page: Page, contractId: string, name: string): Promise<void> {
  const { rows } = await asked(page, { type: 'ledger', contractId })
  const { contract } = await asked(page, { type: 'contract', contractId })
  const totals: Record<string, number> = {}
  for (const { postings } of rows) {
    expect(
      postings.reduce((total, { amount }) => total + amount, 0),
      name,
    ).toBe(0)
    for (const { account, milestoneId = '', amount } of postings)
      totals[account + milestoneId] = (totals[account + milestoneId] ?? 0) + amount
  }
  const of = (account: string): number => totals[account] ?? 0
  expect(rows.at(-1)?.escrow, name).toBe(contract.escrow)
  expect(of('escrow:unallocated'), name).toBe(contract.unallocated)
  for (const { id, held } of contract.milestones) expect(of(`escrow:milestone${id}`), `${name}, ${id}`).toBe(held)
  expect(of('freelancer') + of('fees:freelancer'), name).toBe(contract.released + contract.bonuses - contract.returned)
  expect({ client: of('fees:client'), freelancer: of('fees:freelancer'), contract: of('fees:contract') }, name).toEqual(
    contract.fees,
  )
}

function commandOf(given: Step[0], contractId: string, entries: readonly unknown[]) {
  const { entry } = given as { readonly entry?: { readonly ofStep: number } }
  const named = given.type === 'close-books' ? given : { ...given, contractId }
  return entry === undefined ? named : { ...named, entry: entries[entry.ofStep - 1] }
}

test('cases 6 to 24 of the rulebook come out in the real app as they are written, and its ledger adds up to every balance', async ({
  page,
}) => {
  for (const [name, amounts, opening, steps] of CASES) {
    await test.step(name, async () => {
      const contractId = await openContract(page, amounts, opening)
      const entries: unknown[] = []
      for (const [place, [given, expected]] of steps.entries()) {
        const command = commandOf(given, contractId, entries)
        const answer = await execute(page, command as never)
        entries.push(answer.ok ? answer.value.entry : undefined)
        const where = `case ${name}, step ${place + 1}, ${command.type}`
        if (typeof expected === 'string') expect(answer, where).toMatchObject({ ok: false, error: { code: expected } })
        else expect(answer, where).toMatchObject({ ok: true, value: expected })
      }
      await expectLedgerAgrees(page, contractId, name)
    })
  }
})
