import type { TimelineRow } from '../../../shared/api/ledger.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { type Minor, ZERO } from '../../../shared/money/money.ts'

/** The difference of an entry from what it was before: its amount, its day, or other details. */
export type Was =
  | { readonly of: 'amount'; readonly amount: Minor }
  | { readonly of: 'day'; readonly on: IsoDate }
  | { readonly of: 'details' }

/** An entry in the timeline; `was` if a correction was about it. */
interface EntryLine {
  readonly kind: 'entry'
  readonly row: TimelineRow
  readonly was: Was | null
}

/** The entries that a correction took back, as one line that unfolds. */
export interface CorrectionLine {
  readonly kind: 'correction'
  readonly transaction: number
  readonly on: IsoDate
  /** The entries that it took back, the latest first, as far as they are read. */
  readonly rows: readonly TimelineRow[]
  /** The reversals of those that were not recorded again, by the entry that they reverse. */
  readonly removed: ReadonlyMap<number, TimelineRow>
  readonly count: number
  /** The first and the last number of its reversals, and of what it recorded anew. */
  readonly takenBack: readonly [number, number]
  readonly anew: readonly [number, number] | null
}

/** A line of the timeline. */
export type TimelineLine = EntryLine | CorrectionLine

/** The rows that one transaction recorded. */
interface Together {
  readonly reversals: TimelineRow[]
  readonly anew: TimelineRow[]
}

/**
 * The lines of a timeline, the latest recorded first: each entry, and in place of the reversals of
 * a correction one line with all that it took back.
 */
export function timelineLines(timeline: readonly TimelineRow[]): readonly TimelineLine[] {
  const rows = [...timeline].sort((a, b) => b.entry - a.entry)
  const byEntry = new Map(rows.map(row => [row.entry, row]))
  const transactions = togetherIn(rows)
  const isOfCorrection = ({ transaction }: TimelineRow): boolean => isCorrection(transactions.get(transaction))
  const shown = new Set<number>()
  return rows.flatMap((row): TimelineLine | [] => {
    if (row.reversedBy !== undefined) {
      const reversal = byEntry.get(row.reversedBy)
      if (reversal !== undefined && isOfCorrection(reversal)) return []
    }
    if (row.reverses === undefined || !isOfCorrection(row))
      return { kind: 'entry', row, was: wasOf(row, byEntry, transactions) }
    const together = transactions.get(row.transaction)
    if (together === undefined || shown.has(row.transaction)) return []
    shown.add(row.transaction)
    return correctionLine(row, together, byEntry)
  })
}

function togetherIn(rows: readonly TimelineRow[]): ReadonlyMap<number, Together> {
  const transactions = new Map<number, Together>()
  for (const row of rows) {
    const together = transactions.get(row.transaction) ?? { reversals: [], anew: [] }
    transactions.set(row.transaction, together)
    if (row.reverses !== undefined) together.reversals.push(row)
    if (row.corrects !== undefined) together.anew.push(row)
  }
  return transactions
}

/** An undo reverses one entry and records none. */
function isCorrection(together: Together | undefined): boolean {
  return together !== undefined && together.reversals.length > 0 && together.reversals.length + together.anew.length > 1
}

function correctionLine(
  { transaction, on }: TimelineRow,
  { reversals, anew }: Together,
  byEntry: ReadonlyMap<number, TimelineRow>,
): CorrectionLine {
  const corrected = new Set(anew.map(({ corrects }) => corrects))
  return {
    kind: 'correction',
    transaction,
    on,
    rows: reversals.flatMap(({ reverses }) => byEntry.get(reverses ?? 0) ?? []).sort((a, b) => b.entry - a.entry),
    removed: new Map(
      reversals.flatMap(row =>
        row.reverses === undefined || corrected.has(row.reverses) ? [] : [[row.reverses, row]],
      ),
    ),
    count: reversals.length,
    takenBack: spanOf(reversals) ?? [0, 0],
    anew: spanOf(anew),
  }
}

function spanOf(rows: readonly TimelineRow[]): readonly [number, number] | null {
  const numbers = rows.map(({ entry }) => entry)
  return numbers.length === 0 ? null : [Math.min(...numbers), Math.max(...numbers)]
}

/**
 * The difference that the last correction about an entry made. A correction is about the first
 * entry that it records anew: those after it only follow.
 */
function wasOf(
  row: TimelineRow,
  byEntry: ReadonlyMap<number, TimelineRow>,
  transactions: ReadonlyMap<number, Together>,
): Was | null {
  for (let now: TimelineRow | undefined = row; now?.corrects !== undefined; now = byEntry.get(now.corrects)) {
    const was = byEntry.get(now.corrects)
    const [first] = spanOf(transactions.get(now.transaction)?.anew ?? []) ?? []
    const difference = was === undefined || first !== now.entry ? null : differenceOf(was, now)
    if (difference !== null) return difference
  }
  return null
}

function differenceOf(was: TimelineRow, now: TimelineRow): Was | null {
  if (was.gross !== now.gross && was.gross !== ZERO) return { of: 'amount', amount: was.gross }
  if (was.on !== now.on) return { of: 'day', on: was.on }
  const details = ({ label, reference, note, fee, gross, postings }: TimelineRow): string =>
    JSON.stringify([label, reference, note, fee, gross, postings])
  return details(was) === details(now) ? null : { of: 'details' }
}
