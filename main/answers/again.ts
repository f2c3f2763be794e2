import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { Entry, EscrowPart } from '../../shared/contract/events.ts'
import type { Policy } from '../../shared/contract/policy.ts'
import { type Minor, shareOf, sum, ZERO } from '../../shared/money/money.ts'

/** A command without what every command may carry. */
type Bare = EscrowCommandInput extends infer C
  ? C extends unknown
    ? Omit<C, 'contractId' | 'on' | 'reference' | 'note'>
    : never
  : never

/**
 * The command that records an undone entry once more (rules.md, reverse): with its day, its
 * reference and note as they are now, and its amounts. A fee is told only where the policy would
 * charge another. Undefined of an opening, which is never undone, and of what is no entry or a
 * reversal.
 */
export function commandAgain(entry: Entry, policy: Policy): EscrowCommandInput | undefined {
  const bare = bareCommand(entry, policy)
  if (bare === undefined) return undefined
  const { contract, on, reference, note } = entry
  return {
    ...bare,
    contractId: contract,
    on,
    ...(reference !== undefined && { reference }),
    ...(note !== undefined && { note }),
  } as EscrowCommandInput
}

function bareCommand({ type, events }: Entry, policy: Policy): Bare | undefined {
  // What a command does last is what it was given for: what comes before it made room.
  const last = events.at(-1)
  switch (last?.type) {
    case 'contract-edited': {
      const { type: _, ...changes } = last
      return { type: 'edit-contract', ...changes }
    }
    case 'milestone-added': {
      const { title, amount, due } = last.milestone
      return { type: 'add-milestone', title, amount, ...(due !== null && { due }) }
    }
    case 'milestone-edited':
      return { ...last, type: 'edit-milestone' }
    case 'milestone-removed':
      return { type: 'remove-milestone', milestoneId: last.milestoneId }
    case 'milestone-moved':
      return { type: 'move-milestone', milestoneId: last.milestoneId, to: last.to }
    case 'milestone-funded':
      return {
        type: 'fund-milestone',
        milestoneId: last.milestoneId,
        amount: last.amount,
        ...toldFee(last.fee, last.deposit, policy.clientFeeBp),
      }
    case 'work-submitted':
      return { type: 'submit-work', milestoneId: last.milestoneId }
    case 'changes-requested':
      return { type: 'request-changes', milestoneId: last.milestoneId }
    case 'released':
      return {
        type: 'release',
        ...ofMilestone(last.milestoneId),
        amount: last.amount,
        ...toldFee(last.fee, last.amount, policy.freelancerFeeBp),
      }
    case 'bonus-paid':
      return { type: 'bonus', amount: last.amount, ...toldFee(last.fee, last.amount, policy.freelancerFeeBp) }
    case 'payment-returned':
      return { type: 'return-payment', amount: last.amount }
    case 'refund-requested':
      if (last.ending) return { type: 'end-contract', by: 'client', refundRemainder: true }
      return { type: 'request-refund', amount: last.amount, ...ofMilestone(last.milestoneId), ...because(last.reason) }
    case 'refunded':
      return { type: 'approve-refund' }
    case 'refund-declined':
      return { type: 'decline-refund' }
    case 'refund-cancelled':
      return { type: 'cancel-refund' }
    case 'dispute-opened':
      return { type: 'open-dispute', amount: last.amount, ...ofMilestone(last.milestoneId), ...because(last.reason) }
    case 'dispute-resolved':
      return { type: 'resolve-dispute', release: allOf(last.released), refund: allOf(last.refunded) }
    case 'contract-ended':
      // The approval of a refund may also be what ends a contract.
      return type === 'approve-refund'
        ? { type }
        : { type: 'end-contract', by: last.by, ...(events.length > 1 && { refundRemainder: true }) }
    default:
      return undefined
  }
}

const toldFee = (fee: Minor, amount: Minor, basisPoints: number): { fee?: Minor } =>
  fee === shareOf(amount, basisPoints) ? {} : { fee }

const ofMilestone = (milestoneId: string | null): { milestoneId?: string } =>
  milestoneId === null ? {} : { milestoneId }

const because = (reason: string | null): { reason?: string } => (reason === null ? {} : { reason })

const allOf = (parts: readonly EscrowPart[]): Minor => sum(ZERO, ...parts.map(part => part.amount))
