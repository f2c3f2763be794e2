import { FolderDown } from 'lucide-react'
import { Tabs } from 'radix-ui'
import type { SummaryRow } from '../../../shared/api/contracts.ts'
import type { QueryValues } from '../../../shared/api/queries.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { sum } from '../../../shared/money/money.ts'
import { useQuery } from '../../ask/use-query.ts'
import { Button } from '../../controls/button.tsx'
import { Choice } from '../../controls/choice.tsx'
import head from '../../controls/head.module.css'
import { EmptyScreen } from '../../empty-screen/empty-screen.tsx'
import { ClosedUntil } from '../../form/closed-until.tsx'
import { CurrencyChoice } from '../../form/currency-choice.tsx'
import { openBookDialog } from '../../state/book-dialog.ts'
import { useCurrency } from '../../state/currency.ts'
import { sidesIn } from '../../state/sides.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { Say, words } from '../../words/say.tsx'
import { ExampleReport } from './example-report.tsx'
import { BYS, type By, chooseReport, chooseSide, daysOfReport, rowsToShow, useReportChoice } from './report-choice.ts'
import { ReportTable } from './report-table.tsx'
import styles from './reports.module.css'
import { YearStep } from './year-step.tsx'

/** The reports: payments by month, year, party or contract, as a table with a chart in it. */
export function ReportsScreen() {
  const row = useCurrency()
  const today = useStore(state => state.book?.today)
  const empty = useStore(state => state.summary?.length === 0)
  if (empty)
    return (
      <>
        <h1>{words('nav.reports')}</h1>
        <EmptyScreen
          answer="reading.empty-reports"
          about="reading.example-reports"
          picture={today => <ExampleReport today={today} />}
        />
      </>
    )
  if (row === null || today === undefined) return <h1>{words('nav.reports')}</h1>
  return <Report row={row} today={today} />
}

interface ReportProps {
  readonly row: SummaryRow
  readonly today: IsoDate
}

function Report({ row, today }: ReportProps) {
  const { currency, decimals } = row
  const { by, side, year } = useReportChoice(row, today)
  const { value, error } = useQuery({ type: 'report', by, currency, side, ...daysOfReport(year) })
  const period = words('reports.period', {
    period: year === 'all' ? 'all' : year === yearOf(today) ? 'now' : 'past',
    year: String(year),
  })
  return (
    <Tabs.Root value={by} onValueChange={value => chooseReport({ by: value as By })}>
      <ReportsHead row={row} today={today} />
      <p className={`${text['answer']} ${styles['answer']}`} aria-live="polite">
        {value === null ? (
          <>&nbsp;</>
        ) : (
          <Say text="reports.answer" params={answerOf(value, side, period)} decimals={decimals} />
        )}
      </p>
      <ClosedUntil from={daysOfReport(year).from} />
      <ReportsTools currency={currency} side={side} />
      <Tabs.Content value={by} className={styles['panel']} tabIndex={-1}>
        {error === null ? null : (
          <p className={text['answer']} role="alert">
            {error.message}
          </p>
        )}
        {value === null || value.currency !== currency ? null : (
          <ReportTable
            key={`${by} ${currency} ${side} ${year}`}
            rows={rowsToShow(value.rows, by, year)}
            totals={value.totals}
            by={by}
            side={side}
            decimals={decimals}
            heading={by === 'month' && year !== 'all' ? String(year) : words('reports.by-name', { by })}
            caption={words('reports.caption', { side, by, period, currency })}
          />
        )}
        <p className={styles['note']}>{words('reports.note')}</p>
      </Tabs.Content>
    </Tabs.Root>
  )
}

const yearOf = (today: IsoDate): number => Number(today.slice(0, 4))

function ReportsHead({ row, today }: ReportProps) {
  const { by, side, year } = useReportChoice(row, today)
  const years = useQuery({ type: 'report', by: 'year', currency: row.currency, side }).value?.rows.map(row =>
    Number(row.key),
  )
  const thisYear = yearOf(today)
  return (
    <div className={head['head']}>
      <h1 className={head['grow']}>{words('nav.reports')}</h1>
      {year === 'all' ? null : (
        <Button small look="quiet" icon={FolderDown} onClick={() => openBookDialog({ dialog: 'save-year', year })}>
          {words('year-dialog.reports', { year: String(year) })}
        </Button>
      )}
      {by === 'year' ? null : (
        <YearStep year={year} first={Math.min(thisYear, ...(years ?? []))} last={thisYear} canBeAll={by !== 'month'} />
      )}
    </div>
  )
}

function ReportsTools({ currency, side }: { currency: string; side: Side }) {
  const sides = sidesIn(useStore(state => state.summary) ?? [])
  return (
    <div className={styles['tools']}>
      <Tabs.List className={styles['tabs']} aria-label={words('reports.by')}>
        {BYS.map(each => (
          <Tabs.Trigger key={each} value={each} className={styles['tab']}>
            {words('reports.by-name', { by: each })}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <span className={styles['gap']} />
      {sides.length < 2 ? null : (
        <Choice
          label={words('reports.side')}
          options={sides.map(each => ({ value: each, label: words('reports.side-name', { side: each }) }))}
          value={side}
          onChange={chosen => chooseSide(currency, chosen)}
        />
      )}
      <CurrencyChoice />
    </div>
  )
}

/** The parameters of the sentence that sums up the report. */
function answerOf({ currency, totals }: QueryValues['report'], side: Side, period: string) {
  const { gross, fees, net, returned, refunded } = totals
  // Refunds go to the client; the freelancer never had the money.
  const back = side === 'client' ? sum(returned, refunded) : returned
  return {
    side,
    currency,
    period,
    nothing: gross === 0 && fees === 0 ? 'yes' : 'no',
    net: { money: net },
    fees: fees === 0 ? 'none' : 'some',
    fee: { money: fees },
    back: back === 0 ? 'none' : 'some',
    returned: { money: back },
  }
}
