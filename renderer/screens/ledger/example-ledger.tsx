import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { ZERO } from '../../../shared/money/money.ts'
import { EXAMPLE, exampleRows } from '../../empty-screen/example-case.ts'
import { LedgerHead } from './ledger-head.tsx'
import { LedgerLine } from './ledger-line.tsx'
import styles from './ledger-table.module.css'
import { linesOf } from './lines.ts'

/** The ledger of the example contract. */
export function ExampleLedger({ today }: { today: IsoDate }) {
  const { lines } = linesOf({ rows: exampleRows(today), forward: ZERO }, EXAMPLE.currency, null)
  return (
    <table className={styles['ledger']}>
      <LedgerHead together={false} />
      <tbody>
        {lines.map((line, index) => (
          <LedgerLine
            key={`${line.row.entry} ${line.index}`}
            line={line}
            rowIndex={index + 2}
            today={today}
            decimals={EXAMPLE.decimals}
            together={false}
          />
        ))}
      </tbody>
    </table>
  )
}
