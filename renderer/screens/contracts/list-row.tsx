import { memo } from 'react'
import { ROWS_A_PAGE } from '../../state/contracts.ts'
import { useStore } from '../../state/store.ts'
import { COLUMNS } from './columns.tsx'
import styles from './contract-list.module.css'

/** The id of a row's element, for the table's active descendant. */
export const rowId = (index: number): string => `contract-row-${index}`

interface ListRowProps {
  readonly index: number
  readonly atCursor: boolean
  readonly onOpen: () => void
  /** Called with the point of the window at which the menu should open. */
  readonly onMenu: (x: number, y: number) => void
}

/** A contract in the list; empty until its page has been read. */
export const ListRow = memo(
  function ListRow({ index, atCursor, onOpen, onMenu }: ListRowProps) {
    const row = useStore(state => state.listing.pages[Math.floor(index / ROWS_A_PAGE)]?.[index % ROWS_A_PAGE])
    const today = useStore(state => state.book?.today)
    const names = [atCursor && styles['cursor'], row?.stage === 'ended' && styles['past']].filter(Boolean).join(' ')
    // An empty row has one cell per column: a single cell with a colspan would bring back hidden
    // columns.
    if (row === undefined || today === undefined)
      return (
        <tr id={rowId(index)} aria-rowindex={index + 2} className={names}>
          {COLUMNS.map(({ name }) => (
            <td key={name} className={styles[name]} />
          ))}
        </tr>
      )
    return (
      <tr
        id={rowId(index)}
        aria-rowindex={index + 2}
        aria-selected={atCursor}
        className={names}
        onClick={onOpen}
        onContextMenu={event => {
          event.preventDefault()
          onMenu(event.clientX, event.clientY)
        }}
      >
        {COLUMNS.map(({ name, cell, title, isNothing }) => (
          <td key={name} className={styles[name]} title={title?.(row)} data-nothing={isNothing?.(row)}>
            {cell(row, today)}
          </td>
        ))}
      </tr>
    )
  },
  // Ignores the callbacks: they are new each time, but equivalent for the same row.
  (before, after) => before.index === after.index && before.atCursor === after.atCursor,
)
