import { useState } from 'react'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { CURRENCIES } from '../../../shared/money/currencies.ts'
import type { StatementColumns } from '../../../shared/reconcile/statement-fields.ts'
import { selector } from '../../../shared/words/selector.ts'
import { Button } from '../../controls/button.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import text from '../../theme/text.module.css'
import { type Problem, refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import styles from './columns-form.module.css'
import { ColumnsPreview } from './columns-preview.tsx'
import { FileFields } from './file-fields.tsx'
import type { OpenStatement } from './statement.ts'
import { chooseColumns, columnChosen, columnsInUse, keepColumns, ROLES } from './statement-columns.ts'
import { WordFields } from './word-fields.tsx'

const ORDERS = ['day-month-year', 'month-day-year', 'year-month-day'] as const
const MARKS = ['point', 'comma'] as const

interface Option {
  readonly value: string
  readonly label: string
}

/**
 * The choice of the statement's columns by title, with a preview of its first rows. Every choice
 * takes effect at once.
 */
export function ColumnsForm({ statement, today }: { statement: OpenStatement; today: IsoDate }) {
  const { match } = statement
  const [problem, setProblem] = useState<Problem | null>(null)
  const titles = [...new Set(match.header)].filter(title => title !== '').map(title => ({ value: title, label: title }))
  const common = { chosen: columnsInUse(statement), none: words('reconcile.map-none') }
  return (
    <section className={styles['columns']} aria-label={words('reconcile.map-title')}>
      <h2>{words('reconcile.map-title')}</h2>
      <p className={text['answer']} role="status">
        {words('reconcile.map-asks', { asks: selector(match.asks ?? 'none') })}
      </p>
      <div className={styles['fields']}>
        <FileFields key={match.statement} statement={statement} />
        {ROLES.map(role => (
          <ColumnField
            key={role}
            {...common}
            label={words('reconcile.map-role', { role })}
            name={role}
            options={titles}
          />
        ))}
        <ColumnField
          {...common}
          label={words('reconcile.map-currency')}
          name="inCurrency"
          options={CURRENCIES.map(value => ({ value, label: value }))}
        />
        <ColumnField
          {...common}
          label={words('reconcile.map-order')}
          name="dateOrder"
          options={ORDERS.map(value => ({ value, label: words('reconcile.map-order-of', { order: selector(value) }) }))}
          none={words('reconcile.map-order-of', { order: 'auto' })}
        />
        <ColumnField
          {...common}
          label={words('reconcile.map-mark')}
          name="decimalMark"
          options={MARKS.map(value => ({ value, label: words('reconcile.map-mark-of', { mark: value }) }))}
          none={words('reconcile.map-mark-of', { mark: 'auto' })}
        />
      </div>
      <WordFields words={match.words} chosen={common.chosen} />
      <ColumnsPreview statement={statement} today={today} />
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

interface ColumnFieldProps {
  readonly label: string
  readonly name: keyof StatementColumns
  readonly options: readonly Option[]
  readonly chosen: StatementColumns
  /** The label for no choice. */
  readonly none: string
}

/** A labelled menu for one part of the mapping. */
function ColumnField({ label, name, options, chosen, none }: ColumnFieldProps) {
  return (
    <label className={styles['field']}>
      <span>{label}</span>
      <select
        value={chosen[name] ?? ''}
        onChange={({ target }) => chooseColumns(chosen, columnChosen(name, target.value))}
      >
        <option value="">{none}</option>
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}
