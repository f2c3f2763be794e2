const PRIMARY = 'main [data-look="primary"]:not([aria-disabled="true"])'

/** Returns the focus to what opened a dialog; if that is gone, moves it on like `focusNext`. */
export function focusBack(opener: Element | null): void {
  requestAnimationFrame(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return
    if (opener instanceof HTMLElement && opener.isConnected && opener !== document.body) opener.focus()
    else focusNext()
  })
}

/**
 * Focuses the screen's primary button, the next step, or else its heading. The heading shows no
 * ring, since it cannot be pressed.
 */
export function focusNext(): void {
  const primary = document.querySelector<HTMLElement>(PRIMARY)
  if (primary !== null) {
    primary.focus()
    return
  }
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus({ preventScroll: true })
}
