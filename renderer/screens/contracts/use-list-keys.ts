import { useEffect, useRef } from 'react'
import { isTyping } from '../../controls/is-typing.ts'
import { contractIdAt, moveCursor } from '../../state/contracts.ts'
import { isOverlayOpen } from '../../state/overlay.ts'
import { go } from '../../state/route.ts'
import { useStore } from '../../state/store.ts'

const STEP: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
}

/** Makes keys move the cursor, open its contract, and call `onMenu` with its row. */
export function useListKeys(onMenu: (index: number) => void): void {
  const showMenu = useRef(onMenu)
  showMenu.current = onMenu
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTaken(event)) return
      const { cursor } = useStore.getState().listing
      const step = STEP[event.key]
      if (step !== undefined) moveCursor(step)
      else if (event.key === 'Enter' && !isOnButton(event.target)) openAt(cursor)
      else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) showMenu.current(cursor)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

/** Opens the contract in a row of the list. */
export function openAt(index: number): void {
  const contractId = contractIdAt(index)
  if (contractId !== undefined) go({ screen: 'contract', contractId })
}

/** True if a key is meant for something else: an overlay, a text field, a menu or a shortcut. */
function isTaken({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return isOverlayOpen() || isTyping(target) || isWithin(target, '[role="menu"]') || ctrlKey || metaKey || altKey
}

/** A focused button or link handles Enter itself. */
const isOnButton = (target: EventTarget | null): boolean => isWithin(target, 'button, a[href]')

function isWithin(target: EventTarget | null, selector: string): boolean {
  return target instanceof HTMLElement && target.closest(selector) !== null
}
