import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { button, inEnglish, type Place, visit } from '../visiting.ts'

/** A client's report of the sample's contracts, as in the pictures. */
export const SAMPLE_STATEMENT = resolve(import.meta.dirname, '../../../tools/pictures/upwork-transactions.csv')
/** A file that is not a statement. */
export const LETTER = { name: 'letter.csv', mimeType: 'text/csv', buffer: Buffer.from('Dear Sir or Madam') }

/** Chooses a statement in the system's dialog, on the screen Reconcile. */
export async function chooseStatement(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
  read = inEnglish,
): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  // By keyboard: a mouse resting on the page would show what appears only on hover.
  const button = (name: string): Locator => page.getByRole('button', { name: read(name), exact: true })
  await button('Choose a file').or(button('Another file')).press('Enter')
  await (await chooser).setFiles(file)
}

const starting = (name: string): RegExp => new RegExp(`^${name}`)

/** The states of a statement of the sample's contracts, one after another. */
export const STATEMENT_PLACES: readonly Place[] = [
  {
    name: 'Reconcile: a statement',
    show: async (page, read) => {
      await visit(page, 'reconcile', read('Reconcile'))
      await chooseStatement(page, SAMPLE_STATEMENT, read)
      await page.getByRole('grid').waitFor()
      return undefined
    },
  },
  {
    name: 'Reconcile: only in the book',
    show: async (page, read) => {
      await visit(page, 'reconcile', read('Reconcile'))
      await page.getByRole('radio', { name: starting(read('Only in the book')) }).check()
      await page.getByText(read('No such row')).first().waitFor()
      return undefined
    },
  },
  {
    name: 'Dialog: what a row is',
    layer: 'dialog',
    show: async (page, read) => {
      await page.getByRole('radio', { name: starting(read('Not in the book')) }).check()
      const opener = button(page, read('Choose what line 5 is'))
      await opener.press('Enter')
      await page.getByRole('dialog').waitFor()
      return opener
    },
  },
  {
    name: 'Dialog: record rows',
    layer: 'alertdialog',
    show: async (page, read) => {
      const opener = button(page, read('Record 3 rows'))
      await opener.press('Enter')
      await page.getByRole('alertdialog').waitFor()
      return opener
    },
  },
  {
    name: 'Reconcile: columns',
    show: async (page, read) => {
      await button(page, read('Columns')).press('Enter')
      await page.getByRole('region', { name: read('Which column is which') }).waitFor()
      return undefined
    },
  },
]
