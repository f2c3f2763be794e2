import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { sampleCommands } from '../../main/sample/sample-contracts.ts'
import type { BookDialog } from '../../renderer/state/book-dialog.ts'
import type { DialogMove } from '../../renderer/state/dialog-request.ts'
import type { IsoDate } from '../../shared/calendar.ts'
import type { EscrowCommandInput } from '../../shared/commands.ts'
import { ownPreset, PRESETS, presetPolicy } from '../../shared/presets.ts'
import { accepted, execute } from './bridge.ts'

/** The day on which the tests look at the sample contracts. */
export const LOOKED_AT = '2026-11-20' as IsoDate

/** Records the contracts of the sample book, as of `LOOKED_AT`; `change` may alter what was written into them. */
export async function recordSample(page: Page, change: (command: EscrowCommandInput) => EscrowCommandInput = command => command): Promise<void> {
  for (const command of sampleCommands(LOOKED_AT)) await accepted(page, change(command))
}

/** How a name of ours is read that holds names of the sample's things in braces (`Fund {Build}`). */
export type Reading = (name: string) => string

/** As the catalogue has it. */
export const inEnglish: Reading = name => name.replaceAll(/[{}]/g, '')

/** Goes to a screen by its address after `#/`, and waits for its heading. */
export async function visit(page: Page, address: string, heading: string | RegExp): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, `#/${address}`)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/** The screens that stand beside each other in the sidebar, and the one for a new contract: name, address. */
export const SCREENS: readonly (readonly [name: string, address: string])[] = [
  ['Contracts', ''],
  ['Overview', 'overview'],
  ['Ledger', 'ledger'],
  ['Reports', 'reports'],
  ['Planner', 'planner'],
  ['Reconcile', 'reconcile'],
  ['Settings', 'settings'],
  ['New contract', 'new-contract'],
]

/** A dialog: on which contract of the sample it is opened, by which button, and whether that stands in the menu “…”. Names of the sample's things stand in braces. */
export interface DialogPlace {
  readonly name: string
  readonly on: readonly [contractId: string, title: string]
  readonly button: string
  readonly inMenu?: true
}

const WEBSITE = ['C0001', '{Website redesign}'] as const
const REPORT = ['C0005', '{Annual report layout}'] as const

/** Every dialog that a button of a contract opens, by the move it makes. */
const MOVE_DIALOGS: Readonly<Record<Exclude<DialogMove, 'reverse'>, readonly DialogPlace[]>> = {
  'fund-milestone': [{ name: 'Fund', on: WEBSITE, button: 'Fund {Build}' }],
  release: [
    { name: 'Review & Pay', on: WEBSITE, button: 'Review & Pay' },
    { name: 'Pay out what is left over', on: ['C0004', '{Mobile onboarding}'], button: 'Pay out what is left over' },
  ],
  'submit-work': [{ name: 'Submit work', on: WEBSITE, button: 'Submit work' }],
  bonus: [{ name: 'Bonus', on: WEBSITE, button: 'Pay a bonus' }],
  'return-payment': [{ name: 'Returned payment', on: WEBSITE, button: 'Record a returned payment', inMenu: true }],
  'request-refund': [
    { name: 'Request refund', on: WEBSITE, button: 'Request refund', inMenu: true },
    { name: 'Request refund of a milestone', on: WEBSITE, button: 'Request refund from {Design}' },
  ],
  'approve-refund': [{ name: 'Approve refund', on: REPORT, button: 'Approve refund' }],
  'decline-refund': [{ name: 'Decline refund', on: REPORT, button: 'Decline refund' }],
  'cancel-refund': [{ name: 'Cancel refund request', on: REPORT, button: 'Cancel refund request' }],
  'open-dispute': [
    { name: 'Open dispute', on: WEBSITE, button: 'Open dispute', inMenu: true },
    { name: 'Open dispute about a milestone', on: WEBSITE, button: 'Open dispute about {Design}' },
  ],
  'resolve-dispute': [{ name: 'Resolve dispute', on: ['C0003', '{Data migration}'], button: 'Resolve dispute' }],
  'end-contract': [
    { name: 'End contract', on: WEBSITE, button: 'End contract' },
    { name: 'End contract in JPY', on: ['C0006', '{Packaging illustration}'], button: 'End contract' },
  ],
  'add-milestone': [{ name: 'Add milestone', on: WEBSITE, button: 'Add milestone' }],
  'edit-milestone': [{ name: 'Edit milestone', on: WEBSITE, button: 'Edit {Build}' }],
  'edit-contract': [{ name: 'Edit contract', on: WEBSITE, button: 'Edit contract', inMenu: true }],
  annotate: [{ name: 'Reference and note', on: WEBSITE, button: 'Funded {Discovery}' }],
}

/** Every dialog that a button of a contract opens. A move that has none here does not compile. */
export const DIALOGS: readonly DialogPlace[] = [
  ...Object.values(MOVE_DIALOGS).flat(),
  { name: 'Print statement', on: WEBSITE, button: 'Print statement…', inMenu: true },
]

/** Opens a dialog by keys from the contract's screen; gives back what must have the focus again once it is left. */
export async function openDialog(page: Page, { on: [contractId, title], button, inMenu }: DialogPlace, read = inEnglish): Promise<Locator> {
  await visit(page, `contracts/${contractId}`, read(title))
  const opener = page.getByRole('button', { name: read(inMenu ? 'More actions' : button), exact: true }).first()
  await opener.focus()
  await page.keyboard.press('Enter')
  if (inMenu) {
    await page.getByRole('menuitem', { name: read(button), exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('dialog').waitFor()
  return opener
}

/** What lies over the rest. */
export type Layer = 'dialog' | 'alertdialog' | 'menu'

/** Something to look at in the sample book. */
export interface Place {
  readonly name: string
  /** Where only a part is new: the screen behind it is a place of its own. */
  readonly layer?: Layer
  /** Goes there from anywhere; gives back what must have the focus again once the layer is left. */
  readonly show: (page: Page, read: Reading) => Promise<Locator | undefined>
}

/** A client's report of the sample's contracts, as the pictures show it. */
export const SAMPLE_STATEMENT = resolve(import.meta.dirname, '../../tools/pictures/upwork-transactions.csv')
/** A file that is no statement. */
export const LETTER = { name: 'letter.csv', mimeType: 'text/csv', buffer: Buffer.from('Dear Sir or Madam') }

/** Chooses a statement in the system's dialog, on the screen Reconcile. */
export async function chooseStatement(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }, read = inEnglish): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  // By the keyboard: a mouse that rests on the page shows what is there only for one that hovers.
  const button = (name: string): Locator => page.getByRole('button', { name: read(name), exact: true })
  await button('Choose a file').or(button('Another file')).press('Enter')
  await (await chooser).setFiles(file)
}

const starting = (name: string): RegExp => new RegExp(`^${name}`)

const screen = (name: string, address: string): Place => ({
  name,
  show: async (page, read) => {
    await visit(page, address, read(name))
    return undefined
  },
})
const contract = (contractId: string, title: string): Place => ({
  name: `Contract: ${title}`,
  show: async (page, read) => {
    await visit(page, `contracts/${contractId}`, read(`{${title}}`))
    return undefined
  },
})
const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first()

/** Opens a menu by its button on the contract's screen. */
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

/** The dialogs of the whole book; one that has no place here does not compile. */
const BOOK_DIALOGS: Readonly<Record<BookDialog['dialog'], Place>> = {
  'print-statement': { name: 'Dialog: Print statement, from the palette', layer: 'dialog', show: byPalette('Print statement') },
  'check-statement': {
    name: 'Dialog: Check a statement',
    layer: 'dialog',
    show: async (page, read) => {
      const from = await byPalette('Check a statement')(page, read)
      await page.getByRole('textbox', { name: read('Entry number') }).fill('1')
      await page.getByRole('textbox', { name: read('Hash') }).fill('0000')
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').getByRole('alert').waitFor()
      return from
    },
  },
  export: { name: 'Dialog: Export', layer: 'dialog', show: byPalette('Export…') },
  'save-year': { name: 'Dialog: Save a year', layer: 'dialog', show: byPalette('Save a year for the accountant…') },
  'restore-export': { name: 'Dialog: Restore from JSON', layer: 'dialog', show: byPalette('Restore from JSON') },
}

/** Everything there is to look at beside the empty book, every dialog, menu and message among it. */
export const PLACES: readonly Place[] = [
  ...SCREENS.map(([name, address]) => screen(name, address)),
  contract('C0001', 'Website redesign'),
  contract('C0002', 'Brand film'),
  contract('C0003', 'Data migration'),
  contract('C0004', 'Mobile onboarding'),
  contract('C0005', 'Annual report layout'),
  contract('C0006', 'Packaging illustration'),
  contract('C0007', 'Arabic localisation'),
  contract('C0008', 'Icon set'),
  {
    name: 'Contract: none of that number',
    show: async (page, read) => {
      await visit(page, 'contracts/C9999', read('No such contract'))
      return undefined
    },
  },
  {
    name: 'Contracts: nothing found',
    show: async (page, read) => {
      await visit(page, '', read('Contracts'))
      await page.getByRole('searchbox', { name: read('Search contracts') }).fill('0000')
      await page.getByText(read('No contract fits what you search for and the filters above.')).waitFor()
      return undefined
    },
  },
  {
    name: 'New contract: already under way',
    show: async (page, read) => {
      await visit(page, 'under-way', read('New contract'))
      await page.getByRole('textbox', { name: read('Amount of milestone 1'), exact: true }).waitFor()
      return undefined
    },
  },
  ...['Year', 'Client', 'Contract', 'Month'].map(
    (by): Place => ({
      name: `Reports: by ${by.toLowerCase()}`,
      show: async (page, read) => {
        await visit(page, 'reports', read('Reports'))
        await page.getByRole('tab', { name: read(by), exact: true }).press('Enter')
        await page
          .getByRole('tabpanel', { name: read(by), exact: true })
          .getByRole('table')
          .waitFor()
        return undefined
      },
    }),
  ),
  ...DIALOGS.map((place): Place => ({ name: `Dialog: ${place.name}`, layer: 'dialog', show: (page, read) => openDialog(page, place, read) })),
  {
    name: 'Dialog: Fund with a day, a fee, a reference and a note',
    layer: 'dialog',
    show: async (page, read) => {
      const opener = await openDialog(page, { name: 'Fund', on: WEBSITE, button: 'Fund {Build}' }, read)
      const dialog = page.getByRole('dialog')
      for (const name of ['Fee charged', 'Reference', 'Note']) await dialog.getByRole('button', { name: read(name) }).press('Enter')
      await dialog.getByRole('button', { name: new RegExp(`^${read('On')} `) }).press('Enter')
      return opener
    },
  },
  {
    name: 'Dialog: Edit contract with its rules',
    layer: 'dialog',
    show: async (page, read) => {
      const opener = await openDialog(page, { name: 'Edit contract', on: WEBSITE, button: 'Edit contract', inMenu: true }, read)
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
      const ownPresets = PRESETS.slice(0, 1).map(preset => ownPreset(read('{Studio}'), presetPolicy(preset, 2), 2, '2026'))
      await execute(page, { type: 'set-preference', ownPresets })
      await visit(page, 'settings', read('Settings'))
      const opener = button(page, read('Remove the preset {Studio}…'))
      await opener.press('Enter')
      await page.getByRole('alertdialog').waitFor()
      return opener
    },
  },
  ...Object.values(BOOK_DIALOGS),
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
      await page.getByText(read('Nothing is called that.')).waitFor()
      return from
    },
  },
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

/** What a statement of the sample's contracts shows, one after another. */
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

/** Leaves what lies over the screen, and lets go of what was typed there. */
export async function leave(page: Page): Promise<void> {
  const layers = page.locator('[role="dialog"], [role="alertdialog"], [role="menu"]')
  const discard = page.getByRole('alertdialog').getByRole('button').last()
  while ((await layers.count()) > 0) {
    if ((await layers.count()) > 1 && (await discard.isVisible())) await discard.click()
    else await page.keyboard.press('Escape')
    await page.waitForTimeout(50)
  }
}
