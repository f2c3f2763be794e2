import type { EscrowCommandInput } from '../../shared/contract/commands.ts'

/** Northwind's contract with Priya Nair as Upwork charges it, with nothing paid in yet. */
export const HELP_CENTRE = {
  type: 'open-contract',
  title: 'Help-centre articles',
  client: 'Northwind',
  freelancer: 'Priya Nair',
  currency: 'USD',
  on: '2026-06-01',
  policy: { clientFeeBp: 500, freelancerFeeBp: 1_000, contractFee: 499, refundOnlyAtEnd: true, feesRefundable: true },
  milestones: [
    { title: 'Batch one', amount: 25_000 },
    { title: 'Batch two', amount: 25_000 },
  ],
} satisfies EscrowCommandInput
