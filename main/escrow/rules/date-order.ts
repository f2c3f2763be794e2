import type { EscrowCommandType } from '../../../shared/contract/commands.ts'

/**
 * The commands in date order: none of them before the contract's latest unreversed one of these
 * (rules.md, Dates).
 */
const ORDERED: ReadonlySet<EscrowCommandType> = new Set<EscrowCommandType>([
  'fund-milestone',
  'submit-work',
  'request-changes',
  'release',
  'request-refund',
  'approve-refund',
  'decline-refund',
  'cancel-refund',
  'open-dispute',
  'resolve-dispute',
  'end-contract',
])

/** Whether a command keeps and sets the date order of its contract. */
export function keepsDateOrder(type: EscrowCommandType): boolean {
  return ORDERED.has(type)
}
