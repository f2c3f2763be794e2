import { askBeforeClosing, mayClose } from '../state/unsaved.ts'

let isDecided = false

/**
 * A window that is closed while something is typed and not recorded asks first; the platform's own
 * quit comes here too.
 */
export function askBeforeWindowCloses(): void {
  window.addEventListener('beforeunload', event => {
    if (isDecided || mayClose()) return
    event.preventDefault()
    askBeforeClosing(() => {
      isDecided = true
      window.close()
    })
  })
}
