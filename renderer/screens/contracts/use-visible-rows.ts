import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { showRows } from '../../state/contracts.ts'
import { useStore } from '../../state/store.ts'

/** The row heights in px, equal to `--row`. */
const ROW_HEIGHT = { regular: 36, compact: 28 } as const
/** Rows mount and unmount in blocks of this size: each change costs more than the rows. */
const BLOCK = 8

/** The rendered rows of the list, and the total height in px of those above and below them. */
export interface VisibleRows {
  readonly indexes: readonly number[]
  readonly above: number
  readonly below: number
  readonly scrolling: boolean
}

/** Follows the scroll position: loads the visible rows, and keeps the cursor among them. */
export function useVisibleRows(table: RefObject<HTMLTableElement | null>, total: number, cursor: number): VisibleRows {
  const rowHeight = ROW_HEIGHT[useStore(state => state.preferences?.rows ?? 'regular')]
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => document.querySelector('main'),
    estimateSize: () => rowHeight,
    rangeExtractor: wholeBlocks,
    scrollMargin: table.current?.offsetTop ?? 0,
    scrollPaddingStart: rowHeight,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of row height affects all rows.
  useLayoutEffect(() => rows.measure(), [rowHeight])
  const items = rows.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  const firstIndex = first?.index ?? 0
  const lastIndex = last?.index ?? 0
  useEffect(() => showRows(firstIndex, lastIndex), [firstIndex, lastIndex])

  const shown = useRef(cursor)
  useEffect(() => {
    if (shown.current !== cursor) rows.scrollToIndex(cursor, { align: 'auto' })
    shown.current = cursor
  }, [cursor, rows])

  const margin = rows.options.scrollMargin
  return {
    indexes: items.map(item => item.index),
    above: first === undefined ? 0 : first.start - margin,
    below: last === undefined ? 0 : rows.getTotalSize() - (last.end - margin),
    scrolling: rows.isScrolling,
  }
}

/**
 * The rows to render for a visible range: whole blocks, with at least half a block to spare at
 * either end.
 */
function wholeBlocks({ startIndex, endIndex, count }: Range): number[] {
  const first = Math.max(0, Math.floor((startIndex - BLOCK / 2) / BLOCK) * BLOCK)
  const end = Math.min(count, Math.ceil((endIndex + 1 + BLOCK / 2) / BLOCK) * BLOCK)
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index)
}
