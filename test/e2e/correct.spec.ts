import type { Page } from '@playwright/test'
import { visitBookingPage } from './booking-page.ts'
import { acceptedAll, asked, execute, openContract } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'
import { inEnglish, settled, visit } from './visiting.ts'

const dialogOf = (page: Page) => page.getByRole('dialog')
const timelineRow = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Timeline' }).getByRole('row', { name }).first()

async function correct(page: Page, what: string): Promise<void> {
  await page
    .getByRole('button', { name: `Correct “${what}”…`, exact: true })
    .first()
    .click()
  await dialogOf(page).waitFor()
  await settled(page)
}

const writeAmount = (page: Page, amount: string): Promise<void> =>
  dialogOf(page).getByRole('textbox', { name: 'Amount', exact: true }).fill(amount)

test('an amount of weeks ago is put right in one dialog, which shows first what follows from it', async ({ page }) => {
  const contractId = await visitBookingPage(page)
  await correct(page, 'Paid Design')
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('heading', { name: 'Correct “Paid Design”' })).toBeVisible()
  await expect(dialog.getByRole('textbox', { name: 'Amount', exact: true })).toBeFocused()
  await expect(dialog.getByText('of 420.00 held that day')).toBeVisible()
  await expect(dialog.getByText('Nothing is different yet.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Correct', exact: true })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.type('95')
  await dialog.getByRole('button', { name: 'Correct to 95.00' }).waitFor()
  const figures = dialog.getByRole('table', { name: 'Figures before and after, USD' }).getByRole('row')
  await expect(figures).toHaveText([
    /What changes/,
    /Paid to Ana Ruiz190\.00195\.00/,
    /Unallocated in escrow230\.00225\.00/,
    /To pay in for Launch70\.0075\.00/,
  ])
  const entries = dialog.getByRole('table', { name: 'Entries that are taken back and recorded anew' }).getByRole('row')
  await expect(entries).toHaveText([
    /4 entries are recorded anew/,
    /Paid Design90\.00 95\.00/,
    /Funded Build330\.00 325\.00/,
    /Paid Build100\.00, the same/,
    /Paid a bonus10\.00, the same/,
  ])
  await expect(dialog.getByText('No printed statement, saved year or closed period is touched.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(
    page.getByRole('status').getByText('Corrected “Paid Design” to 95.00, 4 entries recorded anew'),
  ).toBeVisible()
  await expect(timelineRow(page, /Paid Design/)).toContainText('Corrected, was 90.00')
  expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject({
    released: 19_500,
    unallocated: 22_500,
    bonuses: 1_000,
  })

  const group = page.getByRole('button', { name: '4 entries before the correction' })
  await expect(group).toHaveAttribute('aria-expanded', 'false')
  await expect(page.getByRole('region', { name: 'Timeline' }).getByRole('row')).toHaveCount(8)
  await group.click()
  await expect(page.getByText('Taken back as entries 7 to 10, recorded anew as 11 to 14.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Timeline' }).getByText('Paid Design')).toHaveCount(2)

  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('status').getByText('Corrected “Paid Design” to 90.00')).toBeVisible()
  expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject({
    released: 19_000,
    unallocated: 23_000,
  })
})

test('a removal that later entries need is refused with the entry at fault, and offers to take those too', async ({
  page,
}) => {
  const contractId = await visitBookingPage(page)
  await correct(page, 'Paid Design')
  const dialog = dialogOf(page)
  await dialog.getByRole('radio', { name: /It never happened/ }).click()
  await expect(dialog.getByRole('alert')).toContainText('Entry 4, Funded Build, would not have been possible.')
  const reached = dialog.getByRole('table', { name: 'How far the correction comes' }).getByRole('row')
  await expect(reached).toHaveText([
    /The correction stops here/,
    /Paid Design90\.00, removed/,
    /Funded Buildnot possible/,
    /Paid Buildnot reached/,
    /Paid a bonusnot reached/,
  ])
  const remove = dialog.getByRole('button', { name: 'Remove “Paid Design”' })
  await expect(remove).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('button', { name: 'Remove Funded Build and Paid Build too' }).click()
  await expect(dialog.getByText('One entry is recorded anew, on its own day')).toBeVisible()
  expect((await asked(page, { type: 'book' })).entries, 'the way out records nothing yet').toBe(6)
  await remove.click()
  await expect(dialog).toBeHidden()
  expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject({
    released: 0,
    escrow: 42_000,
    bonuses: 1_000,
  })
})

test('a refused amount is said beside it, and nothing is recorded', async ({ page }) => {
  await visitBookingPage(page)
  await correct(page, 'Paid Design')
  await writeAmount(page, '421')
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('alert')).toContainText('Design holds 420.00.')
  await expect(dialog.getByRole('textbox', { name: 'Amount', exact: true })).toHaveAttribute('aria-invalid', 'true')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  expect((await asked(page, { type: 'book' })).entries).toBe(6)
})

test('an entry is corrected from the ledger, and removed', async ({ page }) => {
  const contractId = await visitBookingPage(page)
  await visit(page, 'ledger', inEnglish('Ledger'))
  await correct(page, 'Paid a bonus')
  await dialogOf(page)
    .getByRole('radio', { name: /It never happened/ })
    .click()
  await dialogOf(page).getByRole('button', { name: 'Remove “Paid a bonus”' }).click()
  await expect(dialogOf(page)).toBeHidden()
  expect((await asked(page, { type: 'contract', contractId })).contract.bonuses).toBe(0)
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await asked(page, { type: 'contract', contractId })).contract.bonuses).toBe(1_000)
})

/** By type of an entry: the field to change, its new value, and the contract afterwards. */
const EACH: Readonly<Record<string, readonly [field: string, typed: string, after: Record<string, unknown>]>> = {
  'fund-milestone': ['Amount', '300', { deposited: 30_000 }],
  'request-refund': ['Reason', 'agreed', {}],
  'approve-refund': ['Note', 'by phone', {}],
  'open-dispute': ['Reason', 'late', {}],
  'resolve-dispute': ['Paid to Muhammad A.', '15', { released: 1_500, refunded: 1_500 }],
  'submit-work': ['Note', 'by mail', {}],
  'add-milestone': ['Amount', '60', { milestones: [{}, { amount: 6_000 }] }],
}

test('every kind of entry is corrected in its own form', async ({ page }) => {
  const contractId = await openContract(page, [10_000], { on: '2026-10-05' })
  const milestoneId = 'M1'
  await acceptedAll(page, [
    { type: 'add-milestone', contractId, title: 'C', amount: 5_000, on: '2026-10-06' },
    { type: 'fund-milestone', contractId, milestoneId, amount: 40_000, on: '2026-10-06' },
    { type: 'submit-work', contractId, milestoneId, on: '2026-10-07' },
    { type: 'request-refund', contractId, milestoneId, amount: 1_000, on: '2026-10-08' },
    { type: 'approve-refund', contractId, on: '2026-10-09' },
    { type: 'open-dispute', contractId, milestoneId, amount: 2_000, on: '2026-10-10' },
    { type: 'resolve-dispute', contractId, release: 2_000, refund: 0, on: '2026-10-11' },
  ])
  await visit(page, `contracts/${contractId}`, 'Website')
  const { timeline } = await asked(page, { type: 'contract', contractId })
  const dialog = dialogOf(page)
  for (const { label, type } of timeline.filter(each => each.type !== 'open-contract'))
    await test.step(type, async () => {
      const [field = '', typed = '', after = {}] = EACH[type] ?? []
      await correct(page, label)
      const opener = dialog.getByRole('button', { name: field, exact: true })
      if (await opener.isVisible()) await opener.click()
      await dialog.getByRole('textbox', { name: field, exact: true }).fill(typed)
      await dialog.getByRole('button', { name: /^Correct( to|$)/, disabled: false }).click()
      await expect(dialog).toBeHidden()
      expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject(after)
    })
})

test('a correction names the printed statements and saved years that no longer agree then', async ({
  page,
}, testInfo) => {
  await visitBookingPage(page)
  const path = testInfo.outputPath('october.pdf')
  const printed = await execute(page, { type: 'print-statement', from: '2026-10-01', to: '2026-10-31', path })
  expect(printed).toMatchObject({ ok: true })
  await correct(page, 'Paid Design')
  await writeAmount(page, '95')
  await expect(dialogOf(page).getByText('The printed statement october.pdf no longer agrees')).toBeVisible()
  await expect(dialogOf(page).getByText('No saved year and no closed period is touched.')).toBeVisible()
})
