import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { steps } from '../../tools/demo/steps.mjs'
import { asked } from './bridge.ts'
import { test as ownStartTest } from './fixture.ts'
import { expect, test } from './on-shared-app.ts'
import { settled } from './visiting.ts'

ownStartTest(
  "the seed's conversation by mouse, from the empty book to the restart",
  async ({ app, page, book, scratch, launch }) => {
    ownStartTest.setTimeout(90_000)
    let running = { app, page }
    const restart = async () => {
      await running.app.close()
      const again = await launch()
      running = { app: again, page: await again.firstWindow() }
      return running
    }
    for (const step of steps)
      await test.step(step.name, () =>
        step.run({ ...running, book, statement: join(scratch, 'statement.pdf'), restart }),
      )
  },
)

/**
 * Presses Tab until the element called `name` has the focus; fails after a full round without it.
 */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    const focused = page.locator(':focus')
    if ((await focused.count()) > 0) {
      const label = await focused.evaluate(
        element =>
          element.getAttribute('aria-label') ??
          (element as HTMLInputElement).labels?.[0]?.innerText ??
          element.textContent ??
          '',
      )
      if (typeof name === 'string' ? label.trim() === name : name.test(label)) return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not reach ${name}`)
}

test('the main example with the keyboard alone', async ({ page, book }) => {
  test.setTimeout(90_000)
  const keys = page.keyboard
  const dialog = page.getByRole('dialog')
  await expect(page.getByRole('heading', { name: 'This book is empty.' })).toBeVisible()
  await tabTo(page, 'New contract')
  await keys.press('Enter')
  for (const [name, value] of [
    ['Client', 'Acme Ltd'],
    ['Freelancer', 'Muhammad A.'],
    ['Title', 'Website'],
    ['Title of milestone 1', 'Design'],
    ['Amount of milestone 1', '420'],
    ['Title of milestone 2', 'Build'],
    ['Amount of milestone 2', '100'],
    ['Title of milestone 3', 'Launch'],
    ['Amount of milestone 3', '150'],
  ] as const) {
    await tabTo(page, name)
    await keys.type(value)
  }
  await keys.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Website' })).toBeVisible()

  await tabTo(page, 'Fund Design')
  await keys.press('Enter')
  await expect(dialog).toContainText('420.00 new deposit')
  await settled(page)
  await keys.press('Enter')
  await expect(dialog).toBeHidden()

  await tabTo(page, 'Review & Pay')
  await keys.press('Enter')
  await expect(dialog).toBeVisible()
  await tabTo(page, 'Edit amount')
  await keys.press('Enter')
  await keys.type('400')
  await expect(dialog).toContainText('20.00 stays in escrow')
  await settled(page)
  await keys.press('Enter')
  await expect(dialog).toBeHidden()

  await tabTo(page, 'Fund Build')
  await keys.press('Enter')
  await expect(dialog).toContainText('20.00 carried, 80.00 new deposit')
  await keys.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Fund Build' })).toBeFocused()
  await keys.press('Enter')
  await expect(dialog).toContainText('20.00 carried, 80.00 new deposit')
  await settled(page)
  await keys.press('Enter')
  await expect(dialog).toBeHidden()
  expect((await asked(page, { type: 'contract', contractId: 'C0001' })).contract).toMatchObject({
    escrow: 10_000,
    deposited: 50_000,
  })

  // The screen still names the last entry, so undo does not ask first.
  await expect(page.getByRole('status')).toContainText('Build')
  await keys.press('Control+z')
  await expect
    .poll(async () => (await asked(page, { type: 'contract', contractId: 'C0001' })).contract.escrow)
    .toBe(2_000)

  await tabTo(page, 'End contract')
  await keys.press('Enter')
  await expect(dialog).toContainText('Asks for 20.00 back')
  await settled(page)
  await tabTo(page, 'End contract')
  await keys.press('Enter')
  await expect(dialog).toBeHidden()
  await tabTo(page, 'Approve refund')
  await keys.press('Enter')
  await expect(dialog).toContainText('20.00 goes back to Acme Ltd')
  await settled(page)
  await keys.press('Enter')
  await expect(dialog).toBeHidden()
  expect((await asked(page, { type: 'contract', contractId: 'C0001' })).contract).toMatchObject({
    status: 'ended',
    escrow: 0,
    refunded: 2_000,
  })
  expect(await readFile(join(book, 'journal.ndjson'), 'utf8')).toContain('approve-refund')
})
