import { askBeforeClosing, mayClose } from '../state/unsaved.ts'

let isDecided = false

/** Asks before the window closes over unsaved input. The platform's own Quit ends up here too. */
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
