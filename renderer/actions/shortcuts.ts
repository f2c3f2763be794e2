import { bridge } from '../ask/bridge.ts'
import { isTyping } from '../controls/is-typing.ts'
import { useBookDialog } from '../state/book-dialog.ts'
import { useConfirmation } from '../state/confirmation.ts'
import { go } from '../state/route.ts'
import { useStore } from '../state/store.ts'
import { APP_ACTIONS } from './app-actions.ts'
import { isPressed } from './keys.ts'

/** True while a book dialog or a question blocks every action. */
const isAsked = (): boolean => useConfirmation.getState().asked !== null || useBookDialog.getState().open !== null

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || useStore.getState().palette || isAsked()) return
  const action = APP_ACTIONS.find(each => each.keys !== undefined && isPressed(each.keys, event))
  if (action === undefined) return
  // In a text field, undo applies to the text.
  if (action.id === 'undo' && isTyping(event.target)) return
  event.preventDefault()
  if (!event.repeat && action.when()) action.perform()
}

/** Makes shortcuts and the native menu perform the app's actions. */
export function connectActions(): void {
  window.addEventListener('keydown', onKeyDown)
  bridge.on('menu', ({ action: id, contractId }) => {
    if (isAsked()) return
    // Clicking a reminder also brings the window to the front; a dialog that is open there stays.
    if (contractId !== undefined)
      return useStore.getState().dialog === null ? go({ screen: 'contract', contractId }) : undefined
    // In a text field, the menu's Undo applies to the text too.
    if (id === 'undo' && isTyping(document.activeElement)) return void document.execCommand('undo')
    const action = APP_ACTIONS.find(each => each.id === id)
    if (action?.when()) action.perform()
  })
}
