import type { ReportFigures } from '../../../shared/api/reports.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { less, type Minor, minor, sum, ZERO } from '../../../shared/money/money.ts'
import { EXAMPLE } from '../../empty-screen/example-case.ts'
import { words } from '../../words/say.tsx'
import { monthName } from './report-choice.ts'
import { ReportTable } from './report-table.tsx'

/** The freelancer's pay in each recent month, oldest first: a discovery, Design and Build. */
const GROSS = [minor(8_000), EXAMPLE.paid, EXAMPLE.build] as const
const FEE_DIVISOR = 10

const figuresOf = (gross: Minor, fees: Minor): ReportFigures => ({
  gross,
  fees,
  net: less(gross, fees),
  returned: ZERO,
  refunded: ZERO,
})

/** The example's report by month, on a platform that takes a tenth. */
export function ExampleReport({ today }: { today: IsoDate }) {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const rows = GROSS.map((gross, index) => {
    const first = new Date(Date.UTC(year, month - 1 - GROSS.length + index, 1)).toISOString().slice(0, 10)
    return { key: first.slice(0, 7), label: monthName(first), ...figuresOf(gross, minor(gross / FEE_DIVISOR)) }
  })
  const total = sum(...GROSS)
  return (
    <ReportTable
      rows={rows}
      totals={figuresOf(total, minor(total / FEE_DIVISOR))}
      by="month"
      side="freelancer"
      decimals={EXAMPLE.decimals}
      heading={words('reports.by-name', { by: 'month' })}
      caption={words('reports.by-name', { by: 'month' })}
    />
  )
}
