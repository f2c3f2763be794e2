import type { PlanWay } from '../../../shared/api/plan.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import type { Term as TermId } from '../../../shared/words/glossary.ts'
import { Figure } from '../../controls/figure.tsx'
import { Term } from '../../controls/term.tsx'
import { useSide } from '../../state/sides.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './funding-options.module.css'
import { ASKED, type Totals, totalsOf } from './option-steps.ts'

interface TotalRow {
  readonly label: WordKey
  readonly figure: keyof Totals
  /** The glossary term in its label. */
  readonly term?: TermId
  /** Omitted if it is zero in every way. */
  readonly optional?: true
  /** True for a count, not an amount of money. */
  readonly count?: true
  readonly strong?: true
}

const ROWS: readonly TotalRow[] = [
  { label: 'planner.total', figure: 'cash', strong: true },
  { label: 'planner.fees', figure: 'fees', optional: true },
  { label: 'planner.deposits', figure: 'deposits', term: 'deposit', count: true },
  { label: 'planner.first-day', figure: 'firstDay' },
  { label: 'planner.peak', figure: 'peak', term: 'escrow' },
  { label: 'planner.ahead', figure: 'ahead', optional: true },
]

/** The rows that compare the totals of the ways. */
export function OptionTotals({ ways, decimals }: { ways: readonly PlanWay[]; decimals: number }) {
  const side = useSide()
  const columns = ways.map(way => ({ way, totals: totalsOf(way) }))
  return ROWS.filter(
    ({ figure, optional }) => !optional || columns.some(({ totals }) => (totals?.[figure] ?? 0) > 0),
  ).map(({ label, figure, term, count, strong }) => (
    <tr key={label}>
      <th scope="row">{term === undefined ? words(label, { side }) : <Term term={term} text={words(label)} />}</th>
      {columns.map(({ way, totals }) => (
        <td key={way.id} data-asked={way.id === ASKED} className={strong ? styles['strong'] : undefined}>
          {totals === undefined ? (
            <span className={text['muted']}>–</span>
          ) : count ? (
            <Count of={totals[figure]} decimals={decimals} />
          ) : (
            <Figure amount={totals[figure] as Minor} decimals={decimals} />
          )}
        </td>
      ))}
    </tr>
  ))
}

/** A plain number, aligned with the decimal mark of the amounts below it. */
function Count({ of, decimals }: { of: number; decimals: number }) {
  return (
    <>
      {of}
      {decimals === 0 ? null : (
        <span className={styles['no-fraction']} aria-hidden>
          .{'0'.repeat(decimals)}
        </span>
      )}
    </>
  )
}
