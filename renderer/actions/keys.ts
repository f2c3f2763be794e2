import { words } from '../words/say.tsx'

const isMac = navigator.userAgent.includes('Mac')

/** The keys of a shortcut as they are printed: `Ctrl` and `K`, or `⌘` and `K` on a Mac. */
export function keyCaps(keys: string): readonly string[] {
  const mod = isMac ? 'Command' : 'Control'
  return keys.split('+').map(key => words('keys.name', { key: key === 'Mod' ? mod : key }))
}

/** A shortcut as one string: `Ctrl K`, or `⌘K` on a Mac. */
export function keysText(keys: string): string {
  return keyCaps(keys).join(isMac ? '' : ' ')
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
