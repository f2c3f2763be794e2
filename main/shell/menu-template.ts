import type { MenuItemConstructorOptions } from 'electron'
import { EXPORT_FORMATS } from '../../shared/queries.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { say } from '../../shared/words/say.ts'

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

/** The native menu: the platform's own roles, and the app's actions under the ids, labels and shortcuts they have in the page. */
export function menuTemplate({ isMac, isDevelopment, choose }: MenuPlace): Item[] {
  const action = (id: string, label: WordKey, keys?: string, params: Readonly<Record<string, string>> = {}): Item => ({
    id,
    label: say(label, params),
    ...(keys !== undefined && { accelerator: keys.replace('Mod', 'CmdOrCtrl') }),
    // The page hears its shortcuts itself; the menu only shows them.
    registerAccelerator: false,
    click: () => choose(id),
  })
  const settings = action('go.settings', 'nav.settings', 'Mod+,')
  const app: Item = {
    role: 'appMenu',
    label: say('app.name'),
    submenu: [
      { role: 'about' },
      SEPARATOR,
      settings,
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  }
  const file: Item = {
    label: say('menu.file'),
    submenu: [
      action('new-contract', 'action.new-contract', 'Mod+N'),
      SEPARATOR,
      action('open-book', 'action.open-book', 'Mod+O'),
      action('load-sample', 'action.open-sample'),
      SEPARATOR,
      action('choose-statement', 'action.choose-statement', 'Mod+I'),
      action('export', 'action.export-chosen', 'Mod+E'),
      { label: say('menu.export'), submenu: EXPORT_FORMATS.map(format => action(`export.${format}`, 'action.export', undefined, { format })) },
      action('print-statement', 'action.print-statement', 'Mod+P'),
      action('check-statement', 'action.check-statement'),
      SEPARATOR,
      action('back-up', 'action.back-up'),
      action('restore', 'action.restore'),
      action('restore-export', 'action.restore-export'),
      SEPARATOR,
      ...(isMac ? [{ role: 'close' } as const] : [settings, SEPARATOR, { role: 'quit' } as const]),
    ],
  }
  const edit: Item = {
    label: say('menu.edit'),
    submenu: [
      action('undo', 'action.undo', 'Mod+Z'),
      SEPARATOR,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'delete' },
      { role: 'selectAll' },
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
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' },
      ...(isDevelopment ? [SEPARATOR, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
    ],
  }
  const help: Item = { role: 'help', label: say('menu.help'), submenu: [{ role: 'about' }] }
  return [...(isMac ? [app] : []), file, edit, view, { role: 'windowMenu', label: say('menu.window') }, help]
}
