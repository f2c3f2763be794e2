import type { ContractView } from '../../../shared/contract/contract.ts'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { AmountField } from '../../form/amount-field.tsx'
import styles from '../../form/fields.module.css'
import {
  amountText,
  type Draft,
  type EntryDetails,
  type Move,
  typedAmount,
  typedDetails,
  useMove,
} from '../../form/use-move.ts'
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
      <SplitFields move={move} contract={contract} disputed={disputed} />
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

interface SplitFieldsProps {
  readonly move: Move<Values>
  readonly contract: ContractView
  readonly disputed: Minor
}

/** The two parts of the disputed money. */
function SplitFields({ move: { form, problem }, contract, disputed }: SplitFieldsProps) {
  const { decimals, currency, client, freelancer } = contract
  /** Fills in the other part: both must add up to the disputed amount. */
  function fillOther(typedPart: 'release' | 'refund'): void {
    const typed = typedAmount(form.getValues(typedPart), contract)
    if ('amount' in typed && typed.amount >= 0 && typed.amount <= disputed)
      form.setValue(typedPart === 'release' ? 'refund' : 'release', amountText(less(disputed, typed.amount), decimals))
  }
  return (
    <>
      <AmountField
        label={words('resolve.release', { freelancer })}
        currency={currency}
        register={form.register('release', { onChange: () => fillOther('release') })}
        limit={words('resolve.limit', { amount: { money: disputed } }, decimals)}
        wrong={problem?.field === 'release' && !problem.quiet}
      />
      <AmountField
        label={words('resolve.refund', { client })}
        currency={currency}
        register={form.register('refund', { onChange: () => fillOther('refund') })}
        wrong={problem?.field === 'refund' && !problem.quiet}
      />
    </>
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
