import type { DeadlineOffer, DeadlineView } from '../../shared/contract/contract.ts'
import { openDialog } from './dialogs.ts'

/** Opens the dialog of a deadline's offer, filled in: the book never moves money on its own. */
export function showOffer({ contractId, milestoneId }: DeadlineView, offer: DeadlineOffer): void {
  openDialog({
    move: offer.type,
    contractId,
    filled: offer,
    ...(milestoneId === undefined ? {} : { milestoneId }),
  })
}
