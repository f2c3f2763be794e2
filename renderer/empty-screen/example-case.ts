import type { ContractNames } from '../../shared/api/contract-names.ts'
import type { NamedLedgerRow, Posting } from '../../shared/api/ledger.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { type Minor, minor } from '../../shared/money/money.ts'
import { words } from '../words/say.tsx'

const CONTRACT = 'C0001'
const currency = 'USD'

/** The example contract on empty screens. Amounts are in minor units of US dollars. */
export const EXAMPLE = {
  currency,
  decimals: 2,
  deposit: minor(42_000),
  paid: minor(40_000),
  left: minor(2_000),
  more: minor(8_000),
  build: minor(10_000),
  /** Days from today until Build is paid automatically. */
  ahead: 9,
} as const

/** The amounts and days used in sentences about the example. */
export const EXAMPLE_PARAMS = {
  deposit: { money: EXAMPLE.deposit },
  paid: { money: EXAMPLE.paid },
  left: { money: EXAMPLE.left },
  more: { money: EXAMPLE.more },
  build: { money: EXAMPLE.build },
  days: EXAMPLE.ahead,
} as const

/** The names in the example contract, in the person's language. */
function exampleNames(): ContractNames {
  return {
    title: words('sample.contract'),
    client: words('sample.client'),
    freelancer: words('sample.freelancer'),
    side: 'client',
    currency,
    decimals: EXAMPLE.decimals,
  }
}

type Milestone = 'M1' | 'M2'
type Example = readonly [
  daysAgo: number,
  type: 'fund-milestone' | 'release',
  milestone: Milestone,
  escrow: Minor,
  postings: readonly (readonly [Posting['account'], number, Milestone?])[],
]

const ENTRIES: readonly Example[] = [
  [
    61,
    'fund-milestone',
    'M1',
    EXAMPLE.deposit,
    [
      ['client', -42_000],
      ['escrow:milestone', 42_000, 'M1'],
    ],
  ],
  [
    24,
    'release',
    'M1',
    EXAMPLE.left,
    [
      ['escrow:milestone', -40_000, 'M1'],
      ['freelancer', 40_000],
    ],
  ],
  [
    20,
    'fund-milestone',
    'M2',
    EXAMPLE.build,
    [
      ['escrow:milestone', -2_000, 'M1'],
      ['escrow:unallocated', 2_000],
      ['escrow:unallocated', -2_000],
      ['escrow:milestone', 2_000, 'M2'],
      ['client', -8_000],
      ['escrow:milestone', 8_000, 'M2'],
    ],
  ],
]

/**
 * The entries of the example as ledger rows, dated before today: a deposit for Design, most of it
 * released, and the remainder carried over to Build.
 */
export function exampleRows(today: IsoDate): readonly NamedLedgerRow[] {
  const contract = exampleNames()
  const titles = { M1: words('sample.design'), M2: words('sample.build') }
  return ENTRIES.map(([daysAgo, type, milestone, escrow, postings], index) => {
    const on = addDays(today, -daysAgo)
    return {
      entry: index + 2,
      contractId: CONTRACT,
      type,
      on,
      at: `${on}T12:00:00.000Z`,
      reference: null,
      note: null,
      escrow,
      label: words(`entry.${type}`, { milestone: titles[milestone] }),
      contract,
      postings: postings.map(([account, amount, milestoneId]) => ({
        account,
        currency,
        amount: minor(amount),
        ...(milestoneId === undefined ? {} : { milestoneId, milestone: titles[milestoneId] }),
      })),
    }
  })
}
