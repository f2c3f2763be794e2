import { asked, openContract } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'
import { settled, visit } from './visiting.ts'

test('a custom preset can be added, chosen for new and open contracts, changed, and removed after a question', async ({
  page,
}) => {
  const contractId = await openContract(page, [42_000])
  await visit(page, 'settings', 'Settings')
  const add = page.getByRole('button', { name: 'Add a preset' })
  await add.click()
  const dialog = page.getByRole('dialog', { name: 'Add a preset' })
  await dialog.getByLabel('Name').fill('upwork')
  await settled(page)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('There is already a preset called upwork.')
  await dialog.getByLabel('Name').fill('My Upwork')
  await dialog.getByLabel('Freelancer fee').fill('8')
  await dialog.getByLabel('Contract fee').fill('4.95')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(add).toBeFocused()
  await page.getByRole('combobox', { name: 'Rules' }).selectOption('My Upwork')

  await visit(page, 'new-contract', 'New contract')
  await expect(page.getByRole('combobox', { name: 'Preset' })).toHaveValue('My Upwork')
  await expect(page.getByText('4.95')).toBeVisible()

  await visit(page, `contracts/${contractId}`, 'Website')
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Edit contract' }).click()
  await page.getByRole('group').getByText('Rules', { exact: true }).click()
  const preset = page.getByRole('combobox', { name: 'Preset' })
  await expect(preset).toHaveValue('Standard')
  await preset.selectOption('My Upwork')
  await expect(page.getByLabel('Freelancer fee')).toHaveValue('8')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText(/My Upwork rules/)).toBeVisible()
  expect((await asked(page, { type: 'contract', contractId })).contract.policy).toMatchObject({
    freelancerFeeBp: 800,
    contractFee: 495,
  })

  await visit(page, 'settings', 'Settings')
  await page.getByRole('button', { name: 'My Upwork', exact: true }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine')
  await settled(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Rules' })).toHaveValue('Mine')
  await page.getByRole('button', { name: 'Remove the preset Mine…' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect(page.getByRole('button', { name: 'Mine', exact: true })).toBeHidden()
  await expect(page.getByRole('combobox', { name: 'Rules' })).toHaveValue('Standard')
})
