import { Pencil, Redo2, Undo2, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { undoLatest } from '../actions/contract-actions.ts'
import { ariaKeys, keysText } from '../actions/keys.ts'
import { Button } from '../controls/button.tsx'
import { focusNext } from '../controls/focus-back.ts'
import { doAgain } from '../state/again.ts'
import { openBookDialog } from '../state/book-dialog.ts'
import { dismissToast } from '../state/dialogs.ts'
import { takeBack } from '../state/record.ts'
import { type Toast as ShownToast, useStore } from '../state/store.ts'
import { previewTakeBack } from '../state/take-back.ts'
import { Say, words } from '../words/say.tsx'
import styles from './toast.module.css'

const STAYS_MS = 12_000

/**
 * The latest message, such as the entry just recorded, with Undo. It has its own row below the
 * page, so that it never covers content.
 */
export function Toast() {
  const toast = useStore(state => state.toast)
  const over = useRef(false)
  const place = useRef<HTMLDivElement>(null)
  useFocusAfter(toast)
  useEffect(() => {
    if (toast === null) return
    const timer = setInterval(() => {
      if (!over.current && !place.current?.contains(document.activeElement)) dismissToast()
    }, STAYS_MS)
    return () => clearInterval(timer)
  }, [toast])
  return (
    <div ref={place} className={styles['place']} role="status">
      {toast === null ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps it on the screen.
        <div
          className={styles['toast']}
          onMouseEnter={() => {
            over.current = true
          }}
          onMouseLeave={() => {
            over.current = false
          }}
        >
          <span className={styles['text']}>
            <Say text={toast.text.key} params={toast.text.params} decimals={toast.text.decimals} />
            {toast.warnings.map(warning => (
              <span key={warning.code}> {warning.message}</span>
            ))}
          </span>
          <Ways toast={toast} />
          <Button
            small
            icon={X}
            className={styles['button']}
            aria-label={words('toast.dismiss')}
            onClick={dismissToast}
          />
        </div>
      )}
    </div>
  )
}

/** The buttons of a toast that undo, correct or redo what it reports. */
function Ways({ toast }: { readonly toast: ShownToast }) {
  return (
    <>
      {toast.undo !== null ? (
        <Button
          small
          icon={Undo2}
          className={styles['button']}
          aria-keyshortcuts={ariaKeys(undoLatest.keys ?? '')}
          onClick={() => toast.undo !== null && void takeBack(toast.undo)}
        >
          {words('action.undo')}
          <kbd aria-hidden>{keysText(undoLatest.keys ?? '')}</kbd>
        </Button>
      ) : null}
      {toast.import === undefined ? null : (
        <Button
          small
          icon={Undo2}
          className={styles['button']}
          aria-keyshortcuts={ariaKeys(undoLatest.keys ?? '')}
          onClick={() => toast.import !== undefined && previewTakeBack(toast.import)}
        >
          {words('imports.action')}
          <kbd aria-hidden>{keysText(undoLatest.keys ?? '')}</kbd>
        </Button>
      )}
      {toast.correct === undefined ? null : (
        <Button
          small
          icon={Pencil}
          className={styles['button']}
          onClick={() => toast.correct !== undefined && openBookDialog({ dialog: 'correct', entry: toast.correct })}
        >
          {words('toast.correct-again')}
        </Button>
      )}
      {toast.again === null ? null : (
        <Button
          small
          icon={Redo2}
          className={styles['button']}
          onClick={() => toast.again !== null && doAgain(toast.again)}
        >
          {words('toast.again')}
        </Button>
      )}
    </>
  )
}

const DIALOG = '[role="dialog"], [role="alertdialog"]'

/**
 * Moves the focus on if what was pressed is gone once its effect is on the screen. A dialog returns
 * the focus itself.
 */
function useFocusAfter(toast: object | null): void {
  const last = useRef<Element | null>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      last.current = target instanceof Element && target.closest(DIALOG) === null ? target : null
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  useEffect(() => {
    if (toast === null) return
    const frame = requestAnimationFrame(() => {
      const isGone = last.current !== null && !last.current.isConnected
      if (isGone && document.activeElement === document.body) focusNext()
    })
    return () => cancelAnimationFrame(frame)
  }, [toast])
}
