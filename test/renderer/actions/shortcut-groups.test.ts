import { afterEach, expect, test, vi } from 'vitest'
import { standInForPage } from '../outside-a-page.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The shortcuts and the actions of the page, on a computer whose browser calls itself so. */
async function on(userAgent: string) {
  standInForPage('en-US')
  vi.stubGlobal('navigator', { userAgent, language: 'en-US' })
  const { shortcutGroups } = await import('../../../renderer/actions/shortcut-groups.ts')
  const { APP_ACTIONS } = await import('../../../renderer/actions/app-actions.ts')
  const { keysText } = await import('../../../renderer/actions/keys.ts')
  return {
    groups: shortcutGroups(),
    shortcuts: shortcutGroups().flatMap(group => group.shortcuts),
    APP_ACTIONS,
    keysText,
  }
}

test('the list of shortcuts has each action with a shortcut once', async () => {
  const { shortcuts, APP_ACTIONS } = await on('a PC')
  const withKeys = APP_ACTIONS.filter(({ keys }) => keys !== undefined).map(({ id }) => id)
  expect(withKeys.length).toBeGreaterThan(14)
  const ids = shortcuts.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(withKeys.filter(id => !ids.includes(id))).toEqual([])
})

test('shortcuts that open screens are separate from those that work everywhere', async () => {
  const { groups } = await on('a PC')
  const namesOf = (area: string) => groups.find(group => group.area === area)?.shortcuts.map(({ name }) => name)
  expect(namesOf('screens')).toEqual(['Contracts', 'Overview', 'Ledger', 'Reports', 'Planner', 'Reconcile', 'Settings'])
  expect(namesOf('everywhere')).toContain('Getting started')
  expect(namesOf('contract')).toContain('Do the next step')
  expect(namesOf('contract')).toContain('Open the new contract, from each of its fields')
  expect(namesOf('lists')).toContain('Search contracts, in the list')
})

test.each([
  ['a PC', ['Ctrl', 'Enter'], 'Ctrl Enter'],
  ['Macintosh', ['⌘', 'Enter'], '⌘Enter'],
])('on %s, keys are named as printed on its keyboard', async (userAgent, caps, text) => {
  const { shortcuts, keysText } = await on(userAgent)
  const keysOf = (id: string) => shortcuts.find(shortcut => shortcut.id === id)?.keys
  expect(keysOf('next-step')).toEqual(caps)
  expect(keysText('Mod+Enter')).toBe(text)
  expect(keysOf('help.getting-started')).toEqual(['F1'])
  expect(keysText('F1')).toBe('F1')
})
