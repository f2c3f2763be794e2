import type { PlanStep, PlanWay } from '../../../shared/api/plan.ts'
import { less, type Minor, minor, sum, ZERO } from '../../../shared/money/money.ts'

/** The way that the question asks about. */
export const ASKED: PlanWay['id'] = 'all-at-once'

/** A row of the comparison: a step of every way, or the refund at the end. */
export interface StepRow {
  readonly kind: 'fund' | 'pay' | 'refund'
  /** The index of its milestone, from 0; -1 for the refund. */
  readonly milestone: number
}

/** A step of a way, and its cost in cash; negative for a refund. */
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

/**
 * The step of a way in a row; undefined if the way stops before it or has nothing left to refund.
 */
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

/** The deposits of a way, each with the index of its milestone. */
export function depositsOf({ steps }: PlanWay): readonly { readonly milestone: number; readonly amount: Minor }[] {
  return steps
    .filter(step => is(step, 'fund-milestone'))
    .map(({ deposit }, milestone) => ({ milestone, amount: deposit }))
    .filter(({ amount }) => amount > 0)
}

/** The money left at the end of a way, which is refunded. */
export function leftOf({ steps }: PlanWay): Minor {
  return steps.find(step => is(step, 'end-contract'))?.escrow ?? ZERO
}

/** The figures that compare ways. */
export interface Totals {
  readonly cash: Minor
  readonly fees: Minor
  readonly deposits: number
  readonly firstDay: Minor
  readonly peak: Minor
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

/** The ways worth comparing: omits two deposits if they equal funding each milestone in turn. */
export function optionsToShow(ways: readonly PlanWay[]): readonly PlanWay[] {
  const each = ways.find(way => way.id === 'each')
  const same = (way: PlanWay): boolean =>
    way.id === 'two-deposits' &&
    each?.possible === true &&
    way.possible &&
    JSON.stringify(depositsOf(way)) === JSON.stringify(depositsOf(each))
  return ways.filter(way => !same(way))
}
