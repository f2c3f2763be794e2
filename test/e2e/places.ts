import { resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { sampleCommands } from '../../main/sample/sample-contracts.ts'
import type { IsoDate } from '../../shared/calendar.ts'
import { accepted } from './bridge.ts'

/** The day on which the tests look at the sample contracts. */
export const LOOKED_AT = '2026-11-20' as IsoDate

/** Records the contracts of the sample book, as of `LOOKED_AT`. */
export async function recordSample(page: Page): Promise<void> {
  for (const command of sampleCommands(LOOKED_AT)) await accepted(page, command)
}

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

/** A dialog: on which contract of the sample it is opened, by which button, and whether that stands in the menu “…”. */
export interface DialogPlace {
  readonly name: string
  readonly on: readonly [contractId: string, title: string]
  readonly button: string
  readonly inMenu?: true
}

const WEBSITE = ['C0001', 'Website redesign'] as const
const REPORT = ['C0005', 'Annual report layout'] as const

/** Every dialog there is, but the one that a shortcut alone opens. */
export const DIALOGS: readonly DialogPlace[] = [
  { name: 'Fund', on: WEBSITE, button: 'Fund Build' },
  { name: 'Review & Pay', on: WEBSITE, button: 'Review & Pay' },
  { name: 'Submit work', on: WEBSITE, button: 'Submit work' },
  { name: 'Request refund of a milestone', on: WEBSITE, button: 'Request refund from Design' },
  { name: 'Open dispute about a milestone', on: WEBSITE, button: 'Open dispute about Design' },
  { name: 'Bonus', on: WEBSITE, button: 'Pay a bonus' },
  { name: 'End contract', on: WEBSITE, button: 'End contract' },
  { name: 'Add milestone', on: WEBSITE, button: 'Add milestone' },
  { name: 'Edit milestone', on: WEBSITE, button: 'Edit Build' },
  { name: 'Reference and note', on: WEBSITE, button: 'Funded Discovery' },
  { name: 'Edit contract', on: WEBSITE, button: 'Edit contract', inMenu: true },
  { name: 'Request refund', on: WEBSITE, button: 'Request refund', inMenu: true },
  { name: 'Open dispute', on: WEBSITE, button: 'Open dispute', inMenu: true },
  { name: 'Returned payment', on: WEBSITE, button: 'Record a returned payment', inMenu: true },
  { name: 'Print statement', on: WEBSITE, button: 'Print statement…', inMenu: true },
  { name: 'Resolve dispute', on: ['C0003', 'Data migration'], button: 'Resolve dispute' },
  { name: 'Approve refund', on: REPORT, button: 'Approve refund' },
  { name: 'Decline refund', on: REPORT, button: 'Decline refund' },
  { name: 'Cancel refund request', on: REPORT, button: 'Cancel refund request' },
]

/** Opens a dialog by keys from the contract's screen; gives back what must have the focus again once it is left. */
export async function openDialog(page: Page, { on: [contractId, title], button, inMenu }: DialogPlace): Promise<Locator> {
  await visit(page, `contracts/${contractId}`, title)
  const opener = page.getByRole('button', { name: inMenu ? 'More actions' : button, exact: true }).first()
  await opener.focus()
  await page.keyboard.press('Enter')
  if (inMenu) {
    await page.getByRole('menuitem', { name: button, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await page.getByRole('dialog').waitFor()
  return opener
}

/** A client's report of the sample's contracts, as the pictures show it. */
export const SAMPLE_STATEMENT = resolve(import.meta.dirname, '../../tools/pictures/upwork-transactions.csv')

/** Chooses a statement in the system's dialog, on the screen Reconcile. */
export async function chooseStatement(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  // By the keyboard: a mouse that rests on the page shows what is there only for one that hovers.
  await page.getByRole('button', { name: /^(Choose a file|Another file)$/ }).press('Enter')
  await (await chooser).setFiles(file)
}
