import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { TypedField } from '../words/policy-text.ts'
import styles from './policy-fields.module.css'

interface PolicyRowProps {
  // biome-ignore lint/suspicious/noExplicitAny: the forms that hold a policy have other fields beside it.
  readonly form: UseFormReturn<any>
  readonly field: TypedField
  readonly label: string
  /** The unit that stands behind the number. */
  readonly unit: string
  /** The field that is wrong, as `policy.NAME`. */
  readonly wrong: string | undefined
}

/** A rule of a contract that is a number with a unit. */
export function PolicyRow({ form, field, label, unit, wrong }: PolicyRowProps) {
  const id = useId()
  return (
    <div className={styles['row']}>
      <label htmlFor={id}>{label}</label>
      <span className={styles['field']}>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          aria-describedby={`${id}-unit`}
          aria-invalid={wrong === `policy.${field}`}
          {...form.register(`policy.${field}`)}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </span>
    </div>
  )
}
