import { less, sum, ZERO } from '../../../shared/money/money.ts'
import { AmountField } from '../../form/amount-field.tsx'
import styles from '../../form/fields.module.css'
import { amountText, typedAmount, typedDetails, typedFee, useMove } from '../../form/use-move.ts'
import { Bill, BillLine } from '../../money-bar/bill.tsx'
import { type Piece, SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { useStore } from '../../state/store.ts'
import { dateText } from '../../words/days.ts'
import { Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, filledWith, milestoneOf, nextOf } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'

/** Fund a milestone: what is carried into it, what has to be paid in, and what escrow becomes. */
export function FundDialog({ request, contract }: DialogProps) {
  const today = useStore(state => state.book?.today)
  const { id, decimals, currency, client, policy } = contract
  const milestone = milestoneOf(contract, request.milestoneId)
  const filled = filledWith(request, 'fund-milestone')
  const title = milestone?.title ?? ''
  const move = useMove({
    defaults: {
      ...detailsOf(filled),
      fee: amountText(filled?.fee, decimals),
      amount: amountText(
        filled?.amount ?? nextOf(contract, 'fund-milestone', request.milestoneId)?.default ?? milestone?.amount,
        decimals,
      ),
    },
    build: values => {
      const typed = typedAmount(values.amount, decimals)
      if ('problem' in typed) return typed
      const fee = typedFee(values.fee, decimals)
      if ('problem' in fee) return fee
      return {
        command: {
          type: 'fund-milestone',
          contractId: id,
          milestoneId: milestone?.id ?? '',
          amount: typed.amount,
          ...fee,
          ...typedDetails(values),
        },
      }
    },
  })
  const { value } = move
  const after = value?.contract
  const carried = value?.carried ?? ZERO
  const deposit = value?.deposit ?? ZERO
  const fees =
    after === undefined
      ? ZERO
      : less(sum(after.fees.client, after.fees.contract), contract.fees.client, contract.fees.contract)
  const closed = contract.milestones.filter(
    ({ id: each, status }) => status === 'partly-paid' && milestoneOf(after ?? contract, each)?.status === 'paid',
  )
  const from = closed.length === 1 && contract.unallocated === 0 ? closed[0]?.title : undefined
  const pieces: Piece[] = []
  if (carried > 0) pieces.push({ kind: 'held', amount: carried, name: words('fund.carried') })
  if (deposit > 0) pieces.push({ kind: 'coming', amount: deposit })
  return (
    <MoveDialog
      move={move}
      title={words('fund.title', { milestone: title })}
      subtitle={words('fund.subtitle', {
        place: contract.milestones.findIndex(each => each.id === milestone?.id) + 1,
        count: contract.milestones.length,
        hasDue: milestone?.due ? 'yes' : 'no',
        due: milestone?.due && today ? dateText(milestone.due, today) : '',
      })}
      confirm={words('fund.title', { milestone: title })}
      said={['closes-milestone']}
      tell={
        after === undefined ? null : (
          <Say
            text="fund.tell"
            decimals={decimals}
            params={{
              carries: carried > 0 ? 'yes' : 'no',
              carried: { money: carried },
              deposit: { money: deposit },
              closes: closed.length === 1 ? 'one' : closed.length === 0 ? 'none' : 'many',
              closed: closed[0]?.title ?? '',
              escrow: { money: after.escrow },
              spare: after.unallocated > 0 ? 'yes' : 'no',
              unallocated: { money: after.unallocated },
            }}
          />
        )
      }
    >
      <AmountField
        label={words('amount.label')}
        currency={currency}
        register={move.form.register('amount')}
        limit={words('fund.limit', { minimum: { money: policy.minimum } }, decimals)}
        wrong={move.problem?.field === 'amount' && !move.problem.quiet}
      />
      {after === undefined ? null : (
        <>
          <div className={styles['split']}>
            <SmallMoneyBar pieces={pieces} decimals={decimals} height={16} />
          </div>
          <Bill>
            {carried > 0 ? (
              <BillLine kind="held" amount={carried} decimals={decimals}>
                {words('fund.carried-from', { known: from === undefined ? 'no' : 'yes', milestone: from ?? '' })}
              </BillLine>
            ) : null}
            <BillLine kind="coming" amount={deposit} decimals={decimals}>
              {words('fund.new-deposit', { client })}
            </BillLine>
            <BillLine total amount={milestoneOf(after, milestone?.id)?.held ?? ZERO} decimals={decimals}>
              {words('fund.held-by', { milestone: title })}
            </BillLine>
            {fees > 0 ? (
              <BillLine amount={fees} decimals={decimals}>
                {words('fund.fees', { total: { money: sum(deposit, fees) } }, decimals)}
              </BillLine>
            ) : null}
          </Bill>
        </>
      )}
    </MoveDialog>
  )
}
