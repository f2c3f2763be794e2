import type { Minor } from '../../../shared/money/money.ts'
import { amountIn } from '../../../shared/reconcile/written-amount.ts'
import { CSV_COLUMNS } from '../../export/csv.ts'
import { titleKey } from './formats.ts'
import type { GoodRow } from './row.ts'

/** The columns of the amounts that an entry posts to each account. */
const AMOUNTS = {
  client: 'To client',
  freelancer: 'To freelancer',
  escrow: 'To escrow',
  clientFee: 'Client fee',
  freelancerFee: 'Freelancer fee',
  contractFee: 'Contract fee',
} as const

/** The sums an entry posts to each account, in minor units. */
export type OwnAmounts = Readonly<Record<keyof typeof AMOUNTS, Minor>>

/** A row of Escrowbook's own CSV: an entry of the book that exported it. */
export interface OwnRow {
  readonly row: GoodRow
  readonly entry: number
  readonly contractId: string
  readonly title: string
  readonly type: string
  readonly milestoneIds: readonly string[]
  /** The entry it reverses; undefined if it is not a reversal. */
  readonly reverses: number | undefined
  readonly isReversed: boolean
  readonly amounts: OwnAmounts
}

/**
 * Returns a reader for rows of Escrowbook's own CSV with this header; it returns undefined for a
 * row with an unreadable entry number or amount. Strips the apostrophe that keeps spreadsheets from
 * evaluating a title.
 */
export function ownRowReader(header: readonly string[]): (row: GoodRow) => OwnRow | undefined {
  const keys = header.map(titleKey)
  const columns = new Map(CSV_COLUMNS.map(title => [title, keys.indexOf(titleKey(title))]))
  return row => {
    const cell = (title: string): string => (row.cells[columns.get(title) ?? -1] ?? '').trim()
    const entry = Number(cell('Entry'))
    if (!Number.isSafeInteger(entry) || entry < 1) return undefined
    const amounts = amountsIn(cell, row.decimals)
    if (amounts === undefined) return undefined
    const reverses = cell('Reverses')
    return {
      row,
      entry,
      contractId: cell('Contract'),
      title: cell('Title').replace(/^'(?=[=+\-@])/, ''),
      type: cell('Type'),
      milestoneIds: cell('Milestone')
        .split(' ')
        .filter(id => id !== ''),
      reverses: reverses === '' ? undefined : Number(reverses),
      isReversed: cell('Reversed by') !== '',
      amounts,
    }
  }
}

function amountsIn(cell: (title: string) => string, decimals: number): OwnAmounts | undefined {
  const amounts: Partial<Record<keyof OwnAmounts, Minor>> = {}
  for (const [account, title] of Object.entries(AMOUNTS)) {
    // May exceed the limit of a command: the largest deposit and its fees leave the client
    // together.
    const amount = amountIn(cell(title), decimals, 'point', undefined, Number.MAX_SAFE_INTEGER)
    if (amount === undefined) return undefined
    amounts[account as keyof OwnAmounts] = amount
  }
  return amounts as OwnAmounts
}
