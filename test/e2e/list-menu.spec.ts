import { asked } from './bridge.ts'
import { expect, sampleTest as test } from './on-shared-app.ts'
import { settled, visit } from './visiting.ts'

test.beforeEach(async ({ page }) => {
  await visit(page, '', 'Contracts')
})

test('a contract can be paid, duplicated and archived from its row, with the mouse or the menu key, and the focus stays in the list', async ({
  page,
}) => {
  await page.getByRole('row', { name: /Brand film/ }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Review & Pay' }).click()
  await expect(page.getByRole('dialog', { name: 'Review & Pay Shoot' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('100')
  await settled(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Contracts' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Brand film/ })).toContainText('1,700.00')

  // The ended contract is in the last row.
  await page.getByRole('grid').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu', { name: 'Icon set' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Archive' }).press('Enter')
  await expect(page.getByRole('row', { name: /Icon set/ })).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeFocused()

  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Duplicate as a new contract' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'New contract' })).toBeVisible()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Data migration')
})

test('undo on any screen names the entry and contract, asks, and then undoes the entry', async ({ page }) => {
  const { entries } = await asked(page, { type: 'book' })
  await visit(page, 'overview', 'Overview')
  await page.keyboard.press('Control+z')
  const dialog = page.getByRole('dialog', { name: 'Undo the last entry' })
  const { rows } = await asked(page, { type: 'ledger', offset: entries - 1 })
  const last = rows[0]
  const { contract, timeline } = await asked(page, { type: 'contract', contractId: last?.contractId ?? '' })
  await expect(dialog).toContainText(contract.title)
  await expect(dialog).toContainText(`Takes back ${timeline[0]?.label}`)
  await page.keyboard.press('Escape')
  expect(await asked(page, { type: 'book' })).toMatchObject({ entries })
  await page.keyboard.press('Control+z')
  await dialog.waitFor()
  await settled(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  const after = await asked(page, { type: 'ledger', offset: entries })
  expect(after.rows).toMatchObject([{ type: 'reverse', reverses: last?.entry }])
})

test('a contract shows which moves are not possible now, and why', async ({ page }) => {
  await visit(page, 'contracts/C0003', 'Data migration')
  const notNow = page.getByText('Pay Export, submit Export, end the contract, open a dispute, and request a refund')
  await notNow.click()
  const { contract } = await asked(page, { type: 'contract', contractId: 'C0003' })
  for (const { type, message } of contract.blocked.filter(each => each.type !== 'remove-milestone'))
    await expect(page.getByText(message).first(), type).toBeVisible()
})

test('the ledger is exported with its current filters', async ({ page }) => {
  await visit(page, 'ledger', 'Ledger')
  await page.getByRole('button', { name: /^Export/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByLabel('First day')).toHaveValue('08/21/2026')
  await expect(dialog.getByLabel('Last day')).toHaveValue('11/20/2026')
})
