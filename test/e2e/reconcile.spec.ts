import { join, resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { accepted, asked, execute } from './bridge.ts'
import { test as ownStartTest } from './fixture.ts'
import { expect, test } from './on-shared-app.ts'
import { chooseStatement } from './places/statements.ts'

const FIXTURES = resolve(import.meta.dirname, '../reconcile/fixtures')
const UPWORK = join(FIXTURES, 'upwork-client.csv')

/** Northwind's contract with Priya Nair, with Upwork's fees. */
async function helpCentre(page: Page, currency = 'USD'): Promise<string> {
  const { contractId } = await accepted(page, {
    type: 'open-contract',
    title: 'Help-centre articles',
    client: 'Northwind',
    freelancer: 'Priya Nair',
    currency,
    on: '2026-01-01',
    policy: { clientFeeBp: 500, freelancerFeeBp: 1_000, contractFee: 499 },
    milestones: [
      { title: 'Batch one', amount: 25_000 },
      { title: 'Batch two', amount: 25_000 },
    ],
  })
  return contractId ?? ''
}

/** Opens the screen by keyboard and chooses a file in the system's dialog. */
async function choose(page: Page, file: Parameters<typeof chooseStatement>[1]): Promise<void> {
  await page.keyboard.press('Control+6')
  await page.getByRole('heading', { level: 1, name: 'Reconcile' }).waitFor()
  await chooseStatement(page, file)
}

const lines = (page: Page) => page.getByRole('grid', { name: 'Rows of the statement next to entries of the book' })

test('an Upwork report is recognised, reviewed, ticked and recorded; importing the same file again changes nothing', async ({
  page,
}) => {
  const contractId = await helpCentre(page)
  await choose(page, UPWORK)
  await expect(page.getByText('upwork-client.csv, Upwork transaction report')).toBeVisible()
  await expect(page.getByText('No row is in the book already, 6 are not.')).toBeVisible()
  await expect(page.getByText('15 rows, combined into 8')).toBeVisible()
  await expect(lines(page).getByRole('row')).toHaveCount(9)
  await expect(lines(page).getByRole('row', { name: /^10 / })).toContainText('and line 8: 263.75, line 9: −13.75')
  const bonus = page.getByRole('checkbox', {
    name: 'Record line 4: Bonus of 25.00 to Priya Nair, Help-centre articles',
  })
  await expect(bonus).toBeChecked()
  await bonus.click()
  await expect(bonus).not.toBeChecked()
  const difference = page.getByRole('row', { name: /^Difference/ })
  await expect(difference).toContainText('−581.24')
  await expect(difference).toContainText('−25.00')
  await expect(page.getByText('The difference now: −581.24 not in the book.')).toBeVisible()
  await bonus.click()
  await expect(difference).toContainText('0.00')
  await expect(page.getByText('With what is ticked, both agree.')).toBeVisible()
  await page.getByRole('radio', { name: 'Left out 2' }).check()
  await expect(page.getByText('Paid to the platform, not on a contract.')).toBeVisible()
  await page.getByRole('button', { name: 'Record 6 rows' }).click()
  const dialog = page.getByRole('alertdialog', { name: 'Record 6 rows of upwork-client.csv?' })
  await expect(dialog).toContainText('To undo it')
  await dialog.getByRole('button', { name: 'Record 6 rows' }).click()
  await expect(page.getByText('6 entries were recorded, no. 2 to 7.')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'In the book 6' })).toBeVisible()
  await expect(page.getByText('Both agree.')).toBeVisible()
  expect((await asked(page, { type: 'backups' })).find(({ reason }) => reason === 'import')).toMatchObject({
    entries: 1,
  })
  expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject({
    deposited: 50_000,
    released: 50_000,
    bonuses: 5_000,
  })
  const { head } = await asked(page, { type: 'book' })
  await choose(page, UPWORK)
  await expect(page.getByText('The book has everything on this statement.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Record nothing' })).toHaveAttribute('aria-disabled', 'true')
  expect((await asked(page, { type: 'book' })).head).toBe(head)
})

test('rows can be browsed, ticked and edited with the keyboard, and the ticked ones are recorded', async ({ page }) => {
  const contractId = await helpCentre(page)
  await accepted(page, { type: 'bonus', contractId, amount: 2_500, on: '2026-11-10' })
  await choose(page, UPWORK)
  const grid = lines(page)
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  const proposed = page.getByRole('checkbox', { name: /^Record line 3: Same as no\. 2/ })
  await expect(proposed).not.toBeChecked()
  await page.keyboard.press('Space')
  await expect(proposed).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const why = grid.getByRole('list')
  await expect(why).toContainText('Names Help-centre articles')
  await page.keyboard.press('Escape')
  await expect(why).toBeHidden()
  await page.keyboard.press('m')
  const dialog = page.getByRole('dialog', { name: 'What is line 4?' })
  await dialog.getByRole('textbox', { name: 'Amount, USD' }).fill('24')
  await expect(dialog.getByText('It can be recorded this way.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Use this' }).click()
  await expect(grid).toBeFocused()
  await expect(page.getByText('Your choice: A bonus, Help-centre articles')).toBeVisible()
  await page.getByRole('button', { name: 'Record 6 rows' }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: 'Record 6 rows' }).click()
  await expect(page.getByText('5 entries were recorded, no. 3 to 7. One entry got its id.')).toBeVisible()
  const { rows } = await asked(page, { type: 'ledger', contractId })
  expect(
    rows.filter(row => row.type === 'bonus').map(({ reference, postings }) => [reference, postings[0]?.amount]),
  ).toEqual([
    ['700204472', -2_500],
    ['700204471', -2_400],
  ])
})

ownStartTest(
  'an unknown file is read by the columns a person names, and files of its shape from then on',
  async ({ page }) => {
    await helpCentre(page, 'EUR')
    await choose(page, join(FIXTURES, 'bank.csv'))
    const form = page.getByRole('region', { name: 'Which column is which' })
    await form.getByLabel('Description').selectOption('Verwendungszweck')
    await expect(form).toContainText('Its days can be read in two ways.')
    await expect(form.getByRole('button', { name: 'Use these columns' })).toHaveAttribute('aria-disabled', 'true')
    await form.getByLabel('Days are written').selectOption('Day, month, year')
    await expect(form.getByRole('row', { name: /^3 .*Jan.*−420\.00 EUR/ })).toBeVisible()
    await form.getByRole('button', { name: 'Use these columns' }).click()
    await expect(form).toBeHidden()
    await expect(page.getByText('bank.csv, by your columns')).toBeVisible()
    await choose(page, join(FIXTURES, 'bank.csv'))
    await expect(page.getByText('bank.csv, by your columns')).toBeVisible()
    await expect(form).toBeHidden()
  },
)

ownStartTest(
  'what is no statement is refused in words with its line and column, whatever its bytes, and the book stays as it is',
  async ({ page }) => {
    await helpCentre(page)
    const { head } = await asked(page, { type: 'book' })
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer })
    await choose(page, file('sheet.csv', Buffer.from('PK\u0003\u0004rest', 'latin1')))
    await expect(page.getByRole('alert')).toContainText('sheet.csv is damaged or was cut off.')
    await choose(page, file('letter.csv', Buffer.from('Dear Sir or Madam\nabout the contract\n')))
    await expect(page.getByRole('alert')).toContainText('Line 1, column 1: no columns were found here')
    await choose(page, file('torn.csv', Buffer.from('Date,Amount,Currency\n2026-01-05,"5.00,USD\n')))
    await expect(page.getByRole('alert')).toContainText('Line 2, column 2: a quotation mark is out of place')
    await expect(page.getByRole('main').getByText('torn.csv')).toBeVisible()
    await choose(
      page,
      file('half.csv', Buffer.from('\uFEFFDate,Amount,Currency\r\n2026-01-05,5.00,USD\r\n2026-01-0', 'utf16le')),
    )
    await page.getByRole('button', { name: 'Use these columns' }).click()
    await page.getByRole('radio', { name: 'Cannot be read 1' }).check()
    await expect(page.getByText(/^Cut off after .*: the row has 1 of 3 columns\.$/)).toBeVisible()
    expect((await asked(page, { type: 'book' })).head).toBe(head)
  },
)

test('a file can be dropped, and one refused row stops all, with its line and the rule’s own message', async ({
  page,
}) => {
  const contractId = await helpCentre(page)
  await choose(page, UPWORK)
  await expect(lines(page)).toBeVisible()
  const statement = await page.evaluate(async () => {
    const transfer = new DataTransfer()
    const rows = ['Date,Amount,Currency,Type,Id', '2026-11-12,-25.00,USD,Bonus,A1', '2026-11-13,25.00,USD,Refund,A2']
    transfer.items.add(new File([rows.join('\n')], 'dropped.csv', { type: 'text/csv' }))
    document
      .querySelector('h1')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }))
    return rows.join('\n')
  })
  await expect(page.getByText('This is how the file is read.')).toBeVisible()
  const columns = { date: 'Date', amount: 'Amount', currency: 'Currency', kind: 'Type', id: 'Id' }
  const { head } = await asked(page, { type: 'book' })
  const refused = await execute(page, {
    type: 'apply-statement',
    text: statement,
    columns,
    lines: [2],
    edited: [{ line: 3, command: { type: 'return-payment', contractId, amount: 999_900 } }],
  })
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'exceeds-paid',
      field: 'lines.3',
      message: expect.stringMatching(/^Line 3: .*25\.00.* Nothing was recorded\.$/),
    },
  })
  expect((await asked(page, { type: 'book' })).head).toBe(head)
  expect(await asked(page, { type: 'backups' })).toEqual([])
})

ownStartTest(
  'a statement of 100 000 rows is read with the progress told, and only the rows on the screen exist',
  async ({ page }) => {
    ownStartTest.setTimeout(90_000)
    await helpCentre(page)
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `2026-${String((i % 10) + 1).padStart(2, '0')}-05,-${(i % 900) + 1}.00,USD,X${i}`,
    )
    const text = `Date,Amount,Currency,Transaction ID\n${rows.join('\n')}\n`
    const told = page.evaluate(
      () =>
        new Promise<number>(found =>
          window.escrowbook.on('progress', ({ job, done, total }) =>
            job.startsWith('statement-') && done > 0 && done < total ? found(done) : undefined,
          ),
        ),
    )
    await choose(page, { name: 'large.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    expect(await told).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Use these columns' }).click({ timeout: 40_000 })
    await expect(page.getByText('large.csv, by your columns')).toContainText('100,000 rows')
    expect(await lines(page).getByRole('row').count()).toBeLessThan(60)
    await page.getByRole('main').evaluate(main => main.scrollTo(0, main.scrollHeight))
    await expect(lines(page).getByRole('row', { name: /^100,?001 / })).toBeVisible()
  },
)
