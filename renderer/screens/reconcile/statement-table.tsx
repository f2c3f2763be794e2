import { useVirtualizer } from '@tanstack/react-virtual'
import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { StatementRow } from '../../../shared/reconcile/statement.ts'
import { words } from '../../words/say.tsx'
import { EditRowDialog } from './edit-row.tsx'
import { EntryLine } from './entry-line.tsx'
import { Gap } from './line-cells.tsx'
import type { MatchedStatement } from './statement.ts'
import { StatementLine } from './statement-line.tsx'
import { loadRows } from './statement-reading.ts'
import { canBeEdited, lineId } from './statement-rows.ts'
import styles from './statement-table.module.css'
import { StatementTableHead } from './statement-table-head.tsx'
import { tick } from './statement-ticks.ts'
import { useStatementWidths } from './statement-widths.ts'
import { WhyLine } from './why-line.tsx'

const LINE_HEIGHT = 44
const HEAD_HEIGHT = 32
const CLUE_HEIGHT = 20
const WHY_PADDING = 12
const OVERSCAN = 10
const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }

/**
 * The rows of the current list. Only visible ones are rendered, however long the statement. Arrow
 * keys move the cursor, Space ticks, Enter shows all evidence and Escape hides it, M opens the
 * dialog that says what a row is.
 */
export function StatementTable({ statement, today }: { statement: MatchedStatement; today: IsoDate }) {
  const { list, match, rows, entries } = statement
  const table = useRef<HTMLTableElement>(null)
  const [cursor, setCursor] = useState(0)
  const [edited, setEdited] = useState<StatementRow | null>(null)
  /** The index of the line whose evidence is shown in full. */
  const [why, setWhy] = useState<number | null>(null)
  const rowAt = (index: number): StatementRow | undefined => (list === 'book' ? undefined : at(rows, index))
  const total = list === 'book' ? match.onlyInBookTotal : match.total
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => document.querySelector('main'),
    estimateSize: index => LINE_HEIGHT + (index === why ? whyHeight(rowAt(index)) : 0),
    overscan: OVERSCAN,
    scrollMargin: (table.current?.offsetTop ?? 0) + HEAD_HEIGHT,
  })
  const items = virtual.getVirtualItems()
  useLoadedPages(statement, items[0]?.index ?? 0, items.at(-1)?.index ?? 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of that line changes.
  useEffect(() => virtual.measure(), [why, rows])
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
    else if (event.key === 'Enter' && (row?.evidence.length ?? 0) > 0) setWhy(why === cursor ? null : cursor)
    else if (event.key === 'Escape' && why !== null) setWhy(null)
    else if (isMenuKey(event) && row !== undefined && canBeEdited(row)) setEdited(row)
    else return
    event.preventDefault()
  }
  const widths = useStatementWidths(statement)
  if (total === 0) return <p className={styles['nothing']}>{words('reconcile.none')}</p>
  const margin = virtual.options.scrollMargin
  const above = (items[0]?.start ?? margin) - margin
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin)
  return (
    <>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with arrow-key navigation is a grid.
        role="grid"
        className={styles['table']}
        style={widths}
        tabIndex={0}
        aria-label={words('reconcile.table')}
        aria-rowcount={total + 1}
        aria-activedescendant={lineId(Math.min(cursor, total - 1))}
        onKeyDown={onKey}
      >
        <StatementTableHead />
        <tbody>
          {above > 0 ? <Gap height={above} /> : null}
          {items.map(({ index }) => {
            const line = { index, atCursor: index === cursor, today }
            return list === 'book' ? (
              <EntryLine key={index} {...line} entry={at(entries, index)} />
            ) : (
              <Fragment key={index}>
                <StatementLine {...line} row={rowAt(index)} onEdit={setEdited} />
                {index === why ? <WhyOf row={rowAt(index)} /> : null}
              </Fragment>
            )
          })}
          {below > 0 ? <Gap height={below} /> : null}
        </tbody>
      </table>
      {edited === null ? null : <EditRowDialog row={edited} onClose={() => setEdited(null)} />}
    </>
  )
}

/** The height of the evidence below a line. */
const whyHeight = (row: StatementRow | undefined): number => WHY_PADDING + (row?.evidence.length ?? 0) * CLUE_HEIGHT

const WhyOf = ({ row }: { row: StatementRow | undefined }) => (row === undefined ? null : <WhyLine row={row} />)

const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'm' || key === 'ContextMenu' || (key === 'F10' && shiftKey)

/** The item at an index of a list that is read in pages; undefined until its page has been read. */
const at = <T,>(pages: Readonly<Record<number, readonly T[]>>, index: number): T | undefined =>
  pages[Math.floor(index / PAGE_LIMIT)]?.[index % PAGE_LIMIT]

/** Reads the pages from one line to another, and again after they are dropped. */
function useLoadedPages({ rows, entries }: MatchedStatement, firstLine: number, lastLine: number): void {
  const first = Math.floor(firstLine / PAGE_LIMIT)
  const last = Math.floor(lastLine / PAGE_LIMIT)
  // biome-ignore lint/correctness/useExhaustiveDependencies: new rows or entries may lack a visible page.
  useEffect(() => {
    for (let page = first; page <= last; page++) void loadRows(page)
  }, [first, last, rows, entries])
}
