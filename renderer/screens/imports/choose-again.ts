import { askForFile } from '../../state/file-request.ts'
import { go } from '../../state/route.ts'

/** Leaves for the screen Reconcile, which opens the file dialog. */
export function chooseAgain(): void {
  go({ screen: 'reconcile' })
  // The screen has to be there to hear it.
  requestAnimationFrame(() => requestAnimationFrame(askForFile))
}
