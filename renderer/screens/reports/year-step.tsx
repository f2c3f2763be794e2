import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from '../../controls/button.tsx'
import { words } from '../../words/say.tsx'
import { chooseReport } from './report-choice.ts'
import styles from './reports.module.css'

interface YearStepProps {
  readonly year: number | 'all'
  /** The years that have figures, up to this year. */
  readonly first: number
  readonly last: number
  readonly canBeAll: boolean
}

/** Chooses the year of a report, or all of them. */
export function YearStep({ year, first, last, canBeAll }: YearStepProps) {
  const shown = year === 'all' ? last : year
  const step = (to: number, Icon: typeof ChevronLeft) => {
    const nothing = to < first || to > last
    return (
      <Button
        small
        look="quiet"
        icon={Icon}
        aria-disabled={nothing}
        aria-label={words('reports.step', { nothing: nothing ? 'yes' : 'no', year: String(to) })}
        onClick={() => chooseReport({ year: to })}
      />
    )
  }
  return (
    <fieldset className={styles['years']} aria-label={words('reports.year')}>
      {year === 'all' ? null : step(shown - 1, ChevronLeft)}
      {year === 'all' ? null : <b className={styles['year']}>{shown}</b>}
      {year === 'all' ? null : step(shown + 1, ChevronRight)}
      {canBeAll ? (
        <Button
          small
          look="quiet"
          aria-pressed={year === 'all'}
          onClick={() => chooseReport({ year: year === 'all' ? last : 'all' })}
        >
          {words('reports.all-years')}
        </Button>
      ) : null}
    </fieldset>
  )
}
