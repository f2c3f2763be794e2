import { less, ZERO } from '../../../shared/money/money.ts'
import { AmountField } from '../../form/amount-field.tsx'
import styles from '../../form/fields.module.css'
import { amountText, typedAmount, typedDetails, useMove } from '../../form/use-move.ts'
import { SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, filledWith } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

/**
 * Resolve a dispute: what of the disputed money is paid; the rest goes back unless the other amount
 * is written too.
 */
export function ResolveDialog({ request, contract }: DialogProps) {
  const { id, decimals, currency, client, freelancer, pending } = contract
  const disputed = pending.dispute?.amount ?? ZERO
  const filled = filledWith(request, 'resolve-dispute')
  const move = useMove({
    defaults: {
      ...detailsOf(filled),
      release: amountText(filled?.release ?? disputed, decimals),
      refund: amountText(filled?.refund ?? ZERO, decimals),
    },
    build: values => {
      const release = typedAmount(values.release, decimals, 'release')
      if ('problem' in release) return release
      const refund = typedAmount(values.refund, decimals, 'refund')
      if ('problem' in refund) return refund
      return {
        command: {
          type: 'resolve-dispute',
          contractId: id,
          release: release.amount,
          refund: refund.amount,
          ...typedDetails(values),
        },
      }
    },
  })
  const { form, values, value, problem } = move
  const release = typedAmount(values.release, decimals)
  const refund = typedAmount(values.refund, decimals)

  /** The two are parts of one sum: what is written in one leaves the rest for the other. */
  function fillOther(written: 'release' | 'refund'): void {
    const typed = typedAmount(form.getValues(written), decimals)
    if ('amount' in typed && typed.amount >= 0 && typed.amount <= disputed)
      form.setValue(written === 'release' ? 'refund' : 'release', amountText(less(disputed, typed.amount), decimals))
  }

  return (
    <MoveDialog
      move={move}
      title={words('resolve.title')}
      subtitle={words(
        'resolve.subtitle',
        {
          amount: { money: disputed },
          reason: pending.dispute?.reason ?? '',
          hasReason: pending.dispute?.reason ? 'yes' : 'no',
        },
        decimals,
      )}
      confirm={words('resolve.title')}
      tell={
        value === null || !('amount' in release) || !('amount' in refund) ? null : (
          <Say
            text="resolve.tell"
            decimals={decimals}
            params={{ release: { money: release.amount }, refund: { money: refund.amount }, client, freelancer }}
          />
        )
      }
    >
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
      {'amount' in release && 'amount' in refund ? (
        <div className={styles['split']}>
          <SmallMoneyBar
            pieces={[
              { kind: 'paid', amount: release.amount } as const,
              { kind: 'refunded', amount: refund.amount } as const,
            ].filter(each => each.amount > 0)}
            decimals={decimals}
            height={16}
          />
        </div>
      ) : null}
    </MoveDialog>
  )
}
