import { ownPreset, PRESETS, presetPolicy } from '../../../shared/contract/presets.ts'
import { execute, openContract } from '../bridge.ts'
import { CONTRACT_DIALOGS, openDialog } from '../contract-dialogs.ts'
import { button, type Place, visit, WEBSITE } from '../visiting.ts'
import { BOOK_DIALOGS } from './palette.ts'

/** Every dialog, and the parts that some of them show only when opened. */
export const DIALOG_PLACES: readonly Place[] = [
  ...CONTRACT_DIALOGS.map(
    (place): Place => ({
      name: `Dialog: ${place.name}`,
      layer: 'dialog',
      show: (page, read) => openDialog(page, place, read),
    }),
  ),
  {
    name: 'Dialog: Fund with a day, a fee, a reference and a note',
    layer: 'dialog',
    show: async (page, read) => {
      const opener = await openDialog(page, { name: 'Fund', on: WEBSITE, button: 'Fund {Build}' }, read)
      const dialog = page.getByRole('dialog')
      for (const name of ['Fee charged', 'Reference', 'Note'])
        await dialog.getByRole('button', { name: read(name) }).press('Enter')
      await dialog.getByRole('button', { name: new RegExp(`^${read('On')} `) }).press('Enter')
      return opener
    },
  },
  {
    name: 'Dialog: Edit contract with its rules',
    layer: 'dialog',
    show: async (page, read) => {
      const opener = await openDialog(
        page,
        { name: 'Edit contract', on: WEBSITE, button: 'Edit contract', inMenu: true },
        read,
      )
      await page.getByRole('dialog').getByText(read('Rules'), { exact: true }).press('Enter')
      return opener
    },
  },
  {
    name: 'Dialog: Undo',
    layer: 'dialog',
    show: async (page, read) => {
      await visit(page, 'contracts/C0001', read(WEBSITE[1]))
      const from = button(page, read('Pay a bonus'))
      await from.focus()
      await page.keyboard.press('Control+z')
      await page.getByRole('dialog').waitFor()
      return from
    },
  },
  {
    name: 'Dialog: Remove contract',
    layer: 'dialog',
    show: async (page, read) => {
      const title = read('{Signage}')
      // Parties of its own, so that no row of a statement could be about it.
      const parties = { client: read('{Northwind}'), freelancer: read('{Ana Ruiz}') }
      const contractId = await openContract(page, [42_000, 10_000], { title, ...parties })
      return openDialog(
        page,
        { name: 'Remove', on: [contractId, title], button: 'Remove contract', inMenu: true },
        read,
      )
    },
  },
  {
    name: 'Dialog: Rename a party',
    layer: 'dialog',
    show: async (page, read) => {
      await visit(page, 'settings', read('Settings'))
      const opener = button(page, read('Rename {Acme Ltd}…'))
      await opener.press('Enter')
      await page.getByRole('dialog').waitFor()
      return opener
    },
  },
  {
    name: 'Dialog: Restore a backup',
    layer: 'alertdialog',
    show: async (page, read) => {
      await execute(page, { type: 'back-up' })
      // Settings loads the backups when it is opened.
      await visit(page, 'overview', read('Overview'))
      await visit(page, 'settings', read('Settings'))
      const opener = page
        .getByRole('list', { name: read('Backups') })
        .getByRole('button')
        .first()
      await opener.press('Enter')
      await page.getByRole('alertdialog').waitFor()
      return opener
    },
  },
  {
    name: 'Dialog: Add a preset',
    layer: 'dialog',
    show: async (page, read) => {
      await visit(page, 'settings', read('Settings'))
      const opener = button(page, read('Add a preset'))
      await opener.press('Enter')
      await page.getByRole('dialog').waitFor()
      return opener
    },
  },
  {
    name: 'Dialog: Remove a preset',
    layer: 'alertdialog',
    show: async (page, read) => {
      const ownPresets = PRESETS.slice(0, 1).map(preset =>
        ownPreset(read('{Studio}'), presetPolicy(preset, 2), 2, '2026'),
      )
      await execute(page, { type: 'set-preference', ownPresets })
      await visit(page, 'settings', read('Settings'))
      const opener = button(page, read('Remove the preset {Studio}…'))
      await opener.press('Enter')
      await page.getByRole('alertdialog').waitFor()
      return opener
    },
  },
  ...Object.values(BOOK_DIALOGS),
]
