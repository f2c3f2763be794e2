import { visitBookingPage } from './booking-page.ts'
import { accepted, asked, execute } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'
import { settled, visit } from './visiting.ts'

test('the books are closed until a day and reopened, and every period says so', async ({ page }) => {
  await visitBookingPage(page)
  await visit(page, 'settings', 'Settings')
  await page.getByRole('button', { name: 'Close the books…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Close the books' })
  const until = dialog.getByRole('textbox', { name: 'Until' })
  await until.fill('2026-11-20')
  await expect(dialog.getByRole('alert')).toContainText('Only days that are over can be closed')
  await until.fill('2026-10-31')
  await dialog.getByRole('button', { name: 'Close until Oct 31, 2026' }).click()
  await expect(dialog).toBeHidden()
  expect((await asked(page, { type: 'book' })).closedUntil).toBe('2026-10-31')
  const lock = page.getByText('Closed until Oct 31, 2026')
  await expect(lock).toBeVisible()
  for (const [address, heading] of [
    ['ledger', 'Ledger'],
    ['reports', 'Reports'],
  ] as const) {
    await visit(page, address, heading)
    await expect(lock, address).toBeVisible()
  }
  await visit(page, 'settings', 'Settings')
  await page.getByRole('button', { name: 'Reopen the books…' }).click()
  await settled(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByText('No period is closed.')).toBeVisible()
  expect((await asked(page, { type: 'book' })).closedUntil).toBeNull()
})

test('a correction in a closed period is refused, with the way to reopen it beside', async ({ page }) => {
  await visitBookingPage(page)
  await accepted(page, { type: 'close-books', until: '2026-10-31' })
  await page.getByRole('button', { name: 'Correct “Paid Design”…' }).click()
  const dialog = page.getByRole('dialog')
  await settled(page)
  await dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill('95')
  await expect(dialog.getByRole('alert')).toContainText('the books are closed until')
  await dialog.getByRole('button', { name: 'Reopen…' }).click()
  await settled(page)
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reopen' }).click()
  await dialog.getByRole('button', { name: 'Correct to 95.00' }).click()
  await expect(dialog).toBeHidden()
})

test('a move in a closed period is refused, with the way to reopen it beside', async ({ page }) => {
  await visitBookingPage(page)
  await accepted(page, { type: 'close-books', until: '2026-11-10' })
  await page.getByRole('button', { name: 'Pay a bonus' }).click()
  const dialog = page.getByRole('dialog')
  await settled(page)
  await dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill('5')
  await dialog.getByRole('button', { name: /^On/ }).click()
  await dialog.getByRole('textbox', { name: 'On' }).fill('2026-11-09')
  await expect(dialog.getByRole('button', { name: 'Reopen…' })).toBeVisible()
})

test('an undo of what a printed statement has says so first', async ({ page }, testInfo) => {
  const contractId = await visitBookingPage(page)
  const path = testInfo.outputPath('november.pdf')
  expect(await execute(page, { type: 'print-statement', from: '2026-11-01', path })).toMatchObject({ ok: true })
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  const question = page.getByRole('alertdialog', { name: 'Undo “Paid a bonus”?' })
  await expect(question).toContainText('november.pdf')
  await question.getByRole('button', { name: 'Keep it' }).click()
  expect((await asked(page, { type: 'contract', contractId })).contract.bonuses).toBe(1_000)
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await settled(page)
  await question.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await asked(page, { type: 'contract', contractId })).contract.bonuses).toBe(0)
})
