import type { CSSProperties } from 'react'
import { formatAmount, type Minor } from '../../../shared/money/money.ts'
import { useFigureWidth } from '../../controls/figure-width.ts'
import { LOCALE } from '../../words/locale.ts'
import type { Lines } from './lines.ts'

/** The room of words beside the figures, in px: a label and an account, and its contract. */
const WORDS = 260
const WORDS_AND_CONTRACT = 464
/** The room of dates and of the space between columns, in px. */
const DATES_AND_GAPS = 140

/** The widths of the ledger's figures. */
export interface LedgerWidths {
  readonly style: CSSProperties
  /** True if out and in share a column, with signs, to leave words room in the table. */
  readonly together: boolean
  /** True if a contract stands below its entry's label instead of in a column. */
  readonly contractBelow: boolean
}

/** The widths of the ledger's figures in a table of that width, 0 until it is measured. */
export function useLedgerWidths({ out, into, extremes }: Lines, decimals: number, width: number): LedgerWidths {
  const written = (amount: Minor): string => formatAmount(amount, decimals, LOCALE)
  const number = useFigureWidth([String(extremes.entry)])
  const outWidth = useFigureWidth([written(out)])
  const inWidth = useFigureWidth([written(into)])
  const signed = useFigureWidth([`+${written(out)}`, `+${written(into)}`])
  const escrow = useFigureWidth(extremes.balances.map(written))
  const room = width === 0 ? WORDS_AND_CONTRACT : width - number - outWidth - inWidth - escrow - DATES_AND_GAPS
  const together = room < WORDS
  return {
    together,
    contractBelow: room < WORDS_AND_CONTRACT,
    style: {
      '--number-width': `${number}px`,
      '--out-width': `${together ? signed : outWidth}px`,
      '--in-width': `${inWidth}px`,
      '--escrow-width': `${escrow}px`,
    } as CSSProperties,
  }
}
