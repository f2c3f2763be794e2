import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { SummaryRow } from '../../../shared/api/contracts.ts'
import { formatAmount } from '../../../shared/money/money.ts'
import { isTyping } from '../../actions/keys.ts'
import { contractIdAt, moveCursor, setCursor, showRows } from '../../state/contracts.ts'
import { isOverlayOpen } from '../../state/overlay.ts'
import { go } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { LOCALE } from '../../words/locale.ts'
import { words } from '../../words/say.tsx'
import styles from './contract-list.module.css'
import { ListHead } from './list-head.tsx'
import { ListRow, rowId } from './list-row.tsx'
import { type MenuPlace, RowMenu } from './row-menu.tsx'

/** As `--row` has it. */
const ROW_HEIGHT = { regular: 36, compact: 28 } as const
const MENU_INDENT = 12
/**
 * Rows come and go so many at a time, for each coming and going costs more than the rows
 * themselves.
 */
const BLOCK = 8
const FIGURE_WIDTH = 7.5
/** The fraction's width and the cell's own room. */
const AMOUNT_ROOM = 44
const LEAST_FIGURES = 6
/**
 * Columns of amounts that together are wider than this leave too little to the titles in a window
 * of 1280 px.
 */
const MUCH_FOR_AMOUNTS = 200
const STEP: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

/**
 * The table of contracts. Only the rows on the screen exist; the keyboard moves a cursor, which is
 * the table's active descendant.
 */
export function ContractList() {
  const total = useStore(state => state.listing.total ?? 0)
  const cursor = useStore(state => state.listing.cursor)
  const escrowWidth = useStore(state => widthFor(state.summary, 'escrow'))
  const releasedWidth = useStore(state => widthFor(state.summary, 'released'))
  const body = useRef<HTMLTableElement>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  function showMenuAt(row: number, x: number, y: number): void {
    const contractId = contractIdAt(row)
    if (contractId !== undefined) setMenu({ contractId, x, y })
  }
  const showMenu = useRef(showMenuAt)
  showMenu.current = showMenuAt
  const rowHeight = ROW_HEIGHT[useStore(state => state.preferences?.rows ?? 'regular')]
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => document.querySelector('main'),
    estimateSize: () => rowHeight,
    rangeExtractor: wholeBlocks,
    scrollMargin: body.current?.offsetTop ?? 0,
    scrollPaddingStart: rowHeight,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: all rows are of another height then.
  useLayoutEffect(() => rows.measure(), [rowHeight])
  const items = rows.getVirtualItems()
  const first = items[0]
  const last = items.at(-1)
  const firstRow = first?.index ?? 0
  const lastRow = last?.index ?? 0

  useEffect(() => showRows(firstRow, lastRow), [firstRow, lastRow])

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (
        isOverlayOpen() ||
        isTyping(event.target) ||
        isInMenu(event.target) ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey
      )
        return
      // A button or link that has the focus keeps Enter for itself.
      const elsewhere = event.target instanceof HTMLElement && event.target.closest('button, a[href]') !== null
      const step = STEP[event.key]
      if (step !== undefined) moveCursor(step)
      else if (event.key === 'Enter' && !elsewhere) openAt(useStore.getState().listing.cursor)
      else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
        const { cursor } = useStore.getState().listing
        const row = document.getElementById(rowId(cursor))?.getBoundingClientRect()
        if (row !== undefined) showMenu.current(cursor, row.left + MENU_INDENT, row.bottom)
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  const shown = useRef(cursor)
  useEffect(() => {
    if (shown.current !== cursor) rows.scrollToIndex(cursor, { align: 'auto' })
    shown.current = cursor
  }, [cursor, rows])

  const margin = rows.options.scrollMargin
  const above = first === undefined ? 0 : first.start - margin
  const below = last === undefined ? 0 : rows.getTotalSize() - (last.end - margin)
  return (
    <>
      <table
        ref={body}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked by the arrow keys is a grid.
        role="grid"
        className={styles['list']}
        data-scrolling={rows.isScrolling}
        data-wide={escrowWidth + releasedWidth > MUCH_FOR_AMOUNTS}
        style={{ '--escrow-width': `${escrowWidth}px`, '--released-width': `${releasedWidth}px` } as CSSProperties}
        tabIndex={0}
        aria-label={words('nav.contracts')}
        aria-rowcount={total + 1}
        aria-activedescendant={total === 0 ? undefined : rowId(cursor)}
      >
        <ListHead />
        <tbody>
          {above > 0 ? <Gap height={above} /> : null}
          {items.map(({ index }) => (
            <ListRow
              key={index}
              index={index}
              atCursor={index === cursor}
              onOpen={() => {
                setCursor(index)
                openAt(index)
              }}
              onMenu={(x, y) => {
                setCursor(index)
                showMenuAt(index, x, y)
              }}
            />
          ))}
          {below > 0 ? <Gap height={below} /> : null}
        </tbody>
      </table>
      {menu === null ? null : (
        <RowMenu key={`${menu.contractId} ${menu.x} ${menu.y}`} place={menu} onClose={() => setMenu(null)} />
      )}
    </>
  )
}

/** How wide a column of amounts must be for its largest total, in px: no row has a larger one. */
function widthFor(summary: readonly SummaryRow[] | null, what: 'escrow' | 'released'): number {
  const figures = (summary ?? []).map(
    row => formatAmount(row[what], row.decimals, LOCALE).length - (row.decimals === 0 ? 0 : row.decimals + 1),
  )
  return AMOUNT_ROOM + Math.max(LEAST_FIGURES, ...figures) * FIGURE_WIDTH
}

/**
 * The rows that exist while these are on the screen: whole blocks, and at least half of one beyond
 * either end.
 */
function wholeBlocks({ startIndex, endIndex, count }: Range): number[] {
  const first = Math.max(0, Math.floor((startIndex - BLOCK / 2) / BLOCK) * BLOCK)
  const end = Math.min(count, Math.ceil((endIndex + 1 + BLOCK / 2) / BLOCK) * BLOCK)
  return Array.from({ length: Math.max(0, end - first) }, (_, place) => first + place)
}

function isInMenu(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('[role="menu"]') !== null
}

function openAt(row: number): void {
  const contractId = contractIdAt(row)
  if (contractId !== undefined) go({ screen: 'contract', contractId })
}

function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden style={{ height }} className={styles['gap']}>
      <td />
    </tr>
  )
}
