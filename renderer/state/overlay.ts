import { useBookDialog } from './book-dialog.ts'
import { useConfirmation } from './confirmation.ts'
import { useStore } from './store.ts'

/** Whether a dialog, the palette or a question stands over the screen: keys are theirs then. */
export function isOverlayOpen(): boolean {
  const { dialog, palette } = useStore.getState()
  return (
    dialog !== null || palette || useBookDialog.getState().open !== null || useConfirmation.getState().asked !== null
  )
}
