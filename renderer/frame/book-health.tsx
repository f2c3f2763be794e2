import { Info, Lock, ShieldAlert, ShieldCheck } from 'lucide-react'
import { dayOf, type IsoDate } from '../../shared/dates/calendar.ts'
import { href } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import { nearDateText } from '../words/days.ts'
import { words } from '../words/say.tsx'
import styles from './book-health.module.css'

const earlier = (day: IsoDate, today: IsoDate): IsoDate => (day < today ? day : today)

/** The book's name and health, at the foot of the sidebar. */
export function BookHealth() {
  const book = useStore(state => state.book)
  if (book === null) return null
  const { name, health, entries, readOnly, lastBackup, today } = book
  // In any other state, the banner already shows the message.
  const isRemark = health.message !== undefined && !readOnly && (health.state === 'ok' || health.state === 'checking')
  const Icon = readOnly ? Lock : health.state === 'damaged' ? ShieldAlert : ShieldCheck
  return (
    <div className={styles['book']} title={book.folder}>
      <b>{name}</b>
      <span className={readOnly || health.state === 'damaged' ? styles['bad'] : styles['state']}>
        <Icon size={14} strokeWidth={1.75} aria-hidden />
        {readOnly ? words('book.read-only') : words('book.health', { state: health.state, entries })}
      </span>
      {isRemark ? (
        <a href={href({ screen: 'settings', section: 'book' })} title={health.message}>
          <Info size={14} strokeWidth={1.75} aria-hidden />
          {words('book.remark')}
        </a>
      ) : null}
      {health.state === 'damaged' && health.line !== undefined ? (
        <span>{words('book.damaged-line', { line: health.line })}</span>
      ) : null}
      {lastBackup === null || health.state === 'damaged' ? null : (
        <span>
          {words('book.backed-up', { when: nearDateText(earlier(dayOf(new Date(lastBackup)), today), today) })}
        </span>
      )}
    </div>
  )
}
