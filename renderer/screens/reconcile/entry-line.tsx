import { memo } from 'react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { OnlyInBook } from '../../../shared/reconcile/statement.ts'
import { Figure } from '../../controls/figure.tsx'
import { href } from '../../state/route.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import { DateCell, lineAttributes, MarkCell, PendingLine } from './line-cells.tsx'
import styles from './statement-table.module.css'

interface EntryLineProps {
  readonly index: number
  /** Undefined until its page has been read. */
  readonly entry: OnlyInBook | undefined
  readonly atCursor: boolean
  readonly today: IsoDate
}

/** An entry of the book without a row in the statement; there is nothing to record. */
export const EntryLine = memo(function EntryLine({ index, entry, atCursor, today }: EntryLineProps) {
  if (entry === undefined) return <PendingLine index={index} atCursor={atCursor} />
  const { entry: number, contractId, on, amount, decimals, label, contract, elsewhere } = entry
  return (
    <tr {...lineAttributes({ index, atCursor, isDone: elsewhere })}>
      <td />
      <DateCell on={on} today={today} />
      <td className={text['muted']}>{words('reconcile.no-such-row')}</td>
      <td className={styles['number']}>
        <Figure amount={amount} decimals={decimals} />
      </td>
      <MarkCell state="book" />
      <td className={styles['book']} title={label}>
        <span className={styles['does']}>
          {label} <span className={text['muted']}>{words('reconcile.number', { entry: number })}</span>
        </span>
        <span className={styles['problem']}>
          {elsewhere ? `${contract}, ${words('reconcile.elsewhere')}` : contract}
        </span>
      </td>
      <td className={styles['record']}>
        <a
          className={styles['show']}
          href={href({ screen: 'contract', contractId })}
          aria-label={words('reconcile.show-label', { what: label, contract })}
        >
          {words('reconcile.show')}
        </a>
      </td>
    </tr>
  )
})
