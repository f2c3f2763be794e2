import { useMemo } from 'react'
import type { NamedLedgerRow } from '../../../shared/api/ledger.ts'
import type { DayRange } from '../../../shared/dates/period.ts'
import { type Minor, ZERO } from '../../../shared/money/money.ts'
import type { Pages } from '../../ask/pages.ts'
import { usePages } from '../../ask/use-query.ts'

/** The entries to read: a period, of one contract or all, in one currency. */
export interface LedgerSelection extends DayRange {
  readonly contractId?: string
  readonly currency: string
}

/** The ledger as far as it has been read, by day. */
export interface LedgerPart {
  readonly rows: readonly NamedLedgerRow[]
  /**
   * The escrow balance brought forward. Null until all rows have arrived: they come in recording
   * order, so a later page may have earlier days.
   */
  readonly forward: Minor | null
  readonly read: number
  readonly total: number
  readonly done: boolean
}

/**
 * Reads the ledger while its component is mounted, and again when the book changes. Null until the
 * first page has arrived.
 */
export function useLedger(selection: LedgerSelection | null): LedgerPart | null {
  const pages = usePages(selection === null ? null : queryOf(selection))
  const currency = selection?.currency
  return useMemo(() => (currency === undefined ? null : partOf(pages, currency)), [pages, currency])
}

type LedgerQuery = { readonly type: 'ledger' } & Omit<LedgerSelection, 'currency'>

function queryOf({ currency: _, ...selection }: LedgerSelection): LedgerQuery {
  return { type: 'ledger', ...selection }
}

/** The entries that moved money in one currency, among those read so far. */
export function partOf({ rows, first, total, done }: Pages<LedgerQuery>, currency: string): LedgerPart | null {
  if (first === null && !done) return null
  const opening = first?.opening.find(balance => balance.currency === currency)?.escrow ?? ZERO
  return {
    rows: rows.filter(row => row.contract.currency === currency && row.postings.length > 0).sort(byDay),
    forward: done ? opening : null,
    read: rows.length,
    total: total ?? 0,
    done,
  }
}

function byDay(a: NamedLedgerRow, b: NamedLedgerRow): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : a.entry - b.entry
}
