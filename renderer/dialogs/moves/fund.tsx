import type { ContractView } from '../../../shared/contract/contract.ts'
import { AmountField } from '../../form/amount-field.tsx'
import {
  amountText,
  type Draft,
  type EntryDetails,
  typedAmount,
  typedDetails,
  typedFee,
  useMove,
} from '../../form/use-move.ts'
import { useStore } from '../../state/store.ts'
import { dateText } from '../../words/days.ts'
import { words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, filledWith, milestoneOf, nextOf } from './filled.ts'
import { FundingBill, FundingTell, fundingOf } from './funding.tsx'
import { MoveDialog } from './move-dialog.tsx'

interface Values extends EntryDetails {
  amount: string
  fee: string
}

/** Funds a milestone: shows the carried amount, the deposit, and escrow afterwards. */
export function FundDialog({ request, contract }: DialogProps) {
  const today = useStore(state => state.book?.today)
  const { decimals, currency, policy, side } = contract
  const milestone = milestoneOf(contract, request.milestoneId)
  const filled = filledWith(request, 'fund-milestone')
  const title = words('fund.title', { side, milestone: milestone?.title ?? '' })
  const usual = nextOf(contract, 'fund-milestone', request.milestoneId)?.default ?? milestone?.amount
  const move = useMove<Values>({
    usual: contract.usualDay,
    defaults: {
      ...detailsOf(filled),
      fee: amountText(filled?.fee, decimals),
      amount: amountText(filled?.amount ?? usual, decimals),
    },
    build: values => draftOf(values, contract, milestone?.id ?? ''),
  })
  const funding = fundingOf(contract, milestone, move.value)
  return (
    <MoveDialog
      move={move}
      title={title}
      subtitle={words('fund.subtitle', {
        place: contract.milestones.findIndex(each => each.id === milestone?.id) + 1,
        count: contract.milestones.length,
        hasDue: milestone?.due ? 'yes' : 'no',
        due: milestone?.due && today ? dateText(milestone.due, today) : '',
      })}
      confirm={title}
      warningsInTell={['closes-milestone']}
      tell={funding === undefined ? null : <FundingTell funding={funding} decimals={decimals} />}
    >
      <AmountField
        label={words('amount.label')}
        currency={currency}
        register={move.form.register('amount')}
        limit={words('fund.limit', { minimum: { money: policy.minimum } }, decimals)}
        wrong={move.problem?.field === 'amount' && !move.problem.quiet}
      />
      {funding === undefined ? null : <FundingBill funding={funding} contract={contract} />}
    </MoveDialog>
  )
}

function draftOf(values: Values, contract: ContractView, milestoneId: string): Draft {
  const typed = typedAmount(values.amount, contract)
  if ('problem' in typed) return typed
  const fee = typedFee(values.fee, contract)
  if ('problem' in fee) return fee
  return {
    command: {
      type: 'fund-milestone',
      contractId: contract.id,
      milestoneId,
      amount: typed.amount,
      ...fee,
      ...typedDetails(values),
    },
  }
}
