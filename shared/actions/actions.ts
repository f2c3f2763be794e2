import { EXPORT_FORMATS, type ExportFormat } from '../api/export-formats.ts'
import type { WordKey } from '../words/catalogue.ts'
import { HELP_PAGES, type HelpPage, titleOf } from '../words/help.ts'

/** The menus of the menu bar with actions of the app. */
export type ActionMenu = 'app' | 'file' | 'edit' | 'view' | 'help'

/**
 * The facts of an action other than a move of a contract, for its button, the palette, its shortcut
 * and the native menu.
 */
export interface ActionFacts {
  readonly label: WordKey
  readonly params?: Readonly<Record<string, string>>
  /** Other words that find it. */
  readonly keywords?: WordKey
  /** The shortcut, such as `Mod+K`; Mod is Ctrl, or Command on a Mac. */
  readonly keys?: string
  /** Its menu, and its group between separators there, from 0. */
  readonly menu: ActionMenu
  readonly group: number
  /** Its submenu. */
  readonly submenu?: WordKey
}

const exportAs = (format: ExportFormat): ActionFacts => ({
  label: 'action.export',
  params: { format },
  menu: 'file',
  group: 2,
  submenu: 'menu.export',
})

const EXPORTS = Object.fromEntries(EXPORT_FORMATS.map(format => [`export.${format}`, exportAs(format)])) as Record<
  `export.${ExportFormat}`,
  ActionFacts
>

const showHelp = (page: HelpPage): ActionFacts => ({
  label: titleOf(page),
  keywords: `help.${page}.keywords`,
  ...(page === 'getting-started' && { keys: 'F1' }),
  menu: 'help',
  group: 0,
})

const HELP = Object.fromEntries(HELP_PAGES.map(page => [`help.${page}`, showHelp(page)])) as Record<
  `help.${HelpPage}`,
  ActionFacts
>

/** Every action of the app, in the order of the menu and the palette. */
export const ACTIONS = {
  'new-contract': {
    label: 'action.new-contract',
    keywords: 'action.new-contract-keywords',
    keys: 'Mod+N',
    menu: 'file',
    group: 0,
  },
  'enter-under-way': {
    label: 'action.enter-under-way',
    keywords: 'action.enter-under-way-keywords',
    menu: 'file',
    group: 0,
  },
  undo: { label: 'action.undo', keys: 'Mod+Z', menu: 'edit', group: 0 },
  'find-or-do': { label: 'action.find-or-do', keys: 'Mod+K', menu: 'edit', group: 2 },
  'next-step': { label: 'action.next-step', keys: 'Mod+Enter', menu: 'edit', group: 2 },
  'go.contracts': { label: 'nav.contracts', keys: 'Mod+1', menu: 'view', group: 0 },
  'go.overview': { label: 'nav.overview', keys: 'Mod+2', menu: 'view', group: 0 },
  'go.ledger': { label: 'nav.ledger', keys: 'Mod+3', menu: 'view', group: 0 },
  'go.reports': { label: 'nav.reports', keys: 'Mod+4', menu: 'view', group: 0 },
  'go.planner': { label: 'nav.planner', keys: 'Mod+5', menu: 'view', group: 0 },
  'go.reconcile': { label: 'nav.reconcile', keys: 'Mod+6', menu: 'view', group: 0 },
  'go.settings': {
    label: 'nav.settings',
    keywords: 'action.settings-keywords',
    keys: 'Mod+,',
    menu: 'app',
    group: 0,
  },
  'duplicate-contract': { label: 'action.duplicate', menu: 'edit', group: 2 },
  'open-book': { label: 'action.open-book', keys: 'Mod+O', menu: 'file', group: 1 },
  'move-book': { label: 'action.move-book', menu: 'file', group: 1 },
  'load-sample': {
    label: 'action.open-sample',
    keywords: 'action.open-sample-keywords',
    menu: 'file',
    group: 1,
  },
  'choose-statement': {
    label: 'action.choose-statement',
    keywords: 'action.choose-statement-keywords',
    keys: 'Mod+I',
    menu: 'file',
    group: 2,
  },
  export: {
    label: 'action.export-chosen',
    keywords: 'action.export-keywords',
    keys: 'Mod+E',
    menu: 'file',
    group: 2,
  },
  ...EXPORTS,
  'print-statement': {
    label: 'action.print-statement',
    keywords: 'action.print-statement-keywords',
    keys: 'Mod+P',
    menu: 'file',
    group: 2,
  },
  'check-statement': {
    label: 'action.check-statement',
    keywords: 'action.check-statement-keywords',
    menu: 'file',
    group: 2,
  },
  'save-year': { label: 'action.save-year', keywords: 'action.save-year-keywords', menu: 'file', group: 2 },
  'close-books': { label: 'action.close-books', keywords: 'action.close-books-keywords', menu: 'file', group: 2 },
  'reopen-books': { label: 'action.reopen-books', keywords: 'action.reopen-books-keywords', menu: 'file', group: 2 },
  'back-up': { label: 'action.back-up', menu: 'file', group: 3 },
  restore: { label: 'action.restore', menu: 'file', group: 3 },
  'restore-export': {
    label: 'action.restore-export',
    keywords: 'action.restore-export-keywords',
    menu: 'file',
    group: 3,
  },
  ...HELP,
} as const satisfies Readonly<Record<string, ActionFacts>>

/** The id of an action. */
export type ActionId = keyof typeof ACTIONS

/** The ids of all actions, in order. */
export const ACTION_IDS = Object.keys(ACTIONS) as readonly ActionId[]

/** The facts of an action. */
export function factsOf(id: ActionId): ActionFacts {
  return ACTIONS[id]
}
