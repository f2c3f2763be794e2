import type { Place } from '../visiting.ts'
import { visit } from '../visiting.ts'

/** The pages of Help: title, address. */
const PAGES: readonly (readonly [title: string, address: string])[] = [
  ['Getting started', 'getting-started'],
  ['Glossary', 'glossary'],
  ['Keyboard', 'keyboard'],
  ['The files of your book', 'files'],
  ['Licences', 'licences'],
]

/** The pages of Help, the results of finding in it, and the text of a licence. */
export const HELP_PLACES: readonly Place[] = [
  ...PAGES.map(
    ([title, address]): Place => ({
      name: `Help: ${title}`,
      show: async (page, read) => {
        await visit(page, `help/${address}`, read('Help'))
        await page.getByRole('heading', { level: 2, name: read(title) }).waitFor()
        if (address === 'licences') await page.getByRole('button', { name: 'zustand' }).waitFor()
        return undefined
      },
    }),
  ),
  {
    name: 'Help: text of a licence',
    show: async (page, read) => {
      await visit(page, 'help/licences', read('Help'))
      await page.getByRole('button', { name: 'cmdk' }).press('Enter')
      await page.getByRole('region', { name: `${read('Licence of')} cmdk` }).waitFor()
      return undefined
    },
  },
  {
    name: 'Help: found',
    show: async (page, read) => {
      await visit(page, 'help/glossary', read('Help'))
      await page.getByRole('searchbox', { name: read('Find in help') }).fill('react')
      await page.getByRole('button', { name: 'react-dom', exact: true }).waitFor()
      return undefined
    },
  },
  {
    name: 'Help: nothing found',
    show: async (page, read) => {
      await visit(page, 'help/glossary', read('Help'))
      await page.getByRole('searchbox', { name: read('Find in help') }).fill('0000')
      await page.getByText(read('No matches.')).waitFor()
      return undefined
    },
  },
]
