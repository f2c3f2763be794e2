import { accepted, asked, openContract } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'
import { settled, visit } from './visiting.ts'

test('of three undone entries one can be done again, and then all others at once', async ({ page }) => {
  const contractId = await openContract(page, [42_000, 10_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  for (const amount of [1_000, 2_000])
    await accepted(page, { type: 'release', contractId, milestoneId: 'M1', amount, reference: `Wire ${amount}` })
  const before = (await asked(page, { type: 'contract', contractId })).contract
  await visit(page, 'contracts/C0001', 'Website')
  const timeline = page.getByRole('table')
  for (const undone of ['Paid A', 'Paid A', 'Funded A']) {
    await timeline.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(timeline.getByRole('row').nth(1)).toContainText(`Undid “${undone}”`)
  }
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(timeline.getByRole('button', { name: 'Do all again' })).toHaveCount(1)
  await timeline.getByRole('button', { name: 'Do it again' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Amount', exact: true })).toHaveValue('420.00')
  await settled(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const next = timeline.getByRole('row').filter({ has: page.getByRole('button', { name: 'Do it again' }) })
  await expect(next).toHaveCount(1)
  await expect(next).toContainText('Undid “Paid A”')
  await timeline.getByRole('button', { name: 'Do all again' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Recorded' })).toContainText(
    'Recorded 2 undone entries again',
  )
  await expect(timeline.getByRole('button', { name: /again/ })).toHaveCount(0)
  expect((await asked(page, { type: 'contract', contractId })).contract).toEqual(before)
})
