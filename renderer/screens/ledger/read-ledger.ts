import type { LedgerRow } from '../../../shared/api/ledger.ts'
import { PAGE_LIMIT } from '../../../shared/api/page-limit.ts'
import type { QueryInput } from '../../../shared/api/queries.ts'
import { addDays, type IsoDate } from '../../../shared/dates/calendar.ts'
import type { DayRange } from '../../../shared/dates/period.ts'
import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import { bridge } from '../../ask/bridge.ts'
import { escrowChange } from './lines.ts'

/** What of the ledger is read: some days, one contract or all, in one currency. */
export interface Reading extends DayRange {
  readonly contractId?: string
  readonly currency: string
}

/**
 * What has been read so far. `forward`: what was in escrow before the first day; null until that is
 * known.
 */
export interface LedgerPart {
  readonly rows: readonly LedgerRow[]
  readonly forward: Minor | null
  readonly read: number
  readonly total: number
  readonly done: boolean
}

type LedgerQuery = Extract<QueryInput, { type: 'ledger' }>

/** Every page of a part of the ledger, one after another; fewer when the reader leaves. */
async function* pagesOf(
  query: Omit<LedgerQuery, 'type' | 'offset' | 'limit'>,
): AsyncGenerator<{ readonly rows: readonly LedgerRow[]; readonly total: number }> {
  for (let offset = 0; ; offset += PAGE_LIMIT) {
    const answer = await bridge.query({ type: 'ledger', ...query, offset, limit: PAGE_LIMIT })
    if (!answer.ok) return
    yield answer.value
    if (offset + PAGE_LIMIT >= answer.value.total) return
  }
}

/** What one contract had in escrow before a day: its entries up to then, which are few. */
async function contractForward(contractId: string, currency: string, before: IsoDate): Promise<Minor> {
  let forward = ZERO
  for await (const { rows } of pagesOf({ contractId, to: before }))
    for (const row of rows) forward = sum(forward, escrowChange(row, currency))
  return forward
}

/**
 * What all contracts had in escrow before a day. The book's own history leaves reversed entries
 * out, the ledger shows both: where an entry lies before that day and its reversal after it, the
 * history must be told of it. `later` are all entries from that day on.
 */
async function bookForward(currency: string, before: IsoDate, later: readonly LedgerRow[]): Promise<Minor> {
  const answer = await bridge.query({ type: 'escrow-history', currency })
  const known = answer.ok ? (answer.value.points.findLast(point => point.on <= before)?.escrow ?? ZERO) : ZERO
  const here = new Set(later.map(row => row.entry))
  return later
    .filter(row => row.reverses !== undefined && !here.has(row.reverses))
    .reduce((forward, reversal) => less(forward, escrowChange(reversal, currency)), known)
}

/**
 * Reads a part of the ledger page by page, telling each time what there is so far. `isWanted` says
 * whether to go on.
 */
export async function readLedger(
  { from, to, contractId, currency }: Reading,
  onPart: (part: LedgerPart) => void,
  isWanted: () => boolean,
): Promise<void> {
  const ofOne = contractId === undefined ? {} : { contractId }
  // For all contracts the entries after the last day are read too: a reversal among them may belong
  // to an entry before the first.
  const until = to === undefined || (from !== undefined && contractId === undefined) ? {} : { to }
  const read: LedgerRow[] = []
  let total = 0
  const part = (forward: Minor | null, done: boolean): LedgerPart => ({
    rows: read
      .filter(row => row.postings.some(posting => posting.currency === currency) && (to === undefined || row.on <= to))
      // Entries come in the order they were recorded, which may be another one than that of their
      // days.
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.entry - b.entry)),
    forward,
    read: read.length,
    total,
    done,
  })
  for await (const page of pagesOf({ ...ofOne, ...(from === undefined ? {} : { from }), ...until })) {
    if (!isWanted()) return
    read.push(...page.rows)
    total = page.total
    if (read.length < total) onPart(part(from === undefined ? ZERO : null, false))
  }
  const before = from === undefined ? undefined : addDays(from, -1)
  const forward =
    before === undefined
      ? ZERO
      : contractId === undefined
        ? await bookForward(currency, before, read)
        : await contractForward(contractId, currency, before)
  if (isWanted()) onPart(part(forward, true))
}
