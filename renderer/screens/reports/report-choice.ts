import { create } from 'zustand'
import type { QueryInput } from '../../../shared/api/queries.ts'
import type { ReportRow } from '../../../shared/api/reports.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { type DayRange, daysOfYear } from '../../../shared/dates/period.ts'
import { useStore } from '../../state/store.ts'
import { WORDS_LOCALE } from '../../words/locale.ts'

/** The grouping of a report. */
export type By = Extract<QueryInput, { type: 'report' }>['by']

/** All reports, in the order of their tabs. */
export const BYS: readonly By[] = ['month', 'year', 'client', 'freelancer', 'contract']

/** The chosen report. Null means this year, or the person's usual side. */
interface ReportChoice {
  readonly by: By
  readonly side: Side | null
  /** `all`: the total of all years. */
  readonly year: number | 'all' | null
}

const useChosen = create<ReportChoice>()(() => ({ by: 'month', side: null, year: null }))

/** Chooses another report. */
export function chooseReport(change: Partial<ReportChoice>): void {
  useChosen.setState(change)
}

/** The current report. A report by month always covers one year. */
export function useReportChoice(today: IsoDate): {
  readonly by: By
  readonly side: Side
  readonly year: number | 'all'
} {
  const { by, side, year } = useChosen()
  const usual = useStore(state => state.preferences?.side ?? 'client')
  const thisYear = Number(today.slice(0, 4))
  const chosen = year ?? thisYear
  return {
    by,
    side: side ?? usual,
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
