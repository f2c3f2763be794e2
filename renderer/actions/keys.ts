import { words } from '../words/say.tsx'

const isMac = navigator.userAgent.includes('Mac')

/** A shortcut as it is printed on keys: `Ctrl K`, or `⌘K` on a Mac. */
export function keysText(keys: string): string {
  const key = words('keys.name', { key: keys.replace('Mod+', '') })
  return keys.startsWith('Mod+') ? words('keys.chord', { key, system: isMac ? 'mac' : 'pc' }) : key
}

/** A shortcut in the syntax of `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', isMac ? 'Meta' : 'Control')
}

/** True if the key pressed is this shortcut. */
export function isPressed(keys: string, event: KeyboardEvent): boolean {
  const withMod = keys.startsWith('Mod+')
  const key = withMod ? keys.slice('Mod+'.length) : keys
  const mod = isMac ? event.metaKey : event.ctrlKey
  const other = isMac ? event.ctrlKey : event.metaKey
  return (
    mod === withMod &&
    !other &&
    !event.altKey &&
    event.key.toLowerCase() === key.toLowerCase() &&
    (withMod ? !event.shiftKey : true)
  )
}

/** True if keys typed at `target` go into a text field. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]') !== null
  )
}
