import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CorrectedEntry, EntryAsItIs } from '../../../shared/api/correction.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { formatAmount, type Minor } from '../../../shared/money/money.ts'
import text from '../../theme/text.module.css'
import { dateText } from '../../words/days.ts'
import { LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import styles from './correct.module.css'
import { amountsOf, foldedSame, reachedEntries } from './shown-entries.ts'

interface InBook {
  readonly today: IsoDate
  readonly currency: string
  readonly decimals: number
}

/** The entries that a correction takes back, and what each becomes. */
export function AnewTable({ entries, ...book }: InBook & { readonly entries: readonly CorrectedEntry[] }) {
  const { shown, folded } = foldedSame(entries)
  return (
    <Table
      caption={words('correct.anew-caption')}
      head={words('correct.anew', { count: entries.filter(({ now }) => now !== null).length })}
      currency={book.currency}
      more={folded === 0 ? null : words('correct.same-folded', { count: folded })}
    >
      {shown.map(each => (
        <AnewRow key={each.entry} entry={each} {...book} />
      ))}
    </Table>
  )
}

function AnewRow({ entry: { entry, label, was, now, same }, today, decimals }: InBook & { entry: CorrectedEntry }) {
  const amounts = amountsOf(was, now)
  const money = (amount: Minor): string => formatAmount(amount, decimals, LOCALE)
  const isOther = amounts.was !== null && amounts.now !== null && amounts.was !== amounts.now
  return (
    <tr className={same ? undefined : styles['hit']}>
      <td className={styles['number']}>{entry}</td>
      <td className={styles['date']}>
        {now === null || now.on === was.on ? (
          dateText(was.on, today)
        ) : (
          <>
            <del>{dateText(was.on, today)}</del> {dateText(now.on, today)}
          </>
        )}
      </td>
      <td>{now === null ? <del>{label}</del> : label}</td>
      <td className={styles['amount']}>
        {isOther && amounts.was !== null && amounts.now !== null ? (
          <>
            <del>{money(amounts.was)}</del> <b>{money(amounts.now)}</b>
          </>
        ) : (
          <span className={text['muted']}>
            {stateText(amounts.was === null ? null : money(amounts.was), now, same)}
          </span>
        )}
      </td>
    </tr>
  )
}

function stateText(amount: string | null, now: CorrectedEntry['now'], same: boolean): string {
  if (now === null) return amount === null ? words('correct.gone') : words('correct.removed', { amount })
  if (same) return amount === null ? words('correct.unchanged') : words('correct.same', { amount })
  return amount === null ? words('correct.other-details') : words('correct.details', { amount })
}

interface StopsProps extends InBook {
  readonly corrected: EntryAsItIs
  readonly later: readonly EntryAsItIs[]
  /** The entry that could not be recorded again. */
  readonly stopsAt: number
  readonly isRemoved: boolean
}

/** The list of how far a refused correction comes. */
export function StopsTable({ corrected, later, stopsAt, isRemoved, ...book }: StopsProps) {
  const { shown, folded } = reachedEntries(corrected, later, stopsAt)
  const { today, decimals } = book
  return (
    <Table
      caption={words('correct.stops-caption')}
      head={words('correct.stops')}
      currency={book.currency}
      more={folded === 0 ? null : words('correct.others-folded', { count: folded })}
    >
      {shown.map(({ entry, label, was, state }) => {
        const { was: amount } = amountsOf(was, null)
        const known = amount === null ? null : formatAmount(amount, decimals, LOCALE)
        return (
          <tr key={entry} className={state === 'stops' ? styles['stop'] : state === 'corrected' ? styles['hit'] : ''}>
            <td className={styles['number']}>{entry}</td>
            <td className={styles['date']}>{dateText(was.on, today)}</td>
            <td>{state === 'corrected' && isRemoved ? <del>{label}</del> : label}</td>
            <td className={styles['amount']}>
              {state === 'stops' ? (
                <b>
                  {words('correct.not-possible')}
                  <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
                </b>
              ) : (
                <span className={text['muted']}>
                  {state === 'not-reached'
                    ? words('correct.not-reached')
                    : state === 'corrected' && isRemoved
                      ? stateText(known, null, false)
                      : known}
                </span>
              )}
            </td>
          </tr>
        )
      })}
    </Table>
  )
}

interface TableProps {
  readonly caption: string
  readonly head: string
  readonly currency: string
  /** The last line, for what is folded. */
  readonly more: string | null
  readonly children: ReactNode
}

function Table({ caption, head, currency, more, children }: TableProps) {
  return (
    <table className={styles['entries']}>
      <caption className={text['hidden']}>{caption}</caption>
      <thead>
        <tr>
          <th colSpan={3} scope="col">
            {head}
          </th>
          <th scope="col" className={styles['amount']}>
            {currency}
          </th>
        </tr>
      </thead>
      <tbody>
        {children}
        {more === null ? null : (
          <tr>
            <td colSpan={2} />
            <td colSpan={2}>{more}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
