import type { LedgerRow, Posting } from '../../shared/api/ledger.ts'

/** The balances of one contract as read off its ledger by hand. Minor units. */
export interface Reading {
  escrow: number
  unallocated: number
  /** The money held by each milestone, by its id, without milestones that never held any. */
  held: Record<string, number>
  deposited: number
  released: number
  refunded: number
  bonuses: number
  returned: number
  fees: { client: number; freelancer: number; contract: number }
  /** The net cash of each party, as a bank statement would show. */
  clientCash: number
  freelancerCash: number
}

const amountOf = (postings: readonly Posting[], belongs: (account: string) => boolean): number =>
  postings.filter(posting => belongs(posting.account)).reduce((total, posting) => total + posting.amount, 0)

/**
 * Reads every balance off the rows of one contract's ledger. Deliberately naive: it knows the
 * accounts and the types of rows, but no rules, and imports nothing of the engine. A reversal
 * counts as the type of row it reverses, since its postings have the opposite sign.
 */
export function readingOf(rows: readonly LedgerRow[]): Reading {
  const reading: Reading = {
    escrow: 0,
    unallocated: 0,
    held: {},
    deposited: 0,
    released: 0,
    refunded: 0,
    bonuses: 0,
    returned: 0,
    fees: { client: 0, freelancer: 0, contract: 0 },
    clientCash: 0,
    freelancerCash: 0,
  }
  for (const row of rows) {
    const kind = row.reverses === undefined ? row.type : rows.find(other => other.entry === row.reverses)?.type
    const intoEscrow = amountOf(row.postings, account => account.startsWith('escrow:'))
    const toFreelancer = amountOf(row.postings, account => account === 'freelancer' || account === 'fees:freelancer')
    if (kind === 'fund-milestone') reading.deposited += intoEscrow
    else if (kind === 'bonus') reading.bonuses += toFreelancer
    else if (kind === 'return-payment') reading.returned -= toFreelancer
    else {
      reading.released += toFreelancer
      reading.refunded -= intoEscrow + toFreelancer
    }
    reading.escrow += intoEscrow
    reading.unallocated += amountOf(row.postings, account => account === 'escrow:unallocated')
    reading.fees.client += amountOf(row.postings, account => account === 'fees:client')
    reading.fees.freelancer += amountOf(row.postings, account => account === 'fees:freelancer')
    reading.fees.contract += amountOf(row.postings, account => account === 'fees:contract')
    reading.clientCash -= amountOf(row.postings, account => account === 'client')
    reading.freelancerCash += amountOf(row.postings, account => account === 'freelancer')
    for (const { account, milestoneId, amount } of row.postings) {
      if (account === 'escrow:milestone')
        reading.held[String(milestoneId)] = (reading.held[String(milestoneId)] ?? 0) + amount
    }
  }
  return reading
}
