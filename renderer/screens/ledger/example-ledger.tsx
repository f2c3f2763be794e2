import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { ZERO } from '../../../shared/money/money.ts'
import { EXAMPLE, exampleNames, exampleRows } from '../../empty-screen/example-case.ts'
import { LedgerHead } from './ledger-head.tsx'
import { LedgerLine } from './ledger-line.tsx'
import styles from './ledger-table.module.css'
import { linesOf } from './lines.ts'

/** The ledger of the example. */
export function ExampleLedger({ today }: { today: IsoDate }) {
  const { lines } = linesOf({ rows: exampleRows(today), forward: ZERO }, EXAMPLE.currency, null)
  const names = exampleNames()
  return (
    <table className={styles['ledger']}>
      <LedgerHead />
      <tbody>
        {lines.map((line, place) => (
          <LedgerLine
            key={`${line.row.entry} ${line.place}`}
            line={line}
            rowIndex={place + 2}
            names={names}
            reversed={undefined}
            today={today}
            decimals={EXAMPLE.decimals}
          />
        ))}
      </tbody>
    </table>
  )
}
