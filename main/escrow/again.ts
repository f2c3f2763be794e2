import type { RecordedCommandInput } from '../../shared/contract/commands.ts'
import type { Entry, EscrowPart } from '../../shared/contract/events.ts'
import type { FeePayer } from '../../shared/contract/fee-schedule.ts'
import type { Policy } from '../../shared/contract/policy.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { type Minor, sum, ZERO } from '../../shared/money/money.ts'
import { policyFee } from './rules/fees.ts'

/** A command without its contract and details. */
type Bare = RecordedCommandInput extends infer C
  ? C extends unknown
    ? Omit<C, 'contractId' | 'on' | 'reference' | 'note'>
    : never
  : never

/**
 * The command that records an undone entry again (rules.md, reverse), with its day, its amounts,
 * and its current reference and note. It includes the fee if the command told it, or if the policy
 * would charge a different one. Undefined for a contract's opening (which cannot be undone), a
 * reversal, and a record that is not an entry.
 */
export function commandAgain(entry: Entry, policy: Policy): RecordedCommandInput | undefined {
  const bare = bareCommand(entry, policy)
  if (bare === undefined) return undefined
  const { contract, on, reference, note } = entry
  return {
    ...bare,
    contractId: contract,
    on,
    ...(reference !== undefined && { reference }),
    ...(note !== undefined && { note }),
  } as RecordedCommandInput
}

function bareCommand({ type, events }: Entry, policy: Policy): Bare | undefined {
  // The last event is the command's purpose; the events before it only prepare for it.
  const last = events.at(-1)
  if (last === undefined) return undefined
  switch (last.type) {
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
        ...actualFee(last, last.deposit, policy, 'client'),
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
        ...actualFee(last, last.amount, policy, 'freelancer'),
      }
    case 'bonus-paid':
      return { type: 'bonus', amount: last.amount, ...actualFee(last, last.amount, policy, 'freelancer') }
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
      // Approving a refund may also end the contract.
      return type === 'approve-refund'
        ? { type }
        : { type: 'end-contract', by: last.by, ...(events.length > 1 && { refundRemainder: true }) }
    case 'contract-removed':
      return { type: 'remove-contract' }
    case 'contract-opened':
    case 'remainder-carried':
    case 'entry-reversed':
    case 'entry-annotated':
    case 'party-renamed':
      return undefined
    default:
      return missingCase(last)
  }
}

function actualFee(
  { fee, told }: { readonly fee: Minor; readonly told?: true },
  amount: Minor,
  policy: Policy,
  payer: FeePayer,
): { fee?: Minor } {
  if (told) return { fee }
  // A fee on the total follows from what was paid before. An older entry does not say if its fee
  // was told.
  return policy[`${payer}FeeOn`] === 'total' || fee === policyFee(policy, payer, amount, ZERO) ? {} : { fee }
}

const ofMilestone = (milestoneId: string | null): { milestoneId?: string } =>
  milestoneId === null ? {} : { milestoneId }

const because = (reason: string | null): { reason?: string } => (reason === null ? {} : { reason })

const allOf = (parts: readonly EscrowPart[]): Minor => sum(ZERO, ...parts.map(part => part.amount))
