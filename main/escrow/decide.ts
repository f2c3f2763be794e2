import type { RecordedCommand } from '../../shared/contract/commands.ts'
import type { EscrowEvent } from '../../shared/contract/events.ts'
import { MOVE_FACTS } from '../../shared/contract/moves.ts'
import type { Refusal, Warning } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { budgetWarnings } from './contract/plan-cost.ts'
import { type ContractState, type MilestoneState, milestoneOf } from './contract/state.ts'
import { afterEvents } from './evolve.ts'
import { editContract, mustBoundFees, openContract, removeContract } from './moves/contract.ts'
import { payBonus, returnPayment } from './moves/direct.ts'
import { openDispute, resolveDispute } from './moves/dispute.ts'
import { endContract } from './moves/ending.ts'
import { fundMilestone } from './moves/funding.ts'
import { annotate, renameParty, reverse } from './moves/journal.ts'
import { addMilestone, editMilestone, moveMilestone, removeMilestone } from './moves/plan.ts'
import { approveRefund, cancelRefund, declineRefund, requestRefund } from './moves/refund.ts'
import { release } from './moves/release.ts'
import { requestChanges, submitWork } from './moves/review.ts'
import { firstOpenDay, mustNotBeClosed } from './rules/period.ts'
import { type DecisionValue, refuse, refused, type Verdict } from './rules/verdict.ts'

/**
 * The outside knowledge that a decision needs: today, the id of a new contract, the last day of the
 * closed period (null if nothing is closed), and whether an entry is one of this contract's.
 */
export interface Context {
  readonly today: IsoDate
  readonly newContractId: string
  readonly closedUntil: IsoDate | null
  /**
   * Set where a correction records an entry again (rules.md, correct): its day was accepted before
   * unless it is a new one, and an added milestone keeps its id.
   */
  readonly again?: { readonly milestoneId?: string; readonly hasNewDay?: true }
  entryExists(entry: number): boolean
}

/**
 * A decision on a command: the day it happened, its events, its warnings and its answer; or the
 * first refusal that applies.
 */
export type Decision =
  | {
      readonly ok: true
      readonly on: IsoDate
      readonly events: readonly EscrowEvent[]
      readonly warnings: readonly Warning[]
      readonly value: DecisionValue
    }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Decides a command on its contract (`undefined` if there is none: `unknown-contract`, unless it is
 * an opening). Pure: changes nothing. Refusals come in the order of rules.md: shape and existence
 * here, then the move's own conditions (see `allowedWhen`), the date last. `rename-party` is
 * decided once for each contract that has the party.
 */
export function decide(contract: ContractState | undefined, command: RecordedCommand, context: Context): Decision {
  const verdict = judge(contract, command, context)
  const on = command.on ?? usualDay(contract, context)
  if (!verdict.ok) {
    // A day in the future comes before a closed period, the only refusal of dates in a verdict.
    const isLast = verdict.refusal.code === 'period-closed'
    const future = isLast ? futureRefusal(contract, on, context) : undefined
    return future === undefined ? verdict : { ok: false, refusal: future }
  }
  const refusal = dayRefusal(contract, command, on, context)
  if (refusal !== undefined) return { ok: false, refusal }
  const events = verdict.events(on)
  const warnings = [...(verdict.warnings ?? []), ...overBudget(contract, events, on, context)]
  return { ok: true, on, events, warnings, value: verdict.value ?? {} }
}

/** The commands that still find a removed contract: it may come back, with the names of today. */
const REMOVED_KNOWS: ReadonlySet<RecordedCommand['type']> = new Set(['reverse', 'rename-party'])

/** The verdict on a command regardless of its date, which `next` and `blocked` ask for. */
export function judge(
  contract: ContractState | undefined,
  command: RecordedCommand,
  context: Omit<Context, 'today'>,
): Verdict {
  const shape = feeRefusal(command) ?? policyRefusal(contract, command)
  if (shape !== undefined) return refused(shape)
  if (command.type === 'open-contract') return openContract(command, context.newContractId)
  if (contract === undefined || (contract.removed && !REMOVED_KNOWS.has(command.type)))
    return refused(refuse('unknown-contract', {}, command.type === 'rename-party' ? {} : { field: 'contractId' }))
  switch (command.type) {
    case 'edit-contract':
      // Of a correction only the outcome may not have another side, which it checks at its end.
      return editContract(contract, command, context.again === undefined ? context.closedUntil : null)
    case 'add-milestone':
      return addMilestone(contract, command, context.again?.milestoneId)
    case 'edit-milestone':
      return ofMilestone(contract, command, milestone => editMilestone(contract, milestone, command))
    case 'remove-milestone':
      return ofMilestone(contract, command, milestone => removeMilestone(contract, milestone))
    case 'move-milestone':
      return ofMilestone(contract, command, milestone => moveMilestone(contract, milestone, command))
    case 'fund-milestone':
      return ofMilestone(contract, command, milestone => fundMilestone(contract, milestone, command))
    case 'submit-work':
      return ofMilestone(contract, command, milestone => submitWork(contract, milestone))
    case 'request-changes':
      return ofMilestone(contract, command, milestone => requestChanges(contract, milestone))
    case 'release':
      return ofMilestoneOrNone(contract, command, milestone => release(contract, milestone, command))
    case 'bonus':
      return payBonus(contract, command)
    case 'return-payment':
      return returnPayment(contract, command)
    case 'request-refund':
      return ofMilestoneOrNone(contract, command, milestone => requestRefund(contract, milestone, command))
    case 'approve-refund':
      return approveRefund(contract)
    case 'decline-refund':
      return declineRefund(contract)
    case 'cancel-refund':
      return cancelRefund(contract)
    case 'open-dispute':
      return ofMilestoneOrNone(contract, command, milestone => openDispute(contract, milestone, command))
    case 'resolve-dispute':
      return resolveDispute(contract, command)
    case 'end-contract':
      return endContract(contract, command)
    case 'remove-contract':
      return removeContract(contract)
    case 'reverse':
      return reverse(contract, context.closedUntil)
    case 'annotate':
      return annotate(command, context.entryExists)
    case 'rename-party':
      return renameParty(contract, command)
    default:
      return missingCase(command)
  }
}

function ofMilestone(
  contract: ContractState,
  { milestoneId }: { readonly milestoneId: string },
  move: (milestone: MilestoneState) => Verdict,
): Verdict {
  const milestone = milestoneOf(contract, milestoneId)
  return milestone === undefined ? refused(refuse('unknown-milestone', {}, { field: 'milestoneId' })) : move(milestone)
}

function ofMilestoneOrNone(
  contract: ContractState,
  { milestoneId }: { readonly milestoneId?: string | undefined },
  move: (milestone: MilestoneState | undefined) => Verdict,
): Verdict {
  return milestoneId === undefined ? move(undefined) : ofMilestone(contract, { milestoneId }, move)
}

/**
 * Refuses a fee below zero, or above the amount it is taken out of, as `bad-input`: the message is
 * malformed (rules.md, Money).
 */
function feeRefusal(command: RecordedCommand): Refusal | undefined {
  if (!('fee' in command) || command.fee === undefined) return undefined
  if (command.fee < 0) return refuse('bad-input', {}, { variant: 'negative', field: 'fee' })
  const isTakenOut = command.type !== 'fund-milestone' && command.amount > 0
  return isTakenOut && command.fee > command.amount
    ? refuse('bad-input', { amount: { money: command.amount } }, { variant: 'fee-above-amount', field: 'fee' })
    : undefined
}

/** Refuses a policy whose fees have a most below their least; none of an unknown contract. */
function policyRefusal(contract: ContractState | undefined, command: RecordedCommand): Refusal | undefined {
  if (command.type === 'open-contract') return mustBoundFees(undefined, command.policy)
  return command.type === 'edit-contract' && contract !== undefined
    ? mustBoundFees(contract.policy, command.policy)
    : undefined
}

/**
 * The day of a command that gives none: the latest of today, the latest ordered day (the clock may
 * have been set back) and the first day that is not closed. Always accepted.
 */
export function usualDay(
  contract: ContractState | undefined,
  { today, closedUntil }: Pick<Context, 'today' | 'closedUntil'>,
): IsoDate {
  const others = [contract?.latestOrdered ?? null, firstOpenDay(closedUntil)]
  return others.reduce<IsoDate>((latest, day) => (day !== null && day > latest ? day : latest), today)
}

function futureRefusal(contract: ContractState | undefined, on: IsoDate, context: Context): Refusal | undefined {
  const { today, again } = context
  const wasAccepted = again !== undefined && !again.hasNewDay
  if (on <= today || wasAccepted || on === usualDay(contract, context)) return undefined
  return refuse('date-in-future', { today: { day: today } }, { field: 'on' })
}

function dayRefusal(
  contract: ContractState | undefined,
  command: RecordedCommand,
  on: IsoDate,
  context: Context,
): Refusal | undefined {
  const { closedUntil, again } = context
  const future = futureRefusal(contract, on, context)
  if (future !== undefined) return future
  const { isAskedWhenClosed, keepsDateOrder } = MOVE_FACTS[command.type].recorded
  const closed =
    isAskedWhenClosed && again === undefined ? mustNotBeClosed(on, closedUntil, { field: 'on' }) : undefined
  if (closed !== undefined) return closed
  const latest = contract?.latestOrdered ?? null
  if (latest === null || on >= latest || !keepsDateOrder) return undefined
  return refuse('date-before-last-entry', { latest: { day: latest } }, { field: 'on' })
}

function overBudget(
  contract: ContractState | undefined,
  events: readonly EscrowEvent[],
  on: IsoDate,
  context: Context,
): readonly Warning[] {
  const hasBudget = contract !== undefined && contract.budget !== null
  if (!hasBudget && !events.some(event => 'budget' in event)) return []
  // The state that a reversal brings back was warned of when it was new.
  if (events.some(event => event.type === 'entry-reversed')) return []
  return budgetWarnings(contract, afterEvents(contract, context.newContractId, events, on))
}
