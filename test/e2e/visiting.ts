import type { Locator, Page } from '@playwright/test'
import { sampleCommands } from '../../main/sample/sample-contracts.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { acceptedAll } from './bridge.ts'

/** The day on which the tests look at the sample contracts. */
export const LOOKED_AT = '2026-11-20' as IsoDate

/** Records the contracts of the sample book, as of `LOOKED_AT`; `change` may alter their texts. */
export async function recordSample(
  page: Page,
  change: (command: EscrowCommandInput) => EscrowCommandInput = command => command,
): Promise<void> {
  await acceptedAll(page, sampleCommands(LOOKED_AT).map(change))
}

/** The contract of the sample that has the most entries: its id, its title. */
export const WEBSITE = ['C0001', '{Website redesign}'] as const

/** The reading of a name that holds names from the sample in braces (`Fund {Build}`). */
export type Reading = (name: string) => string

/** The text of the catalogue. */
export const inEnglish: Reading = name => name.replaceAll(/[{}]/g, '')

/** Opens a screen by its address after `#/`, and waits for its heading. */
export async function visit(page: Page, address: string, heading: string | RegExp): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, `#/${address}`)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/** The first button of exactly this name. */
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first()

/** The layers that cover a screen. */
export type Layer = 'dialog' | 'alertdialog' | 'menu'

/** A place to look at in the sample book. */
export interface Place {
  readonly name: string
  /** Set if only a part is new: the screen behind it is a place of its own. */
  readonly layer?: Layer
  /**
   * Goes there from anywhere; returns the element that must have the focus again after the layer is
   * closed.
   */
  readonly show: (page: Page, read: Reading) => Promise<Locator | undefined>
}

/**
 * Waits until the dialog in front takes a confirmation by keyboard; a click waits for it by itself.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('[data-settling]').waitFor({ state: 'detached' })
}

/** Every kind of layer over a screen. */
const LAYERS = '[role="dialog"], [role="alertdialog"], [role="menu"]'
/** The time after which a layer that is still open needs another key. */
const LEAVING_MS = 500

/** Closes all layers over the screen, and discards what was typed there. */
export async function leave(page: Page): Promise<void> {
  const layers = page.locator(LAYERS)
  const discard = page.getByRole('alertdialog').getByRole('button').last()
  for (let count = await layers.count(); count > 0; count = await layers.count()) {
    if (count > 1 && (await discard.isVisible())) await discard.click()
    else await page.keyboard.press('Escape')
    await page
      .waitForFunction(
        ([selector, before]) => document.querySelectorAll(selector).length !== before,
        [LAYERS, count] as const,
        { timeout: LEAVING_MS },
      )
      .catch(() => {})
  }
}
