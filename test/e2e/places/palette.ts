import type { Locator, Page } from '@playwright/test'
import type { BookDialog } from '../../../renderer/state/book-dialog.ts'
import { button, type Place, type Reading, settled, visit, WEBSITE } from '../visiting.ts'

async function findOrDo(page: Page, read: Reading, what: string): Promise<Locator> {
  await visit(page, 'contracts/C0001', read(WEBSITE[1]))
  const from = button(page, read('Pay a bonus'))
  await from.focus()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: read('Find or do') }).fill(what)
  return from
}

/** Chooses an action in the palette. */
const byPalette =
  (what: string) =>
  async (page: Page, read: Reading): Promise<Locator> => {
    const from = await findOrDo(page, read, read(what))
    await page
      .getByRole('option', { name: read(what) })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: read('Find or do') }).waitFor({ state: 'hidden' })
    await page.getByRole('dialog').waitFor()
    return from
  }

/** Imports a statement of one row, which is in the book already the second time. */
async function importOneRow(page: Page): Promise<void> {
  await page.evaluate(() =>
    window.escrowbook.execute({
      type: 'apply-statement',
      text: 'Date,Id,Details,Amount,Currency\n2026-01-05,T9,Bonus,-1.00,USD\n',
      file: { name: 'bank.csv', sha256: '0'.repeat(64), bytes: 60 },
      columns: { date: 'Date', id: 'Id', description: 'Details', amount: 'Amount', currency: 'Currency' },
      edited: [{ line: 2, command: { type: 'bonus', contractId: 'C0001', amount: 100 } }],
    }),
  )
}

/** The dialogs of the whole book; one that is missing here does not compile. */
export const BOOK_DIALOGS: Readonly<Record<BookDialog['dialog'], Place>> = {
  'print-statement': {
    name: 'Dialog: Print statement, from the palette',
    layer: 'dialog',
    show: byPalette('Print statement'),
  },
  'check-statement': {
    name: 'Dialog: Check a statement',
    layer: 'dialog',
    show: async (page, read) => {
      const from = await byPalette('Check a statement')(page, read)
      await page.getByRole('textbox', { name: read('Entry number') }).fill('1')
      await page.getByRole('textbox', { name: read('Fingerprint') }).fill('0000')
      await settled(page)
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByRole('alert').waitFor()
      return from
    },
  },
  export: { name: 'Dialog: Export', layer: 'dialog', show: byPalette('Export…') },
  'save-year': { name: 'Dialog: Save a year', layer: 'dialog', show: byPalette('Save a year for the accountant…') },
  'close-books': { name: 'Dialog: Close the books', layer: 'dialog', show: byPalette('Close the books…') },
  correct: {
    name: 'Dialog: Correct an entry',
    layer: 'dialog',
    show: async (page, read) => {
      await visit(page, 'contracts/C0001', read(WEBSITE[1]))
      const from = button(page, read('Correct “Funded {Discovery}”…'))
      await from.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      return from
    },
  },
  'take-back': {
    name: 'Dialog: Take an import back',
    layer: 'dialog',
    show: async (page, read) => {
      await importOneRow(page)
      await visit(page, 'reconcile/imports', read('Statements read'))
      const from = page.getByRole('table').getByRole('button').first()
      await from.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      return from
    },
  },
  'restore-export': { name: 'Dialog: Restore from JSON', layer: 'dialog', show: byPalette('Restore from JSON') },
}

/** The palette itself. */
export const PALETTE_PLACES: readonly Place[] = [
  {
    name: 'Palette',
    layer: 'dialog',
    show: async (page, read) => {
      const from = await findOrDo(page, read, '')
      await page.getByRole('option').nth(20).waitFor()
      return from
    },
  },
  {
    name: 'Palette: nothing found',
    layer: 'dialog',
    show: async (page, read) => {
      const from = await findOrDo(page, read, '0000')
      await page.getByText(read('No matches.')).waitFor()
      return from
    },
  },
]
