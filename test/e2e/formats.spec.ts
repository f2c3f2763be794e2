import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accepted, execute, openContract } from './bridge.ts'
import { test as ownStartTest } from './fixture.ts'
import { expect, test } from './on-shared-app.ts'
import { settled, visit } from './visiting.ts'

test.use({ today: '2026-11-20' })

/** Chooses a format, after which the page reloads at the same place. */
async function choose(page: Page, name: string, label: string): Promise<void> {
  const loaded = page.waitForEvent('load')
  await page.getByRole('combobox', { name }).selectOption({ label })
  await loaded
  await expect(page.getByRole('heading', { name: 'Formats' })).toBeFocused()
}

ownStartTest(
  'numbers and days are written and read as one chose, at once, in every part of the app and after a new start',
  async ({ launch, page }) => {
    ownStartTest.setTimeout(120_000)
    const contractId = await openContract(page, [123_450], { on: '2026-11-01' })
    await visit(page, `contracts/${contractId}`, 'Website')
    await expect(page.getByText('1,234.50').first()).toBeVisible()
    await visit(page, 'settings', 'Settings')
    await choose(page, 'Numbers', '1.234,50')
    await choose(page, 'Dates', '2026-11-20')
    await expect(page.getByRole('combobox', { name: 'Dates' })).toHaveValue('iso')
    await visit(page, `contracts/${contractId}`, 'Website')
    await expect(page.getByText('since 2026-11-01')).toBeVisible()
    await page.getByRole('button', { name: 'Fund A' }).click()
    const amount = page.getByRole('textbox', { name: 'Amount', exact: true })
    await expect(amount).toHaveValue('1.234,50')
    await amount.fill('1.000,25')
    await settled(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    // Texts of the main process use the same format.
    const refused = await execute(page, { type: 'release', contractId, milestoneId: 'M1', amount: 200_000 })
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining('1.000,25') } })
    const again = await launch({ args: ['--book', join(test.info().outputDir, 'another')] })
    const other = await again.firstWindow()
    await visit(other, `contracts/${await openContract(other, [123_450], { on: '2026-11-01' })}`, 'Website')
    await expect(other.getByText('1.234,50').first()).toBeVisible()
  },
)

test('dates can have the day or the month first, independent of the number format', async ({ page }) => {
  const contractId = await openContract(page, [50_000], { on: '2025-11-01' })
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2025-11-02' })
  for (const [format, day] of [
    ['20 Nov 2026', '2 Nov 2025'],
    ['Nov 20, 2026', 'Nov 2, 2025'],
  ] as const) {
    await visit(page, 'settings', 'Settings')
    await choose(page, 'Dates', format)
    await visit(page, `contracts/${contractId}`, 'Website')
    await expect(page.getByText(day, { exact: true })).toBeVisible()
  }
})

test('rows of the list can be compact', async ({ page }) => {
  await openContract(page, [50_000])
  await visit(page, 'settings', 'Settings')
  await page.getByRole('radio', { name: 'Compact' }).check()
  await visit(page, '', 'Contracts')
  await expect.poll(async () => (await page.getByRole('row', { name: /Website/ }).boundingBox())?.height).toBe(28)
})
