import { BookOpen, Check, Link, type LucideIcon, Minus, Plus, TriangleAlert, X } from 'lucide-react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { RowState } from '../../../shared/reconcile/statement.ts'
import { dateText, fullDateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import { lineId } from './statement-rows.ts'
import styles from './statement-table.module.css'

const MARKS: Readonly<Record<RowState | 'book', LucideIcon>> = {
  matched: Check,
  proposed: Link,
  differs: TriangleAlert,
  new: Plus,
  ignored: Minus,
  bad: X,
  book: BookOpen,
}

/** The cell between the two sides: an icon for the row's state. */
export function MarkCell({ state }: { state: RowState | 'book' }) {
  const Icon = MARKS[state]
  const label = words('reconcile.mark', { state })
  return (
    <td className={styles['mark']} data-state={state} title={label}>
      <Icon size={16} strokeWidth={1.75} role="img" aria-label={label} />
    </td>
  )
}

/** The cell of a day; a dash if it could not be read. */
export function DateCell({ on, today }: { on: IsoDate | null; today: IsoDate }) {
  return (
    <td className={styles['date']}>
      {on === null ? (
        '–'
      ) : (
        <time dateTime={on} title={fullDateText(on)}>
          {dateText(on, today)}
        </time>
      )}
    </td>
  )
}

interface LineProps {
  readonly index: number
  readonly atCursor: boolean
  /** True if there is nothing to decide about it. */
  readonly isDone: boolean
}

/** Returns the attributes of a line's element; `index` counts from 0. */
export function lineAttributes({ index, atCursor, isDone }: LineProps) {
  return {
    id: lineId(index),
    'aria-rowindex': index + 2,
    'aria-selected': atCursor,
    className: [atCursor && styles['cursor'], isDone && styles['past']].filter(Boolean).join(' '),
  }
}

/** A line whose page has not been read yet. */
export function PendingLine({ index, atCursor }: Pick<LineProps, 'index' | 'atCursor'>) {
  return (
    <tr id={lineId(index)} aria-rowindex={index + 2} className={atCursor ? styles['cursor'] : ''}>
      <EmptyCells />
    </tr>
  )
}

/** Stands in for the lines out of view; the double rule runs through it. */
export function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden style={{ height }} className={styles['gap']}>
      <EmptyCells />
    </tr>
  )
}

function EmptyCells() {
  return (
    <>
      <td colSpan={5} />
      <td className={styles['book']} />
      <td />
    </>
  )
}
