import { X } from 'lucide-react'
import type { UseFormReturn } from 'react-hook-form'
import type { Minor } from '../../../shared/money/money.ts'
import { Button } from '../../controls/button.tsx'
import { Figure } from '../../controls/figure.tsx'
import { DayInForm } from '../../form/day-in-form.tsx'
import { tidyAmount } from '../../form/use-move.ts'
import text from '../../theme/text.module.css'
import type { Denomination } from '../../words/amount-fault.ts'
import { words } from '../../words/say.tsx'
import { isBlank, type MilestoneText, type NewContract } from './form.ts'
import styles from './plan.module.css'

/** A row of the plan in the form. */
export interface PlanRowProps {
  readonly form: UseFormReturn<NewContract>
  readonly row: MilestoneText
  /** Its position in the form, from 0. */
  readonly index: number
  readonly money: Denomination
  /** The path of the field with a problem. */
  readonly wrong: string | undefined
}

interface MilestoneRowProps extends PlanRowProps {
  /** True if a row with its past follows. */
  readonly past: boolean
  /** The sum of the plan up to and including this row. */
  readonly sum: Minor
  readonly onRemove: () => void
}

/** The fields of one planned milestone. */
export function PlanRow({ form, row, index, money, wrong, past, sum, onRemove }: MilestoneRowProps) {
  const empty = isBlank(row)
  const place = index + 1
  const at = `milestones.${index}` as const
  return (
    <tr data-past={past}>
      <td className={text['muted']}>{place}</td>
      <td>
        <input
          aria-label={words('plan.title-of', { place })}
          placeholder={words('plan.next', { place })}
          maxLength={200}
          autoComplete="off"
          aria-invalid={wrong === `${at}.title`}
          {...form.register(`${at}.title`)}
        />
      </td>
      <td>
        <DayInForm
          form={form}
          name={`${at}.due`}
          use="due"
          inRow
          aria-label={words('plan.due-of', { place })}
          wrong={wrong === `${at}.due`}
        />
      </td>
      <td className={styles['number']}>
        <input
          aria-label={words('plan.amount-of', { place })}
          inputMode="decimal"
          autoComplete="off"
          aria-invalid={wrong === `${at}.amount`}
          {...form.register(`${at}.amount`, {
            onBlur: () => form.setValue(`${at}.amount`, tidyAmount(form.getValues(`${at}.amount`), money)),
          })}
        />
      </td>
      <td className={styles['sum']}>{empty ? null : <Figure amount={sum} decimals={money.decimals} />}</td>
      <td>
        {empty ? null : (
          <Button
            small
            look="quiet"
            icon={X}
            aria-label={words('plan.remove', { title: row.title.trim() || String(place) })}
            onClick={onRemove}
          />
        )}
      </td>
    </tr>
  )
}
