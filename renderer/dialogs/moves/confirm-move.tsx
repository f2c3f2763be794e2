import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import { type Minor, ZERO } from '../../../shared/money/money.ts'
import { selector } from '../../../shared/words/selector.ts'
import { type EntryDetails, typedDetails, useMove } from '../../form/use-move.ts'
import { latestOf } from '../../state/latest-entry.ts'
import { useStore } from '../../state/store.ts'
import { dateText } from '../../words/days.ts'
import { Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, milestoneOf } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

type ConfirmMove = 'submit-work' | 'approve-refund' | 'decline-refund' | 'cancel-refund' | 'reverse'

/**
 * The moves with nothing to fill in but the day: work handed in, the answers to a refund, undo.
 * They say what will happen and ask.
 */
export function ConfirmMoveDialog({ request, contract }: DialogProps) {
  const type = request.move as ConfirmMove
  const today = useStore(state => state.book?.today)
  const { id, decimals, client, freelancer, title, pending } = contract
  const latest = useStore(state => latestOf(state.opened?.timeline ?? []))
  const milestone = milestoneOf(contract, request.milestoneId)
  const move = useMove<EntryDetails>({
    defaults: detailsOf(request.filled?.type === type ? request.filled : undefined),
    build: values => ({
      command: (type === 'submit-work'
        ? { type, contractId: id, milestoneId: milestone?.id ?? '', ...typedDetails(values) }
        : { type, contractId: id, ...typedDetails(values) }) as EscrowCommandInput,
    }),
  })
  const after = move.value?.contract
  const deadline = after?.deadlines.find(each => each.kind === 'review' && each.milestoneId === milestone?.id)
  const params = {
    type: selector(type),
    client,
    freelancer,
    contract: title,
    milestone: milestone?.title ?? '',
    amount: { money: pending.refund?.amount ?? ZERO },
    held: { money: (milestone?.held ?? ZERO) as Minor },
    status: after?.status ?? contract.status,
    escrow: { money: after?.escrow ?? contract.escrow },
    hasDeadline: deadline === undefined ? 'no' : 'yes',
    date: deadline !== undefined && today !== undefined ? dateText(deadline.on, today) : '',
    what: latest?.label ?? '',
    moves: after?.escrow === contract.escrow ? 'no' : 'yes',
  }
  return (
    <MoveDialog
      move={move}
      title={words('confirm-move.title', params)}
      subtitle={words('confirm-move.subtitle', params, decimals)}
      confirm={words('confirm-move.confirm', params)}
      foot={type === 'reverse' ? words('confirm-move.reverse-foot') : words('dialog.can-undo')}
      tell={after === undefined ? null : <Say text="confirm-move.tell" params={params} decimals={decimals} />}
    />
  )
}
