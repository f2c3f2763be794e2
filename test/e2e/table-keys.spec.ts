import type { Page } from '@playwright/test'
import { expect, sampleTest as test } from './on-shared-app.ts'
import { visit } from './visiting.ts'

/** Opens a screen and waits until its heading has the focus. */
async function arrive(page: Page, address: string, heading: string): Promise<void> {
  await visit(page, address, heading)
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused()
}

test('arrow keys move through the timeline, and Enter opens an entry’s reference and note', async ({ page }) => {
  await arrive(page, 'contracts/C0001', 'Website redesign')
  await page.getByRole('button', { name: 'Paid Design', exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const funded = page.getByRole('button', { name: 'Funded Design', exact: true }).first()
  await expect(funded).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Reference and note' })).toContainText('Funded Design')
  await page.keyboard.press('Escape')
  await expect(funded).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('button', { name: 'Opened Website redesign' })).toBeFocused()
})

test('a row of a report opens the source of its figures: the ledger of a month, or the contracts of a client', async ({
  page,
}) => {
  await arrive(page, 'reports', 'Reports')
  await page.getByRole('link', { name: 'Aug' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Ledger' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Brought forward/ })).toContainText('Sep 1')
  await expect(page.getByRole('row', { name: /Carried down/ })).toContainText('Sep 30')

  await visit(page, 'reports', 'Reports')
  await page.getByRole('tab', { name: 'Client' }).click()
  await page.getByRole('link', { name: 'Acme Ltd' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Contracts' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Client' })).toHaveValue('Acme Ltd')
})

test('arrow keys move from entry to entry in the ledger, also beyond the visible ones', async ({ page }) => {
  await arrive(page, 'ledger', 'Ledger')
  const links = page.getByRole('table').getByRole('link')
  await links.first().focus()
  for (let step = 0; step < 14; step++) await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('main')).not.toHaveJSProperty('scrollTop', 0)
  await expect(page.getByRole('table').locator('a:focus')).toBeInViewport()
})
