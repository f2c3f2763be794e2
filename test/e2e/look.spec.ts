import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { LOOKED_AT, visit } from './visiting.ts'
import { resize } from './window-size.ts'
import { writeSample } from './written-book.ts'

const SIZE = { width: 1040, height: 640, zoom: 1 }
/** Contracts whose bars together have every part. */
const BARS = [
  ['C0001', 'Website redesign', 'paid-held-to-fund'],
  ['C0003', 'Data migration', 'reserved'],
  ['C0004', 'Mobile onboarding', 'unallocated'],
  ['C0008', 'Icon set', 'refunded'],
] as const
const SCREENS = [
  ['contract', 'contracts/C0001', 'Website redesign'],
  ['contracts', '', 'Contracts'],
  ['overview', 'overview', 'Overview'],
  ['ledger', 'ledger', 'Ledger'],
  ['reports', 'reports', 'Reports'],
] as const
/**
 * The number of pixels that may differ: more than the soft edges of letters cause, fewer than a
 * sidebar that is a few pixels wider.
 */
const SCREEN_TOLERANCE = 0.01
const BAR_TOLERANCE = 0.03
/** The difference in colour that is tolerated; with Playwright's default, amber could be orange. */
const COLOUR_TOLERANCE = 0.02

test.use({ today: LOOKED_AT, faults: [writeSample] })

async function show(page: Page, address: string, heading: string): Promise<void> {
  await visit(page, address, heading)
  await page.mouse.move(1, 1)
}

test('the money bar and the main screens look as they did', async ({ app, page }) => {
  test.setTimeout(90_000)
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await resize(app, page, SIZE)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const [contractId, title, name] of BARS) {
      await show(page, `contracts/${contractId}`, title)
      const bar = page.getByRole('list', { name: 'Where the money is' })
      await expect.soft(bar, name).toHaveScreenshot(`bar-${name}-${colorScheme}.png`, {
        maxDiffPixelRatio: BAR_TOLERANCE,
        threshold: COLOUR_TOLERANCE,
      })
    }
    for (const [name, address, heading] of colorScheme === 'light' ? SCREENS : SCREENS.slice(0, 1)) {
      await show(page, address, heading)
      await expect.soft(page, name).toHaveScreenshot(`${name}-${colorScheme}.png`, {
        maxDiffPixelRatio: SCREEN_TOLERANCE,
        // The time of the last backup comes from the real clock.
        mask: [page.getByText(/^Backed up/)],
      })
    }
  }
})
