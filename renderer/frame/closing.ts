import { askBeforeClosing, mayClose } from '../state/unsaved.ts'

let isDecided = false

/**
 * Asks before the window closes on unsaved input. The platform's own Quit also goes through here.
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
