import { type CSSProperties, useMemo } from 'react'
import { formatAmount, type Minor } from '../../../shared/money/money.ts'
import { useFigureWidth } from '../../controls/figure-width.ts'
import { LOCALE } from '../../words/locale.ts'
import type { MatchedStatement } from './statement.ts'

interface Amounts {
  readonly amount: Minor | null
  readonly decimals: number
}

/** The widths of a statement's figures, as far as its rows have been read. */
export function useStatementWidths({ rows, entries }: MatchedStatement): CSSProperties {
  const [line, amount] = useMemo(() => {
    const statement = Object.values(rows).flat()
    const book = Object.values(entries).flat()
    return [
      longest(statement.map(each => String(each.line))),
      longest([...statement, ...book].map((each: Amounts) => written(each))),
    ]
  }, [rows, entries])
  return {
    '--line-width': `${useFigureWidth([line])}px`,
    '--amount-width': `${useFigureWidth([amount])}px`,
  } as CSSProperties
}

const written = ({ amount, decimals }: Amounts): string =>
  amount === null ? '' : formatAmount(amount, decimals, LOCALE)

const longest = (figures: readonly string[]): string =>
  figures.reduce((most, figure) => (figure.length > most.length ? figure : most), '')
