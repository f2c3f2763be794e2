import type { Told } from './scenario.ts'

type Opening = Extract<Told, { type: 'open-contract' }>

/** The ids of a scenario's first milestones, titled A to D. */
export const [A, B, C, D] = ['M1', 'M2', 'M3', 'M4'] as const

/** Opens a contract with milestones A, B, C, D of these amounts (minor units). */
export const opened = (
  amounts: readonly number[],
  policy: NonNullable<Opening['policy']> = {},
  more: Partial<Opening> = {},
): Told => ({
  type: 'open-contract',
  title: 'Website',
  client: 'Carla',
  freelancer: 'Muhammad',
  currency: 'USD',
  milestones: amounts.map((amount, place) => ({ title: 'ABCDEFGH'[place] ?? '', amount })),
  policy,
  ...more,
})

/** Funds a milestone, with its own amount where none is told. */
export const fund = (milestoneId: string, amount?: number): Told => ({
  type: 'fund-milestone',
  milestoneId,
  ...(amount === undefined ? {} : { amount }),
})

/** Pays out of a milestone, or out of unallocated money. */
export const release = (milestoneId: string | undefined, amount: number): Told => ({
  type: 'release',
  amount,
  ...(milestoneId === undefined ? {} : { milestoneId }),
})

/** Hands work in. */
export const submit = (milestoneId: string): Told => ({ type: 'submit-work', milestoneId })

/** Asks for money back, of the whole contract or of one milestone. */
export const refund = (amount: number, milestoneId?: string): Told => ({
  type: 'request-refund',
  amount,
  ...(milestoneId === undefined ? {} : { milestoneId }),
})

/** Opens a dispute, about the whole contract or about one milestone. */
export const dispute = (amount: number, milestoneId?: string): Told => ({
  type: 'open-dispute',
  amount,
  ...(milestoneId === undefined ? {} : { milestoneId }),
})

/** Settles a dispute. */
export const resolve = (released: number, refunded: number): Told => ({
  type: 'resolve-dispute',
  release: released,
  refund: refunded,
})

/** Ends the contract, giving back what is left. */
export const end: Told = { type: 'end-contract', refundRemainder: true }

/** Approves the pending refund. */
export const approve: Told = { type: 'approve-refund' }

/** Undoes the last entry. */
export const reverse: Told = { type: 'reverse' }
