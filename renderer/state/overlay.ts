import { useBookDialog } from './book-dialog.ts'
import { useConfirmation } from './confirmation.ts'
import { useStore } from './store.ts'

/** True while a dialog, the palette or a question covers the screen and takes the keys. */
export function isOverlayOpen(): boolean {
  const { dialog, palette } = useStore.getState()
  return (
    dialog !== null || palette || useBookDialog.getState().open !== null || useConfirmation.getState().asked !== null
  )
}
