import { useState } from 'react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { CURRENCIES } from '../../../shared/money/currencies.ts'
import type { StatementMatch } from '../../../shared/reconcile/statement.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { selector } from '../../../shared/words/selector.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import text from '../../theme/text.module.css'
import { dateText } from '../../words/days.ts'
import { type Problem, refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import styles from './columns-form.module.css'
import { chooseColumns, keepColumns, useStatement } from './statement.ts'

const ROLES = ['date', 'amount', 'amountOut', 'currency', 'id', 'name', 'description', 'kind', 'fee'] as const
const ORDERS = ['day-month-year', 'month-day-year', 'year-month-day'] as const
const MARKS = ['point', 'comma'] as const
const PREVIEWED = 6

/**
 * Which column of the statement is which, chosen from its titles, with its first rows below as they
 * are read so. Every choice is tried at once.
 */
export function ColumnsForm({ match, today }: { match: StatementMatch; today: IsoDate }) {
  const chosen = useStatement(state => state.columns) ?? match.columns
  const [problem, setProblem] = useState<Problem | null>(null)
  function choose(change: Partial<Record<keyof StatementColumns, string | undefined>>): void {
    chooseColumns(
      Object.fromEntries(
        Object.entries({ ...chosen, ...change }).filter(([, value]) => value !== undefined && value !== ''),
      ) as StatementColumns,
    )
  }
  const field = (
    label: string,
    name: keyof StatementColumns,
    options: readonly { readonly value: string; readonly label: string }[],
    none: string,
  ) => (
    <label key={name} className={styles['field']}>
      <span>{label}</span>
      <select value={chosen[name] ?? ''} onChange={({ target }) => choose({ [name]: target.value })}>
        <option value="">{none}</option>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
  const titles = [...new Set(match.header)].filter(title => title !== '').map(title => ({ value: title, label: title }))
  return (
    <section className={styles['columns']} aria-label={words('reconcile.map-title')}>
      <h2>{words('reconcile.map-title')}</h2>
      <p className={text['answer']} role="status">
        {words('reconcile.map-asks', { asks: selector(match.asks ?? 'none') })}
      </p>
      <div className={styles['fields']}>
        {ROLES.map(role => field(words('reconcile.map-role', { role }), role, titles, words('reconcile.map-none')))}
        {field(
          words('reconcile.map-currency'),
          'inCurrency',
          CURRENCIES.map(value => ({ value, label: value })),
          words('reconcile.map-none'),
        )}
        {field(
          words('reconcile.map-order'),
          'dateOrder',
          ORDERS.map(value => ({ value, label: words('reconcile.map-order-of', { order: selector(value) }) })),
          words('reconcile.map-order-of', { order: 'auto' }),
        )}
        {field(
          words('reconcile.map-mark'),
          'decimalMark',
          MARKS.map(value => ({ value, label: words('reconcile.map-mark-of', { mark: value }) })),
          words('reconcile.map-mark-of', { mark: 'auto' }),
        )}
      </div>
      <Preview match={match} chosen={chosen} today={today} />
      {problem === null ? null : <ProblemText problem={problem} />}
      <p className={styles['use']}>
        <Button
          look="primary"
          aria-disabled={match.asks !== null}
          onClick={() => void keepColumns().then(error => setProblem(error === null ? null : refused(error)))}
        >
          {words('reconcile.map-use')}
        </Button>
        <span className={text['muted']}>{words('reconcile.map-keep')}</span>
      </p>
    </section>
  )
}

function Preview({ match, chosen, today }: { match: StatementMatch; chosen: StatementColumns; today: IsoDate }) {
  const first = useStatement(state => state.rows[0]) ?? []
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
            {match.header.map((title, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one title.
              <th key={place} scope="col">
                {title}
                {roleOf(title) === '' ? null : <span className={styles['role']}>{roleOf(title)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first.slice(0, PREVIEWED).map(row => (
            <tr key={row.line}>
              <td>{row.line}</td>
              <td className={styles['read']}>
                {row.on === null || row.amount === null ? (
                  <span className={text['muted']}>{row.problem}</span>
                ) : (
                  <>
                    {dateText(row.on, today)}, <Figure amount={row.amount} decimals={row.decimals} /> {row.currency}
                  </>
                )}
              </td>
              {row.raw.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity.
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
