import { useState } from 'react'
import { less, type Minor, ZERO } from '../../../shared/money/money.ts'
import { Button } from '../../controls/button.tsx'
import { AmountField } from '../../form/amount-field.tsx'
import styles from '../../form/fields.module.css'
import { amountText, typedAmount, typedDetails, typedFee, useMove } from '../../form/use-move.ts'
import { type Piece, SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { closeDialog, openDialog } from '../../state/dialogs.ts'
import { Say, words } from '../../words/say.tsx'
import { type DialogProps, detailsOf, filledWith, milestoneOf, nextOf } from './filled.ts'
import { MoveDialog } from './move-dialog.tsx'
import { ReviewSubtitle } from './review-subtitle.tsx'

/**
 * Review & Pay: approve and pay some or all of what a milestone holds (or what is unallocated), or
 * ask for changes.
 */
export function ReviewDialog({ request, contract }: DialogProps) {
  const { id, decimals, currency, client, freelancer, side } = contract
  const milestone = milestoneOf(contract, request.milestoneId)
  const filled = filledWith(request, 'release')
  const next = nextOf(contract, 'release', request.milestoneId)
  const most = next?.max ?? ZERO
  const canAskForChanges = nextOf(contract, 'request-changes', request.milestoneId) !== undefined
  const [bonus, setBonus] = useState<Minor | null>(null)
  const move = useMove({
    defaults: {
      ...detailsOf(filled),
      fee: amountText(filled?.fee, decimals),
      answer: 'approve',
      amount: amountText(filled?.amount ?? next?.default ?? most, decimals),
    },
    build: values => {
      if (values.answer === 'changes')
        return {
          command: {
            type: 'request-changes',
            contractId: id,
            milestoneId: milestone?.id ?? '',
            ...typedDetails(values),
          },
        }
      const typed = typedAmount(values.amount, decimals)
      if ('problem' in typed) return typed
      const fee = typedFee(values.fee, decimals)
      if ('problem' in fee) return fee
      return {
        command: {
          type: 'release',
          contractId: id,
          ...(milestone === undefined ? {} : { milestoneId: milestone.id }),
          amount: typed.amount,
          ...fee,
          ...typedDetails(values),
        },
      }
    },
    done: () =>
      bonus === null
        ? closeDialog()
        : openDialog({ move: 'bonus', contractId: id, filled: { type: 'bonus', contractId: id, amount: bonus } }),
  })
  const { form, values, value, problem } = move
  const approving = values.answer === 'approve'
  const typed = typedAmount(values.amount, decimals)
  const amount = 'amount' in typed ? typed.amount : ZERO
  const beyond = amount > most ? less(amount, most) : ZERO
  const remainder = value?.remainder ?? ZERO
  const fee = value?.contract === undefined ? ZERO : less(value.contract.fees.freelancer, contract.fees.freelancer)
  const title = milestone?.title ?? words('bar.unallocated')

  function payAll(withBonus: Minor | null): void {
    form.setValue('amount', amountText(most, decimals))
    form.setFocus('amount')
    setBonus(withBonus)
  }

  return (
    <MoveDialog
      move={move}
      title={
        milestone === undefined ? words('next.release.unallocated') : words('review.title', { side, milestone: title })
      }
      subtitle={<ReviewSubtitle contract={contract} milestoneId={request.milestoneId} />}
      confirm={approving ? words('review.send', { side }) : words('review.ask-changes')}
      waysOut={
        approving && beyond > 0 && most > 0 ? (
          <>
            <Button small look="line" onClick={() => payAll(beyond)}>
              {words('review.pay-with-bonus', { most: { money: most }, bonus: { money: beyond } }, decimals)}
            </Button>
            <Button small look="quiet" onClick={() => payAll(null)}>
              {words('review.pay-most', { most: { money: most } }, decimals)}
            </Button>
          </>
        ) : null
      }
      tell={
        !approving ? (
          words('review.tell-changes', { side, client, freelancer })
        ) : value === null ? null : (
          <>
            <Say
              text="review.tell"
              decimals={decimals}
              params={{
                side,
                amount: { money: amount },
                freelancer,
                hasFee: fee > 0 ? 'yes' : 'no',
                fee: { money: fee },
                net: { money: less(amount, fee) },
                rest:
                  remainder === 0
                    ? 'none'
                    : value.contract?.next.some(each => each.type === 'fund-milestone')
                      ? 'fund'
                      : 'stays',
                remainder: { money: remainder },
              }}
            />
            {bonus === null ? null : (
              <>
                {' '}
                <Say text="review.tell-bonus" params={{ bonus: { money: bonus } }} decimals={decimals} />
              </>
            )}
          </>
        )
      }
    >
      {milestone === undefined ? null : (
        <fieldset className={styles['choices']} aria-label={words('review.answer')}>
          <label className={styles['choice']}>
            <input type="radio" value="approve" {...form.register('answer')} />
            <span>
              <b>{words('review.approve', { side, client })}</b>
            </span>
          </label>
          {canAskForChanges ? (
            <label className={styles['choice']}>
              <input type="radio" value="changes" {...form.register('answer')} />
              <span>
                <Say text="review.changes" params={{ side, client }} />
              </span>
            </label>
          ) : null}
        </fieldset>
      )}
      {approving ? (
        <>
          <AmountField
            label={words('amount.label')}
            currency={currency}
            register={form.register('amount', { onChange: () => setBonus(null) })}
            limit={words(
              'review.limit',
              { most: { money: most }, of: milestone === undefined ? 'unallocated' : 'milestone' },
              decimals,
            )}
            onAll={() => payAll(null)}
            pencil
            wrong={problem?.field === 'amount' && !problem.quiet}
          />
          <Split
            paid={beyond > 0 ? most : amount}
            stays={remainder}
            beyond={beyond}
            decimals={decimals}
            title={title}
          />
        </>
      ) : null}
    </MoveDialog>
  )
}

interface SplitProps {
  readonly paid: Minor
  readonly stays: Minor
  readonly beyond: Minor
  readonly decimals: number
  readonly title: string
}

function Split({ paid, stays, beyond, decimals, title }: SplitProps) {
  const pieces: Piece[] = []
  if (paid > 0) pieces.push({ kind: 'paid', amount: paid })
  if (stays > 0) pieces.push({ kind: 'held', amount: stays })
  if (beyond > 0) pieces.push({ kind: 'beyond', amount: beyond })
  if (pieces.length === 0) return null
  return (
    <div className={styles['split']}>
      <SmallMoneyBar pieces={pieces} decimals={decimals} height={16} />
      <div className={styles['ends']} aria-hidden>
        <span>{words(beyond > 0 ? 'review.all-held' : 'bar.paid', { milestone: title })}</span>
        {beyond > 0 ? (
          <span className={styles['wrong']}>{words('review.beyond', { beyond: { money: beyond } }, decimals)}</span>
        ) : null}
        {stays > 0 ? <span>{words('review.stays')}</span> : null}
      </div>
    </div>
  )
}
