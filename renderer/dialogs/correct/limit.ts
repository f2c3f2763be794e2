import type { CorrectableEntry } from '../../../shared/api/correction.ts'
import { type Minor, sum } from '../../../shared/money/money.ts'

/** The limit of an entry's amount on its day, and what it is a limit of. */
export interface AmountLimit {
  readonly of: 'held' | 'unallocated' | 'escrow' | 'paid' | 'least'
  readonly amount: Minor
}

/** The limit of an entry's amount just before it; null if there is none, or none is known. */
export function limitOf({ command, before }: CorrectableEntry): AmountLimit | null {
  const milestoneId = 'milestoneId' in command ? command.milestoneId : undefined
  const milestone = before.milestones.find(({ id }) => id === milestoneId)
  switch (command.type) {
    case 'release':
      return milestone === undefined
        ? { of: 'unallocated', amount: before.unallocated }
        : { of: 'held', amount: milestone.held }
    case 'request-refund':
    case 'open-dispute':
      return milestone === undefined ? { of: 'escrow', amount: before.escrow } : { of: 'held', amount: milestone.held }
    case 'return-payment': {
      const { released, bonuses, returned } = before
      return { of: 'paid', amount: (sum(released, bonuses) - returned) as Minor }
    }
    case 'fund-milestone':
    case 'add-milestone':
    case 'edit-milestone':
      return { of: 'least', amount: before.policy.minimum }
    default:
      return null
  }
}
