import type { Page } from '@playwright/test'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { accepted, asked, openContract } from './bridge.ts'
import { expect, sampleTest as test } from './on-shared-app.ts'
import { settled, visit, WEBSITE } from './visiting.ts'

/** Opens Submit work of a contract that was funded a year ago, with its day. */
async function submitWork(page: Page) {
  const contractId = await openContract(page, [400_00], { on: '2025-11-01' as IsoDate })
  await accepted(page, {
    type: 'fund-milestone',
    contractId,
    milestoneId: 'M1',
    amount: 400_00,
    on: '2025-11-01' as IsoDate,
  })
  await visit(page, `contracts/${contractId}`, 'Website')
  await page.getByRole('button', { name: 'Submit work', exact: true }).first().click()
  const dialog = page.getByRole('dialog').first()
  await dialog.getByRole('button', { name: /^On/ }).click()
  await settled(page)
  const day = dialog.getByRole('textbox', { name: 'On', exact: true })
  const latest = async () => (await asked(page, { type: 'contract', contractId })).timeline[0]
  return { dialog, day, confirm: dialog.locator('[type="submit"]'), latest }
}

const entries = async (page: Page) => (await asked(page, { type: 'book' })).entries

test('the line under a day says what is recorded, and two digits are a year of this century', async ({ page }) => {
  const { dialog, day, latest } = await submitWork(page)
  await expect(day).toBeFocused()
  await expect(day).toHaveValue('11/20/2026')
  await day.fill('11/19/26')
  await expect(dialog).toContainText('Thu, Nov 19, 2026, yesterday')
  await day.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await latest()).toMatchObject({ on: '2026-11-19' })
})

for (const [typed, refusal] of [
  ['11/2', /Nov 2, 2026/],
  ['02/30/2026', 'February 2026 has 28 days. Type 02/28/2026 or another day.'],
  ['13/05/2026', 'There is no month 13. The month comes first, such as 05/13/2026.'],
  ['11/19/', 'This day is not finished. Type it whole, such as 11/20/2026.'],
  ['11/19/202', 'This day is not finished.'],
  ['nov 25', 'Nov 25 is after today, Nov 20. What has not happened yet is not recorded.'],
  ['01/05/1926', 'Days before 1970 are not taken.'],
  ['soon', 'This is not a day. Type it like 11/20/2026, 4 Jul or yesterday.'],
] as const)
  test(`“${typed}” is never recorded as another day than the field says`, async ({ page }) => {
    const { dialog, day, confirm } = await submitWork(page)
    const before = await entries(page)
    await day.fill(typed)
    await expect(dialog).toContainText(refusal)
    if (refusal instanceof RegExp) return
    await day.press('Tab')
    await expect(dialog.getByRole('alert')).toContainText(refusal)
    await expect(day).toHaveValue(typed)
    await expect(day).toHaveAttribute('aria-invalid', 'true')
    await expect(confirm).toHaveAttribute('aria-disabled', 'true')
    await confirm.click({ force: true })
    await expect(day).toBeFocused()
    await day.press('Enter')
    expect(await entries(page)).toBe(before)
    await expect(dialog).toBeVisible()
  })

test('a half-deleted day is refused, and the nearest days are offered', async ({ page }) => {
  const { dialog, day, confirm } = await submitWork(page)
  await day.press('End')
  await day.press('Backspace')
  await expect(confirm).toHaveAttribute('aria-disabled', 'true')
  await day.fill('11/31/2025')
  await day.press('Tab')
  await dialog.getByRole('button', { name: 'Nov 30, 2025' }).click()
  await expect(day).toHaveValue('11/30/2025')
  await expect(day).toBeFocused()
  await expect(dialog).toContainText('Sun, Nov 30, 2025')
})

test('the calendar works by keys: arrows, Page Up, Home, Enter takes, Escape leaves', async ({ page }) => {
  const { dialog, day } = await submitWork(page)
  await day.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Choose a day' })
  await expect(calendar.getByRole('button', { name: 'Fri, Nov 20, 2026' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowUp')
  await expect(calendar.getByRole('button', { name: 'Thu, Nov 12, 2026' })).toBeFocused()
  await page.keyboard.press('Home')
  await expect(calendar.getByRole('button', { name: 'Sun, Nov 8, 2026' })).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(calendar.getByRole('button', { name: 'Thu, Oct 8, 2026' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(calendar).toBeHidden()
  await expect(dialog).toBeVisible()
  await expect(day).toBeFocused()
  await expect(day).toHaveValue('11/20/2026')
  await day.press('Alt+ArrowDown')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(calendar, 'a day after today is not taken').toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(calendar).toBeHidden()
  await expect(day).toHaveValue('11/14/2026')
})

test('a due date is the next such day, and is not dropped when it cannot be read', async ({ page }) => {
  await visit(page, `contracts/${WEBSITE[0]}`, 'Website redesign')
  await page.getByRole('button', { name: 'Edit Build', exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  const due = dialog.getByRole('textbox', { name: 'Due' })
  await settled(page)
  await due.fill('4 ju')
  await due.press('Enter')
  await expect(due).toBeFocused()
  await due.fill('4 jul')
  await expect(dialog).toContainText('Sun, Jul 4, 2027')
  await due.press('Enter')
  await expect(dialog).toBeHidden()
  const { contract } = await asked(page, { type: 'contract', contractId: WEBSITE[0] })
  expect(contract.milestones.find(({ title }) => title === 'Build')).toMatchObject({ due: '2027-07-04' })
})

test('a ledger period with a day that cannot be read shows nothing, and exports nothing', async ({ page }) => {
  await visit(page, 'ledger', 'Ledger')
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Between two days')
  const from = page.getByRole('textbox', { name: 'From' })
  await from.fill('02/30/2026')
  await from.press('Tab')
  await expect(page.getByRole('alert')).toContainText('February 2026 has 28 days.')
  await expect(page.getByRole('table')).toHaveCount(0)
  await page.getByRole('button', { name: 'Export…' }).click()
  await expect(from).toBeFocused()
})

for (const [opener, title, saves] of [
  ['Print statement…', 'Print statement', 'print-statement'],
  ['Export…', 'Export', 'save-export'],
] as const)
  test(`${title} refuses a bound that cannot be read beside its field, and writes nothing`, async ({ app, page }) => {
    await app.evaluate(({ dialog }) => {
      dialog.showSaveDialog = () => Promise.reject(new Error('a file was asked for'))
    })
    if (saves === 'save-export') {
      await visit(page, 'ledger', 'Ledger')
      await page.getByRole('button', { name: opener }).click()
    } else {
      await visit(page, `contracts/${WEBSITE[0]}`, 'Website redesign')
      await page.getByRole('button', { name: 'More actions', exact: true }).first().click()
      await page.getByRole('menuitem', { name: opener, exact: true }).click()
    }
    const dialog = page.getByRole('dialog').first()
    await dialog.getByRole('combobox', { name: 'Period' }).selectOption('Other days…')
    const [from, to] = [dialog.getByRole('textbox').first(), dialog.getByRole('textbox').last()]
    const confirm = dialog.locator('[type="submit"]')
    await settled(page)
    for (const [bound, other] of [
      [from, to],
      [to, from],
    ] as const) {
      await bound.fill('02/30/2026')
      await bound.press('Tab')
      await expect(dialog.getByRole('alert')).toContainText('February 2026 has 28 days.')
      await expect(bound).toHaveAttribute('aria-invalid', 'true')
      await expect(confirm).toHaveAttribute('aria-disabled', 'true')
      await confirm.click({ force: true })
      await expect(bound, 'a refused confirmation leads to the field').toBeFocused()
      await other.press('Enter')
      await expect(dialog).toBeVisible()
      await bound.fill('11/01/2026')
      await bound.press('Tab')
      await expect(dialog.getByRole('alert')).toHaveCount(0)
    }
  })

test('a due date of the first centuries blocks no edit, shows its whole year, and opens its calendar', async ({
  page,
}) => {
  const contractId = await openContract(page, [400_00])
  const milestoneId = 'M1'
  await accepted(page, { type: 'edit-milestone', contractId, milestoneId, due: '0026-01-05' as IsoDate })
  await visit(page, `contracts/${contractId}`, 'Website')
  await page.getByRole('button', { name: 'Edit A', exact: true }).first().click()
  const dialog = page.getByRole('dialog').first()
  const due = dialog.getByRole('textbox', { name: 'Due' })
  await expect(due).toHaveValue('01/05/0026')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
  await due.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog', { name: 'Choose a day' })
  await expect(calendar.locator('[data-day="0026-01-05"]')).toBeFocused()
  await page.keyboard.press('PageUp')
  await expect(calendar.locator('[data-day="0025-12-05"]')).toBeFocused()
  await page.keyboard.press('Escape')
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Design')
  await settled(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const { contract } = await asked(page, { type: 'contract', contractId })
  expect(contract.milestones[0]).toMatchObject({ title: 'Design', due: '0026-01-05' })
})

test('a day is shown and read in the format that Settings has', async ({ page }) => {
  await visit(page, 'settings', 'Settings')
  const loaded = page.waitForEvent('load')
  await page.getByRole('combobox', { name: 'Dates' }).selectOption('20 Nov 2026')
  await loaded
  const { dialog, day, latest } = await submitWork(page)
  await expect(day).toHaveValue('20/11/2026')
  await day.fill('5/11/26')
  await expect(dialog).toContainText('5 Nov 2026')
  await day.press('Enter')
  await expect(dialog).toBeHidden()
  expect(await latest()).toMatchObject({ on: '2026-11-05' })
})
