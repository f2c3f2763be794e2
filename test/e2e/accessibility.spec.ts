import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { accepted } from './bridge.ts'
import { damaged } from './damaged.ts'
import { expect, test } from './fixture.ts'
import { PLACES } from './places/places.ts'
import { SCREENS } from './places/screens.ts'
import { STATEMENT_PLACES } from './places/statements.ts'
import { inEnglish, LOOKED_AT, leave, recordSample, visit } from './visiting.ts'
import { writeSample } from './written-book.ts'

// The axe of @axe-core/playwright, loaded into the page once: injecting it for every check takes
// longer than the check.
const { source } = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'))('axe-core') as {
  source: string
}

interface Found {
  readonly passes: readonly string[]
  readonly violations: readonly string[]
}

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

test.use({ today: LOOKED_AT, expectedErrors: [/Intl\.ListFormat is not a constructor/] })
// Includes starting the app, which is slow on a busy computer.
test.describe.configure({ timeout: 420_000 })

/** Checks places in light and dark, and collects the violations. */
class Eye {
  readonly visited: string[] = []
  readonly violations: string[] = []
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  async look(place: string, part?: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      // Colours in transition would be measured half-way.
      await this.#page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { passes, violations } = await this.#tried(part)
      expect(passes.length, `${place}: rules were tried`).toBeGreaterThan(5)
      for (const violation of violations) this.violations.push(`${place}, ${colorScheme}: ${violation}`)
    }
    this.visited.push(place)
  }

  async #tried(part: string | undefined): Promise<Found> {
    if (!(await this.#page.evaluate(() => 'axe' in window))) await this.#page.evaluate(source)
    return this.#page.evaluate(
      async ([where, tags]) => {
        interface Axe {
          run(
            context: unknown,
            options: unknown,
          ): Promise<{
            passes: { id: string }[]
            violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[]
          }>
        }
        const { passes, violations } = await (window as unknown as { axe: Axe }).axe.run(where ?? document, {
          runOnly: { type: 'tag', values: tags },
          // Reports only the rule for what passes, which is many times faster.
          resultTypes: ['violations'],
        })
        return {
          passes: passes.map(({ id }) => id),
          violations: violations.flatMap(({ id, help, nodes }) =>
            nodes.map(({ html, failureSummary }) => `${id} (${help})\n  ${html}\n  ${failureSummary}`),
          ),
        }
      },
      [part, WCAG_2_2_AA] as const,
    )
  }

  report(): void {
    console.log(`  looked at ${this.visited.length}, light and dark: ${this.visited.join('; ')}`)
    expect(this.violations.join('\n'), 'violations').toBe('')
  }
}

test('every screen and dialog meets WCAG 2.2 AA, light and dark, empty and full', async ({ page }) => {
  page.setDefaultTimeout(10_000)
  const eye = new Eye(page)
  await page.getByRole('heading', { name: 'This book is empty.' }).waitFor()
  await eye.look('Contracts, empty')
  for (const [name, address] of SCREENS.slice(1)) {
    await visit(page, address, name)
    await eye.look(`${name}, empty`)
  }
  await recordSample(page)
  for (const { name, layer, show } of [...PLACES, ...STATEMENT_PLACES]) {
    await show(page, inEnglish)
    // The screen behind a layer is a place of its own.
    await eye.look(name, layer === undefined ? undefined : `[role="${layer}"]`)
    if (layer !== undefined) await leave(page)
  }
  for (const [address, heading, term] of [
    ['ledger', 'Ledger', 'Brought forward'],
    ['overview', 'Overview', 'Unallocated'],
  ] as const) {
    await visit(page, address, heading)
    await page.getByRole('link', { name: term }).focus()
    await page.getByRole('tooltip').waitFor({ state: 'attached' })
    await eye.look(`${heading} with the meaning of a term`)
  }
  await visit(page, 'contracts/C0001', 'Website redesign')
  await page.getByRole('button', { name: 'Remove Launch', exact: true }).press('Enter')
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).waitFor()
  await eye.look('Contract with a toast')
  // Simulates a bug in a screen: removes something that every browser has.
  await page.evaluate(() => Object.defineProperty(Intl, 'ListFormat', { value: undefined }))
  await visit(page, 'contracts/C0002', 'This screen has failed.')
  await eye.look('A screen that has failed')
  eye.report()
})

test.describe(() => {
  test.use({ faults: [writeSample, damaged] })
  test('every screen of a read-only book meets WCAG 2.2 AA', async ({ page }) => {
    await page.getByRole('alert').waitFor()
    const eye = new Eye(page)
    for (const [name, address] of SCREENS) {
      await visit(page, address, name)
      await eye.look(`${name}, read-only`)
    }
    await visit(page, 'contracts/C0001', 'Website redesign')
    await eye.look('Contract, read-only')
    await expect(
      accepted(page, { type: 'bonus', contractId: 'C0001', amount: 1 }),
      'it can only be read',
    ).rejects.toThrow()
    eye.report()
  })
})
