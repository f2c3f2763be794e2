import { CornerDownLeft, X } from 'lucide-react'
import { Dialog } from 'radix-ui'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../controls/button.tsx'
import text from '../../theme/text.module.css'
import { words } from '../../words/say.tsx'
import styles from './dialog-frame.module.css'
import { focusBack } from './focus-back.ts'

interface DialogFrameProps {
  readonly title: string
  /** What it is about, under the title. */
  readonly subtitle?: ReactNode
  /** What the one primary button says. */
  readonly confirm: string
  readonly confirmDisabled: boolean
  /** Says in the foot what follows. */
  readonly foot: ReactNode
  readonly cancel?: string
  /** Whether confirming loses something: it looks like it then, and is not what Enter does. */
  readonly loses?: boolean
  readonly onSubmit: () => void
  readonly onLeave: () => void
  readonly children: ReactNode
}

/**
 * The frame of a dialog with a form: title, fields, the one primary button. Enter confirms, Escape
 * leaves, the focus goes back where it came from.
 */
export function DialogFrame({
  title,
  subtitle,
  confirm,
  confirmDisabled,
  foot,
  cancel,
  loses = false,
  onSubmit,
  onLeave,
  children,
}: DialogFrameProps) {
  // What has the focus before the dialog takes it is where one goes back to.
  const [opener] = useState(() => document.activeElement)
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
            className={styles['dialog']}
            onOpenAutoFocus={focusFirstField}
            onCloseAutoFocus={() => focusBack(opener)}
            {...(subtitle ? {} : { 'aria-describedby': undefined })}
          >
            <form onSubmit={submit} onKeyDown={confirmFromChoice} noValidate>
              <header className={styles['head']}>
                <div>
                  <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
                  {subtitle ? <Dialog.Description className={text['muted']}>{subtitle}</Dialog.Description> : null}
                </div>
                <Dialog.Close asChild>
                  <Button look="quiet" icon={X} aria-label={words('dialog.close')} />
                </Dialog.Close>
              </header>
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

/**
 * Enter confirms from every field; from a closed choice the system lets it pass. An open one takes
 * it for itself, and its keys never come here.
 */
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
