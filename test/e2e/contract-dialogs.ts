import type { Locator, Page } from '@playwright/test'
import type { DialogMove } from '../../shared/contract/moves.ts'
import { inEnglish, visit, WEBSITE } from './visiting.ts'

/**
 * A dialog: the contract of the sample that it is opened on, its button, and whether that is in the
 * menu “…”. Names from the sample are in braces.
 */
export interface DialogPlace {
  readonly name: string
  readonly on: readonly [contractId: string, title: string]
  readonly button: string
  readonly inMenu?: true
}

const REPORT = ['C0005', '{Annual report layout}'] as const

/**
 * Every dialog that a button of a contract opens, by the move it makes. Undoing has a shortcut, and
 * the sample has no contract that can be removed.
 */
const MOVE_DIALOGS: Readonly<Record<Exclude<DialogMove, 'reverse' | 'remove-contract'>, readonly DialogPlace[]>> = {
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

/** Every dialog that a button of a contract opens. A move that is missing here does not compile. */
export const CONTRACT_DIALOGS: readonly DialogPlace[] = [
  ...Object.values(MOVE_DIALOGS).flat(),
  { name: 'Print statement', on: WEBSITE, button: 'Print statement…', inMenu: true },
]

/**
 * Opens a dialog by keyboard from the contract's screen; returns the element that must have the
 * focus again after it is closed.
 */
export async function openDialog(
  page: Page,
  { on: [contractId, title], button, inMenu }: DialogPlace,
  read = inEnglish,
): Promise<Locator> {
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
