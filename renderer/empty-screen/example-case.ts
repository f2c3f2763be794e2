import type { LedgerRow, Posting } from '../../shared/api/ledger.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { type Minor, minor } from '../../shared/money/money.ts'
import type { ContractNames } from '../state/contract-names.ts'
import { words } from '../words/say.tsx'

const CONTRACT = 'C0001'
const currency = 'USD'

/**
 * The seed's own case: what an empty screen shows of itself. Amounts in minor units of US dollars.
 */
export const EXAMPLE = {
  currency,
  decimals: 2,
  deposit: minor(42_000),
  paid: minor(40_000),
  left: minor(2_000),
  more: minor(8_000),
  build: minor(10_000),
  /** Days from today until Build is paid by itself. */
  ahead: 9,
} as const

/** What the sentences about it say of it. */
export const EXAMPLE_PARAMS = {
  deposit: { money: EXAMPLE.deposit },
  paid: { money: EXAMPLE.paid },
  left: { money: EXAMPLE.left },
  more: { money: EXAMPLE.more },
  build: { money: EXAMPLE.build },
  days: EXAMPLE.ahead,
} as const

/** What its contract and milestones are called. */
export function exampleNames(): ContractNames {
  return {
    id: CONTRACT,
    title: words('sample.contract'),
    client: words('sample.client'),
    freelancer: words('sample.freelancer'),
    side: 'client',
    currency,
    decimals: EXAMPLE.decimals,
    milestones: { M1: words('sample.design'), M2: words('sample.build') },
  }
}

type Example = readonly [
  daysAgo: number,
  type: EscrowCommandInput['type'],
  escrow: Minor,
  postings: readonly (readonly [Posting['account'], number, string?])[],
]

const ENTRIES: readonly Example[] = [
  [
    61,
    'fund-milestone',
    EXAMPLE.deposit,
    [
      ['client', -42_000],
      ['escrow:milestone', 42_000, 'M1'],
    ],
  ],
  [
    24,
    'release',
    EXAMPLE.left,
    [
      ['escrow:milestone', -40_000, 'M1'],
      ['freelancer', 40_000],
    ],
  ],
  [
    20,
    'fund-milestone',
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
 * Its entries as the ledger has them, on days before today: paid in for Design, most of it paid
 * out, what is left put towards Build.
 */
export function exampleRows(today: IsoDate): readonly LedgerRow[] {
  return ENTRIES.map(([daysAgo, type, escrow, postings], place) => {
    const on = addDays(today, -daysAgo)
    return {
      entry: place + 2,
      contractId: CONTRACT,
      type,
      on,
      at: `${on}T12:00:00.000Z`,
      reference: null,
      note: null,
      escrow,
      postings: postings.map(([account, amount, milestoneId]) => ({
        account,
        currency,
        amount: minor(amount),
        ...(milestoneId === undefined ? {} : { milestoneId }),
      })),
    }
  })
}
