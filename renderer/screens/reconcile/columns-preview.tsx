import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { StatementRow } from '../../../shared/reconcile/statement.ts'
import { Figure } from '../../controls/figure.tsx'
import text from '../../theme/text.module.css'
import { dateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import styles from './columns-form.module.css'
import type { OpenStatement } from './statement.ts'
import { columnsInUse, ROLES } from './statement-columns.ts'

const PREVIEWED = 6

/** The first rows of the statement, with the values read from each. */
export function ColumnsPreview({ statement, today }: { statement: OpenStatement; today: IsoDate }) {
  const { match, rows } = statement
  const chosen = columnsInUse(statement)
  const roleOf = (title: string): string => {
    const role = ROLES.find(each => chosen[each]?.trim().toLowerCase() === title.toLowerCase())
    return role === undefined ? '' : words('reconcile.map-role', { role })
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
    <section className={styles['preview']} tabIndex={0} aria-label={words('reconcile.map-preview')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{words('reconcile.line')}</th>
            <th scope="col">{words('reconcile.map-read')}</th>
            {match.header.map((title, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same title.
              <th key={column} scope="col">
                {title}
                {roleOf(title) === '' ? null : <span className={styles['role']}>{roleOf(title)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(rows[0] ?? []).slice(0, PREVIEWED).map(row => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <td className={styles['read']}>
                <ReadRow row={row} today={today} />
              </td>
              {row.raw.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity.
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The day and amount read from a row, or the reason it could not be read. */
function ReadRow({ row, today }: { row: StatementRow; today: IsoDate }) {
  const { on, amount, decimals, currency, problem } = row
  if (on === null || amount === null) return <span className={text['muted']}>{problem}</span>
  return (
    <>
      {dateText(on, today)}, <Figure amount={amount} decimals={decimals} /> {currency}
    </>
  )
}
