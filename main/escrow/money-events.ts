import type { EscrowEvent, EscrowEventType, EventOf } from '../../shared/contract/events.ts'

/** Every event: true if it can move money, within escrow or outside it. */
const MOVES_MONEY = {
  'contract-opened': false,
  'contract-edited': false,
  'milestone-added': false,
  'milestone-edited': false,
  'milestone-removed': false,
  'milestone-moved': false,
  'remainder-carried': true,
  'milestone-funded': true,
  'work-submitted': false,
  'changes-requested': false,
  released: true,
  'bonus-paid': true,
  'payment-returned': true,
  'refund-requested': false,
  refunded: true,
  'refund-declined': false,
  'refund-cancelled': false,
  'dispute-opened': false,
  'dispute-resolved': true,
  'contract-ended': true,
  'contract-removed': false,
  'entry-reversed': false,
  'entry-annotated': false,
  'party-renamed': false,
} as const satisfies Record<EscrowEventType, boolean>

type MoneyEventType = {
  [T in EscrowEventType]: (typeof MOVES_MONEY)[T] extends true ? T : never
}[EscrowEventType]

/** An event that can move money: every fold over amounts has a case for each. */
export type MoneyEvent = EventOf<MoneyEventType>

/** True if an event can move money. */
export function movesMoney(event: EscrowEvent): event is MoneyEvent {
  return MOVES_MONEY[event.type]
}

/** True if this version knows an event of a contract by that name. */
export function isEscrowEvent(type: string): boolean {
  return Object.hasOwn(MOVES_MONEY, type)
}
