import type { QueryOf } from '../../shared/api/queries.ts'
import type { BarSegment, BarView } from '../../shared/contract/contract.ts'
import { isSameParty } from '../../shared/contract/party-key.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Period } from '../../shared/dates/period.ts'
import { less, type Minor, sum, ZERO } from '../../shared/money/money.ts'
import {
  type ContractStatement,
  type PrintedStatement,
  STATEMENT_LINES,
  type StatementLine,
  type StatementTotal,
} from '../../shared/printed-statement/printed-statement.ts'
import { bookName } from '../answers/book-name.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import type { ReadEntry } from '../book/reading/entry-pages.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { viewContract } from '../escrow/view.ts'
import { counts, lineOf, Sums } from './lines.ts'
import { pendingOf } from './pending.ts'

/**
 * The scope of a statement: one contract, all of a client's contracts, or the whole book; from the
 * first entry to today unless days are given.
 */
export type StatementRequest = Omit<QueryOf<'statement'>, 'type'>

/**
 * Answers the query `statement`. Refuses `unknown-contract`, `bad-input` (no contract of that
 * client; a period that ends before it begins) and `export-too-large` (more than 10 000 lines).
 */
export async function statementOf(
  book: Book,
  request: StatementRequest,
  today: IsoDate,
  locale: string,
): Promise<Outcome<PrintedStatement>> {
  await book.proved()
  const { contractId, client, from, to } = request
  if (contractId !== undefined && book.contract(contractId) === undefined)
    return refused({ code: 'unknown-contract', params: { contract: contractId }, field: 'contractId' })
  if (from !== undefined && to !== undefined && to < from)
    return refused({ code: 'bad-input', params: {}, variant: 'period', field: 'to' })
  const chosen = contractsOf(book, request)
  if (client !== undefined && chosen.length === 0)
    return refused({ code: 'bad-input', params: { client }, variant: 'no-contract-of', field: 'client' })

  const read: { readonly state: ContractState; readonly records: readonly ReadEntry[] }[] = []
  let total = 0
  for (const state of chosen) {
    const records: ReadEntry[] = []
    for await (const { rows } of book.pages({ contractId: state.id, ...(to !== undefined && { to }) }, 'by-day'))
      records.push(...rows)
    total += records.length
    if (total > STATEMENT_LINES)
      return refused({ code: 'export-too-large', params: { limit: STATEMENT_LINES }, variant: 'statement' })
    read.push({ state, records })
  }
  const days = read.flatMap(({ records }) => records.map(({ on }) => on)).sort()
  const period = {
    from: from ?? days[0] ?? to ?? today,
    to: to ?? [today, days.at(-1) ?? today].sort().at(-1) ?? today,
  }
  const contracts = await Promise.all(
    read.map(({ state, records }) => contractStatement(book, state, records, period, today, locale)),
  )
  // A statement of one contract shows it even if it has no entries.
  const shown =
    contractId === undefined ? contracts.filter(({ lines, opening }) => lines.length > 0 || opening !== 0) : contracts
  const { folder, entries, head } = book.info()
  return accepted({
    of: contractId === undefined ? (client === undefined ? 'book' : 'client') : 'contract',
    name:
      contractId === undefined
        ? client === undefined
          ? bookName(folder)
          : (chosen[0]?.client ?? client)
        : (chosen[0]?.title ?? contractId),
    ...period,
    on: today,
    book: { name: bookName(folder), entries, head },
    contracts: shown,
    totals: totalsOf(shown),
  })
}

/** The contracts that a statement is of: one, all of a client's, or all. */
export function contractsOf(book: Book, { contractId, client }: StatementRequest): readonly ContractState[] {
  return [...book.contracts()].filter(
    state =>
      (contractId === undefined || state.id === contractId) &&
      (client === undefined || isSameParty(state.client, client)),
  )
}

async function contractStatement(
  book: Book,
  state: ContractState,
  records: readonly ReadEntry[],
  { from, to }: Period,
  today: IsoDate,
  locale: string,
): Promise<ContractStatement> {
  const voice = { locale, decimals: state.decimals }
  const [before, period, ever] = [new Sums(), new Sums(), new Sums()]
  const lines: StatementLine[] = []
  let escrow: Minor = ZERO
  for (const record of records) {
    const line = lineOf(record, escrow, state, voice)
    if (counts(record)) escrow = line.escrow
    ever.add(record)
    if (record.on < from) before.add(record)
    else {
      period.add(record)
      lines.push(line)
    }
  }
  const { id, title, client, freelancer, currency, decimals, policy, milestones } = state
  const isUpToDate = (await book.records({ contractId: id, limit: 1 })).total === records.length
  return {
    id,
    title,
    client,
    freelancer,
    currency,
    decimals,
    policy,
    bar: isUpToDate ? viewContract(state, today).bar : barOf(ever, escrow),
    milestones: Object.fromEntries(milestones.map(each => [each.id, each.title])),
    opening: less(before.deposited, before.released, before.refunded),
    deposited: period.deposited,
    released: period.released,
    refunded: period.refunded,
    closing: escrow,
    lines,
    sums: period.list(),
    pending: isUpToDate && to >= today ? pendingOf(state, today) : [],
  }
}

/** The money bar as of a past day, computed from the sums up to it. */
function barOf({ released, refunded }: Sums, escrow: Minor): BarView {
  const segments: BarSegment[] = [
    { kind: 'paid', amount: released } as const,
    { kind: 'held', amount: escrow } as const,
    { kind: 'refunded', amount: refunded } as const,
  ].filter(({ amount }) => amount > 0)
  return { total: sum(released, escrow, refunded), segments }
}

function totalsOf(contracts: readonly ContractStatement[]): readonly StatementTotal[] {
  const totals = new Map<string, StatementTotal>()
  for (const { currency, decimals, opening, deposited, released, refunded, closing } of contracts) {
    const before = totals.get(currency)
    totals.set(currency, {
      currency,
      decimals,
      contracts: (before?.contracts ?? 0) + 1,
      opening: sum(before?.opening ?? ZERO, opening),
      deposited: sum(before?.deposited ?? ZERO, deposited),
      released: sum(before?.released ?? ZERO, released),
      refunded: sum(before?.refunded ?? ZERO, refunded),
      closing: sum(before?.closing ?? ZERO, closing),
    })
  }
  return [...totals.values()].sort((one, other) => (one.currency < other.currency ? -1 : 1))
}
