import { useState } from 'react'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { Button } from '../../controls/button.tsx'
import { amountText, type Draft, typedAmount, typedDetails, typedFee, useMove } from '../../form/use-move.ts'
import { closeDialog, openDialog } from '../../state/dialogs.ts'
import { words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, filledWith, milestoneOf, nextOf } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'
import { ReviewAmount } from './review-amount.tsx'
import { ReviewAnswer, type ReviewValues } from './review-answer.tsx'
import { ReviewSubtitle } from './review-subtitle.tsx'
import { ReviewTell } from './review-tell.tsx'

/**
 * Review & Pay: approves and pays all or part of the money a milestone holds (or unallocated
 * money), or requests changes.
 */
export function ReviewDialog({ request, contract }: DialogProps) {
  const { id, decimals, side } = contract
  const milestone = milestoneOf(contract, request.milestoneId)
  const filled = filledWith(request, 'release')
  const next = nextOf(contract, 'release', request.milestoneId)
  const most = next?.max ?? ZERO
  /** The amount above `most`, to be paid as a bonus afterwards. */
  const [bonus, setBonus] = useState<Minor | null>(null)
  const move = useMove<ReviewValues>({
    usual: contract.usualDay,
    defaults: {
      ...detailsOf(filled),
      fee: amountText(filled?.fee, decimals),
      answer: 'approve',
      amount: amountText(filled?.amount ?? next?.default ?? most, decimals),
    },
    build: values => draftOf(values, contract, milestone?.id),
    done: () =>
      bonus === null
        ? closeDialog()
        : openDialog({ move: 'bonus', contractId: id, filled: { type: 'bonus', contractId: id, amount: bonus } }),
  })
  const { form, values, value } = move
  const approving = values.answer === 'approve'
  const typed = typedAmount(values.amount, contract)
  const amount = 'amount' in typed ? typed.amount : ZERO
  const beyond = amount > most ? less(amount, most) : ZERO

  function payAll(withBonus: Minor | null): void {
    form.setValue('amount', amountText(most, decimals))
    form.setFocus('amount')
    setBonus(withBonus)
  }

  return (
    <MoveDialog
      move={move}
      title={
        milestone === undefined
          ? words('next.release.unallocated')
          : words('review.title', { side, milestone: milestone.title })
      }
      subtitle={<ReviewSubtitle contract={contract} milestoneId={request.milestoneId} />}
      confirm={approving ? words('review.send', { side }) : words('review.ask-changes')}
      waysOut={
        approving && beyond > 0 && most > 0 ? (
          <WaysOut most={most} beyond={beyond} decimals={decimals} onPayAll={payAll} />
        ) : null
      }
      tell={<ReviewTell contract={contract} approving={approving} value={value} amount={amount} bonus={bonus} />}
    >
      {milestone === undefined ? null : <ReviewAnswer form={form} contract={contract} milestone={milestone} />}
      {approving ? (
        <ReviewAmount
          move={move}
          contract={contract}
          milestone={milestone}
          most={most}
          amount={amount}
          beyond={beyond}
          onChange={() => setBonus(null)}
          onAll={() => payAll(null)}
        />
      ) : null}
    </MoveDialog>
  )
}

function draftOf(values: ReviewValues, contract: ContractView, milestoneId: string | undefined): Draft {
  const { id: contractId } = contract
  if (values.answer === 'changes')
    return {
      command: { type: 'request-changes', contractId, milestoneId: milestoneId ?? '', ...typedDetails(values) },
    }
  const typed = typedAmount(values.amount, contract)
  if ('problem' in typed) return typed
  const fee = typedFee(values.fee, contract)
  if ('problem' in fee) return fee
  return {
    command: {
      type: 'release',
      contractId,
      ...(milestoneId === undefined ? {} : { milestoneId }),
      amount: typed.amount,
      ...fee,
      ...typedDetails(values),
    },
  }
}

interface WaysOutProps {
  readonly most: Minor
  readonly beyond: Minor
  readonly decimals: number
  readonly onPayAll: (withBonus: Minor | null) => void
}

/**
 * The ways to pay more than is held: pay all of it and the rest as a bonus, or pay only all of it.
 */
function WaysOut({ most, beyond, decimals, onPayAll }: WaysOutProps) {
  return (
    <>
      <Button small look="line" onClick={() => onPayAll(beyond)}>
        {words('review.pay-with-bonus', { most: { money: most }, bonus: { money: beyond } }, decimals)}
      </Button>
      <Button small look="quiet" onClick={() => onPayAll(null)}>
        {words('review.pay-most', { most: { money: most } }, decimals)}
      </Button>
    </>
  )
}
