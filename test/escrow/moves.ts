import type { Command } from './scenario.ts'

type Opening = Extract<Command, { type: 'open-contract' }>

/** The ids of a scenario's first milestones, titled A to D. */
export const [A, B, C, D] = ['M1', 'M2', 'M3', 'M4'] as const

/** Opens a contract with milestones A, B, C, D of these amounts (minor units). */
export const opened = (
  amounts: readonly number[],
  policy: NonNullable<Opening['policy']> = {},
  more: Partial<Opening> = {},
): Command => ({
  type: 'open-contract',
  title: 'Website',
  client: 'Carla',
  freelancer: 'Muhammad',
  currency: 'USD',
  milestones: amounts.map((amount, index) => ({ title: 'ABCDEFGH'[index] ?? '', amount })),
  policy,
  ...more,
})

/** Funds a milestone, by default with its own amount. */
export const fund = (milestoneId: string, amount?: number): Command => ({
  type: 'fund-milestone',
  milestoneId,
  ...(amount === undefined ? {} : { amount }),
})

/** Pays out of a milestone, or out of unallocated money. */
export const release = (milestoneId: string | undefined, amount: number): Command => ({
  type: 'release',
  amount,
  ...(milestoneId === undefined ? {} : { milestoneId }),
})

/** Submits work. */
export const submit = (milestoneId: string): Command => ({ type: 'submit-work', milestoneId })

/** Requests a refund of the contract or of one milestone. */
export const refund = (amount: number, milestoneId?: string): Command => ({
  type: 'request-refund',
  amount,
  ...(milestoneId === undefined ? {} : { milestoneId }),
})

/** Opens a dispute about the contract or about one milestone. */
export const dispute = (amount: number, milestoneId?: string): Command => ({
  type: 'open-dispute',
  amount,
  ...(milestoneId === undefined ? {} : { milestoneId }),
})

/** Settles a dispute. */
export const resolve = (released: number, refunded: number): Command => ({
  type: 'resolve-dispute',
  release: released,
  refund: refunded,
})

/** Ends the contract, refunding the remainder. */
export const end: Command = { type: 'end-contract', refundRemainder: true }

/** Approves the pending refund. */
export const approve: Command = { type: 'approve-refund' }

/** Undoes the last entry. */
export const reverse: Command = { type: 'reverse' }
