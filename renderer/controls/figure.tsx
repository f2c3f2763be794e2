import { formatAmount, type Minor } from '../../shared/money/money.ts'
import { LOCALE } from '../words/locale.ts'
import styles from './figure.module.css'

interface FigureProps {
  readonly amount: Minor
  readonly decimals: number
  /** Also says + where the amount is above zero, for columns of movements. */
  readonly signed?: boolean
  /**
   * In a column of several currencies: the fraction has one width, so that all align on the decimal
   * mark.
   */
  readonly mixed?: boolean
}

/**
 * An amount of money with its decimals muted, in figures of one width. The currency is said
 * elsewhere, once.
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
