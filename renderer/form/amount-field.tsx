import { Pencil } from 'lucide-react'
import { type ReactNode, useId, useRef, useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Button } from '../controls/button.tsx'
import { words } from '../words/say.tsx'
import styles from './amount-field.module.css'

interface AmountFieldProps {
  readonly label: string
  readonly currency: string
  readonly register: UseFormRegisterReturn
  /** The maximum or minimum, next to the label. */
  readonly limit?: ReactNode
  /** Fills in the maximum. */
  readonly onAll?: (() => void) | undefined
  /** Shows a pencil, as the platforms do, which focuses the amount. */
  readonly pencil?: boolean
  readonly wrong?: boolean
}

/**
 * A large field for an amount of money, with its currency and its limit. It accepts amounts in the
 * person's own locale.
 */
export function AmountField({
  label,
  currency,
  register,
  limit,
  onAll,
  pencil = false,
  wrong = false,
}: AmountFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement | null>(null)
  const [editing, setEditing] = useState(false)
  function edit(): void {
    input.current?.focus()
    input.current?.select()
  }
  return (
    <div className={styles['amount']}>
      <div className={styles['head']}>
        <label htmlFor={id}>{label}</label>
        {limit === undefined ? null : (
          <span id={`${id}-limit`} className={styles['limit']}>
            {limit}
          </span>
        )}
        {onAll === undefined ? null : (
          <button type="button" className={styles['all']} onClick={onAll}>
            {words('amount.all')}
          </button>
        )}
      </div>
      <div className={styles['box']}>
        <span id={`${id}-currency`} className={styles['currency']}>
          {currency}
        </span>
        <input
          {...register}
          ref={element => {
            register.ref(element)
            input.current = element
          }}
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          aria-invalid={wrong}
          aria-describedby={limit === undefined ? `${id}-currency` : `${id}-currency ${id}-limit`}
          onFocus={() => setEditing(true)}
          onBlur={event => {
            setEditing(false)
            void register.onBlur(event)
          }}
        />
        {pencil ? (
          <Button small icon={Pencil} aria-label={words('amount.edit')} aria-pressed={editing} onClick={edit} />
        ) : null}
      </div>
    </div>
  )
}
