import { resolve } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { accepted, asked, execute } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'
import { chooseStatement } from './places/statements.ts'
import { settled, visit } from './visiting.ts'

const UPWORK = resolve(import.meta.dirname, '../reconcile/fixtures/upwork-client.csv')

/** Northwind's contract with Priya Nair, which the report is of. */
async function helpCentre(page: Page): Promise<string> {
  const { contractId } = await accepted(page, {
    type: 'open-contract',
    title: 'Help-centre articles',
    client: 'Northwind',
    freelancer: 'Priya Nair',
    currency: 'USD',
    on: '2026-01-01',
    policy: { clientFeeBp: 500, freelancerFeeBp: 1_000, contractFee: 499 },
    milestones: [
      { title: 'Batch one', amount: 25_000 },
      { title: 'Batch two', amount: 25_000 },
    ],
  })
  return contractId ?? ''
}

/** Records a bonus from a bank's file of one row, and leaves another row of it open. */
async function importBonus(page: Page, id: string, name: string): Promise<void> {
  const answer = await execute(page, {
    type: 'apply-statement',
    text: `Date,Id,Details,Amount,Currency\n2026-01-05,${id},Bonus,-20.00,USD\n2026-01-06,${id}-b,Grocer,-9.00,USD\n`,
    file: { name, sha256: 'ab'.repeat(32), bytes: 90 },
    columns: { date: 'Date', id: 'Id', description: 'Details', amount: 'Amount', currency: 'Currency' },
    edited: [{ line: 2, command: { type: 'bonus', contractId: 'C0001', amount: 2_000 } }],
  })
  if (!answer.ok) throw new Error(answer.error.message)
}

const preview = (page: Page) => page.getByRole('dialog', { name: 'Take this import back' })

const axe = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze())
    .violations

test('an import is offered back in its toast, and Control Z on Reconcile opens the preview and takes nothing back unseen', async ({
  page,
}) => {
  const contractId = await helpCentre(page)
  await page.keyboard.press('Control+6')
  await page.getByRole('heading', { level: 1, name: 'Reconcile' }).waitFor()
  await chooseStatement(page, UPWORK)
  await page.getByRole('button', { name: 'Record 6 rows' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Record 6 rows' }).click()
  const toast = page.getByRole('status').filter({ hasText: 'Recorded 6 entries from upwork-client.csv' })
  await expect(toast.getByRole('button', { name: 'Take this import back' })).toBeVisible()
  const { head } = await asked(page, { type: 'book' })
  await page.keyboard.press('Control+z')
  await expect(preview(page)).toContainText('6 entries go, as if its 6 rows had never been recorded.')
  expect((await asked(page, { type: 'book' })).head).toBe(head)
  expect(await axe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(preview(page)).toBeHidden()
  await toast.getByRole('button', { name: 'Take this import back' }).click()
  await preview(page).getByRole('button', { name: 'Take 6 entries back' }).click()
  await expect(page.getByText('Took the import back: 6 entries reversed')).toBeVisible()
  expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject({ deposited: 0, bonuses: 0 })
  await expect(page.getByText('No row is in the book already, 6 are not.')).toBeVisible()
})

test('the statements read are listed with what became of their rows, and one is taken back by keyboard', async ({
  page,
}) => {
  await visit(page, 'reconcile/imports', 'Statements read')
  await expect(page.getByText('No statement has been read yet.')).toBeVisible()
  expect(await axe(page)).toEqual([])
  await helpCentre(page)
  await importBonus(page, 'T1', 'january.csv')
  await importBonus(page, 'T2', 'current-account.csv')
  await accepted(page, { type: 'bonus', contractId: 'C0001', amount: 300 })
  await expect(page.getByText('2 statements were read. 2 rows of 2 of them still wait for you.')).toBeVisible()
  const row = page.getByRole('row', { name: /january\.csv/ })
  await expect(row).toContainText('1001Go onTake back…')
  await page.getByRole('button', { name: /^Take back current-account\.csv/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(preview(page)).toContainText('One entry goes, as if its row had never been recorded.')
  await expect(preview(page)).toContainText('2 entries recorded since are recorded anew, with nothing changed.')
  await expect(preview(page).getByRole('row', { name: /Help-centre articles/ })).toContainText('no. 2')
  await settled(page)
  await page.keyboard.press('Enter')
  await expect(preview(page)).toBeHidden()
  await expect(row).toContainText(': its one entry went')
  await expect(row).toContainText('Taken back')
  expect(await axe(page)).toEqual([])
})

test('each entry of an import leads to taking it back, and a closed month says why that cannot be', async ({
  page,
}) => {
  await helpCentre(page)
  await importBonus(page, 'T1', 'january.csv')
  await visit(page, 'contracts/C0001', 'Help-centre articles')
  const button = page.getByRole('button', { name: /^Take back the import that recorded “/ })
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(preview(page)).toContainText('january.csv, read')
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
  await accepted(page, { type: 'close-books', until: '2026-01-31' })
  await visit(page, 'reconcile/imports', 'Statements read')
  await expect(page.getByRole('row', { name: /january\.csv/ })).toContainText('the books are closed until')
  await expect(page.getByRole('button', { name: /^Take back january\.csv/ })).toHaveAttribute('aria-disabled', 'true')
})
