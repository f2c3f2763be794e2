/**
 * Puts one who comes to a screen at its top and the focus on its heading, as soon as that stands.
 * Gives back what ends the waiting.
 */
export function arrive(main: HTMLElement): () => void {
  main.scrollTo(0, 0)
  const from = document.activeElement
  const isThere = (): boolean => {
    const heading = main.querySelector('h1')
    heading?.setAttribute('tabindex', '-1')
    heading?.focus({ preventScroll: true })
    return heading !== null
  }
  if (isThere()) return () => {}
  const waiting = new MutationObserver(() => {
    const { activeElement } = document
    // One who has gone on since, into a dialog for one, stays there.
    const hasGoneOn = activeElement !== from && activeElement !== document.body
    if (hasGoneOn || isThere()) waiting.disconnect()
  })
  waiting.observe(main, { childList: true, subtree: true })
  return () => waiting.disconnect()
}
