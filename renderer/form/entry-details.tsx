import { ChevronDown, Plus } from 'lucide-react'
import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useStore } from '../state/store.ts'
import { dateText } from '../words/days.ts'
import { Say, words } from '../words/say.tsx'
import styles from './entry-details.module.css'
import type { EntryDetails } from './use-move.ts'

type Field = 'on' | 'fee' | 'reference' | 'note'

const NAMES = { fee: 'told.fee', reference: 'told.reference', note: 'told.note' } as const

/**
 * The details of an entry: its day, the fee really charged (in forms that have a fee), reference
 * and note. Each is collapsed to a button until the person opens it.
 */
export function EntryDetailsFields<V extends EntryDetails>({ form }: { form: UseFormReturn<V> }) {
  const today = useStore(state => state.book?.today)
  // Every form has these three; the library's types cannot show that for V.
  const { register, getValues, setValue } = form as unknown as UseFormReturn<EntryDetails>
  const [open, setOpen] = useState<Readonly<Record<Field, boolean>>>(() => {
    const values = getValues()
    return {
      on: values.on !== '',
      fee: (values['fee'] ?? '') !== '',
      reference: values.reference !== '',
      note: values.note !== '',
    }
  })
  /** The field just opened by the person; one that is open from the start does not take the focus. */
  const [asked, setAsked] = useState<Field | null>(null)
  /** Starts from today, the book's default. */
  function showDay(): void {
    if (today !== undefined) setValue('on', today)
    show('on')
  }
  function show(field: Field): void {
    setAsked(field)
    setOpen(now => ({ ...now, [field]: true }))
  }
  return (
    <div className={styles['told']}>
      {open.on ? (
        <label className={styles['field']}>
          <span>{words('told.on')}</span>
          {/* biome-ignore lint/a11y/noAutofocus: the person has just asked for this field. */}
          <input type="date" className={styles['input']} max={today} autoFocus={asked === 'on'} {...register('on')} />
        </label>
      ) : (
        <button type="button" className={styles['pick']} onClick={showDay}>
          <span>
            {today === undefined ? (
              words('told.on')
            ) : (
              <Say text="told.on-today" params={{ date: dateText(today, today) }} />
            )}
          </span>
          <ChevronDown size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
      {(['fee', 'reference', 'note'] as const).map(field =>
        field === 'fee' && getValues()['fee'] === undefined ? null : open[field] ? (
          <label key={field} className={`${styles['field']} ${styles['wide']}`}>
            <span>{words(NAMES[field])}</span>
            <input
              type="text"
              className={styles['input']}
              inputMode={field === 'fee' ? 'decimal' : 'text'}
              maxLength={2_000}
              // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field.
              autoFocus={asked === field}
              {...register(field)}
            />
          </label>
        ) : (
          <button key={field} type="button" className={styles['pick']} onClick={() => show(field)}>
            <Plus size={14} strokeWidth={1.75} aria-hidden />
            {words(NAMES[field])}
          </button>
        ),
      )}
    </div>
  )
}
