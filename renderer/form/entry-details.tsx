import { ChevronDown, Plus } from 'lucide-react'
import { useId, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { useStore } from '../state/store.ts'
import { dateText } from '../words/days.ts'
import { Say, words } from '../words/say.tsx'
import { DayInForm } from './day-in-form.tsx'
import styles from './entry-details.module.css'
import type { EntryDetails } from './use-move.ts'

type Field = 'on' | 'fee' | 'reference' | 'note'

const NAMES = { fee: 'told.fee', reference: 'told.reference', note: 'told.note' } as const

interface EntryDetailsProps<V extends EntryDetails> {
  readonly form: UseFormReturn<V>
  /** The day of the entry unless another is typed; the latest it can have. */
  readonly usual: IsoDate | undefined
  /** True if `usual` is the day that the entry was recorded with; then it may also be a later one. */
  readonly isRecorded?: boolean
  /** True if the book refuses the day. */
  readonly wrong: boolean
}

/**
 * The details of an entry: its day, the fee really charged (in forms that have a fee), reference
 * and note. Each is collapsed to a button until the person opens it.
 */
export function EntryDetailsFields<V extends EntryDetails>({
  form,
  usual,
  isRecorded = false,
  wrong,
}: EntryDetailsProps<V>) {
  // Every form has these three; the library's types cannot show that for V.
  const asDetails = form as unknown as UseFormReturn<EntryDetails>
  const { register, getValues, setValue, formState } = asDetails
  const dayId = useId()
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
  function showDay(): void {
    if (usual !== undefined) setValue('on', usual)
    show('on')
  }
  function show(field: Field): void {
    setAsked(field)
    setOpen(now => ({ ...now, [field]: true }))
  }
  return (
    <div className={styles['told']}>
      {open.on ? (
        <div className={`${styles['field']} ${styles['on']}`}>
          <label htmlFor={dayId}>{words('told.on')}</label>
          <DayInForm
            id={dayId}
            form={asDetails}
            name="on"
            use="entry"
            {...(!isRecorded && { last: usual })}
            whenEmpty={usual}
            kept={isRecorded ? usual : formState.defaultValues?.on}
            wrong={wrong}
            autoFocus={asked === 'on'}
          />
        </div>
      ) : (
        <button type="button" className={styles['pick']} onClick={showDay}>
          <UsualDay usual={usual} isRecorded={isRecorded} />
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

/** The day on which the entry is recorded unless another is typed. */
function UsualDay({ usual, isRecorded }: { usual: IsoDate | undefined; isRecorded: boolean }) {
  const today = useStore(state => state.book?.today)
  return (
    <span>
      {today === undefined || usual === undefined ? (
        words('told.on')
      ) : isRecorded ? (
        <Say text="correct.on" params={{ date: dateText(usual, today) }} />
      ) : (
        <Say text="told.on-usual" params={{ isToday: usual === today ? 'yes' : 'no', date: dateText(usual, today) }} />
      )}
    </span>
  )
}
