import { useEffect, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { AnswerError } from '../../../shared/api/answers.ts'
import type { CorrectableEntry } from '../../../shared/api/correction.ts'
import { useOnce } from '../../ask/use-once.ts'
import { closeBookDialog } from '../../state/book-dialog.ts'
import { record } from '../../state/record.ts'
import { holdDialog } from '../../state/unsaved.ts'
import { mayPass, type Problem, refused } from '../../words/problem.ts'
import { type Change, type CorrectInput, type CorrectValues, changeOf, valuesOf } from './corrected-values.ts'
import { undoOf } from './undo-of.ts'
import { type Correction, useCorrection } from './use-correction.ts'
import { withRemoved } from './way-out.ts'

/** The form of a correction, and what follows from it. */
interface CorrectForm {
  readonly form: UseFormReturn<CorrectValues>
  readonly isRemoved: boolean
  readonly isDirty: boolean
  readonly change: Change
  /** Null while there is nothing to correct. */
  readonly correction: Correction | null
  /** The fault that blocks it, but for the refusal in `correction`. */
  readonly problem: Problem | null
  /** The form's own name of the field at fault. */
  readonly wrong: string | undefined
  /** True once its effect is shown and allowed. */
  readonly isReady: boolean
  /** Removes other entries in the same step. */
  removeToo(entries: readonly number[]): void
  submit(): Promise<void>
}

/** Runs the form of a correction: previews what is typed, and records it once it was shown. */
export function useCorrectForm(entry: CorrectableEntry, what: CorrectValues['what']): CorrectForm {
  const form = useForm<CorrectValues>({ defaultValues: valuesOf(entry, what) })
  const values = form.watch()
  const change = changeOf(values, entry)
  const wanted = commandOf(change, entry)
  const key = JSON.stringify(wanted)
  // A way out belongs to the refusal of one command: another one may not need it.
  const [also, setAlso] = useState<{ of: string; removed: readonly number[] }>({ of: '', removed: [] })
  const hasOthers = also.of === key
  const command = wanted === null ? null : withRemoved(wanted, hasOthers ? also.removed : [])
  const correction = useCorrection(command)
  const { isCurrent, error } = correction
  const [answered, setAnswered] = useState<{ of: string; problem: Problem } | null>(null)
  const { busy, once } = useOnce()
  const { isDirty } = form.formState
  useEffect(() => {
    holdDialog(isDirty ? 'changes' : null)
    return () => holdDialog(null)
  }, [isDirty])
  const isAllowed = isCurrent && (error === null || mayPass(refused(error)))

  async function submit(): Promise<void> {
    if (command === null) return
    // Nothing is recorded whose effect was not on the screen.
    if (!isCurrent) return correction.hurry()
    if (!isAllowed) return
    const undo = (recorded: number | null) => undoOf(change, entry, hasOthers, recorded)
    const answer = await once(() => record(command, { what: entry.label, undo }))
    if (answer === undefined) return
    if (answer.ok) closeBookDialog()
    else setAnswered({ of: key, problem: refused(answer.error) })
  }

  const problem = answered?.of === key ? answered.problem : change.kind === 'problem' ? change.problem : null
  return {
    form,
    isRemoved: values.what === 'never',
    isDirty,
    change,
    correction: command === null ? null : correction,
    problem,
    wrong: wrongField(problem, isCurrent ? error : null, entry),
    isReady: isAllowed && !busy,
    removeToo: removed => setAlso({ of: key, removed }),
    submit,
  }
}

function commandOf(change: Change, { contractId, entry }: CorrectableEntry): CorrectInput | null {
  switch (change.kind) {
    case 'with':
      return { type: 'correct', contractId, entry, with: change.fields }
    case 'remove':
      return { type: 'correct', contractId, entry, remove: true }
    default:
      return null
  }
}

function wrongField(problem: Problem | null, error: AnswerError | null, entry: CorrectableEntry): string | undefined {
  if (problem !== null) return problem.quiet ? undefined : problem.field
  if (error === null || (error.entry !== undefined && error.entry !== entry.entry)) return undefined
  return error.field?.replace(/^command\./, '').replace(/^with\./, '')
}
