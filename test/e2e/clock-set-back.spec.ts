import type { IsoDate } from '../../shared/dates/calendar.ts'
import { accepted, asked } from './bridge.ts'
import { expect, test } from './fixture.ts'
import { leave, settled, visit, WEBSITE } from './visiting.ts'
import { writeSample } from './written-book.ts'

/** Ten days before the last entries of the sample, as after a flight or a wrong clock. */
const BEHIND = '2026-11-10' as IsoDate
const LAST = '2026-11-20' as IsoDate

test.describe.configure({ timeout: 90_000 })
test.use({ today: BEHIND, faults: [writeSample] })

test('with the clock behind the last entry, a dialog says the day that it records, and lists show what is dated later', async ({
  page,
}) => {
  const [contractId, title] = WEBSITE
  const latest = async () => (await asked(page, { type: 'contract', contractId })).timeline[0]
  await visit(page, `contracts/${contractId}`, 'Website redesign')
  expect(title).toContain('Website redesign')
  await test.step('the dialog says and records the day of the last entry', async () => {
    await page.getByRole('button', { name: 'Pay a bonus', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill('5')
    await expect(dialog.getByRole('button', { name: /^On/ })).toHaveText('On Nov 20, which is after today')
    await settled(page)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    expect(await latest()).toMatchObject({ type: 'bonus', gross: 500, on: LAST })
  })
  await test.step('its field takes that day, and none after it', async () => {
    await page.getByRole('button', { name: 'Pay a bonus', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: 'Amount', exact: true }).fill('6')
    await dialog.getByRole('button', { name: /^On/ }).click()
    const day = dialog.getByRole('textbox', { name: 'On', exact: true })
    await expect(day).toHaveValue('11/20/2026')
    await expect(dialog).toContainText('Fri, Nov 20, 2026, in 10 days')
    await day.fill('nov 21')
    await day.press('Tab')
    await expect(dialog.getByRole('alert')).toContainText('Nov 21 is after Nov 20')
    await day.fill('')
    await expect(dialog).toContainText('Fri, Nov 20, 2026, in 10 days')
    await settled(page)
    await day.press('Enter')
    await expect(dialog).toBeHidden()
    expect(await latest()).toMatchObject({ gross: 600, on: LAST })
  })
  await test.step('the ledger of this month and this year ends on the last entry', async () => {
    await visit(page, 'ledger', 'Ledger')
    for (const period of ['This month', 'Last 3 months', 'This year']) {
      await page.getByRole('combobox', { name: 'Period' }).selectOption(period)
      await expect(page.getByText(/– Nov 20, 2026$/)).toBeVisible()
      await expect(page.getByRole('table').first()).toContainText('Nov 20')
    }
  })
  await test.step('an export and a statement of this month hold them', async () => {
    const { total } = await asked(page, { type: 'ledger', from: '2026-11-01' as IsoDate, to: LAST, limit: 1 })
    await page.getByRole('button', { name: 'Export…' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: 'Period' }).selectOption('This month')
    await expect(dialog).toContainText(`${total} entries`)
    await leave(page)
  })
  await test.step('the chart of Overview ends on the day of what it shows', async () => {
    await visit(page, 'overview', 'Overview')
    await expect(page.getByRole('img', { name: /USD in escrow from .* to Nov 20: [\d,.]+ then/ })).toBeVisible()
    await expect(page.getByText(/^[\d,.]+ on Nov 20$/)).toBeVisible()
  })
  await test.step('a command without a day takes the same', async () => {
    await accepted(page, { type: 'bonus', contractId, amount: 700 })
    expect(await latest()).toMatchObject({ gross: 700, on: LAST })
  })
})
