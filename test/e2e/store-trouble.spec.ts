import { appendFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { canMount, mountSmallDisk } from '../book/folder/mount.ts'
import { asked, execute, openContract } from './bridge.ts'
import { expect, test } from './fixture.ts'
import { settled } from './visiting.ts'

/** Opens the dialog that funds a contract's first milestone, and presses its button. */
async function fundFirst(page: Page, contractId: string): Promise<Locator> {
  await page.evaluate(id => {
    location.hash = `#/contracts/${id}`
  }, contractId)
  await page.getByRole('button', { name: 'Fund A' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('420.00 new deposit')
  await settled(page)
  await page.keyboard.press('Enter')
  return dialog
}

test('a full disk refuses a move in its dialog, which keeps its input until there is room', async ({
  scratch,
  launch,
}) => {
  test.skip(!canMount(), 'only root may mount a disk')
  const disk = join(scratch, 'disk')
  const mounted = mountSmallDisk(disk, 200)
  try {
    const ballast = join(disk, 'ballast')
    const app = await launch({ args: [`--book=${join(disk, 'book')}`] })
    const page = await app.firstWindow()
    const contractId = await openContract(page, [42_000])
    await writeFile(ballast, Buffer.alloc(100_000))
    const bonus = { type: 'bonus', contractId, amount: 1 } as const
    while ((await execute(page, { ...bonus, note: 'x'.repeat(1_500) })).ok);
    while ((await execute(page, bonus)).ok);
    const { entries } = await asked(page, { type: 'book' })
    const dialog = await fundFirst(page, contractId)
    await expect(dialog.getByRole('alert')).toContainText('The disk is full; nothing was recorded.')
    await expect(dialog.getByRole('alert')).toContainText('Free some space')
    expect(await asked(page, { type: 'book' })).toMatchObject({ entries, readOnly: false })
    await rm(ballast)
    await dialog.getByRole('button', { name: 'Fund A' }).click()
    await expect(dialog).toBeHidden()
    expect(await asked(page, { type: 'contract', contractId })).toMatchObject({ contract: { escrow: 42_000 } })
    await app.close()
  } finally {
    mounted?.unmount()
  }
})

test('a dialog says so if the book’s folder was moved away, and works again once it is back', async ({
  page,
  book,
}) => {
  const contractId = await openContract(page, [42_000])
  const elsewhere = `${book}-elsewhere`
  await rename(book, elsewhere)
  const dialog = await fundFirst(page, contractId)
  await expect(dialog.getByRole('alert')).toContainText(`The book is no longer in ${book}`)
  await rename(elsewhere, book)
  await dialog.getByRole('button', { name: 'Fund A' }).click()
  await expect(dialog).toBeHidden()
  expect(await asked(page, { type: 'contract', contractId })).toMatchObject({ contract: { escrow: 42_000 } })
})

test('after a power cut, the screen reports the incomplete last line and the file it was moved to, and the book goes on', async ({
  launch,
  book,
}) => {
  const first = await launch()
  const contractId = await openContract(await first.firstWindow(), [42_000])
  await first.close()
  await appendFile(join(book, 'journal.ndjson'), '{"entry":2,"contr')
  const page = await (await launch()).firstWindow()
  await expect(page.getByRole('alert')).toContainText(
    'The last line was not finished when the app or the computer stopped; it had not been confirmed.',
  )
  const [kept = 'none'] = await readdir(join(book, 'recovered'))
  await expect(page.getByRole('alert')).toContainText(kept)
  await expect(await fundFirst(page, contractId)).toBeHidden()
  expect(await asked(page, { type: 'verify' })).toMatchObject({ ok: true })
})
