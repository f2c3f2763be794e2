import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { asked, execute, query } from './bridge.ts'
import { test as emptyTest, expect, sampleTest as test } from './on-shared-app.ts'
import { visit } from './visiting.ts'

/** Answers the system's dialog; resolves to the name it proposed. */
function choose(app: ElectronApplication, filePath: string): Promise<string> {
  return app.evaluate(
    ({ dialog }, chosen) =>
      new Promise<string>(resolve => {
        dialog.showSaveDialog = async (...given: unknown[]) => {
          resolve(String((given.at(-1) as { defaultPath: string }).defaultPath))
          return { canceled: false, filePath: chosen }
        }
      }),
    filePath,
  )
}

async function openByPalette(page: Page) {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('save a year')
  await page.getByRole('option', { name: 'Save a year for the accountant…' }).waitFor()
  await page.keyboard.press('Enter')
  return page.getByRole('dialog', { name: 'Save a year' })
}

test('a person can save a year for the accountant, and sees where it is', async ({ app, page, scratch }) => {
  test.setTimeout(90_000)
  const path = join(scratch, 'for my accountant')
  const named = choose(app, path)
  const dialog = await openByPalette(page)
  await expect(dialog.getByRole('combobox', { name: 'Year' })).toBeFocused()
  await expect(dialog.getByRole('combobox', { name: 'Year' })).toHaveValue('2026')
  await expect(dialog).toContainText('The year is not over')
  const { contracts, clients } = await asked(page, { type: 'year', year: 2026 })
  await expect(dialog).toContainText(`${contracts} statements as PDF`)
  await dialog.getByRole('combobox', { name: 'Statements' }).selectOption('A PDF for each client')
  await expect(dialog).toContainText(`${clients} statements as PDF`)
  const { head, entries } = await asked(page, { type: 'book' })
  await dialog.getByRole('button', { name: 'Save folder…' }).click()
  await expect(page.getByRole('status').filter({ hasText: `The year 2026 is saved in ${path}` })).toBeVisible({
    timeout: 60_000,
  })
  expect(await named).toMatch(/escrowbook-2026$/)
  const statements = await readdir(join(path, 'statements'))
  expect(statements.length).toBe(clients)
  for (const name of statements)
    expect((await readFile(join(path, 'statements', name), 'latin1')).slice(0, 5)).toBe('%PDF-')
  // The fingerprints of the year are kept after it: it names the history before them.
  expect((await readFile(join(path, 'README.txt'), 'utf8')).replaceAll(' ', '')).toContain(head.toUpperCase())
  expect(await asked(page, { type: 'check-statement', entries, head })).toMatchObject({ result: 'same' })
  expect((await asked(page, { type: 'book' })).head).not.toBe(head)
})

test('saving a year can be stopped, and leaves nothing behind', async ({ app, page, scratch }) => {
  void choose(app, join(scratch, 'year'))
  const dialog = await openByPalette(page)
  const half = async () => (await readdir(scratch)).some(name => name.endsWith('.part'))
  await dialog.getByRole('button', { name: 'Save folder…' }).click()
  await expect(dialog).toContainText('% written')
  await expect.poll(half, { intervals: [5] }).toBe(true)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect.poll(half).toBe(false)
  expect((await readdir(scratch)).filter(name => name.startsWith('year'))).toEqual([])
})

test('Reports offers to save the year it shows, and an existing folder is never written into', async ({
  app,
  page,
  scratch,
}) => {
  await visit(page, 'reports', 'Reports')
  await page.getByRole('button', { name: 'Save 2026…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Save a year' })
  await expect(dialog.getByRole('combobox', { name: 'Year' })).toHaveValue('2026')
  const path = join(scratch, 'mine')
  await mkdir(path)
  void choose(app, path)
  await dialog.getByRole('combobox', { name: 'Statements' }).selectOption('None, which is much faster')
  await dialog.getByRole('button', { name: 'Save folder…' }).click()
  await expect(dialog.getByRole('alert')).toContainText('already exists')
  expect(await readdir(path)).toEqual([])
  expect(await execute(page, { type: 'save-year', year: 2026, statements: 'none', path })).toMatchObject({
    ok: false,
    error: { code: 'write-failed', field: 'path' },
  })
  expect(await execute(page, { type: 'save-year', year: 1999, path })).toMatchObject({
    ok: false,
    error: { code: 'bad-input', field: 'year' },
  })
  expect(await query(page, { type: 'year', year: 0 })).toMatchObject({ ok: false, error: { code: 'bad-input' } })
})

emptyTest('a book without money has no year to save, and the dialog says so', async ({ page }) => {
  const dialog = await openByPalette(page)
  await expect(dialog).toContainText('No money has moved in this book yet.')
  await expect(dialog.getByRole('button', { name: 'Save folder…' })).toHaveAttribute('aria-disabled', 'true')
})
