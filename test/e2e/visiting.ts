import type { Locator, Page } from '@playwright/test'
import { sampleCommands } from '../../main/sample/sample-contracts.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { acceptedAll } from './bridge.ts'

/** The day on which the tests look at the sample contracts. */
export const LOOKED_AT = '2026-11-20' as IsoDate

/**
 * Records the contracts of the sample book, as of `LOOKED_AT`; `change` may alter what was written
 * into them.
 */
export async function recordSample(
  page: Page,
  change: (command: EscrowCommandInput) => EscrowCommandInput = command => command,
): Promise<void> {
  await acceptedAll(page, sampleCommands(LOOKED_AT).map(change))
}

/** The contract of the sample on which most is done: its id, its title. */
export const WEBSITE = ['C0001', '{Website redesign}'] as const

/**
 * How a name of ours is read that holds names of the sample's things in braces (`Fund {Build}`).
 */
export type Reading = (name: string) => string

/** As the catalogue has it. */
export const inEnglish: Reading = name => name.replaceAll(/[{}]/g, '')

/** Goes to a screen by its address after `#/`, and waits for its heading. */
export async function visit(page: Page, address: string, heading: string | RegExp): Promise<void> {
  await page.evaluate(hash => {
    location.hash = hash
  }, `#/${address}`)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

/** The first button that is called exactly so. */
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true }).first()

/** What lies over the rest. */
export type Layer = 'dialog' | 'alertdialog' | 'menu'

/** Something to look at in the sample book. */
export interface Place {
  readonly name: string
  /** Where only a part is new: the screen behind it is a place of its own. */
  readonly layer?: Layer
  /** Goes there from anywhere; gives back what must have the focus again once the layer is left. */
  readonly show: (page: Page, read: Reading) => Promise<Locator | undefined>
}

/** Everything that can lie over a screen. */
const LAYERS = '[role="dialog"], [role="alertdialog"], [role="menu"]'
/** A layer that has not gone by then needs another key. */
const LEAVING_MS = 500

/** Leaves everything that lies over the screen, and discards what was typed there. */
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
