import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'

/** @param {import('@playwright/test').Page} page */
const dialog = page => page.getByRole('dialog')

/**
 * Types a value into the field with that name and leaves the field with Tab.
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 * @param {string} value
 */
async function fill(page, name, value) {
  const field = page.getByLabel(name, { exact: true })
  await field.fill(value)
  await field.press('Tab')
}

/**
 * The types of the entries in the journal, in order.
 * @param {string} book
 * @returns {Promise<string[]>}
 */
async function recorded(book) {
  const text = await readFile(join(book, 'journal.ndjson'), 'utf8')
  return text
    .trim()
    .split('\n')
    .flatMap(line => (JSON.parse(line).entries ?? []).map((/** @type {{ type: string }} */ entry) => entry.type))
}

/**
 * Returns the book's only contract, queried through the bridge.
 * @param {import('@playwright/test').Page} page
 */
async function contract(page) {
  const answer = await page.evaluate(() => window.escrowbook.query({ type: 'contract', contractId: 'C0001' }))
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value.contract
}

/**
 * The main example, in order: what a person does and then sees. Elements are found by role and name
 * only.
 * @type {import('./run-steps.mjs').Step[]}
 */
export const steps = [
  {
    name: 'Escrowbook opens on an empty book and offers a sample',
    run: async ({ page }) => {
      await expect(page).toHaveTitle(/Escrowbook/)
      await expect(page.getByRole('heading', { name: 'This book is empty.' })).toBeVisible()
      await expect(page.getByRole('button', { name: 'Open the sample book' })).toBeVisible()
    },
  },
  {
    name: 'A contract with three milestones is filled in',
    run: async ({ page }) => {
      await page.getByRole('button', { name: 'New contract' }).click()
      await fill(page, 'Client', 'Acme Ltd')
      await fill(page, 'Freelancer', 'Muhammad A.')
      await fill(page, 'Title', 'Website')
      const milestones = [
        { title: 'Design', amount: '420' },
        { title: 'Build', amount: '100' },
        { title: 'Launch', amount: '150' },
      ]
      for (const [index, { title, amount }] of milestones.entries()) {
        await fill(page, `Title of milestone ${index + 1}`, title)
        await fill(page, `Amount of milestone ${index + 1}`, amount)
      }
    },
  },
  {
    name: 'Open contract records it',
    run: async ({ page, book }) => {
      await page.getByRole('button', { name: 'Open contract' }).click()
      await expect(page.getByRole('heading', { name: 'Website' })).toBeVisible()
      expect(await recorded(book)).toEqual(['open-contract'])
    },
  },
  {
    name: 'Fund Design asks for 420.00',
    run: async ({ page }) => {
      await page.getByRole('button', { name: 'Fund Design' }).click()
      await expect(dialog(page).getByRole('textbox', { name: 'Amount', exact: true })).toHaveValue('420.00')
      await expect(dialog(page)).toContainText('420.00 new deposit')
    },
  },
  {
    name: 'Design is funded with 420.00',
    run: async ({ page, book }) => {
      await dialog(page).getByRole('button', { name: 'Fund Design' }).click()
      await expect(dialog(page)).toBeHidden()
      expect(await contract(page)).toMatchObject({ escrow: 42_000, deposited: 42_000 })
      expect(await recorded(book)).toEqual(['open-contract', 'fund-milestone'])
    },
  },
  {
    name: 'Review & Pay, Approve & Pay, the pencil, and 400',
    run: async ({ page }) => {
      await page.getByRole('button', { name: 'Review & Pay' }).first().click()
      await dialog(page).getByRole('radio', { name: 'Approve & Pay' }).check()
      await dialog(page).getByRole('button', { name: 'Edit amount' }).click()
      await page.keyboard.type('400')
      await expect(dialog(page)).toContainText('20.00 stays in escrow')
    },
  },
  {
    name: 'Send Payment releases 400.00, and 20.00 is left',
    run: async ({ page, book }) => {
      await dialog(page).getByRole('button', { name: 'Send Payment' }).click()
      await expect(dialog(page)).toBeHidden()
      expect(await contract(page)).toMatchObject({ escrow: 2_000, released: 40_000 })
      expect((await recorded(book)).at(-1)).toBe('release')
    },
  },
  {
    name: 'Fund Build says 20.00 carried, 80.00 new deposit',
    run: async ({ page }) => {
      await page.getByRole('button', { name: 'Fund Build' }).click()
      await expect(dialog(page)).toContainText('20.00 carried, 80.00 new deposit')
    },
  },
  {
    name: 'Build holds 100.00, and Design is paid',
    run: async ({ page }) => {
      await dialog(page).getByRole('button', { name: 'Fund Build' }).click()
      await expect(dialog(page)).toBeHidden()
      const { escrow, deposited, milestones } = await contract(page)
      expect({ escrow, deposited }).toEqual({ escrow: 10_000, deposited: 50_000 })
      expect(milestones.map(milestone => milestone.status)).toEqual(['paid', 'funded', 'planned'])
    },
  },
  {
    name: 'Undo takes the funding back: 20.00 is in escrow again',
    run: async ({ page, book }) => {
      await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
      await expect.poll(async () => (await contract(page)).escrow).toBe(2_000)
      expect((await recorded(book)).at(-1)).toBe('reverse')
    },
  },
  {
    name: 'End contract, with a refund of the remainder',
    run: async ({ page }) => {
      await page.getByRole('button', { name: 'End contract' }).first().click()
      await expect(dialog(page).getByRole('checkbox', { name: /Refund the 20\.00/ })).toBeChecked()
      await expect(dialog(page)).toContainText('Asks for 20.00 back')
    },
  },
  {
    name: 'The refund is asked for, and the contract is ending',
    run: async ({ page }) => {
      await dialog(page).getByRole('button', { name: 'End contract' }).click()
      await expect(dialog(page)).toBeHidden()
      expect(await contract(page)).toMatchObject({ status: 'ending', escrow: 2_000 })
    },
  },
  {
    name: 'Approve refund gives 20.00 back and ends the contract',
    run: async ({ page, book }) => {
      await page.getByRole('button', { name: 'Approve refund' }).first().click()
      await dialog(page).getByRole('button', { name: 'Approve refund' }).click()
      await expect(dialog(page)).toBeHidden()
      expect(await contract(page)).toMatchObject({ status: 'ended', escrow: 0, refunded: 2_000, released: 40_000 })
      expect((await recorded(book)).at(-1)).toBe('approve-refund')
    },
  },
  {
    name: 'After quitting and starting again, everything is there',
    run: async ({ book, restart }) => {
      const before = await recorded(book)
      const { page } = await restart()
      await expect(page.getByText('Website').first()).toBeVisible()
      expect(await contract(page)).toMatchObject({
        status: 'ended',
        deposited: 42_000,
        released: 40_000,
        refunded: 2_000,
      })
      const checked = await page.evaluate(() => window.escrowbook.query({ type: 'verify' }))
      expect(checked).toMatchObject({ ok: true, value: { ok: true, entries: before.length, problems: [] } })
      expect(await recorded(book)).toEqual(before)
    },
  },
  {
    name: 'A statement of the contract is printed, and is true of the book',
    run: async ({ page, statement }) => {
      const { id } = await contract(page)
      const printed = await page.evaluate(
        command => window.escrowbook.execute(command),
        /** @type {const} */ ({ type: 'print-statement', contractId: id, path: statement }),
      )
      expect(printed).toMatchObject({ ok: true, value: { path: statement } })
      expect((await readFile(statement, 'latin1')).slice(0, 5)).toBe('%PDF-')
      const book = await page.evaluate(() => window.escrowbook.query({ type: 'book' }))
      if (!book.ok) throw new Error(book.error.message)
      const { entries, head } = book.value
      const checked = await page.evaluate(
        query => window.escrowbook.query(query),
        /** @type {const} */ ({ type: 'check-statement', entries, head }),
      )
      expect(checked).toMatchObject({ ok: true, value: { result: 'same' } })
    },
  },
]
