import type { ReportRow } from '../../../shared/api/reports.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { ROW_TARGET } from '../../controls/row-keys.ts'
import { choose } from '../../state/contracts.ts'
import { href } from '../../state/route.ts'
import { chooseLedger } from '../ledger/ledger-choice.ts'
import type { By } from './report-choice.ts'

/**
 * The name of a row, which goes to what its figures are made of: its contract, the contracts of a
 * party, or the ledger of its days.
 */
export function RowName({ row: { key, label }, by }: { row: ReportRow; by: By }) {
  switch (by) {
    case 'contract':
      return (
        <a href={href({ screen: 'contract', contractId: key })} {...ROW_TARGET}>
          {label}
        </a>
      )
    case 'client':
    case 'freelancer':
      return (
        <a
          href={href({ screen: 'contracts' })}
          onClick={() => choose({ ...EVERY_CONTRACT, ...(by === 'client' ? { client: label } : { search: label }) })}
          {...ROW_TARGET}
        >
          {label}
        </a>
      )
    default:
      return (
        <a
          href={href({ screen: 'ledger' })}
          onClick={() => chooseLedger({ period: 'between', ...daysOf(key), contract: null, account: null })}
          {...ROW_TARGET}
        >
          {label}
        </a>
      )
  }
}

const EVERY_CONTRACT = { search: '', stage: null, client: null, currency: null, archived: false } as const

/** The first and the last day of a month (`2026-02`) or a year. */
function daysOf(key: string): { readonly from: string; readonly to: string } {
  const [year = '', month] = key.split('-')
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` }
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10) as IsoDate
  return { from: `${key}-01`, to: last }
}
