import type { ElectronApplication, Page } from '@playwright/test'

/** The inner size of a window in pixels of the screen, and its zoom. */
export interface WindowSize {
  readonly width: number
  readonly height: number
  readonly zoom: number
}

/** Sets the size of the window, and waits until the page has it. */
export async function resize(app: ElectronApplication, page: Page, { width, height, zoom }: WindowSize): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.setContentSize(size.width, size.height)
      window?.webContents.setZoomFactor(size.zoom)
    },
    { width, height, zoom },
  )
  await page.waitForFunction(expected => innerWidth === expected, width / zoom)
}
