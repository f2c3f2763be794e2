import type { AccountQueryValues, AccountStagesView, AccountView } from '../../shared/api/accounts.ts'
import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryOf } from '../../shared/api/queries.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { type Minor, sum } from '../../shared/money/money.ts'
import { isArchived, stagesOf } from '../account/stages.ts'
import type { Book } from '../book/book.ts'
import type { AccountRecord } from '../book/checkpoint/account-record.ts'
import type { ContractState } from '../escrow/contract/state.ts'

/** A period, both days included; without bounds where they are left out. */
export interface Period {
  readonly from?: IsoDate | undefined
  readonly to?: IsoDate | undefined
}

/** True if a day is in a period. */
export function isWithin(on: IsoDate, { from, to }: Period): boolean {
  return (from === undefined || on >= from) && (to === undefined || on <= to)
}

/** Answers the query `accounts`: a page of them, in the order they were opened. */
export function accountRows(book: Book, query: QueryOf<'accounts'>, today: IsoDate): AccountQueryValues['accounts'] {
  const { offset = 0, limit = PAGE_LIMIT } = query
  const all = book.accounts()
  const linked = linkedContracts(book)
  const rows = all
    .slice(offset, offset + limit)
    .map(record => accountView(record, linked.get(record.state.id) ?? [], query, today))
  return { total: all.length, rows }
}

/** The contracts that pay into each account, by its id. */
export function linkedContracts(book: Book): ReadonlyMap<string, readonly ContractState[]> {
  const linked = new Map<string, ContractState[]>()
  for (const contract of book.contracts()) {
    if (contract.account === null) continue
    const others = linked.get(contract.account)
    if (others === undefined) linked.set(contract.account, [contract])
    else others.push(contract)
  }
  return linked
}

/** An account with the contracts that pay in, as it is today. */
export function accountView(
  record: AccountRecord,
  linked: readonly ContractState[],
  period: Period,
  today: IsoDate,
): AccountView {
  const { id, name, currency, decimals, opening, openedOn } = record.state
  return {
    id,
    name,
    currency,
    decimals,
    opening,
    on: openedOn,
    archived: isArchived(record.state, linked),
    contracts: linked.length,
    stages: stagesView(record, linked, period, today),
  }
}

function stagesView(
  { state, moves }: AccountRecord,
  linked: readonly ContractState[],
  period: Period,
  today: IsoDate,
): AccountStagesView {
  const withdrawn = moves.flatMap(({ on, move, reversedBy }): Minor[] =>
    move.type === 'money-withdrawn' && reversedBy === undefined && isWithin(on, period) ? [move.amount] : [],
  )
  return { ...stagesOf(state, linked, today), withdrawn: sum(...withdrawn) }
}
