import { useId, useState } from 'react'
import type { YearContents } from '../../../shared/api/exports.ts'
import { YEAR_STATEMENTS, type YearStatements } from '../../../shared/api/year-statements.ts'
import { daysOfYear } from '../../../shared/dates/period.ts'
import { useQuery } from '../../ask/use-query.ts'
import { ClosedUntil } from '../../form/closed-until.tsx'
import styles from '../../form/fields.module.css'
import { ProblemText } from '../../form/problem-text.tsx'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import frame from '../frame/dialog-frame.module.css'
import { DialogFrame } from '../frame/dialog-frame.tsx'
import { useSaving } from './use-saving.ts'

/**
 * Chooses a year and its statements; previews the folder's content, saves it, and shows the
 * progress.
 */
export function SaveYearDialog({ begun }: { begun: number | undefined }) {
  const today = useStore(state => state.book?.today)
  return today === undefined ? null : <SaveYear begun={begun} thisYear={Number(today.slice(0, 4))} />
}

function SaveYear({ begun, thisYear }: { begun: number | undefined; thisYear: number }) {
  const [chosen, setChosen] = useState(begun)
  const [statements, setStatements] = useState<YearStatements>('contract')
  const { problem, busy, job, save, leave } = useSaving('year')
  // The answer for any year includes the list of all years.
  const { value } = useQuery({ type: 'year', year: chosen ?? thisYear })
  const years = value?.years ?? []
  const year = years.includes(chosen ?? 0) ? chosen : usualYear(years, thisYear)

  function saveYear(): void {
    if (year === undefined) return
    void save({ type: 'save-year', year, statements }, ({ path, files, why }) => {
      const params = { year: String(year), path, files }
      return why === undefined
        ? { key: 'toast.year-saved', params }
        : { key: 'toast.year-not-kept', params: { ...params, why } }
    })
  }

  return (
    <DialogFrame
      title={words('year-dialog.title')}
      subtitle={words('year-dialog.subtitle')}
      confirm={words('year-dialog.confirm')}
      confirmDisabled={busy || year === undefined}
      foot={job === null ? words('year-dialog.foot') : words('year-dialog.busy', { percent: job.percent })}
      onSubmit={saveYear}
      onLeave={leave}
    >
      <YearField year={year} years={years} disabled={busy} onChange={setChosen} />
      {year === undefined ? null : <ClosedUntil from={daysOfYear(year).from} />}
      <StatementsField statements={statements} disabled={busy} onChange={setStatements} />
      {problem === null ? (
        <Contents
          year={year}
          isEmpty={value !== null && years.length === 0}
          statements={statements}
          thisYear={thisYear}
        />
      ) : (
        <ProblemText problem={problem} />
      )}
    </DialogFrame>
  )
}

interface YearFieldProps {
  readonly year: number | undefined
  readonly years: readonly number[]
  readonly disabled: boolean
  readonly onChange: (year: number) => void
}

function YearField({ year, years, disabled, onChange }: YearFieldProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{words('year-dialog.year')}</label>
      <select
        id={id}
        data-autofocus
        value={year ?? ''}
        disabled={disabled}
        onChange={event => onChange(Number(event.target.value))}
      >
        {years.map(each => (
          <option key={each}>{each}</option>
        ))}
      </select>
    </div>
  )
}

interface StatementsFieldProps {
  readonly statements: YearStatements
  readonly disabled: boolean
  readonly onChange: (statements: YearStatements) => void
}

function StatementsField({ statements, disabled, onChange }: StatementsFieldProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{words('year-dialog.statements')}</label>
      <select
        id={id}
        value={statements}
        disabled={disabled}
        onChange={event => onChange(YEAR_STATEMENTS.find(each => each === event.target.value) ?? 'contract')}
      >
        {YEAR_STATEMENTS.map(each => (
          <option key={each} value={each}>
            {words('year-dialog.statements-of', { of: each })}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The last complete year, which an accountant asks for; else the latest. */
function usualYear(years: readonly number[], thisYear: number): number | undefined {
  return years.find(year => year < thisYear) ?? years[0]
}

interface ContentsProps {
  readonly year: number | undefined
  readonly isEmpty: boolean
  readonly statements: YearStatements
  readonly thisYear: number
}

/** The content of the folder, before it is saved. */
function Contents({ year, isEmpty, statements, thisYear }: ContentsProps) {
  const { value } = useQuery(year === undefined ? null : { type: 'year', year })
  return (
    <p className={`${text['answer']} ${frame['tell']}`} aria-live="polite">
      {isEmpty ? words('year-dialog.empty') : value === null ? '' : contentsText(value, statements)}
      {value !== null && value.year >= thisYear ? ` ${words('year-dialog.not-over')}` : null}
    </p>
  )
}

function contentsText({ currencies, entries, contracts, clients }: YearContents, statements: YearStatements): string {
  const count = { contract: contracts, client: clients, none: 0 }[statements]
  return words('year-dialog.tell', { currencies: currencies.join(', '), entries, statements: count })
}
