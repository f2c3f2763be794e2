import { accepted, asked, openContract } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'

test('the platform’s actual fee can be recorded instead of the policy’s, and an impossible one is refused next to its field', async ({
  page,
}) => {
  const contractId = await openContract(page, [42_000], { policy: { freelancerFeeBp: 1_000 } })
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await page.getByText('Website').first().dblclick()
  await page.getByRole('button', { name: 'Review & Pay' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill('400')
  await expect(dialog).toContainText('a fee of 40.00')
  await dialog.getByRole('button', { name: 'Fee charged' }).click()
  const fee = dialog.getByRole('textbox', { name: 'Fee charged' })
  await fee.fill('400.01')
  await expect(dialog.getByRole('alert')).toBeVisible()
  await fee.fill('12.5')
  await expect(dialog).toContainText('a fee of 12.50')
  await dialog.getByRole('button', { name: 'Send Payment' }).click()
  await expect(dialog).toBeHidden()
  expect((await asked(page, { type: 'contract', contractId })).contract.fees.freelancer).toBe(1_250)
})
