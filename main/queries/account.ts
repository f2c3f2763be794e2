import type { AccountMove } from '../../shared/account/events.ts'
import type { AccountPage, AccountRowType, AccountRowView, AccountSums } from '../../shared/api/accounts.ts'
import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryOf } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { less, minor, sum, ZERO } from '../../shared/money/money.ts'
import { effectOf } from '../account/effects.ts'
import { inflowOf } from '../account/inflows.ts'
import { type AccountLine, type AccountRow, amountsOf, withBalances } from '../account/rows.ts'
import { type MoveSums, NO_MOVES, withMove } from '../account/state.ts'
import type { Book, RecordedEntry } from '../book/book.ts'
import type { AccountRecord, RecordedMove } from '../book/checkpoint/account-record.ts'
import type { EntryMove, MoveKind } from '../book/index/move-columns.ts'
import type { EntryMoves } from '../book/index/record-index.ts'
import { type ContractState, milestoneOf } from '../escrow/contract/state.ts'
import { accountView, isWithin, linkedContracts, type Period } from './accounts.ts'

/** The row of each kind of movement that pays into an account; none for the others. */
const INFLOW_TYPES = {
  release: 'release',
  bonus: 'bonus',
  return: 'return-payment',
  resolution: 'resolve-dispute',
  deposit: undefined,
  refund: undefined,
} as const satisfies Record<MoveKind, AccountRowType | undefined>

/** Answers the query `account`: its stages, the sums of the period, and a page of its rows. */
export async function accountPage(
  book: Book,
  record: AccountRecord,
  query: QueryOf<'account'>,
  today: IsoDate,
): Promise<AccountPage> {
  const { types, offset = 0, limit = PAGE_LIMIT } = query
  const linked = linkedContracts(book).get(record.state.id) ?? []
  const moves = await book.moves()
  const all = withBalances([openingLine(record), ...record.moves.map(ownLine), ...inflowLines(moves, linked)])
  const within = all.filter(({ on }) => isWithin(on, query))
  const shown = types === undefined ? within : within.filter(({ type }) => types.includes(type as AccountRowType))
  const { stages, ...account } = accountView(record, linked, query, today)
  return {
    account,
    stages,
    sums: sumsOf(record, all, query),
    counts: countsOf(within),
    total: shown.length,
    rows: await rowViews(book, moves, shown.slice(offset, offset + limit)),
  }
}

function openingLine({ state, opened }: AccountRecord): AccountLine {
  const { opening, openedOn } = state
  return {
    entry: opened,
    type: 'open-account',
    on: openedOn,
    gross: opening,
    fee: ZERO,
    net: opening,
    reference: null,
    note: null,
  }
}

const OWN_TYPES = {
  'income-received': 'receive',
  'money-withdrawn': 'withdraw',
  'account-charged': 'charge',
  'tax-withheld': 'withhold',
  'balance-adjusted': 'adjust',
} as const satisfies Record<AccountMove['type'], AccountRowType>

function ownLine({ entry, on, move, reference, note, reversedBy }: RecordedMove): AccountLine {
  return {
    entry,
    type: OWN_TYPES[move.type],
    on,
    ...amountsOf(move),
    ...('kind' in move && { kind: move.kind }),
    ...(move.type === 'income-received' && move.from !== null && { from: move.from }),
    ...(move.type === 'money-withdrawn' && move.arrived !== null && { arrived: move.arrived }),
    ...(move.type === 'tax-withheld' && move.about !== null && { about: move.about }),
    reference: reference ?? null,
    note: note ?? null,
    ...(reversedBy !== undefined && { reversedBy }),
  }
}

/** The lines of what contracts paid in, from memory; a page adds what only the journal has. */
function inflowLines(moves: EntryMoves, linked: readonly ContractState[]): AccountLine[] {
  return linked.flatMap(({ id }) =>
    moves.entriesOf(id).flatMap((entry): AccountLine | [] => {
      const move = moves.moveOf(entry)
      const type = move && INFLOW_TYPES[move.kind]
      if (move === undefined || type === undefined) return []
      const reversedBy = moves.entry(entry)?.reversedBy
      return {
        entry,
        contractId: id,
        type,
        on: moves.dayOf(entry),
        ...inflowAmounts(move),
        reference: null,
        note: null,
        ...(reversedBy !== undefined && { reversedBy }),
      }
    }),
  )
}

function inflowAmounts({ kind, amount, fee }: EntryMove) {
  const gross = kind === 'return' ? minor(-amount) : amount
  return { gross, fee, net: less(gross, fee) }
}

/** The rows of a page; the entries of contracts among them are read from the journal together. */
async function rowViews(book: Book, moves: EntryMoves, rows: readonly AccountRow[]): Promise<AccountRowView[]> {
  const paid = rows.filter(({ contractId }) => contractId !== undefined).map(({ entry }) => entry)
  const recorded = await book.recordsAt(paid.toSorted((one, other) => one - other))
  const byNumber = new Map(recorded.map(each => [each.entry, each]))
  return rows.map(row => rowView(book, moves, row, byNumber.get(row.entry)))
}

/**
 * A row with what the journal says of it: the milestone, the day of arrival, reference and note.
 */
function rowView(book: Book, moves: EntryMoves, row: AccountRow, recorded: RecordedEntry | undefined): AccountRowView {
  const { contractId, milestoneId: _, about, type, ...facts } = row
  const contract = contractId === undefined ? undefined : book.contract(contractId)
  const own = { ...facts, type: type as AccountRowType, ...(about !== undefined && { about: moves.today(about) }) }
  if (contract === undefined || recorded === undefined) return own
  const { events, reference = null, note = null } = recorded
  const paid = events.find(event => inflowOf(event) !== undefined)
  const available = paid && inflowOf(paid)?.available
  const milestoneId = paid !== undefined && 'milestoneId' in paid ? paid.milestoneId : null
  const milestone = milestoneId === null ? undefined : milestoneOf(contract, milestoneId)?.title
  return {
    ...own,
    contractId: contract.id,
    title: contract.title,
    ...(milestone !== undefined && { milestoneTitle: milestone }),
    ...(available && { available }),
    reference,
    note,
  }
}

function sumsOf({ state, moves }: AccountRecord, rows: readonly AccountRow[], period: Period): AccountSums {
  let own: MoveSums = NO_MOVES
  for (const { on, move, reversedBy } of moves)
    if (reversedBy === undefined && isWithin(on, period)) own = withMove(own, effectOf(move), 1)
  const before = rows.findLast(({ on }) => period.from !== undefined && on < period.from)?.balance ?? ZERO
  const last = rows.findLast(({ on }) => period.to === undefined || on <= period.to)?.balance ?? ZERO
  const inflows = rows.flatMap(({ on, net, contractId, reversedBy }) =>
    contractId !== undefined && reversedBy === undefined && isWithin(on, period) ? [net] : [],
  )
  const opening = isWithin(state.openedOn, period) ? sum(before, state.opening) : before
  return { opening, inflows: sum(...inflows), ...own, balance: last }
}

function countsOf(rows: readonly AccountRow[]): AccountPage['counts'] {
  const counts: Partial<Record<AccountRowType, number>> = {}
  for (const { type } of rows) counts[type as AccountRowType] = (counts[type as AccountRowType] ?? 0) + 1
  return counts
}
