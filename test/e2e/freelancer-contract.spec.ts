import { accepted, asked, openContract } from './bridge.ts'
import { expect, test } from './on-shared-app.ts'
import { visit } from './visiting.ts'

test('a freelancer’s contract speaks as the freelancer: work is submitted first, a payment comes in, and a client’s fee is not shown', async ({
  page,
}) => {
  const contractId = await openContract(page, [42_000, 10_000], {
    title: 'Shop redesign',
    side: 'freelancer',
    policy: { clientFeeBp: 500, freelancerFeeBp: 1_000 },
  })
  await visit(page, `contracts/${contractId}`, 'Shop redesign')
  await expect(page.getByRole('button', { name: 'Record funding of A', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Record funding of A', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Record funding of A' })
  await expect(dialog).toContainText('New deposit from Acme Ltd')
  await expect(dialog).not.toContainText('Fees on top')
  await page.keyboard.press('Escape')
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  const main = page.getByRole('main')
  await expect(main).toContainText('Acme Ltd pays you in USD')
  await expect(main).toContainText('420.00 in escrow for you')
  await expect(main).toContainText('Submit the work on A, record a payment of up to 420.00')
  const buttons = page.getByRole('region', { name: 'Milestones' }).getByRole('listitem').first().getByRole('button')
  await expect(buttons.filter({ hasText: /Submit work|Record payment|Record refund request/ })).toHaveText([
    'Submit work',
    'Record payment',
    'Record refund request',
  ])
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await expect(timeline).toContainText('420.00 new')
  await expect(timeline).not.toContainText('21.00')
  await accepted(page, { type: 'release', contractId, milestoneId: 'M1', amount: 40_000 })
  await expect(timeline.getByRole('row').nth(1)).toContainText('+400.00')
  await expect(timeline).toContainText('fee 40.00, you get 360.00')
  await expect(page.getByRole('list', { name: 'Where the money is' })).toContainText('400.00 Paid to you')
})

test('a refund, a dispute and a split say their amounts in the timeline and the ledger', async ({ page }) => {
  const contractId = await openContract(page, [15_000], { title: 'Split contract' })
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await accepted(page, { type: 'request-refund', contractId, amount: 2_000 })
  await accepted(page, { type: 'decline-refund', contractId })
  await accepted(page, { type: 'open-dispute', contractId, amount: 15_000 })
  await accepted(page, { type: 'resolve-dispute', contractId, release: 10_000, refund: 5_000 })
  await visit(page, `contracts/${contractId}`, 'Split contract')
  const timeline = page.getByRole('region', { name: 'Timeline' })
  await expect(timeline).toContainText('Requested a refund of 20.00')
  await expect(timeline).toContainText('Opened a dispute about 150.00')
  await expect(timeline).toContainText('Resolved the dispute: 100.00 paid, 50.00 refunded')
  await visit(page, 'ledger', 'Ledger')
  await expect(page.getByRole('main')).toContainText('Resolved the dispute: 100.00 paid, 50.00 refunded')
})

test('Reports and Planner of a freelancer’s book say what the freelancer gets and the client pays', async ({
  page,
}) => {
  const contractId = await openContract(page, [42_000, 10_000], {
    title: 'Shop redesign',
    side: 'freelancer',
    policy: { clientFeeBp: 500, freelancerFeeBp: 1_000 },
  })
  await visit(page, 'reports', 'Reports')
  await expect(page.getByRole('main')).toContainText('You got nothing in USD in 2026 so far.')
  await expect(page.getByRole('group', { name: 'Side' })).toHaveCount(0)
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  await accepted(page, { type: 'release', contractId, milestoneId: 'M1', amount: 40_000 })
  await expect(page.getByRole('main')).toContainText('You got 360.00 USD in 2026 so far, after 40.00 in fees.')
  await expect(page.getByRole('columnheader', { name: 'You got' })).toBeVisible()

  await visit(page, 'planner', 'Planner')
  await expect(page.getByRole('main')).toContainText('Can my client pay in')
  await expect(page.getByRole('rowheader', { name: 'The client pays in all' })).toBeVisible()
  await page.getByRole('button', { name: 'Open contract this way: 350.00 at once' }).click()
  await expect(page.getByLabel('You are the')).toHaveValue('freelancer')
})

test('Reports of a book of both sides speak as the contracts of the currency, until the other side is chosen', async ({
  page,
}) => {
  await openContract(page, [10_000])
  await openContract(page, [10_000], { currency: 'EUR', side: 'freelancer' })
  await visit(page, 'reports', 'Reports')
  const main = page.getByRole('main')
  const chosen = (name: string) => page.getByRole('radio', { name, exact: true })
  await chosen('EUR').check({ force: true })
  await expect(main).toContainText('You got nothing in EUR')
  await chosen('USD').check({ force: true })
  await expect(main).toContainText('You paid nothing in USD')
  await chosen('You get').check({ force: true })
  await expect(main).toContainText('You got nothing in USD')
  expect(await asked(page, { type: 'summary' })).toMatchObject([
    { sides: { client: 1, freelancer: 0 } },
    { sides: { client: 0, freelancer: 1 } },
  ])
})
