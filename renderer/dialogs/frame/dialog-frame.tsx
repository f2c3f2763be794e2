import { CornerDownLeft, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type FormEvent, type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { Button } from '../../controls/button.tsx'
import { focusBack } from '../../controls/focus-back.ts'
import { settle } from '../../controls/press-guard.ts'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './dialog-frame.module.css'

interface DialogFrameProps {
  readonly title: string
  /** Shown under the title. */
  readonly subtitle?: ReactNode
  /** The label of the button that submits. */
  readonly confirm: string
  readonly confirmDisabled: boolean
  /** A note in the foot. */
  readonly foot: ReactNode
  readonly cancel?: string
  /** True if confirming loses something: the button warns, and Enter cancels instead. */
  readonly loses?: boolean
  /** True for a dialog that is wider, to show tables. */
  readonly broad?: boolean
  /** The step of a dialog whose confirming changes its meaning: a new step settles anew. */
  readonly step?: string
  readonly onSubmit: () => void
  readonly onLeave: () => void
  readonly children: ReactNode
}

/**
 * The frame of a dialog with a form: title, fields, and the button that submits. Enter confirms,
 * Escape cancels, and the focus returns to what opened the dialog.
 */
export function DialogFrame({
  title,
  subtitle,
  confirm,
  confirmDisabled,
  foot,
  cancel,
  loses = false,
  broad = false,
  step,
  onSubmit,
  onLeave,
  children,
}: DialogFrameProps) {
  const [opener] = useState(() => document.activeElement)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step is a new ref, which settles.
  const settleStep = useCallback((form: HTMLFormElement | null) => settle(form), [step])
  const leave = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (loses) leave.current?.focus()
  }, [loses])
  function submit(event: FormEvent): void {
    event.preventDefault()
    onSubmit()
  }
  return (
    <Dialog.Root open onOpenChange={open => (open ? undefined : onLeave())}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles['scrim']}>
          <Dialog.Content
            className={broad ? `${styles['dialog']} ${styles['broad']}` : styles['dialog']}
            onOpenAutoFocus={focusFirstField}
            onCloseAutoFocus={() => focusBack(opener)}
            {...(subtitle ? {} : { 'aria-describedby': undefined })}
          >
            <form ref={settleStep} onSubmit={submit} onKeyDown={confirmFromChoice} noValidate>
              <DialogHead title={title} subtitle={subtitle} />
              <div className={styles['body']}>{children}</div>
              <footer className={styles['foot']}>
                <span className={text['muted']}>{foot}</span>
                <Dialog.Close asChild>
                  <Button ref={leave}>{cancel ?? words('dialog.cancel')}</Button>
                </Dialog.Close>
                <Button
                  look={loses ? 'danger' : 'primary'}
                  type="submit"
                  tail={loses ? undefined : CornerDownLeft}
                  aria-disabled={confirmDisabled}
                >
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

function DialogHead({ title, subtitle }: Pick<DialogFrameProps, 'title' | 'subtitle'>) {
  return (
    <header className={styles['head']}>
      <div>
        <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
        {subtitle ? <Dialog.Description className={text['muted']}>{subtitle}</Dialog.Description> : null}
      </div>
      <Dialog.Close asChild>
        <Button look="quiet" icon={X} aria-label={words('dialog.close')} />
      </Dialog.Close>
    </header>
  )
}

/** Lets Enter confirm from a select too; while its menu is open, the system takes its keys. */
function confirmFromChoice(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}

function focusFirstField(event: Event): void {
  const dialog = event.currentTarget
  const field =
    dialog instanceof HTMLElement
      ? dialog.querySelector<HTMLElement>('[data-autofocus], input:not([type="radio"]), textarea, [type="submit"]')
      : null
  if (field === null) return
  event.preventDefault()
  field.focus()
  if (field instanceof HTMLInputElement) field.select()
}
