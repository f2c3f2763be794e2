import { z } from 'zod'
import type { Side } from '../contract/attributes.ts'
import {
  type BarView,
  type ContractStatus,
  type ContractView,
  type DeadlineView,
  STAGES,
  type Stage,
} from '../contract/contract.ts'
import { idSchema, nameSchema } from '../fields.ts'
import type { Minor } from '../money/money.ts'
import type { TimelineRow } from './ledger.ts'
import { page } from './query-fields.ts'

/** The queries about contracts and their parties. */
export const contractQueries = [
  z.strictObject({
    type: z.literal('contracts'),
    /** Words to find in title, client, freelancer, milestone titles, references and notes. */
    search: z.string().max(2_000).optional(),
    status: z.enum(['open', 'ending', 'ended']).optional(),
    stage: z.enum(STAGES).optional(),
    client: nameSchema.optional(),
    currency: z.string().max(200).optional(),
    /** Left out: only contracts that are not archived. */
    archived: z.boolean().optional(),
    sort: z
      .strictObject({
        by: z.enum([
          'title',
          'client',
          'freelancer',
          'currency',
          'status',
          'stage',
          'escrow',
          'released',
          'nextDeadline',
          'recent',
        ]),
        descending: z.boolean().optional(),
      })
      .optional(),
    ...page,
  }),
  z.strictObject({ type: z.literal('contract'), contractId: idSchema, ...page }),
  z.strictObject({ type: z.literal('summary') }),
  /** Every client and freelancer by name, with the number of contracts as each. */
  z.strictObject({ type: z.literal('parties') }),
] as const

/** The answers to the queries about contracts and their parties. */
export interface ContractQueryValues {
  contracts: { readonly total: number; readonly rows: readonly ContractRow[] }
  contract: { readonly contract: ContractView; readonly total: number; readonly timeline: readonly TimelineRow[] }
  summary: readonly SummaryRow[]
  parties: readonly PartyRow[]
}

/** A row of the list of contracts. Money in minor units of `currency`. */
export interface ContractRow {
  readonly id: string
  readonly title: string
  readonly client: string
  readonly freelancer: string
  readonly currency: string
  readonly decimals: number
  readonly status: ContractStatus
  readonly stage: Stage
  readonly archived: boolean
  readonly escrow: Minor
  readonly released: Minor
  readonly bar: BarView
  /** The earliest deadline, without its offer; null if there is none. */
  readonly nextDeadline: Pick<DeadlineView, 'kind' | 'on' | 'overdue' | 'amount'> | null
}

/** The totals of all contracts in one currency, in its minor units. */
export interface SummaryRow {
  readonly currency: string
  readonly decimals: number
  readonly contracts: number
  /** The number of contracts that are open or ending. */
  readonly open: number
  /** The number of contracts that this person keeps as each side. */
  readonly sides: Readonly<Record<Side, number>>
  readonly escrow: Minor
  readonly held: Minor
  readonly unallocated: Minor
  readonly reserved: Minor
  readonly deposited: Minor
  readonly released: Minor
  readonly refunded: Minor
  readonly bonuses: Minor
  readonly returned: Minor
  readonly fees: { readonly client: Minor; readonly freelancer: Minor; readonly contract: Minor }
  readonly bar: BarView
}

/**
 * A party by name, in its first spelling: the number of contracts in which it is the client or the
 * freelancer, and of those that have not ended.
 */
export interface PartyRow {
  readonly name: string
  readonly client: number
  readonly freelancer: number
  readonly open: number
}
