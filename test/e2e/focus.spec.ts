import type { Page } from '@playwright/test'
import { accepted, asked, openContract } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'
import { settled, visit } from './visiting.ts'

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement
    return `${element?.tagName.toLowerCase()} ${element?.getAttribute('aria-label') ?? element?.textContent ?? ''}`.trim()
  })

test('what is typed as soon as New contract is shown goes into its first field, all of it', async ({ page }) => {
  await page.getByRole('button', { name: 'New contract' }).first().press('Enter')
  await page.getByLabel('Client', { exact: true }).waitFor()
  await page.keyboard.type('Acme Ltd')
  await expect(page.getByLabel('Client', { exact: true })).toHaveValue('Acme Ltd')
  await expect(page.getByLabel('Client', { exact: true })).toBeFocused()
})

test('Enter goes through the plan row by row and adds none to an empty one; Ctrl+Enter opens the contract', async ({
  page,
}) => {
  await visit(page, 'new-contract', 'New contract')
  for (const [name, value] of [
    ['Client', 'Acme Ltd'],
    ['Freelancer', 'Muhammad A.'],
    ['Title', 'Website'],
  ] as const)
    await page.getByLabel(name, { exact: true }).fill(value)
  await expect(page.getByText('Enter goes to the next row, Ctrl Enter opens the contract.')).toBeVisible()
  await page.getByLabel('Title of milestone 1').focus()
  for (const text of ['Design', '420', 'Build', '100']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await expect(page.getByLabel('Title of milestone 3')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Amount of milestone 3'), 'no row is added to an empty one').toBeFocused()
  await expect(page.getByLabel('Title of milestone 4')).toHaveCount(0)
  expect(await asked(page, { type: 'book' })).toMatchObject({ entries: 0 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Website' })).toBeVisible()
  const { contract } = await asked(page, { type: 'contract', contractId: 'C0001' })
  expect(contract.milestones.map(({ title, amount }) => [title, amount])).toEqual([
    ['Design', 42_000],
    ['Build', 10_000],
  ])
})

test('after a move whose button is gone the next primary button has the focus, or the heading, never the page', async ({
  page,
}) => {
  const contractId = await openContract(page, [10_000])
  await visit(page, `contracts/${contractId}`, 'Website')
  const confirm = async (opener: string): Promise<void> => {
    await page.getByRole('button', { name: opener, exact: true }).press('Enter')
    await page.getByRole('dialog').waitFor()
    await settled(page)
    await page.getByRole('dialog').getByRole('button').last().press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await confirm('Fund A')
  await expect.poll(() => focused(page)).toBe('button Review & Pay')
  await confirm('Submit work')
  await expect.poll(() => focused(page)).toBe('button Review & Pay')
  await page.getByRole('button', { name: 'Request changes' }).press('Enter')
  await expect.poll(() => focused(page), 'a move without a dialog').toBe('button Review & Pay')
  await confirm('Review & Pay')
  await expect.poll(() => focused(page)).toBe('h1 Website')
  const ring = await page.evaluate(() =>
    [document.querySelector('h1'), document.querySelector('main')].map(
      each => each && getComputedStyle(each).outlineStyle,
    ),
  )
  expect(ring).toEqual(['none', 'none'])
})

test('Do it again puts the focus into the amount, selected', async ({ page }) => {
  const contractId = await openContract(page, [10_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-11-01', note: 'wire' })
  await accepted(page, { type: 'reverse', contractId })
  await visit(page, `contracts/${contractId}`, 'Website')
  await page.getByRole('button', { name: 'Do it again' }).press('Enter')
  const amount = page.getByRole('dialog').getByRole('textbox', { name: 'Amount', exact: true })
  await expect(amount).toBeFocused()
  expect(await page.evaluate(() => document.getSelection()?.toString())).toBe('100.00')
})
