import { asked } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'
import { visit } from './visiting.ts'

test('the planner answers the main example’s question, and the chosen way becomes a contract', async ({ page }) => {
  await visit(page, 'planner', 'Planner')
  const ways = page.getByRole('table', { name: 'The ways to pay, step by step' })
  await expect(ways.getByRole('columnheader', { name: '350.00 at once' })).toContainText('what is left is carried over')
  await expect(ways.getByRole('row', { name: /^Deposits/ })).toHaveText(/3.*1.*2/)
  await page.getByRole('button', { name: 'Open contract this way: 350.00 at once' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'New contract' })).toBeVisible()
  for (const [name, text] of [
    ['Client', 'Acme Ltd'],
    ['Freelancer', 'Muhammad A.'],
    ['Title', 'Website'],
  ] as const)
    await page.getByLabel(name, { exact: true }).fill(text)
  await page.getByRole('button', { name: 'Open contract', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Website' })).toBeVisible()
  const { contract } = await asked(page, { type: 'contract', contractId: 'C0001' })
  expect(contract).toMatchObject({
    budget: 35_000,
    milestones: [{ amount: 10_000 }, { amount: 15_000 }, { amount: 10_000 }],
  })
})

test('a longer plan can also be paid in with three deposits, and the planner says which milestone takes which', async ({
  app,
  page,
}) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  await visit(page, 'planner', 'Planner')
  await page.getByRole('button', { name: 'Add a milestone' }).click()
  await page.getByRole('textbox', { name: 'Amount of milestone 4' }).fill('200')
  const ways = page.getByRole('table', { name: 'The ways to pay, step by step' })
  await expect(ways.getByRole('columnheader', { name: 'In three deposits' })).toContainText(
    /takes 250\.00; .* takes 100\.00; .* takes 200\.00\./,
  )
  await expect(ways.getByRole('row', { name: /^Deposits/ })).toHaveText(/4.*2.*2.*3/)
})
