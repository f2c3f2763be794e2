import { mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { startAgain } from './start-again.ts'

const hide = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
const visible = (app: ElectronApplication): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

test.beforeEach(async ({ app, page, book }) => {
  await expect(page.getByRole('main')).toBeVisible()
  await expect.poll(() => visible(app)).toBe(true)
  await mkdir(book, { recursive: true })
})

test('a second start with the same book brings the first window to the front', async ({ app, scratch, book }) => {
  await hide(app)
  expect(await visible(app)).toBe(false)
  expect(await startAgain(scratch, ['--book', book])).toBe(0)
  await expect.poll(() => visible(app)).toBe(true)
  expect(app.windows()).toHaveLength(1)
})

test('a book is recognised as the same under another path', async ({ app, scratch, book }) => {
  await symlink(book, join(scratch, 'link'))
  await hide(app)
  expect(await startAgain(scratch, [], { ESCROWBOOK_DIR: `${join(scratch, 'link')}/` })).toBe(0)
  await expect.poll(() => visible(app)).toBe(true)
})

test('another book opens in a second app, and --book takes precedence over ESCROWBOOK_DIR', async ({
  app,
  launch,
  scratch,
  book,
}) => {
  const other = await launch({ env: { ESCROWBOOK_DIR: book }, args: ['--book', join(scratch, 'other')] })
  await expect((await other.firstWindow()).getByRole('main')).toBeVisible()
  const userDataOf = (one: ElectronApplication) => one.evaluate(electron => electron.app.getPath('userData'))
  const [first, second] = [await userDataOf(app), await userDataOf(other)]
  expect(first).not.toBe(second)
  for (const folder of [first, second]) expect(folder.startsWith(join(scratch, 'userData', 'instances'))).toBe(true)
})
