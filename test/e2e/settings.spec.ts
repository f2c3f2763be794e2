import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { accepted, asked, execute, openContract } from './bridge.ts'
import { test as ownStartTest } from './fixture.ts'
import { expect, test } from './on-shared-app.ts'

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeFocused()
}

const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme'])
const choose = (app: ElectronApplication, id: string) =>
  app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click()
  }, id)

ownStartTest('the theme takes effect at once and is kept after a restart', async ({ app, page, launch }) => {
  await openSettings(page)
  const themes = page.getByRole('group', { name: 'Theme' })
  await themes.getByRole('radio', { name: 'Dark' }).check()
  await expect.poll(() => themeOf(page)).toBe('dark')
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark')
  await app.close()
  const again = await (await launch()).firstWindow()
  await expect.poll(() => themeOf(again)).toBe('dark')

  // Also if a script sets it.
  await openSettings(again)
  await execute(again, { type: 'set-preference', theme: 'light', rows: 'compact' })
  await expect.poll(() => themeOf(again)).toBe('light')
  await expect(again.getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Light' })).toBeChecked()
  await expect(again.locator('html')).toHaveAttribute('data-rows', 'compact')
})

ownStartTest(
  'the book’s health says in the sidebar that there is something to know, and leads to it',
  async ({ app, page, book, launch }) => {
    await openContract(page, [42_000])
    await app.close()
    await writeFile(join(book, 'journal (conflicted copy).ndjson'), '')
    const again = await (await launch()).firstWindow()
    await again.getByRole('link', { name: 'Something to know' }).click()
    await expect(again.getByRole('heading', { name: 'Book', level: 2 })).toBeFocused()
    await expect(again.getByRole('main').getByText('journal (conflicted copy).ndjson')).toBeVisible()
  },
)

test('a new contract starts from the defaults', async ({ page }) => {
  await openSettings(page)
  await page.getByRole('radio', { name: 'Freelancer' }).check()
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('KWD')
  await page.getByRole('combobox', { name: 'Rules' }).selectOption('Contra')
  await expect
    .poll(() => asked(page, { type: 'preferences' }))
    .toMatchObject({ side: 'freelancer', currency: 'KWD', preset: 'Contra' })
  await page.keyboard.press('Control+n')
  await expect(page.getByLabel('Currency', { exact: true })).toHaveValue('KWD')
  await expect(page.getByLabel('You are the')).toHaveValue('freelancer')
  await expect(page.getByLabel('Preset')).toHaveValue('Contra')
})

test('a party can be renamed, and two parties with one name are merged after a warning', async ({ page }) => {
  await openContract(page, [10_000], { client: 'Acme Ltd' })
  await openContract(page, [10_000], { client: 'Acme Limited' })
  await openSettings(page)
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Rename Acme Limited…' }).click()
  await dialog.getByLabel('New name').fill('acme ltd')
  await expect(dialog).toContainText('Acme Ltd is already in the book, with 1 contract')
  await dialog.getByRole('button', { name: 'Rename and merge' }).click()
  await expect(dialog).toBeHidden()
  expect(await asked(page, { type: 'parties' })).toEqual([
    { name: 'Acme Ltd', client: 2, freelancer: 0, open: 2 },
    { name: 'Muhammad A.', client: 0, freelancer: 2, open: 2 },
  ])
  // Refused next to its field: the two parties must differ.
  await page.getByRole('button', { name: 'Rename Muhammad A.…' }).click()
  await dialog.getByLabel('New name').fill('Acme Ltd')
  await expect(dialog.getByRole('alert')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
})

test('a backup can be made, every line checked, and restoring names the entries that would be lost', async ({
  page,
  book,
}) => {
  const contractId = await openContract(page, [42_000])
  await openSettings(page)
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByText('on request, 1 entry')).toBeVisible()
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(page.getByText('Every line is as it was written')).toBeVisible()
  const rows = page.getByRole('list', { name: 'Backups' }).getByRole('listitem')
  await rows.filter({ hasText: 'on request' }).getByRole('button').click()
  const question = page.getByRole('alertdialog')
  await expect(question).toContainText('Funded A, Website')
  await expect(question.getByRole('button', { name: 'Keep the book' })).toBeFocused()
  await page.keyboard.press('Escape')
  expect((await asked(page, { type: 'book' })).entries).toBe(2)
  await rows.filter({ hasText: 'on request' }).getByRole('button').click()
  await question.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(question).toBeHidden()
  expect((await asked(page, { type: 'book' })).entries).toBe(1)
  await expect(page.getByText('before a restore, 2 entries')).toBeVisible()
  expect((await readdir(join(book, 'backups'))).some(name => name.includes('.restore.2.'))).toBe(true)
})

test('input typed into a new contract is not discarded without a question', async ({ page }) => {
  // Shortcuts that record wait for the book, whose name is shown once it is open.
  await expect(page.getByText('My book', { exact: true })).toBeVisible()
  await page.keyboard.press('Control+n')
  const client = page.getByLabel('Client', { exact: true })
  await client.fill('Acme Ltd')
  await page.getByRole('link', { name: 'Ledger' }).click()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await expect(client).toHaveValue('Acme Ltd')
  await page.getByRole('link', { name: 'Ledger' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(page.getByRole('heading', { name: 'Ledger' })).toBeVisible()
})

test('the native menu does the same as the buttons', async ({ app, page, book }) => {
  await openContract(page, [42_000])
  await choose(app, 'go.settings')
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible()
  await choose(app, 'back-up')
  await expect(page.getByRole('status').filter({ hasText: 'Backed up' })).toBeVisible()
  await choose(app, 'go.contracts')
  await choose(app, 'restore')
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeFocused()
  expect(await readFile(join(book, 'journal.ndjson'), 'utf8')).toContain('open-contract')
  const answer = await execute(page, { type: 'set-preference', reminders: false })
  expect(answer).toMatchObject({ ok: true, value: { reminders: false } })
})

ownStartTest(
  'a damaged book offers its newest good backup on every screen, and goes back to it',
  async ({ app, page, book, launch }) => {
    const contractId = await openContract(page, [42_000])
    await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
    await execute(page, { type: 'back-up' })
    await accepted(page, { type: 'submit-work', contractId, milestoneId: 'M1' })
    await app.close()
    const journal = join(book, 'journal.ndjson')
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('Muhammad', 'Mohammad'))
    const again = await (await launch()).firstWindow()
    await again.getByRole('alert').getByRole('button', { name: 'Restore the backup of' }).click()
    const question = again.getByRole('alertdialog')
    await expect(question).toContainText('It has 2 entries.')
    await question.getByRole('button', { name: 'Restore', exact: true }).click()
    // While the question is open, nothing behind it can be found by its role, including the banner.
    await expect(question).toBeHidden()
    await expect(again.getByRole('alert')).toBeHidden()
    expect(await asked(again, { type: 'book' })).toMatchObject({ entries: 2, readOnly: false })
  },
)

test('the list can show the contracts of one client', async ({ page }) => {
  await openContract(page, [10_000], { title: 'Website', client: 'Acme Ltd' })
  await openContract(page, [10_000], { title: 'Brand film', client: 'Northwind' })
  await page.getByRole('combobox', { name: 'Client' }).selectOption('Northwind')
  await expect(page.getByText('1 contract', { exact: true })).toBeVisible()
  await expect(page.getByText('Brand film', { exact: true })).toBeVisible()
})
