import type { ContractView } from '../../../shared/contract/contract.ts'
import { EndFields } from '../../form/end-fields.tsx'
import { type EntryDetails, typedDetails, useMove } from '../../form/use-move.ts'
import { Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, filledWith } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

interface Values extends EntryDetails {
  by: string
  refundRemainder: boolean
}

/** Ends a contract: by either party, with a refund of the money still in escrow. */
export function EndDialog({ request, contract }: DialogProps) {
  const { id, escrow, title } = contract
  const filled = filledWith(request, 'end-contract')
  const move = useMove<Values>({
    usual: contract.usualDay,
    defaults: { ...detailsOf(filled), by: filled?.by ?? 'client', refundRemainder: filled?.refundRemainder ?? true },
    build: values => ({
      command: {
        type: 'end-contract',
        contractId: id,
        by: values.by === 'freelancer' ? 'freelancer' : 'client',
        ...(escrow > 0 ? { refundRemainder: values.refundRemainder } : {}),
        ...typedDetails(values),
      },
    }),
  })
  const after = move.value?.contract
  return (
    <MoveDialog
      move={move}
      title={words('end.title')}
      subtitle={words('end.subtitle', { contract: title })}
      confirm={words('end.title')}
      tell={after === undefined ? null : <EndTell contract={contract} after={after} />}
    >
      {escrow > 0 ? (
        <EndFields
          contract={contract}
          refundRemainder={move.form.register('refundRemainder')}
          by={move.form.register('by')}
        />
      ) : null}
    </MoveDialog>
  )
}

function EndTell({ contract, after }: { contract: ContractView; after: ContractView }) {
  const { decimals, escrow, client, freelancer, policy } = contract
  return (
    <Say
      text="end.tell"
      decimals={decimals}
      params={{
        status: after.status,
        amount: { money: after.pending.refund?.amount ?? escrow },
        hasMoney: escrow > 0 ? 'yes' : 'no',
        client,
        freelancer,
        days: policy.refundDays,
        count: after.milestones.filter(each => each.status === 'cancelled').length,
      }}
    />
  )
}
