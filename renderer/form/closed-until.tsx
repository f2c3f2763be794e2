import { Lock } from 'lucide-react'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { useStore } from '../state/store.ts'
import { fullDateText } from '../words/days.ts'
import { words } from '../words/say.tsx'
import styles from './closed-until.module.css'

/**
 * The lock beside a period that begins in the closed one, with the last closed day; nothing if the
 * books are open there. Without `from` the period has no beginning.
 */
export function ClosedUntil({ from }: { readonly from?: IsoDate | undefined }) {
  const until = useStore(state => state.book?.closedUntil)
  if (until === undefined || until === null || (from !== undefined && from > until)) return null
  return (
    <span className={styles['closed']}>
      <Lock size={12} strokeWidth={1.75} aria-hidden />
      {words('closed-until', { until: fullDateText(until) })}
    </span>
  )
}
