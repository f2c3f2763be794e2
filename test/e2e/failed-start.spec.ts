import { mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import { instanceFolder } from '../../main/electron/place/book-folder.ts'
import { expect, test } from './fixture.ts'
import { startAgain } from './start-again.ts'

const window = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const [one] = BrowserWindow.getAllWindows()
    return { isVisible: one?.isVisible(), isLoading: one?.webContents.isLoading(), url: one?.webContents.getURL() }
  })

test.use({ faults: [(folder: string) => writeFile(folder, 'A file in the place of the book’s folder')] })

test('the window of a book that cannot be opened stays hidden, even when its page is ready or the app is started again, and keeps its saved position', async ({
  launch,
  scratch,
  book,
}) => {
  const place = join(instanceFolder(join(scratch, 'userData'), await realpath(book)), 'window.json')
  await mkdir(dirname(place), { recursive: true })
  await writeFile(place, JSON.stringify({ x: 0, y: 0, width: 900, height: 640, maximized: true }))
  const app = await launch()
  await expect.poll(() => window(app)).toMatchObject({ isLoading: false, url: 'app://escrowbook/' })
  await expect.poll(() => window(app)).toMatchObject({ isVisible: false })
  expect(await startAgain(scratch, ['--book', book]), 'it leaves the book to the first').toBe(0)
  // By now the second start has had all its effects.
  await app.evaluate(() => new Promise(done => setTimeout(done, 200)))
  expect(await window(app)).toMatchObject({ isVisible: false })

  const closed = app.waitForEvent('close')
  await app.evaluate(electron => setImmediate(() => electron.app.quit()))
  await closed
  expect(JSON.parse(await readFile(place, 'utf8'))).toMatchObject({ width: 900, height: 640, maximized: true })
})
