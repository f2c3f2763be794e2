import type { MenuItemConstructorOptions } from 'electron'
import { ACTION_IDS, type ActionId, type ActionMenu, factsOf } from '../../../shared/actions/actions.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import { say } from '../../../shared/words/say.ts'

/** The surroundings of the menu. */
export interface MenuContext {
  readonly isMac: boolean
  /** In development the page can be reloaded and inspected. */
  readonly isDevelopment: boolean
  /** Called with the id of the app's action that was chosen. */
  choose(action: ActionId): void
}

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/**
 * The native menu: the platform's own roles, and the app's actions under the ids, labels and
 * shortcuts they have in the page.
 */
export function menuTemplate({ isMac, isDevelopment, choose }: MenuContext): Item[] {
  const appName = { app: say('app.name') }
  const about = role('about', 'menu.about', appName)
  const quit = role('quit', 'menu.quit', { ...appName, system: isMac ? 'mac' : 'pc' })
  const close = role('close', 'menu.close')
  const settings = groupsOf('app', choose)
  const app = menuOf('appMenu', 'app.name', [
    [about],
    ...settings,
    [role('services', 'menu.services')],
    [role('hide', 'menu.hide', appName), role('hideOthers', 'menu.hide-others'), role('unhide', 'menu.show-all')],
    [quit],
  ])
  const file = menuOf(undefined, 'menu.file', [
    ...groupsOf('file', choose),
    ...(isMac ? [[close]] : [...settings, [quit]]),
  ])
  const [undo = [], ...more] = groupsOf('edit', choose)
  const edit = menuOf(undefined, 'menu.edit', [undo, editing(), ...more])
  const view = menuOf(undefined, 'menu.view', [
    ...groupsOf('view', choose),
    [role('resetZoom', 'menu.actual-size'), role('zoomIn', 'menu.zoom-in'), role('zoomOut', 'menu.zoom-out')],
    [role('togglefullscreen', 'menu.full-screen')],
    ...(isDevelopment ? [[role('reload', 'menu.reload'), role('toggleDevTools', 'menu.developer-tools')]] : []),
  ])
  const minimize = [role('minimize', 'menu.minimize'), role('zoom', 'menu.zoom')]
  const window = menuOf(
    'windowMenu',
    'menu.window',
    isMac ? [minimize, [role('front', 'menu.front')]] : [[...minimize, close]],
  )
  const help = menuOf('help', 'menu.help', [...groupsOf('help', choose), [about]])
  return [...(isMac ? [app] : []), file, edit, view, window, help]
}

/** Electron's own labels stay English in every language, so each role gets one of ours. */
function role(name: NonNullable<Item['role']>, label: WordKey, params: Readonly<Record<string, string>> = {}): Item {
  return { role: name, label: say(label, params) }
}

const editing = (): Item[] => [
  role('cut', 'menu.cut'),
  role('copy', 'menu.copy'),
  role('paste', 'menu.paste'),
  role('delete', 'menu.delete'),
  role('selectAll', 'menu.select-all'),
]

/** A menu of groups with a separator between two. */
function menuOf(name: Item['role'], label: WordKey, groups: readonly (readonly Item[])[]): Item {
  const submenu = groups.flatMap((group, index) => (index === 0 ? group : [SEPARATOR, ...group]))
  return { ...(name !== undefined && { role: name }), label: say(label), submenu }
}

/** The actions of a menu by their groups, those of a submenu within one item. */
function groupsOf(menu: ActionMenu, choose: MenuContext['choose']): Item[][] {
  const groups: Item[][] = []
  for (const id of ACTION_IDS) {
    const facts = factsOf(id)
    if (facts.menu !== menu) continue
    groups[facts.group] ??= []
    const group = groups[facts.group] as Item[]
    if (facts.submenu === undefined) group.push(actionItem(id, choose))
    else submenuIn(group, say(facts.submenu)).push(actionItem(id, choose))
  }
  return groups.filter(group => group !== undefined)
}

function submenuIn(group: Item[], label: string): Item[] {
  const known = group.find(item => item.label === label && Array.isArray(item.submenu))
  if (known !== undefined) return known.submenu as Item[]
  const items: Item[] = []
  group.push({ label, submenu: items })
  return items
}

function actionItem(id: ActionId, choose: MenuContext['choose']): Item {
  const { label, params = {}, keys } = factsOf(id)
  return {
    id,
    label: say(label, params),
    ...(keys !== undefined && { accelerator: keys.replace('Mod', 'CmdOrCtrl') }),
    // The page listens for shortcuts itself; the menu only shows them.
    registerAccelerator: false,
    click: () => choose(id),
  }
}
