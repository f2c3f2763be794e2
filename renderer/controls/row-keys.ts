import type { KeyboardEvent } from 'react'

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }

/** Marks the element that the arrow keys focus in its row; Enter presses it. */
export const ROW_TARGET = { 'data-row-target': true } as const

/**
 * Moves the focus between the row targets of a table with the arrow keys, Home and End, once one of
 * them has the focus.
 */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEP[event.key]
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement))
    return
  const targets = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-target]')]
  const at = targets.indexOf(event.target)
  if (at === -1) return
  event.preventDefault()
  targets[Math.max(0, Math.min(targets.length - 1, at + step))]?.focus()
}
