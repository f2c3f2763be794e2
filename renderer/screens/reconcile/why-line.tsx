import type { StatementRow } from '../../../shared/reconcile/statement.ts'
import { Clue } from './clue.tsx'
import styles from './statement-table.module.css'

/** All evidence of a row, in a line of its own below it. */
export function WhyLine({ row: { evidence, line } }: { row: StatementRow }) {
  return (
    <tr className={styles['why']} data-line={line}>
      <td colSpan={5} />
      <td className={styles['book']} colSpan={2}>
        <ul>
          {evidence.map(each => (
            <li key={each.code}>
              <Clue evidence={each} />
            </li>
          ))}
        </ul>
      </td>
    </tr>
  )
}
