import type { Locator, Page } from '@playwright/test'
import { acceptedAll, asked, execute, openContract } from './bridge.ts'
import { CONTRACT_DIALOGS, type DialogPlace } from './contract-dialogs.ts'
import { expect, sampleTest, test } from './on-shared-app.ts'
import { DIALOG_PLACES } from './places/dialogs.ts'
import { inEnglish, leave, settled, visit } from './visiting.ts'

/** The keydown events of a key held for about a second, without its release. */
const REPEATS = 12
/** The pause between the presses of a hasty triple press, in ms. */
const HASTE_MS = 90

async function hold(page: Page, key: string): Promise<void> {
  // Without a release in between, the browser marks each event after the first as a repeat.
  for (let times = 0; times < REPEATS; times++) {
    await page.keyboard.down(key)
    await page.waitForTimeout(20)
  }
  await page.keyboard.up(key)
}

async function pressThrice(page: Page, key: string): Promise<void> {
  for (let times = 0; times < 3; times++) {
    await page.keyboard.press(key)
    await page.waitForTimeout(HASTE_MS)
  }
}

/** Two clicks at one place, as far apart as a person makes them. */
async function clickTwice(page: Page, target: Locator): Promise<void> {
  const { x, y, width, height } = (await target.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.move(x + width / 2, y + height / 2)
  for (const clickCount of [1, 2]) {
    await page.mouse.down({ clickCount })
    await page.mouse.up({ clickCount })
    await page.waitForTimeout(HASTE_MS)
  }
}

const WAYS = [
  ['held', hold],
  ['pressed three times', pressThrice],
] as const

const entriesIn = async (page: Page): Promise<number> => (await asked(page, { type: 'book' })).entries

async function holding350(page: Page): Promise<string> {
  const contractId = await openContract(page, [35_000, 10_000])
  await acceptedAll(page, [{ type: 'fund-milestone', contractId, milestoneId: 'M1' }])
  await visit(page, `contracts/${contractId}`, 'Website')
  return contractId
}

for (const [way, press] of WAYS)
  test(`Enter ${way} in Review & Pay pays the typed amount once, and nothing else`, async ({ page }) => {
    const contractId = await holding350(page)
    await page.getByRole('button', { name: 'Review & Pay' }).press('Enter')
    const amount = page.getByRole('dialog').getByRole('textbox', { name: 'Amount', exact: true })
    await amount.fill('10')
    await settled(page)
    await press(page, 'Enter')
    await expect
      .poll(async () => (await asked(page, { type: 'contract', contractId })).contract)
      .toMatchObject({ released: 1_000, escrow: 34_000 })
    await page.waitForTimeout(400)
    expect((await asked(page, { type: 'contract', contractId })).contract.released).toBe(1_000)
  })

test('a double click pays once, and the click that opens a dialog never reaches what it covers', async ({ page }) => {
  const contractId = await holding350(page)
  await clickTwice(page, page.getByRole('button', { name: 'Review & Pay' }))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill('10')
  await settled(page)
  await clickTwice(page, dialog.getByRole('button', { name: 'Send Payment' }))
  await expect(dialog).toBeHidden()
  expect((await asked(page, { type: 'contract', contractId })).contract.released).toBe(1_000)
})

test('a double click on Undo or Remove undoes and removes one thing', async ({ page }) => {
  const contractId = await openContract(page, [10_000, 20_000, 30_000])
  await visit(page, `contracts/${contractId}`, 'Website')
  const before = await entriesIn(page)
  await clickTwice(page, page.getByRole('button', { name: 'Remove A', exact: true }))
  await expect(page.getByRole('button', { name: 'Remove A', exact: true })).toBeHidden()
  expect(await entriesIn(page)).toBe(before + 1)
  await clickTwice(page, page.getByRole('table').getByRole('button', { name: 'Undo' }))
  await expect(page.getByRole('button', { name: 'Remove A', exact: true })).toBeVisible()
  expect(await entriesIn(page)).toBe(before + 2)
})

test('a held shortcut acts once: Undo undoes one entry', async ({ page }) => {
  const contractId = await holding350(page)
  await acceptedAll(page, [{ type: 'release', contractId, milestoneId: 'M1', amount: 100 }])
  await page.getByRole('button', { name: 'Submit work' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Submit work' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  const before = await entriesIn(page)
  await page.keyboard.down('Control')
  await hold(page, 'z')
  await page.keyboard.up('Control')
  await expect.poll(() => entriesIn(page)).toBe(before + 1)
  await page.waitForTimeout(400)
  expect(await entriesIn(page)).toBe(before + 1)
})

/** Goes to the button that opens a dialog, without pressing it. */
async function goToOpener(page: Page, { on: [contractId, title], button, inMenu }: DialogPlace): Promise<void> {
  await visit(page, `contracts/${contractId}`, inEnglish(title))
  await page
    .getByRole('button', { name: inEnglish(inMenu ? 'More actions' : button), exact: true })
    .first()
    .focus()
  if (!inMenu) return
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: inEnglish(button), exact: true }).focus()
}

const MOVES = CONTRACT_DIALOGS.filter(({ name }) => name !== 'Print statement')

for (const [way, press] of WAYS)
  sampleTest(`Enter ${way} opens each dialog of a contract and confirms nothing there`, async ({ page }) => {
    test.setTimeout(120_000)
    for (const place of CONTRACT_DIALOGS)
      await test.step(place.name, async () => {
        await goToOpener(page, place)
        const { head } = await asked(page, { type: 'book' })
        await press(page, 'Enter')
        await expect(page.getByRole('dialog')).toBeVisible()
        expect((await asked(page, { type: 'book' })).head, place.name).toBe(head)
        await leave(page)
      })
  })

for (const [way, press] of WAYS)
  sampleTest(`Enter ${way} confirms each dialog of a contract once`, async ({ page }) => {
    test.setTimeout(180_000)
    for (const place of MOVES)
      await test.step(place.name, async () => {
        await goToOpener(page, place)
        await page.keyboard.press('Enter')
        await page.getByRole('dialog').waitFor()
        await settled(page)
        const before = await entriesIn(page)
        await press(page, 'Enter')
        await page.waitForTimeout(400)
        const recorded = (await entriesIn(page)) - before
        expect(recorded, place.name).toBeLessThanOrEqual(1)
        await leave(page)
        if (recorded === 1) await execute(page, { type: 'reverse', contractId: place.on[0] })
      })
  })

sampleTest('a key pressed at once in a dialog that has just been opened changes nothing', async ({ page }) => {
  test.setTimeout(180_000)
  for (const { name, show } of DIALOG_PLACES)
    await test.step(name, async () => {
      await show(page, inEnglish)
      const state = async () => ({
        head: (await asked(page, { type: 'book' })).head,
        presets: (await asked(page, { type: 'preferences' })).ownPresets,
      })
      const before = await state()
      for (const key of ['Enter', 'Enter', 'Space']) await page.keyboard.press(key)
      expect(await state(), name).toEqual(before)
      await leave(page)
    })
})
