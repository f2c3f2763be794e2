import { words } from '../words/say.tsx'

const isMac = navigator.userAgent.includes('Mac')

/** A shortcut as it stands on the keyboard: `Ctrl K`, on a Mac `⌘K`. */
export function keysText(keys: string): string {
  const key = words('keys.name', { key: keys.replace('Mod+', '') })
  return keys.startsWith('Mod+') ? words('keys.chord', { key, system: isMac ? 'mac' : 'pc' }) : key
}

/** A shortcut as `aria-keyshortcuts` wants it. */
export function ariaKeys(keys: string): string {
  return keys.replace('Mod', isMac ? 'Meta' : 'Control')
}

/** Whether what was pressed is a shortcut. */
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

/** Whether what one types goes into a text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]') !== null
  )
}
