import { bridge } from '../ask/bridge.ts'
import { useBookDialog } from '../state/book-dialog.ts'
import { useConfirmation } from '../state/confirmation.ts'
import { go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import { APP_ACTIONS } from './app-actions.ts'
import { isPressed, isTyping } from './keys.ts'

/** While something is asked over the whole app, nothing else can be done. */
const isAsked = (): boolean => useConfirmation.getState().asked !== null || useBookDialog.getState().open !== null

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || useStore.getState().palette || isAsked()) return
  const action = APP_ACTIONS.find(each => each.keys !== undefined && isPressed(each.keys, event))
  if (action === undefined) return
  // In a text, undo is the text's own.
  if (action.id === 'undo' && isTyping(event.target)) return
  event.preventDefault()
  if (action.when()) action.perform()
}

/** Lets shortcuts and the native menu do what the buttons do. */
export function connectActions(): void {
  window.addEventListener('keydown', onKeyDown)
  bridge.on('menu', ({ action: id, contractId }) => {
    if (isAsked()) return
    // A dialog that is open stays; the window has come to the front.
    if (contractId !== undefined)
      return useStore.getState().dialog === null ? go({ screen: 'contract', contractId }) : undefined
    // The menu's Undo is also that of a text.
    if (id === 'undo' && isTyping(document.activeElement)) return void document.execCommand('undo')
    const action = APP_ACTIONS.find(each => each.id === id)
    if (action?.when()) action.perform()
  })
}
