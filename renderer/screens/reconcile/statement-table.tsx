import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { StatementMatch, StatementRow } from '../../../shared/reconcile/statement.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import { EditRowDialog } from './edit-row.tsx'
import { loadRows, useStatement } from './statement.ts'
import { EntryLine, StatementLine } from './statement-line.tsx'
import { canBeEdited, lineId } from './statement-rows.ts'
import styles from './statement-table.module.css'
import { tick } from './statement-ticks.ts'

const LINE_HEIGHT = 44
const HEAD_HEIGHT = 32
const OVERSCAN = 10
const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/**
 * The rows of the list that is shown. Only those on the screen exist, whatever the statement's
 * length; arrow keys walk them, Space ticks, Enter chooses.
 */
export function StatementTable({ match, today }: { match: StatementMatch; today: IsoDate }) {
  const table = useRef<HTMLTableElement>(null)
  const list = useStatement(state => state.list)
  const rows = useStatement(state => state.rows)
  const entries = useStatement(state => state.entries)
  const [cursor, setCursor] = useState(0)
  const [edited, setEdited] = useState<StatementRow | null>(null)
  const total = list === 'book' ? match.onlyInBookTotal : match.total
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => document.querySelector('main'),
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: (table.current?.offsetTop ?? 0) + HEAD_HEIGHT,
  })
  const items = virtual.getVirtualItems()
  const firstPage = Math.floor((items[0]?.index ?? 0) / PAGE_LIMIT)
  const lastPage = Math.floor((items.at(-1)?.index ?? 0) / PAGE_LIMIT)
  // biome-ignore lint/correctness/useExhaustiveDependencies: pages that are not there any more are read again.
  useEffect(() => {
    for (let page = firstPage; page <= lastPage; page++) void loadRows(page)
  }, [firstPage, lastPage, rows, entries])
  const rowAt = (index: number): StatementRow | undefined =>
    list === 'book' ? undefined : rows[Math.floor(index / PAGE_LIMIT)]?.[index % PAGE_LIMIT]
  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const step = STEP[event.key]
    const row = rowAt(cursor)
    if (step !== undefined) {
      const next = Math.max(0, Math.min(total - 1, cursor + step))
      setCursor(next)
      virtual.scrollToIndex(next, { align: 'auto' })
    } else if (event.target !== table.current) return
    else if (event.key === ' ' && row?.command !== undefined) tick(row)
    else if (event.key === 'Enter' && row !== undefined && canBeEdited(row)) setEdited(row)
    else return
    event.preventDefault()
  }
  if (total === 0) return <p className={styles['nothing']}>{words('reconcile.none')}</p>
  const margin = virtual.options.scrollMargin
  const above = (items[0]?.start ?? margin) - margin
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin)
  return (
    <>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by the arrow keys is a grid.
        role="grid"
        className={styles['table']}
        tabIndex={0}
        aria-label={words('reconcile.table')}
        aria-rowcount={total + 1}
        aria-activedescendant={lineId(Math.min(cursor, total - 1))}
        onKeyDown={onKey}
      >
        <colgroup>
          <col className={styles['column-line']} />
          <col className={styles['column-date']} />
          <col className={styles['column-what']} />
          <col className={styles['column-amount']} />
          <col className={styles['column-mark']} />
          <col />
          <col className={styles['column-record']} />
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles['number']}>
              {words('reconcile.line')}
            </th>
            <th scope="col">{words('reconcile.date')}</th>
            <th scope="col">{words('reconcile.statement')}</th>
            <th scope="col" className={styles['number']}>
              {words('reconcile.amount')}
            </th>
            <th scope="col">
              <span className={text['hidden']}>{words('reconcile.match')}</span>
            </th>
            <th scope="col" className={styles['book']}>
              {words('reconcile.book')}
            </th>
            <th scope="col">{words('reconcile.record')}</th>
          </tr>
        </thead>
        <tbody>
          {above > 0 ? <Gap height={above} /> : null}
          {items.map(({ index }) =>
            list === 'book' ? (
              <EntryLine
                key={index}
                index={index}
                entry={entries[Math.floor(index / PAGE_LIMIT)]?.[index % PAGE_LIMIT]}
                atCursor={index === cursor}
                today={today}
              />
            ) : (
              <StatementLine
                key={index}
                index={index}
                row={rowAt(index)}
                atCursor={index === cursor}
                today={today}
                onEdit={setEdited}
              />
            ),
          )}
          {below > 0 ? <Gap height={below} /> : null}
        </tbody>
      </table>
      {edited === null ? null : <EditRowDialog row={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

/** Stands for the lines that are not on the screen; the double rule runs through it. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden style={{ height }} className={styles['gap']}>
      <td colSpan={5} />
      <td className={styles['book']} />
      <td />
    </tr>
  )
}
