import { type ReactNode, useEffect } from 'react'
import type { WarningCode } from '../../../shared/contract/refusals.ts'
import { EntryDetailsFields } from '../../form/entry-details.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import type { EntryDetails, Move } from '../../form/use-move.ts'
import { closeDialog } from '../../state/dialogs.ts'
import { askToDiscard, holdDialog } from '../../state/unsaved.ts'
import text from '../../theme/text.module.css'
import { mayPass } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import styles from '../frame/dialog-frame.module.css'
import { DialogFrame } from '../frame/dialog-frame.tsx'

interface MoveDialogProps<V extends EntryDetails> {
  readonly move: Move<V>
  readonly title: string
  /** What it is about, under the title. */
  readonly subtitle?: ReactNode
  /** What the one primary button says. */
  readonly confirm: string
  /** What will happen, in a sentence; shown while nothing stands in the way. */
  readonly tell: ReactNode
  /** Ways out of a refusal, as buttons. */
  readonly waysOut?: ReactNode
  /** Says in the foot what follows; left out: it can be undone. */
  readonly foot?: string
  /** Warnings of the book that `tell` says already. */
  readonly said?: readonly WarningCode[]
  /** A move that is no entry has no day, reference or note. */
  readonly untold?: boolean
  /** Left out: leaves the dialog that the store holds. */
  readonly onClose?: () => void
  readonly children?: ReactNode
}

/**
 * The frame of every move's dialog: its fields, what will happen or why it cannot, when and under
 * which reference, and the one button.
 */
export function MoveDialog<V extends EntryDetails>({
  move,
  title,
  subtitle,
  confirm,
  tell,
  waysOut,
  foot,
  said = [],
  untold = false,
  onClose = closeDialog,
  children,
}: MoveDialogProps<V>) {
  const { problem, value } = move
  const refused = problem !== null && !problem.quiet
  const { isDirty } = move.form.formState
  useEffect(() => {
    holdDialog(isDirty ? 'changes' : null)
    return () => holdDialog(null)
  }, [isDirty])
  function leave(): void {
    if (isDirty) askToDiscard('changes', onClose)
    else onClose()
  }
  return (
    <DialogFrame
      title={title}
      subtitle={subtitle}
      confirm={confirm}
      confirmDisabled={(problem !== null && !mayPass(problem)) || move.busy}
      foot={refused ? words('dialog.nothing-yet') : (foot ?? words('dialog.can-undo'))}
      onSubmit={() => void move.submit()}
      onLeave={leave}
    >
      {children}
      {refused ? <ProblemText problem={problem} waysOut={waysOut} /> : null}
      <div aria-live="polite">
        {refused ? null : (
          <>
            <p className={`${text['answer']} ${styles['tell']}`}>
              {problem?.text ? words(problem.text.key, problem.text.params) : tell}
            </p>
            {value?.warnings
              .filter(warning => !said.includes(warning.code))
              .map(warning => (
                <p key={warning.code} className={styles['warning']}>
                  {warning.message}
                </p>
              ))}
          </>
        )}
      </div>
      {untold ? null : <EntryDetailsFields form={move.form} />}
    </DialogFrame>
  )
}
