import type { PlanStep, PlanWay } from '../../../shared/api/plan.ts'
import { less, type Minor, minor, sum, ZERO } from '../../../shared/money/money.ts'

/** The way that the planner's question asks about: paying in everything at once. */
export const ASKED: PlanWay['id'] = 'all-at-once'

/** A row of the comparison: a step that every way takes, or the refund at the end. */
export interface StepRow {
  readonly kind: 'fund' | 'pay' | 'refund'
  /** The index of its milestone, from 0; -1 for the refund. */
  readonly milestone: number
}

/**
 * A step of a way, and the cash that the client pays in it, fees included, in minor units; negative
 * for a refund.
 */
export interface Taken {
  readonly step: PlanStep
  readonly cash: Minor
}

const is = (step: PlanStep, type: PlanStep['command']['type']): boolean => step.command.type === type

/**
 * The rows for a number of milestones: funding and paying each, and the refund at the end if any
 * way has money left.
 */
export function rowsOf(milestones: number, ways: readonly PlanWay[]): readonly StepRow[] {
  const rows: StepRow[] = []
  for (let milestone = 0; milestone < milestones; milestone++)
    rows.push({ kind: 'fund', milestone }, { kind: 'pay', milestone })
  return ways.some(way => way.steps.some(step => is(step, 'approve-refund')))
    ? [...rows, { kind: 'refund', milestone: -1 }]
    : rows
}

/** The step of a way in a row; undefined if the way stops earlier or has nothing left to refund. */
export function stepIn({ steps }: PlanWay, { kind, milestone }: StepRow): Taken | undefined {
  const type = kind === 'fund' ? 'fund-milestone' : kind === 'pay' ? 'release' : 'approve-refund'
  const step = steps.filter(each => is(each, type))[Math.max(milestone, 0)]
  if (step === undefined) return undefined
  const before = steps[steps.indexOf(step) - 1]
  return { step, cash: less(step.cash, before?.cash ?? ZERO) }
}

/** The milestones' titles by the ids in the steps. */
export function titlesOf(ways: readonly PlanWay[], names: readonly string[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const { steps } of ways)
    for (const [index, { command }] of steps.filter(step => is(step, 'fund-milestone')).entries())
      if (command.type === 'fund-milestone') titles.set(command.milestoneId, names[index] ?? '')
  return titles
}

/** The deposits of a way in minor units, each with the index of its milestone, from 0. */
export function depositsOf({ steps }: PlanWay): readonly { readonly milestone: number; readonly amount: Minor }[] {
  return steps
    .filter(step => is(step, 'fund-milestone'))
    .map(({ deposit }, milestone) => ({ milestone, amount: deposit }))
    .filter(({ amount }) => amount > 0)
}

/** The money in escrow at the end of a way, in minor units, which is then refunded. */
export function leftOf({ steps }: PlanWay): Minor {
  return steps.find(step => is(step, 'end-contract'))?.escrow ?? ZERO
}

/** The figures by which ways are compared. Money is in minor units. */
export interface Totals {
  /** All that the client pays, fees included, less refunds. */
  readonly cash: Minor
  /** The part of `cash` that the platform keeps. */
  readonly fees: Minor
  /** The number of deposits. */
  readonly deposits: number
  /** The cash for the first deposit. */
  readonly firstDay: Minor
  /** The highest balance in escrow. */
  readonly peak: Minor
  /** The most money in escrow beyond the work in hand. */
  readonly ahead: Minor
}

/** The totals of a way; undefined if it is not possible. */
export function totalsOf(way: PlanWay): Totals | undefined {
  const { steps, deposits, peak, possible } = way
  const last = steps.at(-1)
  if (!possible || last === undefined) return undefined
  return {
    cash: last.cash,
    fees: sum(ZERO, ...steps.map(step => step.fees)),
    deposits,
    firstDay: steps.find(step => is(step, 'fund-milestone'))?.cash ?? ZERO,
    peak,
    ahead: minor(Math.max(0, ...steps.map(step => step.atRisk))),
  }
}

/**
 * The ways worth comparing: all of them, except two deposits if that is the same as funding each
 * milestone in turn.
 */
export function optionsToShow(ways: readonly PlanWay[]): readonly PlanWay[] {
  const each = ways.find(way => way.id === 'each')
  const same = (way: PlanWay): boolean =>
    way.id === 'two-deposits' &&
    each?.possible === true &&
    way.possible &&
    JSON.stringify(depositsOf(way)) === JSON.stringify(depositsOf(each))
  return ways.filter(way => !same(way))
}
