import type { ComponentType } from 'react'
import type { DialogMove } from '../../state/dialog-request.ts'
import { useStore } from '../../state/store.ts'
import { AmountMoveDialog } from './amount-move.tsx'
import { AnnotateDialog } from './annotate.tsx'
import { ConfirmMoveDialog } from './confirm-move.tsx'
import { EditContractDialog } from './edit-contract.tsx'
import { EndDialog } from './end.tsx'
import type { DialogProps } from './filled.ts'
import { FundDialog } from './fund.tsx'
import { MilestoneDialog } from './milestone.tsx'
import { ResolveDialog } from './resolve.tsx'
import { ReviewDialog } from './review.tsx'

const DIALOGS: Readonly<Record<DialogMove, ComponentType<DialogProps>>> = {
  'fund-milestone': FundDialog,
  release: ReviewDialog,
  bonus: AmountMoveDialog,
  'return-payment': AmountMoveDialog,
  'request-refund': AmountMoveDialog,
  'open-dispute': AmountMoveDialog,
  'resolve-dispute': ResolveDialog,
  'end-contract': EndDialog,
  'submit-work': ConfirmMoveDialog,
  'approve-refund': ConfirmMoveDialog,
  'decline-refund': ConfirmMoveDialog,
  'cancel-refund': ConfirmMoveDialog,
  reverse: ConfirmMoveDialog,
  'add-milestone': MilestoneDialog,
  'edit-milestone': MilestoneDialog,
  'edit-contract': EditContractDialog,
  annotate: AnnotateDialog,
}

/** The dialog that is open, if there is one and its contract has been read. */
export function Dialogs() {
  const request = useStore(state => state.dialog)
  const contract = useStore(state =>
    state.opened?.contractId === state.dialog?.contractId ? state.opened?.contract : null,
  )
  if (request === null || !contract) return null
  const Dialog = DIALOGS[request.move]
  // A new dialog starts its form anew, even one of the same move.
  return <Dialog key={JSON.stringify(request)} request={request} contract={contract} />
}
