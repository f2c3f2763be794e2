import { create } from 'zustand'
import type { SummaryRow } from '../../../shared/api/contracts.ts'
import type { QueryInput } from '../../../shared/api/queries.ts'
import type { ReportRow } from '../../../shared/api/reports.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { type DayRange, daysOfYear } from '../../../shared/dates/period.ts'
import { sideOf } from '../../state/sides.ts'
import { useStore } from '../../state/store.ts'
import { WORDS_LOCALE } from '../../words/locale.ts'

/** The grouping of a report. */
export type By = Extract<QueryInput, { type: 'report' }>['by']

/** All reports, in the order of their tabs. */
export const BYS: readonly By[] = ['month', 'year', 'client', 'freelancer', 'contract']

/** The chosen report. */
interface ReportChoice {
  readonly by: By
  /** The side chosen for each currency; that of its contracts where none is. */
  readonly sides: Readonly<Record<string, Side>>
  /** `all`: the total of all years; null: this year. */
  readonly year: number | 'all' | null
}

const useChosen = create<ReportChoice>()(() => ({ by: 'month', sides: {}, year: null }))

/** Chooses another report. */
export function chooseReport(change: Partial<Pick<ReportChoice, 'by' | 'year'>>): void {
  useChosen.setState(change)
}

/** Chooses the side of the reports in a currency. */
export function chooseSide(currency: string, side: Side): void {
  useChosen.setState(({ sides }) => ({ sides: { ...sides, [currency]: side } }))
}

/** The current report of a currency. A report by month always covers one year. */
export function useReportChoice(
  row: Pick<SummaryRow, 'currency' | 'sides'>,
  today: IsoDate,
): {
  readonly by: By
  readonly side: Side
  readonly year: number | 'all'
} {
  const { by, sides, year } = useChosen()
  const usual = useStore(state => state.preferences?.side ?? 'client')
  const thisYear = Number(today.slice(0, 4))
  const chosen = year ?? thisYear
  return {
    by,
    side: sides[row.currency] ?? sideOf([row], usual),
    year: by === 'year' ? 'all' : by === 'month' && chosen === 'all' ? thisYear : chosen,
  }
}

/** The days of a report, as a query takes them. */
export function daysOfReport(year: number | 'all'): DayRange {
  return year === 'all' ? {} : daysOfYear(year)
}

const months = new Intl.DateTimeFormat(WORDS_LOCALE, { month: 'short', timeZone: 'UTC' })
const ZERO_ROW = { gross: 0, fees: 0, net: 0, returned: 0, refunded: 0 } as Omit<ReportRow, 'key' | 'label'>
const MONTHS = 12

/** The name of the month that a day (`2026-02-01`) is in. */
export function monthName(day: string): string {
  return months.format(Date.parse(`${day}T00:00:00Z`))
}

/** The rows to show: all twelve months of a year, by name; otherwise the rows that have figures. */
export function rowsToShow(rows: readonly ReportRow[], by: By, year: number | 'all'): readonly ReportRow[] {
  // A contract that only holds money has no figures yet.
  if (by !== 'month' || year === 'all')
    return rows.filter(row => row.gross !== 0 || row.fees !== 0 || row.returned !== 0 || row.refunded !== 0)
  return Array.from({ length: MONTHS }, (_, month) => {
    const key = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}`
    const label = monthName(`${key}-01`)
    return { ...(rows.find(row => row.key === key) ?? ZERO_ROW), key, label }
  })
}
