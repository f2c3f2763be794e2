import { accepted, asked, execute, openContract } from './bridge.ts'
import { expect, test } from './fixture.ts'
import { settled } from './visiting.ts'

const LOCALES = [
  { locale: 'de-CH', typed: "1'234.56", written: '5’000.00', elsewhere: '1.234,56' },
  { locale: 'en-IN', typed: '1,234.56', written: '5,000.00', elsewhere: '1.234,56' },
  { locale: 'fr-FR', typed: '1 234,56', written: '5\u202f000,00', elsewhere: '1,234.56' },
  { locale: 'ar-EG', typed: '١٬٢٣٤٫٥٦', written: '٥٬٠٠٠٫٠٠', elsewhere: '1.234,56' },
] as const

for (const { locale, typed, written, elsewhere } of LOCALES) {
  test(`amounts can be typed and are shown as in ${locale}, and other formats are refused`, async ({ launch }) => {
    const app = await launch({ args: [`--lang=${locale}`] })
    const page = await app.firstWindow()
    const contractId = await openContract(page, [500_000])
    await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
    const refusal = await execute(page, { type: 'release', contractId, milestoneId: 'M1', amount: 500_001 })
    expect(refusal).toMatchObject({ ok: false, error: { message: expect.stringContaining(written) } })
    await page.getByText('Website').first().dblclick()
    await page.getByRole('button', { name: 'Review & Pay' }).click()
    const dialog = page.getByRole('dialog')
    const amount = dialog.getByRole('textbox', { name: 'Amount', exact: true })
    await expect(amount).toHaveValue(written)
    await amount.fill(elsewhere)
    await expect(amount).toHaveAttribute('aria-invalid', 'true')
    await amount.fill(typed)
    await expect(amount).toHaveAttribute('aria-invalid', 'false')
    await settled(page)
    await amount.press('Enter')
    await expect(dialog).toBeHidden()
    expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject({ released: 123_456 })
  })
}

test('an amount may name its currency, and one in another currency is refused by name', async ({ launch }) => {
  const app = await launch({ args: ['--lang=de-DE'] })
  const page = await app.firstWindow()
  const contractId = await openContract(page, [500_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await page.getByText('Website').first().dblclick()
  await page.getByRole('button', { name: 'Review & Pay' }).click()
  const dialog = page.getByRole('dialog')
  const amount = dialog.getByRole('textbox', { name: 'Amount', exact: true })
  await amount.fill('CAD 5,00')
  await expect(dialog).toContainText('This amount is in USD, not in CAD.')
  await amount.fill('1,234.50')
  await expect(dialog).toContainText('Write it with digits and marks such as 1.234,50.')
  await amount.fill('\u200e$ 1.２34,50\u200b USD')
  await expect(dialog).toContainText('1.234,50')
  await settled(page)
  await amount.press('Enter')
  await expect(dialog).toBeHidden()
  expect((await asked(page, { type: 'contract', contractId })).contract).toMatchObject({ released: 123_450 })
})

test('without a requested locale, amounts follow the system’s region, not only its language', async ({ launch }) => {
  test.skip(process.platform !== 'linux', 'only here the environment tells the region')
  const app = await launch({ env: { LC_ALL: 'de_CH.UTF-8' } })
  const page = await app.firstWindow()
  const contractId = await openContract(page, [500_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  const refusal = await execute(page, { type: 'release', contractId, milestoneId: 'M1', amount: 500_001 })
  expect(refusal).toMatchObject({
    error: { message: 'A holds 5’000.00. Release 5’000.00 and pay the other 0.01 as a bonus.' },
  })
  await expect(page.getByText('5’000.00').first()).toBeVisible()
})
