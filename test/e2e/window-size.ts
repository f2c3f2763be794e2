import type { ElectronApplication, Page } from '@playwright/test'

/**
 * How large a window is inside, in pixels of the screen, and how much what is in it is enlarged.
 */
export interface WindowSize {
  readonly width: number
  readonly height: number
  readonly zoom: number
}

/** Gives the window a size, and waits until the page has it. */
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
