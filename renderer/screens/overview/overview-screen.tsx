import { useQuery } from '../../ask/use-query.ts'
import head from '../../controls/head.module.css'
import { EmptyScreen } from '../../empty-screen/empty-screen.tsx'
import { CurrencyChoice } from '../../form/currency-choice.tsx'
import { useCurrency } from '../../state/currency.ts'
import { useStore } from '../../state/store.ts'
import text from '../../theme/text.module.css'
import { Say, words } from '../../words/say.tsx'
import { ByCurrency } from './by-currency.tsx'
import { chartStart, monthText } from './chart-scale.ts'
import { EscrowChart } from './escrow-chart.tsx'
import { EscrowParts } from './escrow-parts.tsx'
import { ExampleChart } from './example-chart.tsx'
import { type Forecast, forecastOf } from './forecast.ts'
import { OnItsWay } from './on-its-way.tsx'
import styles from './overview.module.css'
import { Upcoming } from './upcoming.tsx'
import { useDeadlines } from './use-deadlines.ts'

/** Overview: the money in escrow and its history, upcoming deadlines, and what the money is for. */
export function OverviewScreen() {
  const empty = useStore(state => state.summary?.length === 0)
  return (
    <>
      <div className={head['head']}>
        <h1 className={head['grow']}>{words('nav.overview')}</h1>
      </div>
      {empty ? <Empty /> : <Filled />}
    </>
  )
}

function Empty() {
  return (
    <EmptyScreen
      answer="reading.empty-overview"
      about="reading.example-overview"
      picture={today => <ExampleChart today={today} />}
    />
  )
}

function Filled() {
  const summary = useStore(state => state.summary)
  const today = useStore(state => state.book?.today)
  const latest = useStore(state => state.book?.latest)
  const row = useCurrency()
  const deadlines = useDeadlines()
  const history = useQuery(row === null ? null : { type: 'escrow-history', currency: row.currency })
  if (row === null || summary === null || today === undefined || latest === undefined) return null
  const { currency, decimals, escrow } = row
  const forecast = forecastOf(escrow, currency, deadlines ?? [], today)
  // The history of the previous currency stays only until this one's arrives.
  const points = history.value?.currency === currency ? history.value.points : null
  return (
    <>
      <p className={`${text['answer']} ${styles['answer']}`}>
        {deadlines === null ? (
          <>&nbsp;</>
        ) : (
          <Say text="overview.answer" params={answerOf(currency, escrow, forecast)} decimals={decimals} />
        )}
      </p>
      <section aria-labelledby="chart-heading">
        <div className={`${head['section']} ${styles['chart-head']}`}>
          <h2 id="chart-heading">
            {words('chart.heading', { month: monthText(chartStart(points ?? [], today), today) })}
          </h2>
          <CurrencyChoice small />
        </div>
        {points?.length === 0 ? (
          <p className={styles['no-chart']}>{words('chart.nothing', { currency })}</p>
        ) : points === null ? (
          <div className={styles['no-chart']} />
        ) : (
          <EscrowChart
            currency={currency}
            decimals={decimals}
            points={points}
            escrow={escrow}
            forecast={forecast}
            today={today}
            latest={latest}
          />
        )}
      </section>
      <div className={styles['columns']}>
        <Upcoming deadlines={deadlines} today={today} />
        <div className={styles['sums']}>
          <ByCurrency summary={summary} />
          {escrow > 0 ? <EscrowParts row={row} /> : null}
          <OnItsWay deadlines={deadlines ?? []} today={today} />
        </div>
      </div>
    </>
  )
}

function answerOf(currency: string, escrow: Forecast['left'], { moves, overdue, days }: Forecast) {
  return {
    currency,
    is: escrow === 0 ? 'none' : 'some',
    escrow: { money: escrow },
    moves: moves === 0 ? 'none' : 'some',
    amount: { money: moves },
    days,
    late: overdue === 0 ? 'none' : 'some',
    overdue: { money: overdue },
  }
}
