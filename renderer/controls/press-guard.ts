import { isTyping } from './is-typing.ts'

/** The time in which a dialog that has just been opened takes no confirmation, in ms. */
export const SETTLING_MS = 300

/** Marks a dialog's button that confirms; a submit button needs no mark. */
export const CONFIRMS = { 'data-confirms': true } as const

const CONFIRMING = '[data-confirms], [type="submit"]'
/** The elements that keep Enter for themselves, so that it does not submit their form. */
const WITH_OWN_ENTER = ['button', 'a[href]', 'summary', 'textarea'].join()
const PRESSABLE = [WITH_OWN_ENTER, 'label', 'input', 'select', 'tr', '[role]'].join()
const PRESSES: ReadonlySet<string> = new Set(['Enter', ' ', 'Escape'])

/** The keys that are down, by their `code`. */
const down = new Set<string>()
/** Those that were down when a dialog was last opened or closed. */
const spent = new Set<string>()
/** The moment from which each open dialog takes confirmations, as a time of events. */
const settledAt = new Map<Element, number>()
/** The element under the first click of a double or triple click. */
let clicked: Element | null = null

/**
 * Keeps one press from acting twice, everywhere in the page:
 * - a key that repeats while it is held, and one held since a dialog was opened or closed, neither
 *   opens nor confirms anything;
 * - a dialog takes no confirmation in its first `SETTLING_MS`, nor until as long after a refused
 *   one;
 * - the second click of a double click reaches only what the first one reached.
 *
 * It listens before everything else, so that no control needs a rule of its own.
 */
export function guardPresses(): void {
  const early = { capture: true } as const
  window.addEventListener('keydown', onKeyDown, early)
  window.addEventListener('keyup', onKeyUp, early)
  window.addEventListener('click', onClick, early)
  window.addEventListener('submit', onSubmit, early)
  // The window that takes the focus also takes the release of the keys.
  window.addEventListener('blur', event => event.target === window && release(), early)
}

/**
 * The ref of the part of a dialog that confirms: its form, or its foot. Starts its settling when it
 * is opened.
 */
export function settle(dialog: HTMLElement | null): (() => void) | undefined {
  if (dialog === null) return

  spendHeldKeys()
  settledAt.set(dialog, performance.now() + SETTLING_MS)
  // Styled so that the pointer does not reach the confirming button either.
  dialog.dataset['settling'] = 'true'
  const timer = setTimeout(() => delete dialog.dataset['settling'], SETTLING_MS)
  return () => {
    clearTimeout(timer)
    settledAt.delete(dialog)
    spendHeldKeys()
  }
}

function spendHeldKeys(): void {
  for (const code of down) spent.add(code)
}

function release(): void {
  down.clear()
  spent.clear()
}

function onKeyDown(event: KeyboardEvent): void {
  down.add(event.code)
  if (!PRESSES.has(event.key) || isText(event)) return
  if (event.repeat || spent.has(event.code) || (isConfirming(event) && isUnsettled(event))) refuse(event)
}

function onKeyUp(event: KeyboardEvent): void {
  down.delete(event.code)
  // Space presses a button on release.
  if (spent.delete(event.code) && !isTyping(event.target)) event.preventDefault()
}

function onClick(event: MouseEvent): void {
  const pressed = pressedBy(event)
  // A click by keyboard or script has no detail.
  const isAstray = event.detail > 1 && pressed !== clicked
  if (event.detail === 1) clicked = pressed
  if (isAstray || (pressed?.matches(CONFIRMING) && isUnsettled(event))) refuse(event)
}

function onSubmit(event: SubmitEvent): void {
  if (isUnsettled(event)) refuse(event)
}

function refuse(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

/** True if a key types text: Space in a field, Enter in a field of several lines. */
function isText({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (key === ' ') return isTyping(target)
  return key === 'Enter' && target instanceof HTMLTextAreaElement && !ctrlKey && !metaKey
}

function isConfirming({ key, target }: KeyboardEvent): boolean {
  if (!(target instanceof Element) || key === 'Escape') return false
  return target.matches(CONFIRMING) || (key === 'Enter' && !target.matches(WITH_OWN_ENTER))
}

/** True if the dialog around the target is not settled; it then waits again. */
function isUnsettled({ target, timeStamp }: Event): boolean {
  if (!(target instanceof Element)) return false
  for (const [dialog, at] of settledAt) {
    if (!dialog.contains(target) || timeStamp >= at) continue
    settledAt.set(dialog, timeStamp + SETTLING_MS)
    return true
  }
  return false
}

function pressedBy({ target }: Event): Element | null {
  return target instanceof Element ? (target.closest(PRESSABLE) ?? target) : null
}
