import { useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import type { AnswerError, CommandValue } from '../../shared/api/answers.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { parseAmount } from '../../shared/money/amount-text.ts'
import { formatAmount, type Minor, minor } from '../../shared/money/money.ts'
import type { Recordable } from '../ask/recordable.ts'
import { useOnce } from '../ask/use-once.ts'
import { usePreview } from '../ask/use-preview.ts'
import { closeDialog } from '../state/dialogs.ts'
import { record } from '../state/record.ts'
import { useUsualDay } from '../state/usual-day.ts'
import { amountFault, type Denomination } from '../words/amount-fault.ts'
import { LOCALE } from '../words/locale.ts'
import { type Problem, refused } from '../words/problem.ts'
import type { Text } from '../words/say.tsx'
import { typedDay } from './day-in-form.tsx'

/** The details every form of a move has: day, reference, note. Empty means not given. */
export interface EntryDetails extends FieldValues {
  on: string
  reference: string
  note: string
}

/** A form starts without details: the book then uses its default day. */
export const NO_DETAILS: EntryDetails = { on: '', reference: '', note: '' }

/**
 * The content of a form: a command, or the reason there is none yet. `fieldOf` maps a refused field
 * of the command to the form's field, if they differ.
 */
export type Draft =
  | { readonly command: Recordable; readonly fieldOf?: (field: string) => string }
  | { readonly problem: Problem }

/** The typed day, reference and note, for a command. */
export function typedDetails({ on, reference, note }: EntryDetails): {
  on?: IsoDate
  reference?: string
  note?: string
} {
  return {
    ...(on === '' ? {} : { on: on as IsoDate }),
    ...(reference.trim() === '' ? {} : { reference: reference.trim() }),
    ...(note.trim() === '' ? {} : { note: note.trim() }),
  }
}

/** A problem for a field that is not filled in yet. */
export function missing(field: string, text: Text | null = null): { readonly problem: Problem } {
  return { problem: { field, text, refusal: null, quiet: true } }
}

/** A typed amount for a command, or the problem with it. */
export function typedAmount(
  text: string,
  denomination: Denomination,
  field = 'amount',
): { readonly amount: Minor } | { readonly problem: Problem } {
  const { currency, decimals } = denomination
  const typed = parseAmount(text, decimals, LOCALE, currency)
  if (typed.ok) return { amount: typed.amount }
  return {
    problem: { field, text: amountFault(typed, denomination), refusal: null, quiet: typed.reason === 'empty' },
  }
}

/** The typed fee that the platform really charged, for a command; empty means the policy's fee. */
export function typedFee(
  text: string,
  denomination: Denomination,
): { readonly fee?: Minor } | { readonly problem: Problem } {
  if (text.trim() === '') return {}
  const typed = typedAmount(text, denomination, 'fee')
  return 'problem' in typed ? typed : { fee: typed.amount }
}

/** An amount as the initial text of a field. */
export function amountText(amount: number | null | undefined, decimals: number): string {
  return amount === null || amount === undefined ? '' : formatAmount(minor(amount), decimals, LOCALE)
}

/**
 * A typed amount in the usual format, once its field loses the focus. Text that is not an amount
 * stays.
 */
export function tidyAmount(text: string, { currency, decimals }: Denomination): string {
  const typed = parseAmount(text, decimals, LOCALE, currency)
  return typed.ok ? amountText(typed.amount, decimals) : text
}

/** A form of a move, its effect, and the problem that blocks it. */
export interface Move<V extends EntryDetails> {
  readonly form: UseFormReturn<V>
  readonly values: V
  /**
   * The result of the command, computed by the engine; null without a command or after a refusal.
   */
  readonly value: CommandValue | null
  readonly problem: Problem | null
  readonly busy: boolean
  /** The day of the entry unless another is typed; the latest it can have. */
  readonly usual: IsoDate | undefined
  submit(): Promise<void>
}

interface MoveOptions<V extends EntryDetails> {
  readonly defaults: V
  /**
   * The usual day of the contract, in forms that say their day: recorded as said, even if the clock
   * moves on meanwhile.
   */
  readonly usual?: IsoDate
  readonly build: (values: V) => Draft
  /** Called after recording, instead of closing the dialog. */
  readonly done?: (value: CommandValue) => void
}

/**
 * Runs the form of a move: its values make a draft, the engine previews it live, and submitting
 * records it. Submitting does not wait for the preview, since the book decides anyway.
 */
export function useMove<V extends EntryDetails>({
  defaults,
  usual: own,
  build,
  done = closeDialog,
}: MoveOptions<V>): Move<V> {
  const form = useForm<V>({ defaultValues: defaults as DefaultValues<V> })
  const values = form.watch()
  const usual = useUsualDay(own)
  const day = typedDay(values.on, 'on', { use: 'entry', last: usual, kept: form.formState.defaultValues?.['on'] })
  const said = own === undefined ? '' : (usual ?? '')
  const draft = 'problem' in day ? day : build({ ...values, on: day.day ?? said })
  const preview = usePreview('command' in draft ? draft.command : null)
  const [answered, setAnswered] = useState<{ readonly key: string; readonly problem: Problem } | null>(null)
  const { busy, once } = useOnce()
  const key = JSON.stringify(values)

  async function submit(): Promise<void> {
    if ('problem' in draft) return stop({ ...draft.problem, quiet: false })
    const answer = await once(() => record(draft.command))
    if (answer === undefined) return
    if (answer.ok) done(answer.value)
    else stop(refusedIn(draft, answer.error))
  }

  function stop(problem: Problem): void {
    setAnswered({ key, problem })
    if (problem.field !== undefined && isFieldOf(values, problem.field)) form.setFocus(problem.field as Path<V>)
  }

  const live = 'problem' in draft ? draft.problem : preview.error === null ? null : refusedIn(draft, preview.error)
  // The refusal of a submission stays until a value changes.
  const problem = answered?.key === key ? answered.problem : live
  return { form, values, value: 'problem' in draft ? null : preview.value, problem, busy, usual, submit }
}

function refusedIn({ fieldOf }: Exclude<Draft, { problem: Problem }>, error: AnswerError): Problem {
  const problem = refused(error)
  return fieldOf === undefined || problem.field === undefined ? problem : { ...problem, field: fieldOf(problem.field) }
}

/** True if a form has a field of that path (`milestones.0.amount`). */
function isFieldOf(values: object, path: string): boolean {
  const held = path
    .split('.')
    .reduce<unknown>(
      (value, name) => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined),
      values,
    )
  return held !== undefined && typeof held !== 'object'
}
