import { type FieldPathByValue, type FieldValues, type UseFormReturn, useController } from 'react-hook-form'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { DayField } from '../controls/day-field.tsx'
import { useStore } from '../state/store.ts'
import { usualDayIn } from '../state/usual-day.ts'
import type { Problem } from '../words/problem.ts'
import { type DayRules, dayTyped, isNoDay } from '../words/typed-day.ts'

/** A field's rules for its day as of today. The default of `last` is the book's usual day. */
type FieldRules = Omit<DayRules, 'today'>

interface DayInFormProps<V extends FieldValues> extends FieldRules {
  readonly form: Pick<UseFormReturn<V>, 'control'>
  readonly name: FieldPathByValue<V, string>
  readonly id?: string
  readonly 'aria-label'?: string
  readonly whenEmpty?: IsoDate | undefined
  readonly wrong?: boolean
  readonly autoFocus?: boolean
  readonly inRow?: boolean
}

/** A field for a day of a form. Its value is what is typed, which `typedDay` reads. */
export function DayInForm<V extends FieldValues>({ form, name, ...rest }: DayInFormProps<V>) {
  const book = useStore(state => state.book)
  const { field } = useController({ control: form.control, name })
  if (book === null) return null
  const { ref, ...own } = field
  return <DayField last={usualDayIn(book)} {...rest} {...own} today={book.today} inputRef={ref} />
}

/**
 * Returns the day typed in a field, for a command; null for none. Its problem has no text, for the
 * field says the fault itself.
 */
export function typedDay(
  text: string,
  field: string,
  rules: FieldRules,
): { readonly day: IsoDate | null } | { readonly problem: Problem } {
  if (isNoDay(text)) return { day: null }
  const { book } = useStore.getState()
  const typed = book === null ? undefined : dayTyped(text, { last: usualDayIn(book), ...rules, today: book.today })
  return typed?.ok ? { day: typed.day } : { problem: { field, text: null, refusal: null, quiet: false } }
}
