import type { ContractFacts } from '../../main/escrow/view.ts'
import type { Side } from '../../shared/contract/attributes.ts'
import type { CommandOf, RecordedCommand } from '../../shared/contract/commands.ts'
import type { MilestoneView } from '../../shared/contract/contract.ts'
import type { Policy } from '../../shared/contract/policy.ts'
import type { RuleCode } from '../../shared/contract/refusals.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { CURRENCIES } from '../../shared/money/currencies.ts'
import { LARGEST_AMOUNT } from '../../shared/money/money.ts'
import { FREE_OF_DATE_ORDER } from './day-order.ts'
import { clientFeeOf, total } from './figures.ts'

/** The facts that the rules need next to the contract's view. */
export interface Circumstances {
  readonly today: IsoDate
  /** The last day of the closed period; null if nothing is closed. */
  readonly closedUntil: IsoDate | null
  /** The day of the entry that a reversal would take back. */
  readonly lastOn: IsoDate | undefined
  /** The first day on which money moved; undefined before that. */
  readonly firstMoneyOn: IsoDate | undefined
  /** The latest day in date order. */
  readonly latest: IsoDate
  /** All client fees ever charged on deposits, without credits. */
  readonly clientFees: number
  readonly isRemoved: boolean
  /** True if money or work was recorded on it, and stands. */
  readonly isInUse: boolean
  readonly isOwnEntry: (entry: number) => boolean
  /** The parties after a reversal; undefined if there is nothing to reverse. */
  readonly partiesBefore: { readonly client: string; readonly freelancer: string; readonly side: Side } | undefined
}

type Code = RuleCode | undefined
type Rule = readonly [code: RuleCode, applies: boolean]

const plainName = (name: string): string =>
  name
    .replaceAll(/[\u200b\u200c\u2060]/g, '')
    .split(/\s+/)
    .filter(Boolean)
    .join(' ')
    .toLowerCase()
    .replaceAll('ß', 'ss')
/** True if two names are of the same party: by visible words, without case, ß as ss. */
export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

const firstOf = (rules: readonly Rule[]): Code => rules.find(([, applies]) => applies)?.[0]

/**
 * The commands that a dispute does not block: they change plan or terms, or do not touch escrow.
 */
const DURING_A_DISPUTE: readonly RecordedCommand['type'][] = [
  'add-milestone',
  'edit-milestone',
  'move-milestone',
  'remove-milestone',
  'edit-contract',
  'bonus',
  'return-payment',
  'reverse',
  'resolve-dispute',
  'remove-contract',
  'annotate',
  'rename-party',
]
const AFTER_THE_END: readonly RecordedCommand['type'][] = [
  'edit-contract',
  'bonus',
  'return-payment',
  'reverse',
  'annotate',
  'rename-party',
]
const WHILE_ENDING: readonly RecordedCommand['type'][] = [
  ...AFTER_THE_END,
  'remove-contract',
  'release',
  'approve-refund',
  'decline-refund',
  'cancel-refund',
  'resolve-dispute',
]
const NOT_WHILE_ASKED: readonly RecordedCommand['type'][] = [
  'fund-milestone',
  'request-refund',
  'open-dispute',
  'end-contract',
]
const ANSWERS: readonly RecordedCommand['type'][] = ['approve-refund', 'decline-refund', 'cancel-refund']

function policyAmounts(command: RecordedCommand): number[] {
  const policy = command.type === 'open-contract' || command.type === 'edit-contract' ? command.policy : undefined
  return Object.values(policy ?? {}).filter(value => typeof value === 'number')
}

/** True if a fee of a policy that a command gives would have a most below its least. */
function crossesAFee(command: RecordedCommand, before: Partial<Policy>): boolean {
  if ((command.type !== 'open-contract' && command.type !== 'edit-contract') || command.policy === undefined)
    return false
  const given = Object.entries(command.policy).filter(([, value]) => value !== undefined)
  const policy = { ...before, ...Object.fromEntries(given) } as Partial<Policy>
  return (['client', 'freelancer'] as const).some(
    payer => (policy[`${payer}FeeMost`] ?? Number.POSITIVE_INFINITY) < (policy[`${payer}FeeLeast`] ?? 0),
  )
}

/** The highest fee of a deposit up to this one: one under a surcharge may cost more. */
function highestClientFee({ policy, deposited }: ContractFacts, deposit: number): number {
  const last = policy.clientFeeUnder - 1 - (policy.clientFeeOn === 'total' ? deposited : 0)
  const amounts = [deposit, ...(last > 0 && last < deposit ? [last] : [])]
  return Math.max(...amounts.map(amount => clientFeeOf(policy, amount, deposited)))
}

/**
 * The expected refusal of an opening by a second reading of the rules (rules.md, Moves and
 * Refusals); undefined if it is accepted.
 */
export function expectedOpeningCode(
  command: CommandOf<'open-contract'>,
  { today, closedUntil }: Pick<Circumstances, 'today' | 'closedUntil'>,
): Code {
  const amounts = command.milestones.map(({ amount }) => amount)
  const decimals = command.currency === 'JPY' ? 0 : command.currency === 'KWD' ? 3 : command.currency === 'UYW' ? 4 : 2
  const minimum = command.policy?.minimum ?? 5 * 10 ** decimals
  const given = [...amounts, ...(command.budget === undefined ? [] : [command.budget])]
  return firstOf([
    ['bad-input', crossesAFee(command, {})],
    ['unknown-currency', !CURRENCIES.includes(command.currency)],
    ['same-party', sameName(command.client, command.freelancer)],
    ['not-positive', given.some(amount => amount <= 0)],
    [
      'amount-too-large',
      [...given, ...policyAmounts(command)].some(amount => amount > LARGEST_AMOUNT) || total(amounts) > LARGEST_AMOUNT,
    ],
    ['below-minimum', amounts.some(amount => amount < minimum)],
    ['date-in-future', command.on !== undefined && command.on > today && command.on !== usualDay(today, closedUntil)],
    ['period-closed', command.on !== undefined && isClosed(command.on, closedUntil)],
  ])
}

/**
 * The expected refusal of a command by the table of the rules: the first code that applies,
 * undefined if it is accepted.
 */
export function expectedCode(
  command: Exclude<RecordedCommand, { type: 'open-contract' }>,
  view: ContractFacts | undefined,
  around: Circumstances,
): Code {
  const { type } = command
  if ('fee' in command && command.fee !== undefined) {
    if (
      command.fee < 0 ||
      (type !== 'fund-milestone' && command.amount !== undefined && command.amount > 0 && command.fee > command.amount)
    )
      return 'bad-input'
  }
  if (view === undefined || (around.isRemoved && type !== 'reverse')) return 'unknown-contract'
  if (crossesAFee(command, view.policy)) return 'bad-input'
  const milestoneId = 'milestoneId' in command ? command.milestoneId : undefined
  const milestone = view.milestones.find(each => each.id === milestoneId)
  const usual = usualDay(around.latest > around.today ? around.latest : around.today, around.closedUntil)
  const on = command.on ?? usual
  return (
    firstOf([
      ['unknown-milestone', milestoneId !== undefined && milestone === undefined],
      ['unknown-entry', type === 'annotate' && !around.isOwnEntry(command.entry)],
      ['nothing-to-reverse', type === 'reverse' && around.partiesBefore === undefined],
      ['same-party', makesOneParty(command, view, around)],
      ['contract-ended', view.status === 'ended' && !AFTER_THE_END.includes(type)],
      ['contract-ending', view.status === 'ending' && !WHILE_ENDING.includes(type)],
      ['contract-in-use', type === 'remove-contract' && around.isInUse],
      ['refund-only-at-end', type === 'request-refund' && view.policy.refundOnlyAtEnd],
      ['dispute-open', view.pending.dispute !== undefined && !DURING_A_DISPUTE.includes(type)],
      ['no-dispute', type === 'resolve-dispute' && view.pending.dispute === undefined],
    ]) ??
    (milestone && milestoneCode(command, milestone)) ??
    firstOf([
      ['refund-pending', NOT_WHILE_ASKED.includes(type) && view.pending.refund !== undefined],
      ['no-refund-pending', ANSWERS.includes(type) && view.pending.refund === undefined],
      ['milestone-already-funded', type === 'fund-milestone' && view.policy.funding === 'one' && isOneInHand(view)],
    ]) ??
    amountCode(command, view, milestone, around) ??
    firstOf([
      ['bad-position', type === 'move-milestone' && (command.to < 0 || command.to >= view.milestones.length)],
      ['date-in-future', on > around.today && on !== usual],
      ['period-closed', touchesClosed(command, view, on, around)],
      ['date-before-last-entry', on < around.latest && !FREE_OF_DATE_ORDER.includes(type)],
    ])
  )
}

/** The later of a day and the first that is not closed. */
function usualDay(day: IsoDate, closedUntil: IsoDate | null): IsoDate {
  return isClosed(day, closedUntil) ? addDays(closedUntil ?? day, 1) : day
}

const isClosed = (on: IsoDate | undefined, closedUntil: IsoDate | null): boolean =>
  closedUntil !== null && on !== undefined && on <= closedUntil

/** The commands that are not asked about a closed period, whatever their day. */
const FREE_OF_CLOSING: readonly RecordedCommand['type'][] = [
  'add-milestone',
  'edit-milestone',
  'move-milestone',
  'remove-milestone',
  'edit-contract',
  'annotate',
  'rename-party',
]

function touchesClosed(
  command: RecordedCommand,
  view: ContractFacts,
  on: IsoDate,
  { closedUntil, lastOn, firstMoneyOn, partiesBefore }: Circumstances,
): boolean {
  if (command.type === 'edit-contract' && command.side !== undefined && command.side !== view.side)
    return isClosed(firstMoneyOn, closedUntil)
  if (command.type === 'reverse' && isClosed(lastOn, closedUntil)) return true
  if (command.type === 'reverse' && partiesBefore?.side !== view.side && isClosed(firstMoneyOn, closedUntil))
    return true
  return !FREE_OF_CLOSING.includes(command.type) && isClosed(on, closedUntil)
}

const isOneInHand = (view: ContractFacts): boolean =>
  view.milestones.some(({ status }) => status === 'funded' || status === 'submitted')

function makesOneParty(command: RecordedCommand, view: ContractFacts, { partiesBefore }: Circumstances): boolean {
  if (command.type === 'edit-contract')
    return sameName(command.client ?? view.client, command.freelancer ?? view.freelancer)
  if (command.type === 'reverse')
    return partiesBefore !== undefined && sameName(partiesBefore.client, partiesBefore.freelancer)
  if (command.type !== 'rename-party') return false
  const after = (name: string): string => (sameName(name, command.from) ? command.to : name)
  return sameName(after(view.client), after(view.freelancer))
}

function milestoneCode(command: RecordedCommand, { status, held }: MilestoneView): Code {
  const planned =
    ['fund-milestone', 'remove-milestone', 'move-milestone'].includes(command.type) ||
    (command.type === 'edit-milestone' && command.amount !== undefined)
  return firstOf([
    ['milestone-not-planned', planned && status !== 'planned'],
    [
      'milestone-not-funded',
      ['submit-work', 'release', 'request-refund', 'open-dispute'].includes(command.type) && held === 0,
    ],
    ['milestone-already-submitted', command.type === 'submit-work' && status === 'submitted'],
    ['milestone-not-submitted', command.type === 'request-changes' && status !== 'submitted'],
  ])
}

function amountCode(
  command: RecordedCommand,
  view: ContractFacts,
  milestone: MilestoneView | undefined,
  around: Circumstances,
): Code {
  if (command.type === 'end-contract')
    return view.escrow > 0 && command.refundRemainder !== true ? 'money-in-escrow' : undefined
  if (command.type === 'resolve-dispute') return splitCode(command, view)
  const amount =
    command.type === 'edit-contract' ? (command.budget ?? undefined) : 'amount' in command ? command.amount : undefined
  const size = amount ?? (command.type === 'fund-milestone' ? (milestone?.amount ?? 0) : undefined)
  const plans = ['add-milestone', 'edit-milestone', 'fund-milestone'].includes(command.type)
  const held = milestone?.held ?? view.unallocated
  const reservedUnallocated =
    (view.pending.refund ?? view.pending.dispute)?.reserved.find(part => part.milestoneId === null)?.amount ?? 0
  const free = held - (milestone?.reserved ?? reservedUnallocated)
  const takes = size ?? 0
  const asks = command.type === 'request-refund' || command.type === 'open-dispute'
  return firstOf([
    ['not-positive', size !== undefined && size <= 0],
    [
      'amount-too-large',
      [takes, ...policyAmounts(command)].some(each => each > LARGEST_AMOUNT) ||
        passesALimit(command, view, milestone, takes, around),
    ],
    ['below-minimum', plans && size !== undefined && size < view.policy.minimum],
    ['exceeds-held', (command.type === 'release' || (asks && milestone !== undefined)) && takes > held],
    ['exceeds-escrow', asks && milestone === undefined && takes > view.escrow],
    ['exceeds-paid', command.type === 'return-payment' && takes > view.released + view.bonuses - view.returned],
    ['amount-reserved', command.type === 'release' && takes > free],
    ['money-in-escrow', command.type === 'edit-contract' && command.archived === true && view.escrow > 0],
  ])
}

function splitCode({ release, refund }: CommandOf<'resolve-dispute'>, view: ContractFacts): Code {
  return firstOf([
    ['not-positive', release < 0 || refund < 0],
    ['amount-too-large', release > LARGEST_AMOUNT || refund > LARGEST_AMOUNT],
    ['split-mismatch', release + refund !== view.pending.dispute?.amount],
  ])
}

/**
 * True if a command raises a total above the limit: planned, deposited, charged, bonuses, returned.
 */
function passesALimit(
  command: RecordedCommand,
  view: ContractFacts,
  milestone: MilestoneView | undefined,
  amount: number,
  around: Circumstances,
): boolean {
  const planned = total(view.milestones.filter(({ status }) => status === 'planned').map(each => each.amount))
  if (command.type === 'add-milestone') return planned + amount > LARGEST_AMOUNT
  if (command.type === 'edit-milestone')
    return amount > 0 && planned - (milestone?.amount ?? 0) + amount > LARGEST_AMOUNT
  if (command.type === 'bonus') return view.bonuses + amount > LARGEST_AMOUNT
  if (command.type === 'return-payment') return view.returned + amount > LARGEST_AMOUNT
  if (command.type !== 'fund-milestone') return false
  const remainders = total(view.milestones.filter(({ status }) => status === 'partly-paid').map(({ held }) => held))
  const deposit = Math.max(0, amount - view.unallocated - (view.policy.funding === 'one' ? remainders : 0))
  const fee = command.fee ?? highestClientFee(view, deposit)
  return view.deposited + deposit > LARGEST_AMOUNT || around.clientFees + fee > LARGEST_AMOUNT
}
