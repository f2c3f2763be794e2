import type { MenuItemConstructorOptions } from 'electron'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { menuTemplate } from '../../../main/electron/window/menu-template.ts'
import type { Action } from '../../../renderer/actions/action.ts'
import { standInForPage } from '../outside-a-page.ts'

type Item = MenuItemConstructorOptions

/** The shortcuts that Electron gives to menu roles. */
const ROLE_KEYS: Readonly<Record<string, readonly string[]>> = {
  cut: ['Mod+X'],
  copy: ['Mod+C'],
  paste: ['Mod+V'],
  delete: [],
  selectAll: ['Mod+A'],
  resetZoom: ['Mod+0'],
  zoomIn: ['Mod++', 'Mod+='],
  zoomOut: ['Mod+-'],
  togglefullscreen: ['F11'],
  reload: ['Mod+R'],
  toggleDevTools: ['Mod+Shift+I'],
  close: ['Mod+W'],
  quit: ['Mod+Q'],
  minimize: ['Mod+M'],
  zoom: [],
  front: [],
  hide: ['Mod+H'],
  hideOthers: ['Mod+Alt+H'],
  unhide: [],
  services: [],
  about: [],
  windowMenu: ['Mod+M', 'Mod+W'],
  help: [],
  appMenu: [],
}

let actions: readonly Action[] = []
let wordsOf: (text: Action['label']) => string = String

beforeAll(async () => {
  standInForPage()
  actions = (await import('../../../renderer/actions/app-actions.ts')).APP_ACTIONS
  wordsOf = (await import('../../../renderer/words/say.tsx')).wordsOf
})
afterAll(() => void vi.unstubAllGlobals())

function itemsOf(items: readonly Item[]): Item[] {
  return items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
}

const menu = (isMac: boolean, chosen: string[] = []): Item[] =>
  itemsOf(menuTemplate({ isMac, isDevelopment: true, choose: id => chosen.push(id) }))
const twice = (all: readonly string[]): string[] => all.filter((one, index) => all.indexOf(one) !== index)

describe('the actions', () => {
  test('have unique ids and shortcuts', () => {
    expect(actions.length).toBeGreaterThan(10)
    expect(twice(actions.map(action => action.id))).toEqual([])
    expect(twice(actions.flatMap(action => action.keys?.toLowerCase() ?? []))).toEqual([])
  })
})

describe.each([
  ['on a Mac', true],
  ['elsewhere', false],
])('the native menu %s', (_, isMac) => {
  test('has no shortcut that an action also uses', () => {
    const items = menu(isMac)
    const roles = items.flatMap(item => (item.role === undefined ? [] : [item.role]))
    expect(roles.filter(role => ROLE_KEYS[role] === undefined)).toEqual([])
    const keys = [...new Set(roles)].flatMap(role => ROLE_KEYS[role] ?? [])
    const taken = actions.flatMap(action => action.keys ?? [])
    expect(taken.filter(key => keys.includes(key))).toEqual([])
  })

  test('lists the app’s actions, with the same name, label and shortcut', () => {
    const chosen: string[] = []
    const items = menu(isMac, chosen).filter(item => item.id !== undefined)
    expect(items.length).toBeGreaterThan(10)
    for (const item of items) {
      const action = actions.find(each => each.id === item.id)
      expect(item.label, item.id).toBe(action === undefined ? undefined : wordsOf(action.label))
      expect(item.accelerator, item.id).toBe(action?.keys?.replace('Mod', 'CmdOrCtrl'))
      // @ts-expect-error: `click` ignores its arguments.
      item.click?.()
    }
    expect(chosen).toEqual(items.map(item => item.id))
    // Electron's own labels stay English in every language.
    expect(menu(isMac).filter(item => item.type !== 'separator' && !item.label)).toEqual([])
    const missing = actions.filter(action => !items.some(item => item.id === action.id))
    expect(missing.map(action => action.id)).toEqual([])
  })
})
