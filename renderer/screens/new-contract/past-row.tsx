import { Plus, X } from 'lucide-react'
import type { UseFormReturn } from 'react-hook-form'
import type { MilestoneView } from '../../../shared/contract/contract.ts'
import { Button } from '../../controls/button.tsx'
import { amountText, tidyAmount } from '../../form/use-move.ts'
import { StatusMark } from '../../money-bar/stage.tsx'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import type { MilestoneText, NewContract } from './form.ts'
import { heldBefore } from './past.ts'
import styles from './past-row.module.css'

interface PastRowProps {
  readonly form: UseFormReturn<NewContract>
  readonly row: MilestoneText
  readonly index: number
  readonly decimals: number
  /** The field in which something is wrong. */
  readonly wrong: string | undefined
  /** The milestone as it would be. */
  readonly milestone: MilestoneView | undefined
}

/**
 * Below a milestone of a contract that is under way: when it was funded and handed in, what was
 * paid of it and when.
 */
export function PastRow({ form, row, index, decimals, wrong, milestone }: PastRowProps) {
  const today = useStore(state => state.book?.today)
  const place = index + 1
  const { payments } = row
  const at = `milestones.${index}` as const
  const setPayments = (changed: MilestoneText['payments']): void =>
    form.setValue(`${at}.payments`, changed, { shouldDirty: true })
  return (
    <tr className={styles['past']}>
      <td />
      <td colSpan={3}>
        <div className={styles['days']}>
          {(['funded', 'submitted'] as const).map(what => (
            <label key={what}>
              {words('past.day', { what })}
              <input
                type="date"
                max={today}
                aria-label={words('past.day-of', { what, place })}
                data-empty={row[what] === ''}
                aria-invalid={wrong === `${at}.${what}`}
                {...form.register(`${at}.${what}`)}
              />
            </label>
          ))}
        </div>
        {payments.map((payment, which) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a payment is known by its place among them.
          <div key={which} className={styles['days']}>
            <label>
              {words('past.paid')}
              <input
                inputMode="decimal"
                autoComplete="off"
                className={styles['amount']}
                placeholder={amountText(heldBefore(row, which, decimals), decimals)}
                aria-label={words('past.paid-of', { place, which: which + 1 })}
                aria-invalid={wrong === `${at}.payments.${which}.amount`}
                {...form.register(`${at}.payments.${which}.amount`, {
                  onBlur: () =>
                    form.setValue(
                      `${at}.payments.${which}.amount`,
                      tidyAmount(form.getValues(`${at}.payments.${which}.amount`), decimals),
                    ),
                })}
              />
            </label>
            <label>
              {words('past.on')}
              <input
                type="date"
                max={today}
                aria-label={words('past.paid-on-of', { place, which: which + 1 })}
                data-empty={payment.on === ''}
                aria-invalid={wrong === `${at}.payments.${which}.on`}
                {...form.register(`${at}.payments.${which}.on`)}
              />
            </label>
            {which < payments.length - 1 || payments.length === 1 ? null : (
              <Button
                small
                look="quiet"
                icon={X}
                aria-label={words('past.remove', { place, which: which + 1 })}
                onClick={() => setPayments(payments.slice(0, -1))}
              />
            )}
            {which < payments.length - 1 || payment.on === '' ? null : (
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
          </div>
        ))}
      </td>
      <td className={styles['status']} colSpan={2}>
        {milestone === undefined ? null : <StatusMark status={milestone.status} />}
      </td>
    </tr>
  )
}
