import type { ReportRow } from '../../../shared/api/reports.ts'
import { daysOfMonth, daysOfYear, type Period } from '../../../shared/dates/period.ts'
import { ROW_TARGET } from '../../controls/row-keys.ts'
import { choose } from '../../state/contracts.ts'
import { href } from '../../state/route.ts'
import { chooseLedger } from '../ledger/ledger-choice.ts'
import type { By } from './report-choice.ts'

/**
 * The name of a row, linked to what its figures come from: a contract, a party's contracts, or the
 * ledger.
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
          onClick={() => chooseLedger({ period: 'chosen', ...daysOfRow(key), contract: null, account: null })}
          {...ROW_TARGET}
        >
          {label}
        </a>
      )
  }
}

const EVERY_CONTRACT = { search: '', stage: null, client: null, currency: null, archived: false } as const

/** The first and last day of a month (`2026-02`) or year. */
function daysOfRow(key: string): Period {
  const [year, month] = key.split('-')
  return month === undefined ? daysOfYear(Number(year)) : daysOfMonth(Number(year), Number(month))
}
