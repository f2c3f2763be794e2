/** Returns the focus to what opened a dialog, or to the screen if that is gone. */
export function focusBack(opener: Element | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus()
    else document.querySelector('main')?.focus()
  })
}
