import { useVirtualizer } from '@tanstack/react-virtual'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { DayRange } from '../../../shared/dates/period.ts'
import { less, type Minor } from '../../../shared/money/money.ts'
import { Figure } from '../../controls/figure.tsx'
import { walkRows } from '../../controls/row-keys.ts'
import { Term } from '../../controls/term.tsx'
import { useWidth } from '../../controls/use-width.ts'
import text from '../../theme/text.module.css'
import { dateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import { LedgerHead } from './ledger-head.tsx'
import { LedgerLine } from './ledger-line.tsx'
import styles from './ledger-table.module.css'
import { useLedgerWidths } from './ledger-widths.ts'
import type { Lines } from './lines.ts'

const LINE_HEIGHT = 28
const OVERSCAN = 16

interface LedgerTableProps {
  readonly lines: Lines
  readonly forward: Minor | null
  readonly days: DayRange
  readonly today: IsoDate
  readonly currency: string
  readonly decimals: number
}

/**
 * The lines of the ledger between the balances brought forward and carried down. Only visible lines
 * are rendered.
 */
export function LedgerTable({ lines: shown, forward, days, today, currency, decimals }: LedgerTableProps) {
  const { lines, out, into, down } = shown
  const [table, width] = useWidth<HTMLTableElement>()
  const { style, together, contractBelow } = useLedgerWidths(shown, decimals, width)
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => document.querySelector('main'),
    estimateSize: () => LINE_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: (table.current?.offsetTop ?? 0) + 2 * LINE_HEIGHT,
  })
  const items = virtual.getVirtualItems()
  const margin = virtual.options.scrollMargin
  const above = (items[0]?.start ?? margin) - margin
  const below = virtual.getTotalSize() - ((items.at(-1)?.end ?? margin) - margin)
  return (
    <table
      ref={table}
      className={styles['ledger']}
      style={style}
      data-together={together}
      data-contract={contractBelow ? 'below' : 'beside'}
      onKeyDown={walkRows}
      aria-rowcount={lines.length + 3}
    >
      <caption className={text['hidden']}>{words('ledger.caption', { currency })}</caption>
      <LedgerHead together={together} />
      <tbody>
        <tr className={styles['forward']} aria-rowindex={2}>
          <td />
          <td>{days.from === undefined ? null : dateText(days.from, today)}</td>
          <td colSpan={together ? 2 : 1}>
            <Term term="brought-forward" text={words('ledger.forward')} />
          </td>
          <td className={styles['contract']} />
          <td colSpan={together ? 1 : 3} />
          <td className={styles['escrow']}>
            {forward === null ? null : <Figure amount={forward} decimals={decimals} />}
          </td>
        </tr>
        {above > 0 ? <Gap height={above} together={together} /> : null}
        {items.map(({ index }) => {
          const line = lines[index]
          if (line === undefined) return null
          return (
            <LedgerLine
              key={index}
              line={line}
              rowIndex={index + 3}
              today={today}
              decimals={decimals}
              together={together}
            />
          )
        })}
        {below > 0 ? <Gap height={below} together={together} /> : null}
      </tbody>
      <tfoot>
        <tr className={styles['total']} aria-rowindex={lines.length + 3}>
          <td />
          <td>{dateText(days.to ?? today, today)}</td>
          <th scope="row" colSpan={together ? 2 : 1}>
            <Term term="carried-down" text={words('ledger.down')} />
          </th>
          <td className={styles['contract']} />
          {together ? null : <td />}
          <Sums out={out} into={into} decimals={decimals} together={together} />
          <td className={styles['escrow']}>{down === null ? null : <Figure amount={down} decimals={decimals} />}</td>
        </tr>
      </tfoot>
    </table>
  )
}

interface SumsProps extends Pick<Lines, 'out' | 'into'> {
  readonly decimals: number
  readonly together: boolean
}

/** The sums of what went out and in, or their difference where they share a column. */
function Sums({ out, into, decimals, together }: SumsProps) {
  if (together)
    return (
      <td className={styles['amount']}>
        <Figure amount={less(into, out)} decimals={decimals} signed />
      </td>
    )
  return (
    <>
      <td className={styles['amount']}>
        <Figure amount={out} decimals={decimals} />
      </td>
      <td className={styles['amount']}>
        <Figure amount={into} decimals={decimals} />
      </td>
    </>
  )
}

/** Stands in for the lines out of view; the double rule of the balance runs through it. */
function Gap({ height, together }: { height: number; together: boolean }) {
  return (
    <tr aria-hidden style={{ height }} className={styles['gap']}>
      <td colSpan={3} />
      <td className={styles['contract']} />
      <td colSpan={together ? 2 : 3} />
      <td className={styles['escrow']} />
    </tr>
  )
}
