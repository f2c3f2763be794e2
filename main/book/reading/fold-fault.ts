import { isAccountCommandType } from '../../../shared/account/commands.ts'
import type { AccountEvent } from '../../../shared/account/events.ts'
import {
  type BookEvent,
  type EscrowEventType,
  isOfAccount,
  isOfBook,
  isOfContract,
  type JournalRecord,
} from '../../../shared/contract/events.ts'
import { MOVE_FACTS } from '../../../shared/contract/moves.ts'
import { milestoneIndex } from '../../escrow/contract/state.ts'
import { isEscrowEvent } from '../../escrow/money-events.ts'
import type { ContractRecord } from '../checkpoint/contract-record.ts'
import type { ChainBreak } from '../journal/chain.ts'

/** The events that move money out of something, which can have too little, and how. */
const MOVES_OUT: Readonly<Partial<Record<string, Fault>>> = {
  'milestone-funded': 'fund',
  'remainder-carried': 'carry',
  released: 'release',
  refunded: 'refund',
  'dispute-resolved': 'resolve',
} satisfies Partial<Record<EscrowEventType, Fault>>

/** The events of the book as a whole. */
const BOOK_EVENTS = {
  'books-closed': true,
  'paper-kept': true,
  'statement-applied': true,
  'import-taken-back': true,
} as const satisfies Record<BookEvent['type'], true>

/** The events of an account. */
const ACCOUNT_EVENTS = {
  'account-opened': true,
  'account-edited': true,
  'income-received': true,
  'money-withdrawn': true,
  'account-charged': true,
  'tax-withheld': true,
  'balance-adjusted': true,
  'account-move-reversed': true,
} as const satisfies Record<AccountEvent['type'], true>

/** True if this version knows an event of what `record` is about by that name. */
function isKnownEvent(record: JournalRecord, type: string): boolean {
  if (isOfContract(record)) return isEscrowEvent(type)
  return Object.hasOwn(isOfAccount(record) ? ACCOUNT_EVENTS : BOOK_EVENTS, type)
}

/** The reasons why a record cannot follow those before it. */
export type Fault =
  | 'fund'
  | 'carry'
  | 'release'
  | 'refund'
  | 'resolve'
  | 'opened'
  | 'unopened'
  | 'milestone'
  | 'reversal'
  | 'rules'

/**
 * The reason why a record of the journal cannot be folded, in whose contract there is `before` it.
 * A record with anything that this version does not know is no fault of the journal.
 */
export function foldFault(
  record: JournalRecord,
  before: ContractRecord | undefined,
): Pick<ChainBreak, 'code' | 'params'> {
  const unknown = unknownIn(record)
  if (unknown !== undefined) return { code: 'unknown-record', params: { type: unknown } }
  const { entry } = record
  const params = { about: entry === null ? 'line' : 'entry', entry: entry ?? 0, fault: faultOf(record, before) }
  return { code: 'unaccepted', params }
}

/** The first type in a record that this version does not know; undefined if it knows all. */
function unknownIn(record: JournalRecord): string | undefined {
  const { type, events }: { readonly type: string; readonly events: readonly { readonly type: string }[] } = record
  const event = events.find(each => !isKnownEvent(record, each.type))
  if (event !== undefined) return String(event.type)
  return isKnownType(record, type) ? undefined : String(type)
}

function isKnownType(record: JournalRecord, type: string): boolean {
  if (isOfContract(record)) return Object.hasOwn(MOVE_FACTS, type)
  return isOfAccount(record) ? isAccountCommandType(type) : isOfBook(record)
}

function faultOf(record: JournalRecord, before: ContractRecord | undefined): Fault {
  if (!isOfContract(record)) return 'rules'
  const { events } = record
  const [first] = events
  if (first?.type === 'contract-opened') return before === undefined ? 'rules' : 'opened'
  if (before === undefined) return 'unopened'
  if (first?.type === 'entry-reversed') return 'reversal'
  for (const event of events) {
    const milestoneId = 'milestoneId' in event ? event.milestoneId : null
    if (milestoneId !== null && milestoneIndex(before.state, milestoneId) < 0) return 'milestone'
  }
  return events.map(({ type }) => MOVES_OUT[type]).find(fault => fault !== undefined) ?? 'rules'
}
