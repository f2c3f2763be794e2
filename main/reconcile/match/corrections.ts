import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { EscrowEvent } from '../../../shared/contract/events.ts'
import type { Minor } from '../../../shared/money/money.ts'
import type { Decision } from './decision.ts'

/** The statement's fee or amount, in minor units, to replace an entry's. */
interface Correct {
  readonly field: 'fee' | 'amount'
  readonly value: Minor
}

/**
 * The commands that reverse a contract's latest entry and record it again as on the statement;
 * undefined for an event that no such command records.
 */
export function correctionOf(
  event: EscrowEvent | undefined,
  contractId: string,
  correct: Correct,
): Pick<Decision, 'before' | 'command'> | undefined {
  const command = commandOf(event, contractId, correct)
  return command && { before: [{ type: 'reverse', contractId }], command }
}

function commandOf(
  event: EscrowEvent | undefined,
  contractId: string,
  { field, value }: Correct,
): RecordedCommandInput | undefined {
  const corrected = ({ amount }: { readonly amount: Minor }): { amount: number; fee?: number } =>
    field === 'fee' ? { amount, fee: value } : { amount: value }
  switch (event?.type) {
    case 'milestone-funded': {
      const { milestoneId, amount, carried, fee } = event
      return {
        type: 'fund-milestone',
        contractId,
        milestoneId,
        ...(field === 'fee' ? { amount, fee: value } : { amount: value + carried, ...(fee === 0 ? {} : { fee }) }),
      }
    }
    case 'released':
      return {
        type: 'release',
        contractId,
        ...(event.milestoneId !== null && { milestoneId: event.milestoneId }),
        ...corrected(event),
      }
    case 'bonus-paid':
      return { type: 'bonus', contractId, ...corrected(event) }
    case 'payment-returned':
      return field === 'amount' ? { type: 'return-payment', contractId, amount: value } : undefined
    default:
      return undefined
  }
}
