import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { asked } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'

/** Types a day as a person does, key by key. */
async function typeDay(page: Page, name: string, day: string): Promise<void> {
  await page.getByLabel(name, { exact: true }).focus()
  await page.keyboard.type(day)
}

async function fillSentence(page: Page): Promise<void> {
  for (const [name, value] of [
    ['Client', 'Northwind'],
    ['Freelancer', 'Ana Ruiz'],
    ['Title', 'Icon set'],
  ] as const)
    await page.getByLabel(name, { exact: true }).fill(value)
}

/** Pastes text into a field, as copied from a spreadsheet. */
async function paste(page: Page, field: string, text: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).evaluate((element, copied) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', copied)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

test('a contract that is under way elsewhere can be entered with its past days, previewed, and recorded as one line of the journal', async ({
  page,
  book,
}) => {
  await page.getByRole('button', { name: 'Enter a contract under way' }).click()
  await expect(page.getByLabel('Already under way')).toBeChecked()
  await fillSentence(page)
  await page.getByLabel('Title of milestone 1').fill('Sketches')
  await page.getByLabel('Amount of milestone 1').fill('420')
  await page.getByLabel('Title of milestone 2').fill('Drawing')
  await page.getByLabel('Amount of milestone 2').fill('100')
  await typeDay(page, 'Day on which milestone 1 was funded', '09/01/26')
  await page.getByLabel('Payment 1 of milestone 1', { exact: true }).fill('400')
  await expect(page.getByText('Enter the day Sketches was paid.')).toBeVisible()
  await typeDay(page, 'Day of payment 1 of milestone 1', '09/10/26')
  await typeDay(page, 'Day on which milestone 2 was funded', '09/12/26')
  await typeDay(page, 'Day on which milestone 2 was submitted', '11/15/26')
  await expect(
    page.getByText(
      'Opens Icon set with its history since Sep 1, 2026, in 5 entries: 400.00 paid out, 100.00 in escrow.',
    ),
  ).toBeVisible()
  await expect(page.getByText('Under review')).toBeVisible()
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([])

  await page.getByLabel('Title', { exact: true }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Icon set' })).toBeVisible()
  await expect(page.getByRole('status')).toContainText('Opened Icon set with its history, in 5 entries')
  const { rows } = await asked(page, { type: 'ledger' })
  expect(rows.map(({ type, on }) => `${on} ${type}`)).toEqual([
    '2026-09-01 open-contract',
    '2026-09-01 fund-milestone',
    '2026-09-10 release',
    '2026-09-12 fund-milestone',
    '2026-11-15 submit-work',
  ])
  expect((await readFile(join(book, 'journal.ndjson'), 'utf8')).trim().split('\n')).toHaveLength(1)
  // Each is an entry of its own, and can be undone like any other.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Undid “Submitted Drawing”').first()).toBeVisible()
})

test('a past that the rules refuse is refused next to the day concerned, and nothing is recorded', async ({ page }) => {
  await page.getByRole('button', { name: 'Enter a contract under way' }).click()
  await fillSentence(page)
  await paste(
    page,
    'Title of milestone 1',
    'Task\tPrice\tFunded\tPaid on\nSketches\t100\t2026-09-01\t2026-09-10\nDrawing\t150\t2026-09-05\t',
  )
  await expect(page.getByLabel('Amount of milestone 2')).toHaveValue('150.00')
  const day = page.getByLabel('Day on which milestone 2 was funded')
  await expect(page.getByRole('alert')).toContainText('Sketches is still funded.')
  await expect(day).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Title', { exact: true }).press('Enter')
  await expect(day).toBeFocused()
  expect(await asked(page, { type: 'book' })).toMatchObject({ entries: 0 })
  await day.fill('2026-09-12')
  await expect(page.getByText(/in 4 entries: 100.00 paid out, 150.00 in escrow/)).toBeVisible()
})

test('rows copied from a spreadsheet become milestones of a new contract, starting at the row they are pasted into', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'New contract' }).click()
  await page.getByLabel('Title of milestone 1').fill('Kick-off')
  await page.getByLabel('Amount of milestone 1').fill('50')
  await paste(page, 'Title of milestone 2', 'Sketches\t$1,100.00\t12/1/2026\nDrawing\t$150.50\t12/20/2026\n')
  await expect(page.getByLabel('Title of milestone 3')).toHaveValue('Drawing')
  await expect(page.getByLabel('Due date of milestone 2')).toHaveValue('12/01/2026')
  await expect(page.getByLabel('Amount of milestone 3')).toHaveValue('150.50')
  await expect(page.getByLabel('Already under way')).not.toBeChecked()
  await expect(page.getByRole('row', { name: /Planned/ })).toContainText('1,300.50')
})
