import type { NamedLedgerRow } from '../../../shared/api/ledger.ts'
import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { ContractView, MilestoneView } from '../../../shared/contract/contract.ts'
import type { DialogMove } from '../../../shared/contract/moves.ts'
import { missingCase } from '../../../shared/missing-case.ts'
import { ZERO } from '../../../shared/money/money.ts'
import { useQuery } from '../../ask/use-query.ts'
import { TouchedPapers } from '../../form/touched-papers.tsx'
import { type EntryDetails, typedDetails, useMove } from '../../form/use-move.ts'
import { useStore } from '../../state/store.ts'
import { dateText } from '../../words/days.ts'
import { type Params, Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, milestoneOf } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

type ConfirmMove = DialogMove<'confirm'>

/**
 * The dialog of moves with only a day to fill in: it states the effect and asks for confirmation.
 */
export function ConfirmMoveDialog({ request, contract }: DialogProps) {
  const type = request.move as ConfirmMove
  const milestone = milestoneOf(contract, request.milestoneId)
  const move = useMove<EntryDetails>({
    usual: contract.usualDay,
    defaults: detailsOf(request.filled?.type === type ? request.filled : undefined),
    build: values => ({ command: commandOf(type, values, contract.id, milestone?.id) }),
  })
  const undoable = useQuery(type === 'reverse' ? { type: 'undoable', contractId: contract.id } : null).value
  const after = move.value?.contract
  const papers = move.value?.papers ?? []
  const params = useParams(contract, after, milestone, undoable)
  const isTold =
    type === 'remove-contract' ? move.value !== null : after !== undefined && (type !== 'reverse' || undoable !== null)
  return (
    <MoveDialog
      move={move}
      title={words(`confirm-move.title.${type}`, params)}
      subtitle={words(`confirm-move.subtitle.${type}`, params, contract.decimals)}
      confirm={words(`confirm-move.confirm.${type}`, params)}
      foot={type === 'reverse' ? words('confirm-move.reverse-foot') : words('dialog.can-undo')}
      tell={isTold ? <Say text={`confirm-move.tell.${type}`} params={params} decimals={contract.decimals} /> : null}
    >
      {papers.length === 0 ? null : <TouchedPapers papers={papers} />}
    </MoveDialog>
  )
}

function commandOf(
  type: ConfirmMove,
  values: EntryDetails,
  contractId: string,
  milestoneId = '',
): RecordedCommandInput {
  switch (type) {
    case 'submit-work':
      return { type, contractId, milestoneId, ...typedDetails(values) }
    case 'approve-refund':
    case 'decline-refund':
    case 'cancel-refund':
    case 'remove-contract':
    case 'reverse':
      return { type, contractId, ...typedDetails(values) }
    default:
      return missingCase(type)
  }
}

/**
 * The parameters of the texts; `after` is the contract after the move, `undoable` the entry to
 * undo.
 */
function useParams(
  contract: ContractView,
  after: ContractView | undefined,
  milestone: MilestoneView | undefined,
  undoable: NamedLedgerRow | null,
): Params {
  const today = useStore(state => state.book?.today)
  const { client, freelancer, title, pending } = contract
  const deadline = after?.deadlines.find(each => each.kind === 'review' && each.milestoneId === milestone?.id)
  return {
    client,
    freelancer,
    contract: title,
    milestone: milestone?.title ?? '',
    milestones: contract.milestones.length,
    amount: { money: pending.refund?.amount ?? ZERO },
    held: { money: milestone?.held ?? ZERO },
    status: after?.status ?? contract.status,
    escrow: { money: after?.escrow ?? contract.escrow },
    hasDeadline: deadline === undefined ? 'no' : 'yes',
    date: deadline !== undefined && today !== undefined ? dateText(deadline.on, today) : '',
    what: undoable?.label ?? '',
    moves: after?.escrow === contract.escrow ? 'no' : 'yes',
  }
}
