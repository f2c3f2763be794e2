import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { TimelineRow } from '../../../shared/api/ledger.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { Day } from '../../controls/day.tsx'
import { Figure } from '../../controls/figure.tsx'
import { ROW_TARGET } from '../../controls/row-keys.ts'
import { words } from '../../words/say.tsx'
import styles from './timeline.module.css'
import type { CorrectionLine } from './timeline-lines.ts'

interface CorrectionRowsProps {
  readonly line: CorrectionLine
  readonly today: IsoDate
  readonly decimals: number
}

/** The entries that a correction took back: one struck line, which unfolds. */
export function CorrectionRows({ line, today, decimals }: CorrectionRowsProps) {
  const { on, rows, count, removed, takenBack, anew } = line
  const [open, setOpen] = useState(false)
  return (
    <>
      <tr className={styles['group']}>
        <td className={styles['date']}>{on === today ? words('timeline.today') : <Day day={on} today={today} />}</td>
        <td colSpan={2}>
          <button type="button" aria-expanded={open} {...ROW_TARGET} onClick={() => setOpen(!open)}>
            <ChevronRight size={14} strokeWidth={1.75} aria-hidden />
            <span className={styles['struck']}>
              {words('timeline.before', { count, anew: anew === null ? 'no' : 'yes' })}
            </span>
          </button>
        </td>
        <td className={styles['escrow']} />
      </tr>
      {open
        ? rows.map(row => (
            <OldRow key={row.entry} row={row} isRemoved={removed.has(row.entry)} today={today} decimals={decimals} />
          ))
        : null}
      {open ? (
        <tr className={`${styles['old']} ${styles['end']}`}>
          <td />
          <td colSpan={2}>
            <span className={styles['note']}>
              {words('timeline.taken-back', {
                first: takenBack[0],
                last: takenBack[1],
                count,
                anew: anew === null ? 'none' : anew[0] === anew[1] ? 'one' : 'some',
                from: anew?.[0] ?? 0,
                to: anew?.[1] ?? 0,
              })}
            </span>
          </td>
          <td className={styles['escrow']} />
        </tr>
      ) : null}
    </>
  )
}

interface OldRowProps {
  readonly row: TimelineRow
  readonly isRemoved: boolean
  readonly today: IsoDate
  readonly decimals: number
}

function OldRow({ row, isRemoved, today, decimals }: OldRowProps) {
  const amount = row.change !== 0 ? row.change : row.gross
  return (
    <tr className={`${styles['flat']} ${styles['undone']} ${styles['old']}`}>
      <td className={styles['date']}>
        <Day day={row.on} today={today} />
      </td>
      <td>
        <span className={styles['what']}>{row.label}</span>
        {isRemoved ? <span className={styles['note']}>{words('timeline.removed')}</span> : null}
      </td>
      <td className={styles['amount']}>
        {amount === 0 ? null : <Figure amount={amount} decimals={decimals} signed={row.change !== 0} />}
      </td>
      <td className={styles['escrow']}>
        <Figure amount={row.escrow} decimals={decimals} />
      </td>
    </tr>
  )
}
