import { openDialog } from '../contract-dialogs.ts'
import { type Place, visit, WEBSITE } from '../visiting.ts'
import { chooseStatement, LETTER } from './statements.ts'

/** The messages that follow from typing or choosing something. */
export const MESSAGE_PLACES: readonly Place[] = [
  {
    name: 'Refusal',
    layer: 'dialog',
    show: async (page, read) => {
      const opener = await openDialog(page, { name: 'Review & Pay', on: WEBSITE, button: 'Review & Pay' }, read)
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: read('Amount'), exact: true })
        .fill('30')
      await page.getByRole('dialog').getByRole('alert').waitFor()
      return opener
    },
  },
  {
    name: 'Dialog: discard what was typed',
    layer: 'alertdialog',
    show: async (page, read) => {
      const opener = await openDialog(page, { name: 'Review & Pay', on: WEBSITE, button: 'Review & Pay' }, read)
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: read('Amount'), exact: true })
        .fill('5')
      await page.keyboard.press('Escape')
      await page.getByRole('alertdialog').waitFor()
      return opener
    },
  },
  {
    name: 'Reconcile: no statement',
    show: async (page, read) => {
      await visit(page, 'reconcile', read('Reconcile'))
      await chooseStatement(page, LETTER, read)
      await page.getByRole('alert').waitFor()
      return undefined
    },
  },
]
