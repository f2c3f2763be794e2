import type { ActionId } from '../../shared/actions/actions.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { KEYBOARD } from '../../shared/words/help.ts'
import { words, wordsOf } from '../words/say.tsx'
import { APP_ACTIONS } from './app-actions.ts'
import { keyCaps } from './keys.ts'

/** A shortcut as listed: its effect, and its keys as printed on the keyboard. */
export interface Shortcut {
  readonly id: string
  readonly name: string
  readonly keys: readonly string[]
}

type Area = Exclude<keyof typeof KEYBOARD, 'intro'>

/** The shortcuts that work in one part of the app. */
export interface ShortcutGroup {
  readonly area: Area
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

/** Actions that require an open contract, or prefer it to the book. */
const OF_CONTRACT: ReadonlySet<string> = new Set<ActionId>(['next-step', 'print-statement'])

function areaOf(id: string): Area {
  if (id.startsWith('go.')) return 'screens'
  return OF_CONTRACT.has(id) ? 'contract' : 'everywhere'
}

/** Keys that belong to no action: those of dialogs, lists and tables. */
const OTHERS: readonly (readonly [area: Area, name: WordKey, keys: string])[] = [
  ['everywhere', 'keyboard.dialog', 'Escape'],
  ['everywhere', 'keyboard.calendar', 'Alt+ArrowDown'],
  ['contract', 'keyboard.open-contract', 'Mod+Enter'],
  ['contract', 'keyboard.reorder', 'Space+ArrowUp+ArrowDown'],
  ['lists', 'keyboard.rows', 'ArrowUp+ArrowDown'],
  ['lists', 'keyboard.ends', 'Home+End'],
  ['lists', 'keyboard.row', 'Enter'],
  ['lists', 'keyboard.tick', 'Space'],
  ['lists', 'keyboard.menu', 'Shift+F10'],
]

/**
 * Every shortcut of the app, grouped by where it works; shortcuts of actions come from the actions.
 */
export function shortcutGroups(): readonly ShortcutGroup[] {
  const ofActions = APP_ACTIONS.flatMap(({ id, label, keys }) =>
    keys === undefined ? [] : [{ area: areaOf(id), shortcut: { id, name: wordsOf(label), keys: keyCaps(keys) } }],
  )
  const others = OTHERS.map(([area, name, keys]) => ({
    area,
    shortcut: { id: name, name: words(name), keys: keyCaps(keys) },
  }))
  const search = { id: 'search', name: words('keyboard.search', { search: words('list.search') }), keys: ['/'] }
  const all = [...ofActions, ...others, { area: 'lists', shortcut: search }]
  return (['everywhere', 'screens', 'contract', 'lists'] as const).map(area => ({
    area,
    title: words(KEYBOARD[area]),
    shortcuts: all.flatMap(each => (each.area === area ? [each.shortcut] : [])),
  }))
}
