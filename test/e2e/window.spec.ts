import type { ElectronApplication } from '@playwright/test'
import { accepted, asked, openContract } from './bridge.ts'
import { expect, test } from './fixture.ts'

/**
 * Asks the page through the main process, since Playwright drops a page that crashed. Undefined if
 * there is no answer: a page that is crashing never answers.
 */
function inPage<T>(app: ElectronApplication, code: string): Promise<T> {
  return app.evaluate(async ({ BrowserWindow }, script) => {
    const unanswered = new Promise<undefined>(resolve => setTimeout(resolve, 1_000))
    return Promise.race([BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(script), unanswered])
  }, code) as Promise<T>
}

const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())

test('a page that crashes comes back to the same screen and says so, and the book has everything that was recorded', async ({
  app,
  page,
}) => {
  const contractId = await openContract(page, [42_000])
  await page.evaluate(id => {
    location.hash = `#/contracts/${id}`
  }, contractId)
  await page.getByRole('heading', { name: 'Website' }).waitFor()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect
    .poll(() => inPage<string>(app, `document.querySelector('[role="status"]')?.textContent`).catch(() => undefined), {
      timeout: 15_000,
    })
    .toContain('The window failed and is back where it was.')
  expect(await inPage<string>(app, `document.querySelector('h1').textContent`)).toBe('Website')
  const answer = await inPage<{ value: { entries: number } }>(app, `window.escrowbook.query({ type: 'book' })`)
  expect(answer.value.entries).toBe(1)
})

test('the window opens with the position and size it had last time', async ({ launch }) => {
  const first = await launch()
  await first.firstWindow()
  await first.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 900, height: 640 }),
  )
  await first.close()
  const again = await launch()
  await again.firstWindow()
  expect(await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toMatchObject({
    width: 900,
    height: 640,
  })
})

test('a window larger than the display is fitted to it', async ({ launch }) => {
  const first = await launch()
  await first.firstWindow()
  const wide = await first.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setBounds({ x: 0, y: 0, width: 6000, height: 4000 })
    return window?.getBounds().width
  })
  expect(wide).toBe(6000)
  await first.close()
  const again = await launch()
  await again.firstWindow()
  const { width, height, area } = await again.evaluate(({ BrowserWindow, screen }) => {
    const bounds = BrowserWindow.getAllWindows()[0]?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 }
    return { ...bounds, area: screen.getDisplayMatching(bounds).workArea }
  })
  expect(width).toBeLessThanOrEqual(area.width)
  expect(height).toBeLessThanOrEqual(area.height)
})

test('closing a window with an unsaved form asks first, and the window stays if the person continues editing', async ({
  app,
  page,
}) => {
  await page.getByRole('button', { name: 'New contract' }).click()
  await page.getByLabel('Client', { exact: true }).fill('Northwind')
  await closeWindow(app)
  const question = page.getByRole('alertdialog', { name: 'Discard this new contract?' })
  await question.getByRole('button', { name: 'Keep editing' }).click()
  await expect(page.getByLabel('Client', { exact: true })).toHaveValue('Northwind')
  await closeWindow(app)
  const closed = app.waitForEvent('close')
  await question.getByRole('button', { name: 'Discard' }).click()
  await closed
})

test('closing a window with an unsaved dialog asks first; with an unchanged dialog it closes at once', async ({
  app,
  page,
}) => {
  const contractId = await openContract(page, [42_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await page.evaluate(id => {
    location.hash = `#/contracts/${id}`
  }, contractId)
  await page.getByRole('button', { name: 'Review & Pay' }).click()
  const amount = page.getByRole('textbox', { name: 'Amount', exact: true })
  await amount.fill('40')
  await closeWindow(app)
  await page
    .getByRole('alertdialog', { name: 'Discard what you changed?' })
    .getByRole('button', { name: 'Keep editing' })
    .click()
  expect(await asked(page, { type: 'book' })).toMatchObject({ entries: 2 })
  await amount.fill('420.00')
  const closed = app.waitForEvent('close')
  await closeWindow(app)
  await closed
})
