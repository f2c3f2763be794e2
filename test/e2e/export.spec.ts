import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { accepted, asked, execute, openContract, query } from './bridge.ts'
import { expect, test } from './fixture.ts'

/** Chooses for the person in the dialog of the system, which no test can reach; `undefined` is Cancel. */
function choose(app: ElectronApplication, filePath: string | undefined): Promise<void> {
  return app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === undefined, filePath: chosen ?? '' })
  }, filePath)
}

test('an export is answered as text, and saved whole under the name that was chosen', async ({ app, page, scratch }) => {
  const contractId = await openContract(page, [42_000, 10_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  const { filename, text } = await asked(page, { type: 'export', format: 'hledger' })
  expect(filename).toBe('escrowbook.journal')
  expect(text).toMatch(/Assets:Escrow:C0001:M1 +420\.00 USD = +420\.00 USD/)
  const path = join(scratch, 'mine.journal')
  await choose(app, path)
  // How often it is told on the way depends on how fast the disk is; the last time it is done.
  const far = page.evaluate(
    () => new Promise(resolve => window.escrowbook.on('progress', progress => (progress.done === progress.total ? resolve(progress) : undefined))),
  )
  expect(await execute(page, { type: 'save-export', format: 'hledger' })).toEqual({ ok: true, value: { path, bytes: (await stat(path)).size } })
  expect(await far).toMatchObject({ job: expect.stringMatching(/^export-\d+$/), done: 2, total: 2 })
  expect(await readFile(path, 'utf8')).toBe(text)
})

test('a file is only replaced where the person was asked, and nothing is left of what was not saved', async ({ app, page, scratch }) => {
  await openContract(page, [42_000])
  const path = join(scratch, 'mine.csv')
  await writeFile(path, 'mine')
  const saved = { type: 'save-export', format: 'csv', path } as const
  expect(await execute(page, saved)).toMatchObject({ ok: false, error: { code: 'write-failed', message: expect.stringContaining(path), field: 'path' } })
  expect(await readFile(path, 'utf8')).toBe('mine')
  await choose(app, undefined)
  expect(await execute(page, { type: 'save-export', format: 'csv' })).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(await execute(page, { ...saved, path: 'mine.csv' })).toMatchObject({
    ok: false,
    error: { code: 'bad-input', message: expect.stringContaining('whole path') },
  })
  expect(await query(page, { type: 'export', format: 'csv', contractId: 'C9' })).toMatchObject({ ok: false, error: { code: 'unknown-contract' } })
  await choose(app, path)
  expect(await execute(page, { type: 'save-export', format: 'csv' })).toMatchObject({ ok: true })
  expect(await readFile(path, 'utf8')).toContain('open-contract')
  expect((await readdir(scratch)).filter(name => name.startsWith('mine'))).toEqual(['mine.csv'])
})
