import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import type { DialogMove } from '../../../shared/contract/moves.ts'
import { missingCase } from '../../../shared/missing-case.ts'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { AmountField } from '../../form/amount-field.tsx'
import styles from '../../form/fields.module.css'
import {
  amountText,
  type Draft,
  type EntryDetails,
  typedAmount,
  typedDetails,
  typedFee,
  useMove,
} from '../../form/use-move.ts'
import { Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, milestoneOf, nextOf } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

type AmountMove = DialogMove<'amount'>

const HAS_REASON = {
  bonus: false,
  'return-payment': false,
  'request-refund': true,
  'open-dispute': true,
} satisfies Record<AmountMove, boolean>

interface Values extends EntryDetails {
  amount: string
  reason: string
  /** Only a bonus has a fee. */
  fee?: string
}

/** The dialog of moves with a single amount, some with a reason. */
export function AmountMoveDialog({ request, contract }: DialogProps) {
  const type = request.move as AmountMove
  const { decimals, currency, client, freelancer, side } = contract
  const milestone = milestoneOf(contract, request.milestoneId)
  const next = nextOf(contract, type, request.milestoneId)
  const filled = request.filled !== undefined && 'amount' in request.filled ? request.filled : undefined
  // A bonus comes from outside escrow, so its only limit is the book's.
  const limit = type === 'bonus' ? undefined : next?.max
  const move = useMove<Values>({
    usual: contract.usualDay,
    defaults: {
      ...detailsOf(filled),
      ...(type === 'bonus' && {
        fee: amountText(filled !== undefined && 'fee' in filled ? filled.fee : undefined, decimals),
      }),
      amount: amountText(filled?.amount ?? next?.default, decimals),
      reason: filled !== undefined && 'reason' in filled ? (filled.reason ?? '') : '',
    },
    build: values => draftOf(values, type, contract, milestone?.id),
  })
  const { form, values, value, problem } = move
  const typed = typedAmount(values.amount, contract)
  const amount = 'amount' in typed ? typed.amount : ZERO
  const fee = value?.contract === undefined ? ZERO : less(value.contract.fees.freelancer, contract.fees.freelancer)
  const about = {
    client,
    freelancer,
    side,
    of: milestone === undefined ? 'contract' : 'milestone',
    milestone: milestone?.title ?? '',
    contract: contract.title,
  }
  const tellParams = {
    ...about,
    amount: { money: amount },
    hasFee: fee > 0 ? 'yes' : fee < 0 ? 'credit' : 'no',
    fee: { money: Math.abs(fee) as Minor },
    net: { money: less(amount, fee) },
  }
  return (
    <MoveDialog
      move={move}
      title={words(`amount-move.title.${type}`, about)}
      subtitle={words(`amount-move.subtitle.${type}`, about)}
      confirm={words(`amount-move.confirm.${type}`, about)}
      tell={value === null ? null : <Say text={`amount-move.tell.${type}`} decimals={decimals} params={tellParams} />}
    >
      <AmountField
        label={words('amount.label')}
        currency={currency}
        register={form.register('amount')}
        limit={limitText(type, limit, decimals)}
        onAll={limit === undefined ? undefined : () => form.setValue('amount', amountText(limit, decimals))}
        wrong={problem?.field === 'amount' && !problem.quiet}
      />
      {HAS_REASON[type] ? (
        <div className={`${styles['field']} ${styles['below']}`}>
          <label htmlFor="reason">{words('amount-move.reason')}</label>
          <textarea id="reason" rows={2} maxLength={2_000} {...form.register('reason')} />
        </div>
      ) : null}
    </MoveDialog>
  )
}

function limitText(type: AmountMove, limit: Minor | undefined, decimals: number): string | undefined {
  if (type === 'bonus' || limit === undefined) return undefined
  return words(`amount-move.limit.${type}`, { most: { money: limit } }, decimals)
}

function draftOf(values: Values, type: AmountMove, contract: ContractView, milestoneId: string | undefined): Draft {
  const typed = typedAmount(values.amount, contract)
  if ('problem' in typed) return typed
  const fee = typedFee(values.fee ?? '', contract)
  if ('problem' in fee) return fee
  const common = { contractId: contract.id, amount: typed.amount, ...typedDetails(values) }
  const about = milestoneId === undefined ? {} : { milestoneId }
  const reason = values.reason.trim() === '' ? {} : { reason: values.reason.trim() }
  const command = (): RecordedCommandInput => {
    switch (type) {
      case 'bonus':
        return { type, ...common, ...fee }
      case 'return-payment':
        return { type, ...common }
      case 'request-refund':
      case 'open-dispute':
        return { type, ...common, ...about, ...reason }
      default:
        return missingCase(type)
    }
  }
  return { command: command() }
}
