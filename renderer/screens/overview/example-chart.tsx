import { addDays, type IsoDate } from '../../../shared/dates/calendar.ts'
import { ZERO } from '../../../shared/money/money.ts'
import { EXAMPLE, exampleRows } from '../../empty-screen/example-case.ts'
import { EscrowChart } from './escrow-chart.tsx'

/** The escrow of the example day by day, and its forecast. */
export function ExampleChart({ today }: { today: IsoDate }) {
  const until = addDays(today, EXAMPLE.ahead)
  const forecast = {
    points: [{ on: until, escrow: ZERO }],
    moves: EXAMPLE.build,
    overdue: ZERO,
    left: ZERO,
    until,
    days: EXAMPLE.ahead,
  }
  return (
    <EscrowChart
      currency={EXAMPLE.currency}
      decimals={EXAMPLE.decimals}
      points={exampleRows(today).map(({ on, escrow }) => ({ on, escrow }))}
      escrow={EXAMPLE.build}
      forecast={forecast}
      today={today}
      latest={today}
    />
  )
}
