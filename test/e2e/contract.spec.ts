import type { Locator, Page } from '@playwright/test'
import { accepted, asked, openContract, query } from './bridge.ts'
import { test as ownStartTest } from './fixture.ts'
import { expect, test } from './on-shared-app.ts'
import { settled, visit } from './visiting.ts'

const plan = async (page: Page, contractId = 'C0001') =>
  (await asked(page, { type: 'contract', contractId })).contract.milestones.map(milestone => milestone.title).join(' ')

const toast = (page: Page): Locator =>
  page.getByRole('status').filter({ has: page.getByRole('button', { name: 'Dismiss' }) })

async function chooseInMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
}

test('a planned milestone can be moved with the keyboard, which announces its new position, and moved back by undo', async ({
  page,
}) => {
  await openContract(page, [10_000, 20_000, 30_000])
  await visit(page, 'contracts/C0001', 'Website')
  const handle = page.getByRole('button', { name: 'Reorder C' })
  const told = page.locator('[aria-live="assertive"]')
  await handle.focus()
  await page.keyboard.press('Enter')
  await expect(handle).toHaveAttribute('aria-pressed', 'true')
  await expect(told).toHaveText('C is picked up from position 3 of 3.')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(told).toHaveText('C would be at position 1 of 3.')
  expect(await plan(page), 'nothing is recorded before it is put down').toBe('A B C')
  await page.keyboard.press('Escape')
  await expect(told).toHaveText('')
  await expect(page.getByRole('listitem').filter({ has: handle })).toContainText('3')

  await page.keyboard.press('Space')
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await expect(toast(page)).toContainText('Moved C to position 1')
  await expect(handle).toBeFocused()
  expect(await plan(page)).toBe('C A B')
  await page.keyboard.press('Control+z')
  await expect.poll(() => plan(page)).toBe('A B C')
})

test('a planned milestone can be dragged to another position, and Escape cancels the drag', async ({ page }) => {
  const contractId = await openContract(page, [10_000, 20_000, 30_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await visit(page, 'contracts/C0001', 'Website')
  await expect(page.getByRole('button', { name: 'Reorder A' }), 'one that is funded stays where it is').toHaveCount(0)
  const drag = async (name: string, over: string) => {
    const from = await page.getByRole('button', { name: `Reorder ${name}` }).boundingBox()
    const to = await page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: `Reorder ${over}` }) })
      .boundingBox()
    if (from === null || to === null) throw new Error('not on the screen')
    await page.mouse.move(from.x + 8, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 8, to.y + 4, { steps: 5 })
    await expect(page.locator('li[data-lifted="true"]')).toContainText(name)
  }
  await drag('C', 'B')
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect(await plan(page)).toBe('A B C')
  await drag('C', 'B')
  await page.mouse.up()
  await expect(toast(page)).toContainText('Moved C to position 2')
  expect(await plan(page)).toBe('A C B')
})

ownStartTest(
  'an undone entry can be redone from a filled-in dialog, even after a restart',
  async ({ app, page, launch }) => {
    const contractId = await openContract(page, [42_000, 10_000], { policy: { freelancerFeeBp: 1_000 } })
    await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
    await accepted(page, {
      type: 'release',
      contractId,
      milestoneId: 'M1',
      amount: 40_000,
      fee: 3_000,
      reference: 'Wire 7',
      note: 'Two icons to come',
    })
    await app.close()
    const again = await (await launch()).firstWindow()
    await visit(again, 'contracts/C0001', 'Website')
    await again.getByRole('button', { name: 'Undo', exact: true }).click()
    const timeline = again.getByRole('table')
    await expect(timeline.getByRole('row').nth(1)).toContainText('Undid “Paid A”')
    await again.getByRole('button', { name: 'Dismiss' }).click()
    await timeline.getByRole('button', { name: 'Do it again' }).click()
    const dialog = again.getByRole('dialog', { name: 'Review & Pay A' })
    await expect(dialog.getByRole('textbox', { name: 'Amount', exact: true })).toHaveValue('400.00')
    await expect(dialog.getByLabel('Fee charged')).toHaveValue('30.00')
    await expect(dialog.getByLabel('Reference')).toHaveValue('Wire 7')
    await expect(dialog.getByLabel('Note')).toHaveValue('Two icons to come')
    await settled(again)
    await again.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    expect((await asked(again, { type: 'contract', contractId })).contract).toMatchObject({
      released: 40_000,
      escrow: 2_000,
      fees: { freelancer: 3_000 },
    })
    await expect(timeline.getByRole('button', { name: 'Do it again' })).toHaveCount(0)
  },
)

test('the dialog that changes a contract starts from its current rules and budget', async ({ page }) => {
  const contractId = await openContract(page, [10_000])
  await accepted(page, { type: 'edit-contract', contractId, budget: 90_000, policy: { reviewDays: 3 } })
  await visit(page, 'contracts/C0001', 'Website')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await toast(page).getByRole('button', { name: 'Do it again' }).click()
  const dialog = page.getByRole('dialog', { name: 'Edit contract' })
  await expect(dialog.getByLabel('Budget, USD')).toHaveValue('900.00')
  await dialog.getByText('Rules', { exact: true }).click()
  await expect(dialog.getByLabel('Review, then automatic release')).toHaveValue('3')
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog).toBeHidden()
  expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject({
    budget: 90_000,
    policy: { reviewDays: 3 },
  })
})

test('the dialog that changes a contract says why its currency stays, and copies the contract instead', async ({
  page,
}) => {
  await openContract(page, [10_000])
  await visit(page, 'contracts/C0001', 'Website')
  await chooseInMenu(page, 'Edit contract')
  const dialog = page.getByRole('dialog', { name: 'Edit contract' })
  await expect(dialog).toContainText('It cannot be changed: every amount of this contract is in USD.')
  await dialog.getByRole('button', { name: 'Duplicate as a new contract' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByLabel('Client', { exact: true })).toHaveValue('Acme Ltd')
})

test('reference and note of any entry can be edited later, and are found by the search', async ({ page }) => {
  const contractId = await openContract(page, [10_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await visit(page, 'contracts/C0001', 'Website')
  await page.getByRole('button', { name: 'Funded A', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Reference and note' })
  await dialog.getByLabel('Reference').fill('SEPA 0815')
  await dialog.getByLabel('Note').fill('paid from the second account')
  await page.keyboard.press('Control+Enter')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('table')).toContainText('SEPA 0815')
  for (const search of ['sepa 0815', 'second account']) {
    expect((await asked(page, { type: 'contracts', search })).rows.map(row => row.id)).toEqual([contractId])
  }
})

test('a contract without money can be archived from its menu or the palette, and unarchived', async ({ page }) => {
  await openContract(page, [10_000])
  await visit(page, 'contracts/C0001', 'Website')
  await chooseInMenu(page, 'Archive')
  await expect(toast(page)).toContainText('Archived Website')
  await visit(page, '', 'Contracts')
  await page.getByRole('combobox', { name: 'Show' }).selectOption('archived')
  await page.getByRole('grid').getByText('Website').click()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Find or do' }).fill('archive')
  await page.getByRole('option', { name: 'Take out of the archive' }).click()
  await expect(toast(page)).toContainText('Took Website out of the archive')
  expect((await asked(page, { type: 'contracts' })).total).toBe(1)
})

test('the wording follows the side that keeps the book, and a contract can be duplicated with its plan', async ({
  page,
}) => {
  const contractId = await openContract(page, [10_000, 5_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await visit(page, 'contracts/C0001', 'Website')
  await expect(page.getByRole('button', { name: 'Review & Pay' })).toBeVisible()
  await chooseInMenu(page, 'Edit contract')
  const dialog = page.getByRole('dialog')
  const side = dialog.getByLabel('You are the')
  await settled(page)
  await side.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  // The open choice took that Enter; once closed, it confirms as every field does.
  await expect(side).toHaveValue('freelancer')
  await side.press('Enter')
  await expect(page.getByRole('button', { name: 'Record payment' })).toBeVisible()
  await chooseInMenu(page, 'Duplicate as a new contract')
  await expect(page.getByLabel('Title of milestone 2')).toHaveValue('B')
  await page.getByLabel('Title', { exact: true }).fill('Website, second part')
  await page.getByRole('button', { name: 'Open contract' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Website, second part' })).toBeVisible()
  expect(await plan(page, 'C0002')).toBe('A B')
})

test('a contract opened by mistake is taken back by Undo in its toast, and comes back by Undo', async ({ page }) => {
  await visit(page, 'new-contract', 'New contract')
  for (const [name, value] of [
    ['Client', 'Acme Ltd'],
    ['Freelancer', 'Muhammad A.'],
    ['Title', 'Website'],
  ] as const)
    await page.getByLabel(name, { exact: true }).fill(value)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Website' })).toBeVisible()
  const toast = page.getByRole('status')
  await expect(toast).toContainText('Opened Website')
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Website')
  await expect(toast).toContainText('Removed Website')
  expect(await query(page, { type: 'contract', contractId: 'C0001' })).toMatchObject({ ok: false })
  await toast.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('grid').getByText('Website')).toBeVisible()
  await accepted(page, { type: 'bonus', contractId: 'C0001', amount: 100 })
  await visit(page, 'contracts/C0001', 'Website')
  await page.getByRole('button', { name: 'More actions' }).click()
  await expect(page.getByRole('menuitem', { name: 'Edit contract' })).toBeVisible()
  await expect(page.getByRole('menuitem', { name: 'Remove contract' })).toHaveCount(0)
})
