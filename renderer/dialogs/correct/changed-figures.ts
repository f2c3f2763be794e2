import type { ContractView } from '../../../shared/contract/contract.ts'
import { type Minor, ZERO } from '../../../shared/money/money.ts'
import { selector } from '../../../shared/words/selector.ts'
import type { Text } from '../../words/say.tsx'

/** A figure or a word of a contract that a correction changes. */
export type ChangedFigure = { readonly label: Text } & (
  | { readonly kind: 'money'; readonly was: Minor; readonly now: Minor }
  | { readonly kind: 'word'; readonly was: Text; readonly now: Text }
)

/** The figures of a contract that differ between two states, and what its milestones become. */
export function changedFigures(before: ContractView, after: ContractView): readonly ChangedFigure[] {
  const sums = (['released', 'deposited', 'refunded', 'bonuses', 'returned'] as const).map(name =>
    money({ key: 'correct.figure', params: { name, ...partiesOf(after) } }, before[name], after[name]),
  )
  const parts = [
    ...milestonesOf(before, after).map(({ title, was, now }) =>
      money({ key: 'correct.held', params: { milestone: title } }, was?.held ?? ZERO, now?.held ?? ZERO),
    ),
    money({ key: 'correct.unallocated' }, before.unallocated, after.unallocated),
  ].filter(isDifferent)
  const inAll = parts.length > 1 ? [money({ key: 'correct.escrow' }, before.escrow, after.escrow)] : []
  const toFund = milestonesOf(before, after).map(({ id, title }) =>
    money({ key: 'correct.to-fund', params: { milestone: title } }, toFundOf(before, id), toFundOf(after, id)),
  )
  const fees = (['client', 'freelancer', 'contract'] as const).map(payer =>
    money({ key: 'correct.fees', params: { payer, ...partiesOf(after) } }, before.fees[payer], after.fees[payer]),
  )
  return [...sums, ...parts, ...inAll, ...toFund, ...fees, ...wordsOf(before, after)].filter(isDifferent)
}

function money(label: Text, was: Minor, now: Minor): ChangedFigure {
  return { kind: 'money', label, was, now }
}

function wordsOf(before: ContractView, after: ContractView): readonly ChangedFigure[] {
  const milestones = milestonesOf(before, after).flatMap(({ title, was, now }): ChangedFigure | [] =>
    was === undefined || now === undefined || was.status === now.status
      ? []
      : {
          kind: 'word',
          label: { key: 'correct.milestone', params: { milestone: title } },
          was: { key: 'milestone.status', params: { status: selector(was.status) } },
          now: { key: 'milestone.status', params: { status: selector(now.status) } },
        },
  )
  if (before.status === after.status) return milestones
  const status = (each: ContractView): Text => ({ key: 'correct.status-of', params: { status: each.status } })
  return [...milestones, { kind: 'word', label: { key: 'correct.status' }, was: status(before), now: status(after) }]
}

function isDifferent(figure: ChangedFigure): boolean {
  return figure.kind === 'money' ? figure.was !== figure.now : true
}

/** Every milestone of either state, in the order of the second. */
function milestonesOf(before: ContractView, after: ContractView) {
  const gone = before.milestones.filter(each => !after.milestones.some(({ id }) => id === each.id))
  return [...after.milestones, ...gone].map(({ id, title }) => ({
    id,
    title,
    was: before.milestones.find(each => each.id === id),
    now: after.milestones.find(each => each.id === id),
  }))
}

/** The amount still to be paid in for a milestone. */
function toFundOf({ bar }: ContractView, milestoneId: string): Minor {
  return bar.segments.find(each => each.kind === 'to-fund' && each.milestoneId === milestoneId)?.amount ?? ZERO
}

function partiesOf({ client, freelancer }: ContractView) {
  return { client, freelancer }
}
