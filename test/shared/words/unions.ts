import type { Fault } from '../../../main/book/reading/fold-fault.ts'
import type { CommandName } from '../../../main/command-line/forms.ts'
import type { AccountRoot, LedgerPeriod } from '../../../renderer/screens/ledger/ledger-choice.ts'
import type { RuleName } from '../../../renderer/screens/new-contract/rules-summary.tsx'
import type { StripPiece } from '../../../renderer/screens/reports/strip-scale.ts'
import type { Unsaved } from '../../../renderer/state/unsaved.ts'
import type { BackupRow } from '../../../shared/api/backups.ts'
import type { BookHealth } from '../../../shared/api/book.ts'
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/api/export-formats.ts'
import type { PlanWay } from '../../../shared/api/plan.ts'
import type { Preferences } from '../../../shared/api/preferences.ts'
import type { QueryInput } from '../../../shared/api/queries.ts'
import { YEAR_STATEMENTS } from '../../../shared/api/year-statements.ts'
import type { Side } from '../../../shared/contract/attributes.ts'
import {
  type BarSegment,
  type ContractStatus,
  type DeadlineView,
  type MilestoneStatus,
  STAGES,
} from '../../../shared/contract/contract.ts'
import type { PaperKind } from '../../../shared/contract/paper.ts'
import type { Policy } from '../../../shared/contract/policy.ts'
import type { DayOrder } from '../../../shared/dates/day-writing.ts'
import type { NamedPeriod } from '../../../shared/dates/period.ts'
import type { TypedAmount } from '../../../shared/money/amount-text.ts'
import type { StatementPending, StatementSum } from '../../../shared/printed-statement/printed-statement.ts'
import type { FileFate } from '../../../shared/words/help.ts'
import { closed, members, oneOf } from './choice.ts'

export const SIDES = members<Side>({ client: true, freelancer: true })
export const FEE_ON = members<Policy['clientFeeOn']>({ each: true, total: true })
export const FUNDING = members<Policy['funding']>({ one: true, many: true })
export const RULES = members<RuleName>({
  'contract-fee': true,
  funding: true,
  review: true,
  refund: true,
  dispute: true,
  available: true,
})
export const STAGE = closed(STAGES)
export const STATUS = members<ContractStatus>({ open: true, ending: true, ended: true })
export const ENDED_OR_ENDING = members<ContractStatus>({ open: false, ending: true, ended: true })
export const MILESTONE_STATUS = members<MilestoneStatus>({
  planned: true,
  funded: true,
  submitted: true,
  'partly-paid': true,
  paid: true,
  refunded: true,
  cancelled: true,
})
export const MILESTONE_OR_CONTRACT = oneOf('milestone', 'contract')
export const BAR_KINDS = members<BarSegment['kind']>({
  paid: true,
  held: true,
  reserved: true,
  unallocated: true,
  refunded: true,
  'to-fund': true,
})

type DeadlineKind = DeadlineView['kind']
export const DEADLINES = members<DeadlineKind>({
  review: true,
  refund: true,
  dispute: true,
  available: true,
  due: true,
})
/** Money that is on its way arrives whatever a person does. */
export const TO_ACT_ON = members<DeadlineKind>({
  review: true,
  refund: true,
  dispute: true,
  available: false,
  due: true,
})
export const RUNNING = members<DeadlineKind>({ review: true, refund: true, dispute: true, available: true, due: false })
/** Those that offer the command which records what the platform did. */
export const OFFERING = members<DeadlineKind>({
  review: true,
  refund: true,
  dispute: false,
  available: false,
  due: false,
})

const EACH_WAY = { each: true, 'all-at-once': true, 'two-deposits': true, 'three-deposits': true } as const
export const WAYS = members<PlanWay['id']>(EACH_WAY)
export const CARRYING_WAYS = members<PlanWay['id']>({ ...EACH_WAY, each: false })

export const PERIODS = members<NamedPeriod | 'chosen'>({
  ever: true,
  'this-month': true,
  'last-month': true,
  'this-quarter': true,
  'last-3-months': false,
  'this-year': true,
  'last-year': true,
  chosen: true,
})
export const LEDGER_PERIODS = members<LedgerPeriod>({
  'this-month': true,
  'last-month': true,
  'last-3-months': true,
  'this-year': true,
  'last-year': true,
  ever: true,
  chosen: true,
})
export const ACCOUNTS = members<AccountRoot>({ client: true, freelancer: true, escrow: true, fees: true })
export const REPORTS = members<Extract<QueryInput, { type: 'report' }>['by']>({
  month: true,
  year: true,
  client: true,
  freelancer: true,
  contract: true,
})
export const STRIP_KINDS = members<StripPiece['kind']>({ solid: true, fee: true, returned: true, refunded: true })

export const PAPER_KINDS = members<PaperKind>({ statement: true, year: true })
export const SUM_KINDS = members<StatementSum['kind']>({
  'paid-in': true,
  'paid-out': true,
  refunded: true,
  bonus: true,
  returned: true,
})
export const PENDING_KINDS = members<StatementPending['kind']>({
  review: true,
  refund: true,
  dispute: true,
  available: true,
  held: true,
  unallocated: true,
  planned: true,
})
export const STATEMENTS = closed(YEAR_STATEMENTS)
export const FORMATS = closed(EXPORT_FORMATS)
export const YEAR_FORMATS = members<ExportFormat>({
  csv: false,
  hledger: true,
  beancount: true,
  json: true,
  ics: false,
})

export const THEMES = members<Preferences['theme']>({ system: true, light: true, dark: true })
export const ROWS = members<Preferences['rows']>({ regular: true, compact: true })
export const FAULTS = members<Fault>({
  fund: true,
  carry: true,
  release: true,
  refund: true,
  resolve: true,
  opened: true,
  unopened: true,
  milestone: true,
  reversal: true,
  rules: true,
})
export const FATES = members<FileFate>({ keep: true, rebuilt: true, look: true, spare: true, leave: true })
export const UNSAVED = members<Unsaved>({ contract: true, changes: true })
export const HEALTH = members<BookHealth['state']>({
  ok: true,
  checking: true,
  recovered: true,
  damaged: true,
  newer: true,
})
export const BACKUP_REASONS = members<BackupRow['reason']>({
  daily: true,
  asked: true,
  restore: true,
  import: true,
  migration: true,
})
export const AMOUNT_FAULTS = members<Extract<TypedAmount, { ok: false }>['reason']>({
  empty: true,
  'not-a-number': true,
  'other-currency': true,
  'too-many-decimals': true,
  'too-large': true,
})
export const WITH_OPERAND = members<CommandName>({
  verify: false,
  export: false,
  import: true,
  report: false,
  statement: false,
  year: true,
  correct: true,
  close: true,
})

export const DAY_ORDERS = members<DayOrder>({ 'day-first': true, 'month-first': true, 'year-first': true })
