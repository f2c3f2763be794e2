import { button, type Place, visit, WEBSITE } from '../visiting.ts'

/** Opens a menu on the contract's screen by its button. */
const menu = (name: string, opener: string): Place => ({
  name,
  layer: 'menu',
  show: async (page, read) => {
    await visit(page, 'contracts/C0001', read(WEBSITE[1]))
    await button(page, read(opener)).press('Enter')
    await page.getByRole('menu').waitFor()
    return button(page, read(opener))
  },
})

/** The menus of a contract and of the list. */
export const MENU_PLACES: readonly Place[] = [
  menu('Menu: more', 'More actions'),
  menu('Menu: move', 'Move {Build}'),
  {
    name: 'Menu: of a row',
    layer: 'menu',
    show: async (page, read) => {
      await visit(page, '', read('Contracts'))
      await page.getByRole('searchbox', { name: read('Search contracts') }).fill('')
      const list = page.getByRole('grid')
      await list.focus()
      await page.keyboard.press('Shift+F10')
      await page.getByRole('menu').waitFor()
      return list
    },
  },
]
