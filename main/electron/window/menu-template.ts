import type { MenuItemConstructorOptions } from 'electron'
import { EXPORT_FORMATS } from '../../../shared/api/export-formats.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import { say } from '../../../shared/words/say.ts'

/** What the menu depends on. */
export interface MenuPlace {
  readonly isMac: boolean
  /** In development the page can be reloaded and looked into. */
  readonly isDevelopment: boolean
  /** Called with the id of the app's action that was chosen. */
  choose(action: string): void
}

type Item = MenuItemConstructorOptions

const SEPARATOR: Item = { type: 'separator' }

/**
 * The native menu: the platform's own roles, and the app's actions under the ids, labels and
 * shortcuts they have in the page.
 */
export function menuTemplate({ isMac, isDevelopment, choose }: MenuPlace): Item[] {
  const action = (id: string, label: WordKey, keys?: string, params: Readonly<Record<string, string>> = {}): Item => ({
    id,
    label: say(label, params),
    ...(keys !== undefined && { accelerator: keys.replace('Mod', 'CmdOrCtrl') }),
    // The page hears its shortcuts itself; the menu only shows them.
    registerAccelerator: false,
    click: () => choose(id),
  })
  const appName = { app: say('app.name') }
  // Electron's own labels are English whatever is spoken.
  const role = (
    name: NonNullable<Item['role']>,
    label: WordKey,
    params: Readonly<Record<string, string>> = {},
  ): Item => ({
    role: name,
    label: say(label, params),
  })
  const about = role('about', 'menu.about', appName)
  const quit = role('quit', 'menu.quit', { ...appName, system: isMac ? 'mac' : 'other' })
  const close = role('close', 'menu.close')
  const settings = action('go.settings', 'nav.settings', 'Mod+,')
  const app: Item = {
    role: 'appMenu',
    label: appName.app,
    submenu: [
      about,
      SEPARATOR,
      settings,
      SEPARATOR,
      role('services', 'menu.services'),
      SEPARATOR,
      role('hide', 'menu.hide', appName),
      role('hideOthers', 'menu.hide-others'),
      role('unhide', 'menu.show-all'),
      SEPARATOR,
      quit,
    ],
  }
  const file: Item = {
    label: say('menu.file'),
    submenu: [
      action('new-contract', 'action.new-contract', 'Mod+N'),
      action('enter-under-way', 'action.enter-under-way'),
      SEPARATOR,
      action('open-book', 'action.open-book', 'Mod+O'),
      action('move-book', 'action.move-book'),
      action('load-sample', 'action.open-sample'),
      SEPARATOR,
      action('choose-statement', 'action.choose-statement', 'Mod+I'),
      action('export', 'action.export-chosen', 'Mod+E'),
      {
        label: say('menu.export'),
        submenu: EXPORT_FORMATS.map(format => action(`export.${format}`, 'action.export', undefined, { format })),
      },
      action('print-statement', 'action.print-statement', 'Mod+P'),
      action('check-statement', 'action.check-statement'),
      action('save-year', 'action.save-year'),
      SEPARATOR,
      action('back-up', 'action.back-up'),
      action('restore', 'action.restore'),
      action('restore-export', 'action.restore-export'),
      SEPARATOR,
      ...(isMac ? [close] : [settings, SEPARATOR, quit]),
    ],
  }
  const edit: Item = {
    label: say('menu.edit'),
    submenu: [
      action('undo', 'action.undo', 'Mod+Z'),
      SEPARATOR,
      role('cut', 'menu.cut'),
      role('copy', 'menu.copy'),
      role('paste', 'menu.paste'),
      role('delete', 'menu.delete'),
      role('selectAll', 'menu.select-all'),
      SEPARATOR,
      action('find-or-do', 'action.find-or-do', 'Mod+K'),
      action('next-step', 'action.next-step', 'Mod+Enter'),
      action('duplicate-contract', 'action.duplicate'),
    ],
  }
  const view: Item = {
    label: say('menu.view'),
    submenu: [
      action('go.contracts', 'nav.contracts', 'Mod+1'),
      action('go.overview', 'nav.overview', 'Mod+2'),
      action('go.ledger', 'nav.ledger', 'Mod+3'),
      action('go.reports', 'nav.reports', 'Mod+4'),
      action('go.planner', 'nav.planner', 'Mod+5'),
      action('go.reconcile', 'nav.reconcile', 'Mod+6'),
      SEPARATOR,
      role('resetZoom', 'menu.actual-size'),
      role('zoomIn', 'menu.zoom-in'),
      role('zoomOut', 'menu.zoom-out'),
      SEPARATOR,
      role('togglefullscreen', 'menu.full-screen'),
      ...(isDevelopment
        ? [SEPARATOR, role('reload', 'menu.reload'), role('toggleDevTools', 'menu.developer-tools')]
        : []),
    ],
  }
  const window: Item = {
    ...role('windowMenu', 'menu.window'),
    submenu: [
      role('minimize', 'menu.minimize'),
      role('zoom', 'menu.zoom'),
      ...(isMac ? [SEPARATOR, role('front', 'menu.front')] : [close]),
    ],
  }
  const help: Item = { ...role('help', 'menu.help'), submenu: [about] }
  return [...(isMac ? [app] : []), file, edit, view, window, help]
}
