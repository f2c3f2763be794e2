import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { ownPreset, PRESETS, presetPolicy } from '../../shared/contract/presets.ts'
import { accepted, asked, execute, openContract } from './bridge.ts'
import { expect, sampleTest, test } from './on-shared-app.ts'
import { visit } from './visiting.ts'
import { resize } from './window-size.ts'

/** The state of the computer that the app shares. */
const outside = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow, clipboard, dialog, nativeTheme }) => ({
    clipboard: clipboard.readText(),
    zoom: BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor(),
    theme: nativeTheme.themeSource,
    canGoBack: BrowserWindow.getAllWindows()[0]?.webContents.navigationHistory.canGoBack(),
    isAsked: !String(dialog.showSaveDialog).includes('chosen by the test'),
  }))

// In order, in one worker: each test meets what the last one left.
test.describe('tests that share an app', () => {
  test.describe.configure({ mode: 'serial' })
  const preset = PRESETS[0]
  if (preset === undefined) throw new Error('there are no presets')
  let size: readonly number[] = []
  const sizeOf = (page: Page) => page.evaluate(() => [innerWidth, innerHeight, screenX, screenY])

  test('may leave any state behind', async ({ app, page, book }) => {
    size = await sizeOf(page)
    const contractId = await openContract(page, [42_000])
    await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
    await execute(page, { type: 'back-up' })
    await execute(page, {
      type: 'set-preference',
      theme: 'dark',
      side: 'freelancer',
      preset: 'Contra',
      ownPresets: [ownPreset('Mine', presetPolicy(preset, 2), 2, '2026')],
      currency: 'KWD',
      rows: 'compact',
      reminders: false,
    })
    const loaded = page.waitForEvent('load')
    await execute(page, { type: 'set-preference', numberFormat: 'comma', dateFormat: 'iso' })
    await loaded
    await writeFile(join(book, 'journal (conflicted copy).ndjson'), '')
    await resize(app, page, { width: 900, height: 640, zoom: 2 })
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce', media: 'print' })
    await app.evaluate(({ clipboard, dialog }) => {
      clipboard.writeText('copied')
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: 'chosen by the test' })
    })
    await page.emulateMedia({ media: 'screen' })
    await visit(page, '', 'Contracts')
    await page.getByRole('combobox', { name: 'Show' }).selectOption('archived')
    await visit(page, `contracts/${contractId}`, 'Website')
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await page.getByRole('button', { name: 'Fund A' }).click()
    await page.getByRole('textbox', { name: 'Amount', exact: true }).fill('7')
    expect(await outside(app)).toMatchObject({ clipboard: 'copied', zoom: 2, theme: 'dark', isAsked: false })
  })

  test('find the app as if it had just started', async ({ app, page, book }) => {
    await expect(page.getByRole('heading', { name: 'This book is empty.' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(page.getByRole('status').filter({ hasText: /./ })).toHaveCount(0)
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    expect(await outside(app)).toEqual({ clipboard: '', zoom: 1, theme: 'system', canGoBack: false, isAsked: true })
    expect(await sizeOf(page)).toEqual(size)
    expect(await asked(page, { type: 'book' })).toMatchObject({ entries: 0, lastBackup: null, health: { state: 'ok' } })
    expect(await asked(page, { type: 'backups' })).toEqual([])
    expect(await asked(page, { type: 'preferences' })).toMatchObject({
      side: 'client',
      ownPresets: [],
      rows: 'regular',
    })
    expect((await readdir(book)).filter(name => !name.startsWith('lock')).sort()).toEqual(['journal.ndjson'])
    expect(await openContract(page, [10_000])).toBe('C0001')
    await expect(page.getByRole('combobox', { name: 'Show' })).toHaveValue('')
  })

  sampleTest('may use the sample book instead', async ({ page }) => {
    await expect(page.getByRole('row', { name: /Website redesign/ })).toBeVisible()
    await expect(page.getByRole('row', { name: /^Website,/ })).toHaveCount(0)
    expect(await asked(page, { type: 'verify' })).toMatchObject({ ok: true })
  })
})

test('errors in the page and in the main process are reported, and would fail the test in which they occur', async ({
  app,
  page,
  shared,
}) => {
  await page.evaluate(() => {
    console.error('the page complains')
    setTimeout(() => Promise.reject(new Error('nobody waits for this')))
  })
  await app.evaluate(() => console.error(new RangeError('main complains')))
  const errors = new Set<string>()
  await expect
    .poll(
      async () => {
        for (const error of (await shared.takeReport()).errors) errors.add(error)
        return [...errors].join()
      },
      { intervals: [10] },
    )
    .toMatch(/(?=.*the page complains)(?=.*nobody waits for this)(?=.*RangeError: main complains)/s)
})
