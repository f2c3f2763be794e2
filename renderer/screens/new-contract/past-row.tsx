import { Plus, X } from 'lucide-react'
import type { MilestoneView } from '../../../shared/contract/contract.ts'
import { Button } from '../../controls/button.tsx'
import { DayInForm } from '../../form/day-in-form.tsx'
import { amountText, tidyAmount } from '../../form/use-move.ts'
import { StatusMark } from '../../money-bar/stage.tsx'
import { words } from '../../words/say.tsx'
import type { MilestoneText } from './form.ts'
import { heldBefore } from './past.ts'
import styles from './past-row.module.css'
import type { PlanRowProps } from './plan-row.tsx'

interface PastRowProps extends PlanRowProps {
  /** The milestone in the contract's preview; undefined while there is a problem. */
  readonly milestone: MilestoneView | undefined
}

/**
 * The past of a milestone of a contract under way, below its row in the plan: the days it was
 * funded and submitted, and its payments.
 */
export function PastRow({ milestone, ...row }: PastRowProps) {
  return (
    <tr className={styles['past']}>
      <td />
      <td colSpan={3}>
        <DayFields {...row} />
        {row.row.payments.map((_, which) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a payment is identified by its position.
          <PaymentFields key={which} {...row} which={which} />
        ))}
      </td>
      <td className={styles['status']} colSpan={2}>
        {milestone === undefined ? null : <StatusMark status={milestone.status} />}
      </td>
    </tr>
  )
}

function DayFields({ form, index, wrong }: PlanRowProps) {
  const at = `milestones.${index}` as const
  return (
    <div className={styles['days']}>
      {(['funded', 'submitted'] as const).map(what => (
        <div key={what} className={styles['labelled']}>
          {words('past.day', { what })}
          <DayInForm
            form={form}
            name={`${at}.${what}`}
            use="entry"
            inRow
            aria-label={words('past.day-of', { what, place: index + 1 })}
            wrong={wrong === `${at}.${what}`}
          />
        </div>
      ))}
    </div>
  )
}

/** `which`: the payment's position among those of the milestone, from 0. */
function PaymentFields({ form, row, index, money, wrong, which }: PlanRowProps & { readonly which: number }) {
  const of = { place: index + 1, which: which + 1 }
  const at = `milestones.${index}.payments.${which}` as const
  return (
    <div className={styles['days']}>
      <label>
        {words('past.paid')}
        <input
          inputMode="decimal"
          autoComplete="off"
          className={styles['amount']}
          placeholder={amountText(heldBefore(row, which, money), money.decimals)}
          aria-label={words('past.paid-of', of)}
          aria-invalid={wrong === `${at}.amount`}
          {...form.register(`${at}.amount`, {
            onBlur: () => form.setValue(`${at}.amount`, tidyAmount(form.getValues(`${at}.amount`), money)),
          })}
        />
      </label>
      <div className={styles['labelled']}>
        {words('past.on')}
        <DayInForm
          form={form}
          name={`${at}.on`}
          use="entry"
          inRow
          aria-label={words('past.paid-on-of', of)}
          wrong={wrong === `${at}.on`}
        />
      </div>
      {which < row.payments.length - 1 ? null : <LastPayment form={form} row={row} index={index} />}
    </div>
  )
}

/** Removes the last payment, or adds another once the last has a day. */
function LastPayment({ form, row: { payments }, index }: Pick<PlanRowProps, 'form' | 'row' | 'index'>) {
  const place = index + 1
  const setPayments = (changed: MilestoneText['payments']): void =>
    form.setValue(`milestones.${index}.payments`, changed, { shouldDirty: true })
  return (
    <>
      {payments.length === 1 ? null : (
        <Button
          small
          look="quiet"
          icon={X}
          aria-label={words('past.remove', { place, which: payments.length })}
          onClick={() => setPayments(payments.slice(0, -1))}
        />
      )}
      {payments.at(-1)?.on === '' ? null : (
        <Button
          small
          look="quiet"
          icon={Plus}
          aria-label={words('past.more-of', { place })}
          onClick={() => setPayments([...payments, { amount: '', on: '' }])}
        >
          {words('past.more')}
        </Button>
      )}
    </>
  )
}
