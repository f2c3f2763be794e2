import type { ComponentType } from 'react'
import { MOVE_FACTS, type MoveDialogName } from '../../../shared/contract/moves.ts'
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

const DIALOGS = {
  fund: FundDialog,
  review: ReviewDialog,
  amount: AmountMoveDialog,
  resolve: ResolveDialog,
  end: EndDialog,
  confirm: ConfirmMoveDialog,
  milestone: MilestoneDialog,
  'edit-contract': EditContractDialog,
  annotate: AnnotateDialog,
} satisfies Record<MoveDialogName, ComponentType<DialogProps>>

/** The open dialog of a move, once its contract has been read. */
export function Dialogs() {
  const request = useStore(state => state.dialog)
  const contract = useStore(state =>
    state.opened?.contractId === state.dialog?.contractId ? state.opened?.contract : null,
  )
  if (request === null || !contract) return null
  const Dialog = DIALOGS[MOVE_FACTS[request.move].page.asks]
  // The key gives each request a new form, even after one for the same move.
  return <Dialog key={JSON.stringify(request)} request={request} contract={contract} />
}
