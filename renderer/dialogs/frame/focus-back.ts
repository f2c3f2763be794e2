/**
 * Back to what opened a dialog; it may be gone with what was recorded, and then the screen itself
 * is where one is.
 */
export function focusBack(opener: Element | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus()
    else document.querySelector('main')?.focus()
  })
}
