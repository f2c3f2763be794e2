import { type CSSProperties, useRef, useState } from 'react'
import { contractIdAt, setCursor } from '../../state/contracts.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import { amountWidth } from './amount-width.ts'
import styles from './contract-list.module.css'
import { ListHead } from './list-head.tsx'
import { ListRow, rowId } from './list-row.tsx'
import { type MenuPlace, RowMenu } from './row-menu.tsx'
import { openAt, useListKeys } from './use-list-keys.ts'
import { useVisibleRows } from './use-visible-rows.ts'

/** The distance of a row's menu from the start of the row, in px. */
const MENU_INDENT = 12
/** The width of amounts, in px, above which a window of 1280 px has too little room for titles. */
const WIDE_AMOUNTS = 200

/**
 * The table of contracts. Only visible rows are rendered; keys move a cursor, which is the table's
 * active descendant.
 */
export function ContractList() {
  const total = useStore(state => state.listing.total ?? 0)
  const cursor = useStore(state => state.listing.cursor)
  const escrowWidth = useStore(state => amountWidth(state.summary, 'escrow'))
  const releasedWidth = useStore(state => amountWidth(state.summary, 'released'))
  const table = useRef<HTMLTableElement>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const { indexes, above, below, scrolling } = useVisibleRows(table, total, cursor)
  function showMenu(index: number, x: number, y: number): void {
    const contractId = contractIdAt(index)
    if (contractId !== undefined) setMenu({ contractId, x, y })
  }
  useListKeys(index => {
    const row = document.getElementById(rowId(index))?.getBoundingClientRect()
    if (row !== undefined) showMenu(index, row.left + MENU_INDENT, row.bottom)
  })
  return (
    <>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with arrow-key navigation is a grid.
        role="grid"
        className={styles['list']}
        data-scrolling={scrolling}
        data-wide={escrowWidth + releasedWidth > WIDE_AMOUNTS}
        style={{ '--escrow-width': `${escrowWidth}px`, '--released-width': `${releasedWidth}px` } as CSSProperties}
        tabIndex={0}
        aria-label={words('nav.contracts')}
        aria-rowcount={total + 1}
        aria-activedescendant={total === 0 ? undefined : rowId(cursor)}
      >
        <ListHead />
        <tbody>
          {above > 0 ? <Gap height={above} /> : null}
          {indexes.map(index => (
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
                showMenu(index, x, y)
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

/** Stands in for the rows out of view. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden style={{ height }} className={styles['gap']}>
      <td />
    </tr>
  )
}
