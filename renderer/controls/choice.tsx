import { useId } from 'react'
import styles from './choice.module.css'

interface ChoiceProps<T extends string> {
  /** The label of the group for screen readers. */
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly small?: boolean
}

/**
 * One of a few options, side by side. Native radio buttons are behind the labels, for keyboard,
 * names and states.
 */
export function Choice<T extends string>({ label, options, value, onChange, small = false }: ChoiceProps<T>) {
  const name = useId()
  return (
    <fieldset className={small ? `${styles['choice']} ${styles['small']}` : styles['choice']} aria-label={label}>
      {options.map(option => (
        <label key={option.value} className={styles['option']}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
