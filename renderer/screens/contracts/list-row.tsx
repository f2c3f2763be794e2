import { ArrowRight } from 'lucide-react'
import { memo } from 'react'
import { Deadline } from '../../controls/day.tsx'
import { Figure } from '../../controls/figure.tsx'
import { piecesOf, SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { StageMark } from '../../money-bar/stage.tsx'
import { ROWS_A_PAGE } from '../../state/contracts.ts'
import { href } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import styles from './contract-list.module.css'

/** The id of a row's element, for the table's active descendant. */
export const rowId = (index: number): string => `contract-row-${index}`

// An empty row has one cell per column: a single cell across all would bring back hidden columns.
const CELLS = ['title', 'parties', 'money', 'currency', 'escrow', 'released', 'next', 'what', 'stage'] as const

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
    if (row === undefined || today === undefined)
      return (
        <tr id={rowId(index)} aria-rowindex={index + 2} className={names}>
          {CELLS.map(name => (
            <td key={name} className={styles[name]} />
          ))}
        </tr>
      )
    const { id, title, client, freelancer, bar, currency, decimals, escrow, released, nextDeadline, stage } = row
    const what = nextDeadline === null ? undefined : words('deadline.short', { kind: nextDeadline.kind })
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
        <td className={styles['title']}>
          <a href={href({ screen: 'contract', contractId: id })} tabIndex={-1} title={title}>
            {title}
          </a>
        </td>
        <td className={styles['parties']} title={words('list.pays', { client, freelancer })}>
          {client}
          <ArrowRight size={12} strokeWidth={1.75} aria-label={words('list.arrow')} />
          {freelancer}
        </td>
        <td className={styles['money']}>
          {/* Keyed by contract, so that one contract's bar does not animate into another's. */}
          <SmallMoneyBar key={id} pieces={piecesOf(bar)} decimals={decimals} />
        </td>
        <td className={styles['currency']}>{currency}</td>
        <td className={styles['escrow']} data-nothing={escrow === 0}>
          <Figure amount={escrow} decimals={decimals} mixed />
        </td>
        <td className={styles['released']} data-nothing={released === 0}>
          <Figure amount={released} decimals={decimals} mixed />
        </td>
        <td className={styles['next']}>
          {nextDeadline === null ? '–' : <Deadline day={nextDeadline.on} today={today} />}
        </td>
        <td className={styles['what']} title={what}>
          {what}
        </td>
        <td className={styles['stage']}>
          <StageMark stage={stage} />
        </td>
      </tr>
    )
  },
  // Ignores the callbacks: they are new each time, but do the same for the same row.
  (before, after) => before.index === after.index && before.atCursor === after.atCursor,
)
