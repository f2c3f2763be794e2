import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'
import { chooseStatement, DIALOGS, LOOKED_AT, openDialog, recordSample, SAMPLE_STATEMENT, SCREENS, visit } from './places.ts'

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

test.use({ today: LOOKED_AT })

test('every screen and dialog is without a violation of WCAG 2.2 AA, light and dark, empty and full', async ({ page }) => {
  test.setTimeout(300_000)
  page.setDefaultTimeout(10_000)
  const visited: string[] = []
  const violations: string[] = []
  async function look(place: string, part?: string): Promise<void> {
    for (const colorScheme of ['light', 'dark'] as const) {
      // Colours that are on their way would be measured half-way.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // Of what passes only the rule is told, which takes a fraction of the time.
      const axe = new AxeBuilder({ page })
        .options({ resultTypes: ['violations'] })
        .setLegacyMode(true)
        .withTags(WCAG_2_2_AA)
      const found = await (part === undefined ? axe : axe.include(part)).analyze()
      expect(found.passes.length, `${place}: rules were tried`).toBeGreaterThan(5)
      for (const { id, help, nodes } of found.violations)
        for (const { html, failureSummary } of nodes) violations.push(`${place}, ${colorScheme}: ${id} (${help})\n  ${html}\n  ${failureSummary}`)
    }
    visited.push(place)
  }

  await page.getByRole('heading', { name: 'This book is empty.' }).waitFor()
  await look('Contracts, empty')
  for (const [name, address] of SCREENS.slice(1)) {
    await visit(page, address, name)
    await look(`${name}, empty`)
  }

  await recordSample(page)
  for (const [name, address] of SCREENS) {
    await visit(page, address, name)
    await look(name)
  }
  for (const [contractId, title] of [
    ['C0002', 'Brand film'],
    ['C0003', 'Data migration'],
    ['C0004', 'Mobile onboarding'],
  ] as const) {
    await visit(page, `contracts/${contractId}`, title)
    await look(`Contract: ${title}`)
  }
  for (const place of DIALOGS) {
    await openDialog(page, place)
    // The screen behind it was looked at above.
    await look(`Dialog: ${place.name}`, '[role="dialog"]')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await lookAtStatements(page, look)
  await lookAtTheRest(page, look)
  console.log(`  looked at, light and dark: ${visited.join('; ')}`)
  expect(violations.join('\n'), 'violations').toBe('')
})

/** Reconcile with a statement in it: its rows, each list of them, the entry of a row by hand, what is asked before recording, its columns, and what cannot be read. */
async function lookAtStatements(page: Page, look: (place: string, part?: string) => Promise<void>): Promise<void> {
  await visit(page, 'reconcile', 'Reconcile')
  await chooseStatement(page, SAMPLE_STATEMENT)
  await page.getByRole('grid').waitFor()
  await look('Reconcile: a statement')
  await page.getByRole('radio', { name: /^Only in the book/ }).check()
  await page.getByText('No such row').first().waitFor()
  await look('Reconcile: only in the book')
  await page.getByRole('radio', { name: /^Not in the book/ }).check()
  await page.getByRole('button', { name: 'Choose what line 5 is' }).click()
  await page.getByRole('dialog').waitFor()
  await look('Dialog: what a row is', '[role="dialog"]')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Record 3 rows' }).click()
  await page.getByRole('alertdialog').waitFor()
  await look('Dialog: record rows', '[role="alertdialog"]')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('region', { name: 'Which column is which' }).waitFor()
  await look('Reconcile: columns')
  await chooseStatement(page, { name: 'letter.csv', mimeType: 'text/csv', buffer: Buffer.from('Dear Sir or Madam') })
  await page.getByRole('alert').waitFor()
  await look('Reconcile: no statement')
}

/** What comes up over a screen without being the dialog of a button: menus, palette, the undoing of the latest entry, a refusal, the toast. */
async function lookAtTheRest(page: Page, look: (place: string, part?: string) => Promise<void>): Promise<void> {
  await visit(page, 'contracts/C0001', 'Website redesign')
  await page.getByRole('button', { name: 'More actions' }).press('Enter')
  await page.getByRole('menu').waitFor()
  await look('Menu: more', '[role="menu"]')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Move Build', exact: true }).press('Enter')
  await page.getByRole('menu').waitFor()
  await look('Menu: move', '[role="menu"]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('option').first().waitFor()
  await look('Palette', '[role="dialog"]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('check a statement')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: 'Hash' }).fill('not a hash')
  await page.getByRole('textbox', { name: 'Entry number' }).fill('1')
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await look('Dialog: Check a statement', '[role="dialog"]')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await page.getByRole('dialog').waitFor()
  await look('Dialog: Undo', '[role="dialog"]')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Review & Pay', exact: true }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill('30')
  await dialog.getByRole('alert').waitFor()
  await look('Refusal', '[role="dialog"]')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').waitFor()
  await look('Dialog: discard what was typed', '[role="alertdialog"]')
  await page.getByRole('alertdialog').getByRole('button', { name: 'Keep editing' }).click()
  await dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill('5')
  await dialog.getByRole('button', { name: 'Send Payment' }).click()
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).waitFor()
  await look('Contract with a toast')
}
