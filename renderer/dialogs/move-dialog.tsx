import { CornerDownLeft, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type FormEvent, type ReactNode, useState } from 'react'
import type { WarningCode } from '../../shared/refusals.ts'
import { Button } from '../components/button.tsx'
import { ProblemText } from '../components/problem-text.tsx'
import { closeDialog } from '../state/dialogs.ts'
import { askToDiscard } from '../state/unsaved.ts'
import text from '../theme/text.module.css'
import { words } from '../words/say.tsx'
import { focusBack } from './focus-back.ts'
import styles from './move-dialog.module.css'
import { ToldFields } from './told-fields.tsx'
import type { Move, Told } from './use-move.ts'

interface MoveDialogProps<V extends Told> {
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

/** The frame of every move's dialog: its fields, what will happen or why it cannot, when and under which reference, and the one button. */
export function MoveDialog<V extends Told>({
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
  // What has the focus before the dialog takes it is where one goes back to.
  const [opener] = useState(() => document.activeElement)
  const refused = problem !== null && !problem.quiet
  const { isDirty } = move.form.formState
  function leave(): void {
    if (isDirty) askToDiscard('changes', onClose)
    else onClose()
  }
  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    void move.submit()
  }
  return (
    <Dialog.Root open onOpenChange={open => (open ? undefined : leave())}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles['scrim']}>
          <Dialog.Content
            className={styles['dialog']}
            onOpenAutoFocus={focusFirstField}
            onCloseAutoFocus={() => focusBack(opener)}
            {...(subtitle ? {} : { 'aria-describedby': undefined })}
          >
            <form onSubmit={onSubmit} noValidate>
              <header className={styles['head']}>
                <div>
                  <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
                  {subtitle ? <Dialog.Description className={text['muted']}>{subtitle}</Dialog.Description> : null}
                </div>
                <Dialog.Close asChild>
                  <Button look="quiet" icon={X} aria-label={words('dialog.close')} />
                </Dialog.Close>
              </header>
              <div className={styles['body']}>
                {children}
                {refused ? <ProblemText problem={problem} waysOut={waysOut} /> : null}
                <div aria-live="polite">
                  {refused ? null : (
                    <>
                      <p className={`${text['answer']} ${styles['tell']}`}>{problem?.text ? words(problem.text.key, problem.text.params) : tell}</p>
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
                {untold ? null : <ToldFields form={move.form} />}
              </div>
              <footer className={styles['foot']}>
                <span className={text['muted']}>{refused ? words('dialog.nothing-yet') : (foot ?? words('dialog.can-undo'))}</span>
                <Dialog.Close asChild>
                  <Button>{words('dialog.cancel')}</Button>
                </Dialog.Close>
                <Button look="primary" type="submit" tail={CornerDownLeft} aria-disabled={problem !== null || move.busy}>
                  {confirm}
                </Button>
              </footer>
            </form>
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function focusFirstField(event: Event): void {
  const dialog = event.currentTarget
  const field =
    dialog instanceof HTMLElement ? dialog.querySelector<HTMLElement>('[data-autofocus], input:not([type="radio"]), textarea, [type="submit"]') : null
  if (field === null) return
  event.preventDefault()
  field.focus()
  if (field instanceof HTMLInputElement) field.select()
}
