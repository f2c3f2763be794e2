import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accepted, openContract } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'

const journal = (book: string): Promise<string> => readFile(join(book, 'journal.ndjson'), 'utf8').catch(() => '')

async function openInList(page: Page, title: string): Promise<void> {
  await page.getByText(title).first().dblclick()
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
}

test('an amount that cannot be paid is refused in a sentence next to its field, and nothing is written', async ({
  page,
  book,
}) => {
  const contractId = await openContract(page, [42_000, 10_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await openInList(page, 'Website')
  await page.getByRole('button', { name: 'Review & Pay' }).click()
  const dialog = page.getByRole('dialog')
  const amount = dialog.getByRole('textbox', { name: 'Amount', exact: true })
  const before = await journal(book)
  for (const [typed, sentence] of [
    ['12a', 'That is not an amount.'],
    ['1.234', 'This currency has 2 decimals.'],
    ['0', 'more than zero'],
    ['430', 'A holds 420.00. Release 420.00 and pay the other 10.00 as a bonus.'],
  ] as const) {
    await amount.fill(typed)
    await expect(dialog, typed).toContainText(sentence)
    await expect(amount, typed).toHaveAttribute('aria-invalid', 'true')
    await amount.press('Enter')
    await expect(dialog).toBeVisible()
  }
  expect(await journal(book)).toBe(before)
  await amount.fill('400')
  await expect(amount).toHaveAttribute('aria-invalid', 'false')
  await expect(dialog).toContainText('20.00 stays in escrow')
})

test('while one milestone is funded no other can be, and the screen says why', async ({ page }) => {
  const contractId = await openContract(page, [42_000, 10_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await openInList(page, 'Website')
  await expect(page.getByRole('button', { name: 'Fund B' })).toHaveCount(0)
  await expect(
    page.getByText('A is still funded. Release some of it, or get all of it refunded, before funding B.'),
  ).toBeVisible()
})

test('a contract with a milestone below the minimum, one party twice or an unknown currency is refused with the reason', async ({
  page,
  book,
}) => {
  await page.getByRole('button', { name: 'New contract' }).click()
  const fill = (name: string, value: string) => page.getByLabel(name, { exact: true }).fill(value)
  await fill('Client', 'Acme Ltd')
  await fill('Freelancer', 'Muhammad A.')
  await fill('Title', 'Website')
  await fill('Title of milestone 1', 'Design')
  await fill('Amount of milestone 1', '4.99')
  const open = page.getByRole('button', { name: 'Open contract' })
  const refusedWith = async (sentence: RegExp) => {
    await page.getByLabel('Title', { exact: true }).press('Enter')
    await expect(page.getByText(sentence).first()).toBeVisible()
    await expect(page.getByRole('heading', { name: 'New contract' })).toBeVisible()
  }
  await refusedWith(/at least 5\.00/)
  await fill('Amount of milestone 1', '5')
  await fill('Freelancer', ' acme LTD')
  await refusedWith(/two different|same|differ/i)
  await fill('Freelancer', 'Muhammad A.')
  await fill('Currency', 'XYZ')
  await refusedWith(/XYZ/)
  expect(await journal(book)).toBe('')
  await fill('Currency', 'USD')
  await open.click()
  await expect(page.getByRole('heading', { name: 'Website' })).toBeVisible()
})

test('a message that contains a function, or itself, is refused with a sentence', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const ask = (message: unknown) => window.escrowbook.query(message as never)
    const endless: Record<string, unknown> = { type: 'preview' }
    endless['command'] = endless
    return [await ask({ type: 'book', today: () => '2026-01-31' }), await ask(endless)]
  })
  for (const answer of answers)
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'bad-input', message: expect.stringMatching(/^This .*\.$/) },
    })
})
