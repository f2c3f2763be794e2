import { isTyping } from '../controls/is-typing.ts'

/**
 * Scrolls a new screen to its top and focuses its heading once it exists. A field of the screen
 * that has the focus keeps it, since what is typed goes there. Returns a function that stops
 * waiting.
 */
export function arrive(main: HTMLElement): () => void {
  main.scrollTo(0, 0)
  const from = document.activeElement
  const isThere = (): boolean => {
    const { activeElement } = document
    if (main.contains(activeElement) && isTyping(activeElement)) return true
    // A screen with several pages marks the page's heading, or one further down.
    const marked = main.querySelector<HTMLElement>('[data-arrival]')
    const heading = marked ?? main.querySelector('h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
    marked?.scrollIntoView({ block: 'nearest' })
    return heading !== null
  }
  if (isThere()) return () => {}
  const waiting = new MutationObserver(() => {
    const { activeElement } = document
    // Leave the focus alone if it has moved in the meantime, such as into a dialog.
    const hasGoneOn = activeElement !== from && activeElement !== document.body
    if (hasGoneOn || isThere()) waiting.disconnect()
  })
  waiting.observe(main, { childList: true, subtree: true })
  return () => waiting.disconnect()
}
