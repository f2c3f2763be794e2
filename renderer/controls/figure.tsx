import { formatAmount, type Minor } from '../../shared/money/money.ts'
import { LOCALE } from '../words/locale.ts'
import styles from './figure.module.css'

interface FigureProps {
  readonly amount: Minor
  readonly decimals: number
  /** Also shows + for positive amounts, for columns of movements. */
  readonly signed?: boolean
  /**
   * In a column of several currencies: gives the fraction a fixed width, to align all amounts on
   * the decimal mark.
   */
  readonly mixed?: boolean
}

/**
 * An amount of money with muted decimals, in tabular figures. The currency is shown elsewhere,
 * once.
 */
export function Figure({ amount, decimals, signed = false, mixed = false }: FigureProps) {
  const text = `${signed && amount > 0 ? '+' : ''}${formatAmount(amount, decimals, LOCALE)}`
  const cut = decimals === 0 ? text.length : text.length - decimals - 1
  const fraction = text.slice(cut)
  return (
    <span className={mixed ? `${styles['figure']} ${styles['mixed']}` : styles['figure']}>
      {text.slice(0, cut)}
      {fraction === '' && !mixed ? null : <span className={styles['fraction']}>{fraction}</span>}
    </span>
  )
}
