import type { ContractView } from '../../../shared/contract/contract.ts'
import { ZERO } from '../../../shared/money/money.ts'
import styles from '../../form/fields.module.css'
import { SplitFields } from '../../form/split-fields.tsx'
import { amountText, type Draft, type EntryDetails, typedAmount, typedDetails, useMove } from '../../form/use-move.ts'
import { SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, filledWith } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

interface Values extends EntryDetails {
  release: string
  refund: string
}

/**
 * Resolves a dispute: the part of the disputed money that is paid. The rest is refunded, unless the
 * other amount is typed too.
 */
export function ResolveDialog({ request, contract }: DialogProps) {
  const { decimals, client, freelancer, pending } = contract
  const disputed = pending.dispute?.amount ?? ZERO
  const reason = pending.dispute?.reason ?? ''
  const filled = filledWith(request, 'resolve-dispute')
  const move = useMove<Values>({
    usual: contract.usualDay,
    defaults: {
      ...detailsOf(filled),
      release: amountText(filled?.release ?? disputed, decimals),
      refund: amountText(filled?.refund ?? ZERO, decimals),
    },
    build: values => draftOf(values, contract),
  })
  const { values, value } = move
  const release = typedAmount(values.release, contract)
  const refund = typedAmount(values.refund, contract)
  const split = 'amount' in release && 'amount' in refund ? { release: release.amount, refund: refund.amount } : null
  return (
    <MoveDialog
      move={move}
      title={words('resolve.title')}
      subtitle={words(
        'resolve.subtitle',
        { amount: { money: disputed }, reason, hasReason: reason === '' ? 'no' : 'yes' },
        decimals,
      )}
      confirm={words('resolve.title')}
      tell={
        value === null || split === null ? null : (
          <Say
            text="resolve.tell"
            decimals={decimals}
            params={{ release: { money: split.release }, refund: { money: split.refund }, client, freelancer }}
          />
        )
      }
    >
      <SplitFields
        contract={contract}
        disputed={disputed}
        register={(part, options) => move.form.register(part, options)}
        textOf={part => move.form.getValues(part)}
        fill={(part, text) => move.form.setValue(part, text)}
        wrong={move.problem?.quiet ? undefined : move.problem?.field}
      />
      {split === null ? null : (
        <div className={styles['split']}>
          <SmallMoneyBar
            pieces={[
              { kind: 'paid', amount: split.release } as const,
              { kind: 'refunded', amount: split.refund } as const,
            ].filter(each => each.amount > 0)}
            decimals={decimals}
            height={16}
          />
        </div>
      )}
    </MoveDialog>
  )
}

function draftOf(values: Values, contract: ContractView): Draft {
  const release = typedAmount(values.release, contract, 'release')
  if ('problem' in release) return release
  const refund = typedAmount(values.refund, contract, 'refund')
  if ('problem' in refund) return refund
  return {
    command: {
      type: 'resolve-dispute',
      contractId: contract.id,
      release: release.amount,
      refund: refund.amount,
      ...typedDetails(values),
    },
  }
}
