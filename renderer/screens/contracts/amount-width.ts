import type { SummaryRow } from '../../../shared/api/contracts.ts'
import { formatAmount } from '../../../shared/money/money.ts'
import { LOCALE } from '../../words/locale.ts'

const FIGURE_WIDTH = 7.5
/** The width of the decimals and the cell's padding, in px. */
const AMOUNT_ROOM = 44
const LEAST_FIGURES = 6

/** The width of a column of amounts, in px: that of its largest total, since no row exceeds it. */
export function amountWidth(summary: readonly SummaryRow[] | null, what: 'escrow' | 'released'): number {
  const figures = (summary ?? []).map(
    row => formatAmount(row[what], row.decimals, LOCALE).length - (row.decimals === 0 ? 0 : row.decimals + 1),
  )
  return AMOUNT_ROOM + Math.max(LEAST_FIGURES, ...figures) * FIGURE_WIDTH
}
