import type { Page } from '@playwright/test'
import { acceptedAll, openContract } from './bridge.ts'
import { visit } from './visiting.ts'

/**
 * Opens a contract whose payment of 90.00 for Design was 95.00 really: Build was funded from what
 * was left, and paid; then came a bonus. Returns its id, with its screen open.
 */
export async function visitBookingPage(page: Page): Promise<string> {
  const contractId = await openContract(page, [], {
    title: 'Booking page',
    client: 'Northwind',
    freelancer: 'Ana Ruiz',
    milestones: [
      { title: 'Design', amount: 42_000 },
      { title: 'Build', amount: 10_000 },
      { title: 'Launch', amount: 30_000 },
    ],
    on: '2026-10-05',
  })
  await acceptedAll(page, [
    { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-10-06' },
    { type: 'release', contractId, milestoneId: 'M1', amount: 9_000, on: '2026-10-20' },
    { type: 'fund-milestone', contractId, milestoneId: 'M2', on: '2026-10-21' },
    { type: 'release', contractId, milestoneId: 'M2', amount: 10_000, on: '2026-11-06' },
    { type: 'bonus', contractId, amount: 1_000, on: '2026-11-09' },
  ])
  await visit(page, `contracts/${contractId}`, 'Booking page')
  return contractId
}
