import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { bytesOf } from '../shared/reconcile/files/opening.ts'
import { workbookOf, zipOf } from '../shared/reconcile/files/zip-of.ts'
import { expect, test } from './on-shared-app.ts'
import { chooseStatement } from './places/statements.ts'

const FIXTURES = resolve(import.meta.dirname, '../shared/reconcile/files/fixtures')

async function choose(page: Page, file: Parameters<typeof chooseStatement>[1]): Promise<void> {
  await page.keyboard.press('Control+6')
  await page.getByRole('heading', { level: 1, name: 'Reconcile' }).waitFor()
  await chooseStatement(page, file)
}

const named = (name: string, bytes: Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})

test('banks’ own formats are read in the page, and named', async ({ page }) => {
  await choose(page, resolve(FIXTURES, 'mt940-dutch.940'))
  await expect(page.getByText('mt940-dutch.940, MT940,')).toBeVisible()
  const zip = zipOf([
    { name: '1.xml', content: bytesOf('camt-german.xml') },
    { name: '2.xml', content: bytesOf('camt-swiss.xml') },
  ])
  await chooseStatement(page, named('statements.zip', zip))
  await expect(page.getByText('statements.zip, CAMT.053,')).toBeVisible()
  await chooseStatement(page, resolve(FIXTURES, 'ofx-sgml.qfx'))
  await expect(page.getByText('ofx-sgml.qfx, OFX,')).toBeVisible()
})

test('a spreadsheet is read in the page by its titles', async ({ page }) => {
  const cells = (texts: readonly string[]): string =>
    `<row>${texts.map(text => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
  const rows = [
    ['Date', 'Transaction ID', 'Transaction type', 'Transaction summary', 'Freelancer', 'Amount $'],
    ['Mar 1, 2026', '1', 'Bonus', 'Bonus', 'Priya Nair', '-25.00'],
  ]
  await choose(page, named('upwork.xlsx', workbookOf([{ name: 'A', rows: rows.map(cells).join('') }])))
  await expect(page.getByText('upwork.xlsx, Upwork transaction report')).toBeVisible()
})

test('a file that is not read is named, with what to download instead', async ({ page }) => {
  await choose(page, named('money.qif', new TextEncoder().encode('!Type:Bank\nD01/05/2026\n^\n')))
  await expect(page.getByText('money.qif is a QIF file')).toBeVisible()
})
