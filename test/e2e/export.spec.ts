import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { writeSampleBook } from '../../tools/sample-book/write.ts'
import { accepted, asked, execute, openContract, query } from './bridge.ts'
import { test as ownStartTest } from './fixture.ts'
import { expect, sampleTest, test } from './on-shared-app.ts'
import { settled, visit } from './visiting.ts'

/** Answers the system's dialog, which no test can reach; `undefined` is Cancel. */
function choose(app: ElectronApplication, filePath: string | undefined): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === undefined, filePath: chosen ?? '' })
  }, filePath)
}

/** Answers the system's dialog for opening a file. */
function chooseToRead(app: ElectronApplication, filePath: string): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, filePath)
}

test('an export is returned as text, and saved complete under the chosen name', async ({ app, page, scratch }) => {
  const contractId = await openContract(page, [42_000, 10_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  const { filename, text } = await asked(page, { type: 'export', format: 'hledger' })
  expect(filename).toBe('escrowbook.journal')
  expect(text).toMatch(/Assets:Escrow:C0001:M1 +420\.00 USD = +420\.00 USD/)
  const path = join(scratch, 'mine.journal')
  await choose(app, path)
  // The number of progress messages depends on the speed of the disk; the last one reports the end.
  const far = page.evaluate(
    () =>
      new Promise(resolve =>
        window.escrowbook.on('progress', progress =>
          progress.done === progress.total ? resolve(progress) : undefined,
        ),
      ),
  )
  expect(await execute(page, { type: 'save-export', format: 'hledger' })).toEqual({
    ok: true,
    value: { path, bytes: (await stat(path)).size },
  })
  expect(await far).toMatchObject({ job: expect.stringMatching(/^export-\d+$/), done: 2, total: 2 })
  expect(await readFile(path, 'utf8')).toBe(text)
})

test('a file is replaced only if the person agreed, and a failed export leaves nothing behind', async ({
  app,
  page,
  scratch,
}) => {
  await openContract(page, [42_000])
  const path = join(scratch, 'mine.csv')
  await writeFile(path, 'mine')
  const saved = { type: 'save-export', format: 'csv', path } as const
  expect(await execute(page, saved)).toMatchObject({
    ok: false,
    error: { code: 'write-failed', message: expect.stringContaining(path), field: 'path' },
  })
  expect(await readFile(path, 'utf8')).toBe('mine')
  await choose(app, undefined)
  expect(await execute(page, { type: 'save-export', format: 'csv' })).toMatchObject({
    ok: false,
    error: { code: 'cancelled' },
  })
  expect(await execute(page, { ...saved, path: 'mine.csv' })).toMatchObject({
    ok: false,
    error: { code: 'bad-input', message: expect.stringContaining('full path') },
  })
  expect(await query(page, { type: 'export', format: 'csv', contractId: 'C9' })).toMatchObject({
    ok: false,
    error: { code: 'unknown-contract' },
  })
  await choose(app, path)
  expect(await execute(page, { type: 'save-export', format: 'csv' })).toMatchObject({ ok: true })
  expect(await readFile(path, 'utf8')).toContain('open-contract')
  expect((await readdir(scratch)).filter(name => name.startsWith('mine'))).toEqual(['mine.csv'])
})

test('the book itself is never replaced, even if the person agreed', async ({ app, page, book }) => {
  await openContract(page, [42_000])
  const journal = join(book, 'journal.ndjson')
  const before = await readFile(journal)
  await choose(app, journal)
  expect(await execute(page, { type: 'save-export', format: 'csv' })).toMatchObject({
    ok: false,
    error: { code: 'write-failed', field: 'path' },
  })
  expect(await readFile(journal)).toEqual(before)
})

sampleTest(
  'a person exports a contract’s period from its menu, and is told what the file will hold',
  async ({ app, page, scratch }) => {
    await visit(page, 'contracts/C0003', 'Data migration')
    const path = join(scratch, 'migration.csv')
    await choose(app, path)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Export' })
    await expect(dialog.getByRole('radio', { name: 'CSV' })).toBeFocused()
    await expect(dialog.getByRole('button', { name: 'Of' })).toHaveText('Data migration')
    await expect(dialog).toContainText('11 entries.')
    await page.keyboard.press('ArrowDown')
    await expect(dialog.getByRole('radio', { name: 'hledger and ledger' })).toBeChecked()
    await dialog.getByRole('radio', { name: 'JSON' }).check()
    await expect(dialog).toContainText('Only an export of the whole book can be restored.')
    await dialog.getByRole('radio', { name: 'CSV' }).check()
    await dialog.getByRole('combobox', { name: 'Period' }).selectOption('Other days…')
    await dialog.getByLabel('First day').fill('2026-10-01')
    await dialog.getByLabel('Last day').fill('2026-09-01')
    await expect(dialog).toContainText('The period ends before it begins.')
    await dialog.getByLabel('Last day').fill('2026-10-31')
    await expect(dialog).toContainText('5 entries.')
    await dialog.getByRole('button', { name: 'Of' }).press('Enter')
    await page.getByRole('combobox', { name: 'Find a contract' }).fill('annual')
    await page.getByRole('option', { name: /Annual report layout/ }).waitFor()
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: 'Of' })).toHaveText('Annual report layout')
    await dialog.getByRole('button', { name: 'Save…' }).click()
    await expect(page.getByRole('status').filter({ hasText: `Saved as ${path}.` })).toBeVisible()
    const [, ...lines] = (await readFile(path, 'utf8')).trim().split('\r\n')
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/^\d+,2026-10-\d\d,.*,C0005,/)
    await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Find or do' }).fill('export')
    await page.keyboard.press('Enter')
    await expect(dialog, 'what is called so comes before what only has to do with it').toBeVisible()
    await page.keyboard.press('Escape')
  },
)

ownStartTest.describe('of a large book', () => {
  ownStartTest.use({
    faults: [async (folder: string) => void (await writeSampleBook(folder, { contracts: 1_000, seed: 1 }))],
  })

  ownStartTest(
    'an export says how far it is and can be stopped; nothing of it is left',
    async ({ app, page, scratch }) => {
      ownStartTest.setTimeout(90_000)
      await page.getByRole('heading', { name: 'Contracts' }).waitFor()
      await choose(app, join(scratch, 'large.journal'))
      await page.keyboard.press('Control+e')
      const dialog = page.getByRole('dialog', { name: 'Export' })
      await dialog.getByRole('radio', { name: 'hledger and ledger' }).check()
      // Stops in the page at the first progress message: from outside, it could be too late.
      const told = page.evaluate(
        () =>
          new Promise<string>(found => {
            const watch = new MutationObserver(() => {
              const far = document.body.textContent?.match(/\d+ % written/)?.[0]
              if (far === undefined) return
              watch.disconnect()
              for (const button of document.querySelectorAll('button'))
                if (button.textContent === 'Cancel') button.click()
              found(far)
            })
            watch.observe(document.body, { subtree: true, childList: true, characterData: true })
          }),
      )
      await settled(page)
      await page.keyboard.press('Enter')
      expect(await told).toMatch(/^\d+ % written$/)
      await expect(dialog).toBeHidden()
      await expect.poll(() => readdir(scratch).then(names => names.filter(name => name.includes('large')))).toEqual([])
    },
  )
})

test('restoring a JSON export first shows its content and the entries that would be lost, and backs up the current book', async ({
  app,
  page,
  scratch,
  book,
}) => {
  const contractId = await openContract(page, [42_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  const path = join(scratch, 'whole.json')
  await execute(page, { type: 'save-export', format: 'json', path })
  const { head } = await asked(page, { type: 'book' })
  await accepted(page, { type: 'release', contractId, milestoneId: 'M1', amount: 100 })
  const spoiled = join(scratch, 'spoiled.json')
  await writeFile(spoiled, (await readFile(path, 'utf8')).replace('42000', '42001'))
  await chooseToRead(app, spoiled)
  await visit(page, 'settings', 'Settings')
  await page.getByRole('button', { name: 'Restore from JSON…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Restore from JSON' })
  await dialog.waitFor()
  await settled(page)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Line 1 of the book in this export was changed.')
  await chooseToRead(app, path)
  // The button that chose the file now restores it, so it takes no press meant for the choice.
  await page.evaluate(() => {
    const pressed = new MutationObserver(() => {
      const confirm = document.querySelector<HTMLButtonElement>('form [type="submit"]')
      if (confirm?.textContent !== 'Restore') return
      pressed.disconnect()
      confirm.click()
    })
    pressed.observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await dialog.getByRole('button', { name: 'Choose a file…' }).press('Enter')
  await expect(dialog).toContainText('whole.json holds 2 entries')
  await settled(page)
  expect(await asked(page, { type: 'book' })).toMatchObject({ entries: 3 })
  await expect(dialog.getByRole('listitem')).toHaveText(['No. 3, Paid A, Website'])
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Restore', exact: true }).press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Restored. The book has 2 entries now' })).toBeVisible()
  expect(await asked(page, { type: 'book' })).toMatchObject({ head, entries: 2, readOnly: false })
  expect((await readdir(join(book, 'backups'))).some(name => name.includes('.restore.3.'))).toBe(true)
  await expect(page.getByRole('button', { name: 'Restore from JSON…' })).toBeFocused()
})

test('an export can be restored into an empty book, hash for hash', async ({ page, launch, scratch }) => {
  test.setTimeout(90_000)
  const contractId = await openContract(page, [42_000])
  const path = join(scratch, 'whole.json')
  await execute(page, { type: 'save-export', format: 'json', path })
  const { head } = await asked(page, { type: 'book' })
  const empty = await launch({ args: [`--book=${join(scratch, 'empty')}`] })
  const other = await empty.firstWindow()
  await chooseToRead(empty, path)
  await other.getByRole('button', { name: 'Restore from JSON…' }).click()
  await other.getByRole('button', { name: 'Choose a file…' }).click()
  await other.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(other.getByRole('row', { name: /Website/ })).toBeVisible()
  expect(await asked(other, { type: 'book' })).toMatchObject({ head })
  expect((await asked(other, { type: 'contract', contractId })).contract).toEqual(
    (await asked(page, { type: 'contract', contractId })).contract,
  )
})
