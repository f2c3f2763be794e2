import { type ReactNode, useEffect } from 'react'
import type { WarningCode } from '../../../shared/contract/refusals.ts'
import { EntryDetailsFields } from '../../form/entry-details.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { Reopen } from '../../form/reopen.tsx'
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
  /** The subject, shown under the title. */
  readonly subtitle?: ReactNode
  /** The text of the primary button. */
  readonly confirm: string
  /** The sentence about the effect, shown while there is no problem. */
  readonly tell: ReactNode
  /** Buttons for ways out of a refusal. */
  readonly waysOut?: ReactNode
  /** The text of the foot; the default says that the move can be undone. */
  readonly foot?: string
  /** The warnings that `tell` already covers. */
  readonly warningsInTell?: readonly WarningCode[]
  /** True if it has a day, a reference and a note; a move that is not an entry has none. */
  readonly hasDetails?: boolean
  /** Closes the dialog; the default closes the one in the store. */
  readonly onClose?: () => void
  readonly children?: ReactNode
}

/**
 * The frame of every move's dialog: its fields, the effect or the problem, the entry details, and
 * the primary button.
 */
export function MoveDialog<V extends EntryDetails>({
  move,
  title,
  subtitle,
  confirm,
  tell,
  waysOut,
  foot,
  warningsInTell = [],
  hasDetails = true,
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
      {refused ? (
        <ProblemText problem={problem} waysOut={problem.refusal?.code === 'period-closed' ? <Reopen /> : waysOut} />
      ) : null}
      <div aria-live="polite">
        {refused ? null : (
          <>
            <p className={`${text['answer']} ${styles['tell']}`}>
              {problem?.text ? words(problem.text.key, problem.text.params) : tell}
            </p>
            {value?.warnings
              .filter(warning => !warningsInTell.includes(warning.code))
              .map(warning => (
                <p key={warning.code} className={styles['warning']}>
                  {warning.message}
                </p>
              ))}
          </>
        )}
      </div>
      {hasDetails ? <EntryDetailsFields form={move.form} usual={move.usual} wrong={problem?.field === 'on'} /> : null}
    </DialogFrame>
  )
}
