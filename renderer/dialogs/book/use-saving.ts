import { useState } from 'react'
import type { CommandInput } from '../../../shared/api/app-commands.ts'
import type { ValueOfCommand } from '../../../shared/api/bridge.ts'
import { bridge } from '../../ask/bridge.ts'
import { useOnce } from '../../ask/use-once.ts'
import { closeBookDialog } from '../../state/book-dialog.ts'
import { tell } from '../../state/dialogs.ts'
import { stopJob, useJob } from '../../state/job.ts'
import { type Problem, refused } from '../../words/problem.ts'
import type { Text } from '../../words/say.tsx'

/** A command that writes part of the book to a place the person chooses. */
type Saving = Extract<CommandInput, { type: 'save-export' | 'print-statement' | 'save-year' }>

/**
 * Saves from a dialog, one command at a time, with the progress of its `job` and its refusal. Once
 * saved, the dialog closes and a toast names the place. If the person chooses no place, the dialog
 * stays; leaving it stops the job.
 */
export function useSaving(kind: string) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const { busy, once } = useOnce()
  const job = useJob(kind)
  return {
    problem,
    busy,
    job,
    forgetProblem: () => setProblem(null),
    async save<C extends Saving>(command: C, saved: (value: ValueOfCommand<C['type']>) => Text): Promise<void> {
      const answer = await once(() => {
        setProblem(null)
        return bridge.execute(command)
      })
      if (answer === undefined) return
      if (answer.ok) {
        closeBookDialog()
        tell(saved(answer.value))
      } else if (answer.error.code !== 'cancelled') setProblem(refused(answer.error))
    },
    leave(): void {
      stopJob(job)
      closeBookDialog()
    },
  }
}
