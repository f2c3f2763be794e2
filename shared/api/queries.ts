import { z } from 'zod'
import { type EscrowCommandInput, type EscrowCommandType, escrowCommandSchema } from '../contract/commands.ts'
import {
  type BarView,
  type ContractStatus,
  type ContractView,
  type DeadlineView,
  STAGES,
  type Stage,
} from '../contract/contract.ts'
import type { OwnPreset } from '../contract/own-preset.ts'
import { policyChangeSchema } from '../contract/policy.ts'
import { openUnderWaySchema } from '../contract/under-way.ts'
import type { IsoDate } from '../dates/calendar.ts'
import { amountSchema, dateSchema, idSchema, nameSchema, yearSchema } from '../fields.ts'
import type { DateFormat, NumberFormat } from '../formats.ts'
import type { Minor } from '../money/money.ts'
import type { PrintedStatement, StatementCheck } from '../printed-statement/printed-statement.ts'
import { ROW_STATES, type StatementMatch } from '../reconcile/statement.ts'
import { type StatementColumns, statementColumnsSchema } from '../reconcile/statement-fields.ts'
import type { CommandValue } from './answers.ts'
import { EXPORT_FORMATS } from './export-formats.ts'
import { PAGE_LIMIT } from './page-limit.ts'
import type { YearContents } from './year.ts'

const page = { offset: z.int().min(0).optional(), limit: z.int().min(1).max(PAGE_LIMIT).optional() }
const period = { from: dateSchema.optional(), to: dateSchema.optional() }

/** The queries that `window.escrowbook.query` takes (design.md, The API). Strict. */
export const querySchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('contracts'),
    /** Words to find in title, client, freelancer, milestone titles, references and notes. */
    search: z.string().max(2_000).optional(),
    status: z.enum(['open', 'ending', 'ended']).optional(),
    stage: z.enum(STAGES).optional(),
    client: nameSchema.optional(),
    currency: z.string().max(200).optional(),
    /** Left out: only those not archived. */
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
  z.strictObject({ type: z.literal('ledger'), contractId: idSchema.optional(), ...period, ...page }),
  /** What was in escrow at the end of each day on which it changed. */
  z.strictObject({ type: z.literal('escrow-history'), currency: z.string().max(200) }),
  z.strictObject({ type: z.literal('deadlines'), within: z.int().min(0).max(3_650).optional(), ...page }),
  z.strictObject({
    type: z.literal('report'),
    by: z.enum(['month', 'year', 'client', 'freelancer', 'contract']),
    currency: z.string().max(200),
    side: z.enum(['client', 'freelancer']).optional(),
    ...period,
  }),
  z.strictObject({
    type: z.literal('plan'),
    amount: amountSchema,
    currency: z.string().max(200),
    milestones: z
      .array(z.strictObject({ title: nameSchema.optional(), amount: amountSchema }))
      .min(1)
      .max(100),
    policy: policyChangeSchema.optional(),
  }),
  /**
   * What a command would do, by the real engine, with nothing recorded: what a dialog shows before
   * it happens.
   */
  z.strictObject({
    type: z.literal('preview'),
    command: z.discriminatedUnion('type', [escrowCommandSchema, openUnderWaySchema]),
  }),
  /**
   * A statement of a platform or bank beside the book. `text`, or the `statement` that an earlier
   * answer named; `state`: only rows that are so.
   */
  z.strictObject({
    type: z.literal('match-statement'),
    text: z.string().optional(),
    statement: z.string().min(1).max(200).optional(),
    columns: statementColumnsSchema.optional(),
    state: z.enum(ROW_STATES).optional(),
    /** Whether rows that belong to another stand with it alone. */
    folded: z.boolean().optional(),
    ...page,
  }),
  z.strictObject({
    type: z.literal('export'),
    format: z.enum(EXPORT_FORMATS),
    contractId: idSchema.optional(),
    ...period,
  }),
  /** What `save-year` would write. */
  z.strictObject({ type: z.literal('year'), year: yearSchema }),
  z.strictObject({ type: z.literal('book') }),
  z.strictObject({ type: z.literal('verify') }),
  z.strictObject({ type: z.literal('backups') }),
  z.strictObject({ type: z.literal('preferences') }),
  /** Every client and freelancer by name, with in how many contracts each is which. */
  z.strictObject({ type: z.literal('parties') }),
  /**
   * Of one contract, of all of a client's, or (with neither) of the book. Without days: from the
   * first entry to today.
   */
  z.strictObject({
    type: z.literal('statement'),
    contractId: idSchema.optional(),
    client: nameSchema.optional(),
    ...period,
  }),
  /** Whether this book still holds what a printed statement names at its foot. */
  z.strictObject({ type: z.literal('check-statement'), entries: z.int().min(1), head: z.string().min(1).max(200) }),
])

/** A parsed query. */
export type Query = z.output<typeof querySchema>
/** A query as a script or a screen writes it. */
export type QueryInput = z.input<typeof querySchema>
/** The parsed query of one name. */
export type QueryOf<T extends Query['type']> = Extract<Query, { type: T }>

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
  /** The first deadline to come, without its offer; null when there is none. */
  readonly nextDeadline: Pick<DeadlineView, 'kind' | 'on' | 'overdue' | 'amount'> | null
}

/**
 * The accounts money moves between (rules.md, Postings). `escrow:milestone` goes with the posting's
 * `milestoneId`.
 */
export type Account =
  | 'client'
  | 'freelancer'
  | 'escrow:milestone'
  | 'escrow:unallocated'
  | 'fees:client'
  | 'fees:freelancer'
  | 'fees:contract'

/** One line of double entry; the postings of an entry sum to zero. */
export interface Posting {
  readonly account: Account
  readonly milestoneId?: string
  readonly currency: string
  readonly amount: Minor
}

/**
 * An entry of the ledger. `escrow` is the contract's escrow balance after it; `reverses` and
 * `reversedBy` are entry numbers.
 */
export interface LedgerRow {
  readonly entry: number
  readonly contractId: string
  readonly type: EscrowCommandType
  readonly on: IsoDate
  /** The moment it was recorded, ISO 8601 in UTC. */
  readonly at: string
  readonly reference: string | null
  readonly note: string | null
  readonly reverses?: number
  readonly reversedBy?: number
  readonly escrow: Minor
  readonly postings: readonly Posting[]
}

/**
 * A ledger row as a contract's timeline shows it: in words, with what moved. `gross` is what leaves
 * who pays, `fee` what the platform keeps of it (negative: credits), `net` = gross − fee what
 * arrives: of a deposit in escrow, of a payment at the freelancer, of a refund or returned payment
 * at the client. `change` is what the entry does to escrow.
 */
export interface TimelineRow extends LedgerRow {
  readonly label: string
  readonly milestoneId?: string
  readonly change: Minor
  readonly gross: Minor
  readonly fee: Minor
  readonly net: Minor
  /** Of a reversal: the command that would record once more what it undid. */
  readonly again?: EscrowCommandInput
}

/** The totals of all contracts in one currency. */
export interface SummaryRow {
  readonly currency: string
  readonly decimals: number
  readonly contracts: number
  /** How many of them are open or ending. */
  readonly open: number
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
 * Figures of a report: gross = released + bonuses; net by the side that keeps the contract
 * (design.md, report).
 */
export interface ReportFigures {
  readonly gross: Minor
  readonly fees: Minor
  readonly net: Minor
  readonly returned: Minor
  readonly refunded: Minor
}

/** A row of a report: a month `2026-01`, a year `2026`, a party or a contract. */
export interface ReportRow extends ReportFigures {
  readonly key: string
  readonly label: string
}

/**
 * One step of a way to fund a plan, run through the real engine. `command` is what to give, once
 * the contract (opened by the first step) has its own id. Balances after the step; `cash` is what
 * the client has paid in all so far, fees included, less what came back.
 */
export interface PlanStep {
  readonly command: EscrowCommandInput
  readonly label: string
  readonly deposit: Minor
  readonly carried: Minor
  readonly released: Minor
  readonly fees: Minor
  readonly escrow: Minor
  readonly cash: Minor
  /** Money in escrow beyond the work in hand. */
  readonly atRisk: Minor
  readonly bar: BarView
}

/**
 * A way to fund a plan. `reason` says why a way is not possible. `deposits`: how many; `peak`: the
 * most in escrow at once.
 */
export interface PlanWay {
  readonly id: 'each' | 'all-at-once' | 'two-deposits' | 'three-deposits'
  readonly possible: boolean
  readonly reason?: string
  readonly deposits: number
  readonly peak: Minor
  readonly steps: readonly PlanStep[]
}

/**
 * The health of the book: checking the chain, sound, opened after a torn line was set aside, or
 * damaged and read-only.
 */
export interface BookHealth {
  readonly state: 'ok' | 'checking' | 'recovered' | 'damaged'
  readonly message?: string
  readonly line?: number
  /** In a damaged book: the newest good backup, once it is known, and how many entries it lacks. */
  readonly backup?: { readonly id: string; readonly at: string; readonly entries: number; readonly missing: number }
}

/** A problem that checking the journal found: the line's number from 1, a code, a sentence. */
export interface ChainProblem {
  readonly line: number
  readonly code: string
  readonly message: string
}

/**
 * A compressed copy of the journal: its file name, when it was made, why, how many entries and
 * bytes it has.
 */
export interface BackupRow {
  readonly id: string
  readonly at: string
  readonly reason: 'daily' | 'asked' | 'restore' | 'import' | 'migration'
  readonly entries: number
  readonly bytes: number
}

/**
 * A name that contracts are between, as it was first written: in how many of them it is the client,
 * in how many the freelancer, and how many are not ended.
 */
export interface PartyRow {
  readonly name: string
  readonly client: number
  readonly freelancer: number
  readonly open: number
}

/** What this person chose for the app; kept beside the book. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark'
  readonly side: 'client' | 'freelancer'
  readonly preset: string
  /** Beside the presets of the platforms. */
  readonly ownPresets: readonly OwnPreset[]
  readonly currency: string
  readonly numberFormat: NumberFormat
  readonly dateFormat: DateFormat
  /** How high the rows of lists are. */
  readonly rows: 'regular' | 'compact'
  /** Whether the system tells of deadlines before they come. */
  readonly reminders: boolean
  /** How statements that are not known are read, by the shape of the file. */
  readonly statementColumns: Readonly<Record<string, StatementColumns>>
}

/** What each query answers. */
export interface QueryValues {
  contracts: { readonly total: number; readonly rows: readonly ContractRow[] }
  contract: { readonly contract: ContractView; readonly total: number; readonly timeline: readonly TimelineRow[] }
  summary: readonly SummaryRow[]
  ledger: { readonly total: number; readonly rows: readonly LedgerRow[] }
  'escrow-history': {
    readonly currency: string
    readonly points: readonly { readonly on: IsoDate; readonly escrow: Minor }[]
  }
  deadlines: readonly DeadlineView[]
  report: { readonly currency: string; readonly rows: readonly ReportRow[]; readonly totals: ReportFigures }
  plan: { readonly ways: readonly PlanWay[] }
  preview: CommandValue
  'match-statement': StatementMatch
  export: { readonly filename: string; readonly text: string }
  year: YearContents
  book: {
    readonly folder: string
    readonly name: string
    readonly format: number
    readonly entries: number
    readonly head: string
    readonly lastBackup: string | null
    readonly health: BookHealth
    readonly readOnly: boolean
    readonly today: IsoDate
    readonly sample: boolean
  }
  verify: {
    readonly ok: boolean
    readonly entries: number
    readonly head: string
    readonly problems: readonly ChainProblem[]
  }
  backups: readonly BackupRow[]
  preferences: Preferences
  parties: readonly PartyRow[]
  statement: PrintedStatement
  'check-statement': StatementCheck
}
