import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { selector } from '../../../shared/words/selector.ts'
import { AmountField } from '../../form/amount-field.tsx'
import styles from '../../form/fields.module.css'
import { amountText, type EntryDetails, typedAmount, typedDetails, typedFee, useMove } from '../../form/use-move.ts'
import { Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, milestoneOf, nextOf } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

type AmountMove = 'bonus' | 'return-payment' | 'request-refund' | 'open-dispute'
const HAS_REASON: readonly AmountMove[] = ['request-refund', 'open-dispute']

interface Values extends EntryDetails {
  amount: string
  reason: string
  /** Only a bonus has one. */
  fee?: string
}

/**
 * The moves that are one amount and perhaps a reason: a bonus, a returned payment, a refund asked
 * for, a dispute.
 */
export function AmountMoveDialog({ request, contract }: DialogProps) {
  const type = request.move as AmountMove
  const { id, decimals, currency, client, freelancer, side } = contract
  const milestone = milestoneOf(contract, request.milestoneId)
  const next = nextOf(contract, type, request.milestoneId)
  const filled = request.filled !== undefined && 'amount' in request.filled ? request.filled : undefined
  // A bonus comes from outside escrow: only the book itself bounds it.
  const limit = type === 'bonus' ? undefined : next?.max
  const hasReason = HAS_REASON.includes(type)
  const move = useMove<Values>({
    defaults: {
      ...detailsOf(filled),
      ...(type === 'bonus' && {
        fee: amountText(filled !== undefined && 'fee' in filled ? filled.fee : undefined, decimals),
      }),
      amount: amountText(filled?.amount ?? next?.default, decimals),
      reason: filled !== undefined && 'reason' in filled ? (filled.reason ?? '') : '',
    },
    build: values => {
      const typed = typedAmount(values.amount, decimals)
      if ('problem' in typed) return typed
      const fee = typedFee(values.fee ?? '', decimals)
      if ('problem' in fee) return fee
      const common = { contractId: id, amount: typed.amount, ...fee, ...typedDetails(values) }
      const reason = hasReason && values.reason.trim() !== '' ? { reason: values.reason.trim() } : {}
      const where = milestone === undefined ? {} : { milestoneId: milestone.id }
      return {
        command: (type === 'bonus' || type === 'return-payment'
          ? { type, ...common }
          : { type, ...common, ...where, ...reason }) as EscrowCommandInput,
      }
    },
  })
  const { form, values, value, problem } = move
  const typed = typedAmount(values.amount, decimals)
  const amount = 'amount' in typed ? typed.amount : ZERO
  const fee = value?.contract === undefined ? ZERO : less(value.contract.fees.freelancer, contract.fees.freelancer)
  const about = {
    type: selector(type),
    client,
    freelancer,
    side,
    of: milestone === undefined ? 'contract' : 'milestone',
    milestone: milestone?.title ?? '',
    contract: contract.title,
  }
  return (
    <MoveDialog
      move={move}
      title={words('amount-move.title', about)}
      subtitle={words('amount-move.subtitle', about)}
      confirm={words('amount-move.confirm', about)}
      tell={
        value === null ? null : (
          <Say
            text="amount-move.tell"
            decimals={decimals}
            params={{
              ...about,
              amount: { money: amount },
              hasFee: fee > 0 ? 'yes' : fee < 0 ? 'credit' : 'no',
              fee: { money: Math.abs(fee) as Minor },
              net: { money: less(amount, fee) },
            }}
          />
        )
      }
    >
      <AmountField
        label={words('amount.label')}
        currency={currency}
        register={form.register('amount')}
        limit={
          limit === undefined
            ? undefined
            : words('amount-move.limit', { type: selector(type), most: { money: limit } }, decimals)
        }
        onAll={limit === undefined ? undefined : () => form.setValue('amount', amountText(limit, decimals))}
        wrong={problem?.field === 'amount' && !problem.quiet}
      />
      {hasReason ? (
        <div className={`${styles['field']} ${styles['below']}`}>
          <label htmlFor="reason">{words('amount-move.reason')}</label>
          <textarea id="reason" rows={2} maxLength={2_000} {...form.register('reason')} />
        </div>
      ) : null}
    </MoveDialog>
  )
}
