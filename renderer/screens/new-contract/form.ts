import type { Preferences } from '../../../shared/api/preferences.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { presetPolicy } from '../../../shared/contract/presets.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { AskedAttribute, ContractText } from '../../form/contract-text.ts'
import { decimalsIn, denominationIn } from '../../form/currency-decimals.ts'
import { typedDay } from '../../form/day-in-form.tsx'
import {
  amountText,
  type Draft,
  type EntryDetails,
  missing,
  NO_DETAILS,
  typedAmount,
  typedDetails,
} from '../../form/use-move.ts'
import type { Planned } from '../../state/planned.ts'
import { allPresets } from '../../state/presets.ts'
import type { Denomination } from '../../words/amount-fault.ts'
import { type PolicyText, policyText, presetOf, typedPolicy } from '../../words/policy-text.ts'
import { hasPast, noPast, type Past, type PastText, pastOf } from './past.ts'

/** A row of the plan as the form holds it, with its past. */
export interface MilestoneText extends PastText {
  title: string
  due: string
  amount: string
}

/** The values of the form of a new contract. */
export interface NewContract extends EntryDetails, ContractText {
  preset: string
  milestones: MilestoneText[]
  /** True for a contract that began elsewhere: its milestones then have a past. */
  underWay: boolean
}

/** The name of no preset: the rules match none. */
export const OWN_RULES = ''
/** The empty row after the last. */
export const blank = (): MilestoneText => ({ title: '', due: '', amount: '', ...noPast() })

/** The rules of a preset as the form holds them. */
export function presetText(name: string, decimals: number): PolicyText {
  const presets = allPresets()
  const preset = presets.find(each => each.name === name) ?? presets[0]
  if (preset === undefined) throw new Error('there is no preset')
  return policyText(presetPolicy(preset, decimals), decimals)
}

/**
 * The initial values of a new contract: the parties, plan and rules of another contract, a plan
 * from the planner, or this person's preferences.
 */
export function startOf(
  preferences: Preferences | null,
  from: ContractView | null,
  planned: Planned | null,
): NewContract {
  const start = preferredStart(preferences)
  if (from !== null) {
    const { title, client, freelancer, side } = from
    return { ...start, title, client, freelancer, side, ...termsOf(from, from.decimals) }
  }
  if (planned !== null) {
    const { side, note } = planned
    return { ...start, side, note, ...termsOf(planned, decimalsIn(planned.currency)) }
  }
  return start
}

/** The terms of a contract or a plan: its currency, budget, rules and milestones. */
function termsOf({ currency, budget, policy, milestones }: ContractView | Planned, decimals: number) {
  return {
    currency,
    budget: amountText(budget, decimals),
    preset: presetOf(policy, decimals, allPresets())?.name ?? OWN_RULES,
    policy: policyText(policy, decimals),
    milestones: [
      ...milestones.map(({ title, amount }) => ({ ...blank(), title, amount: amountText(amount, decimals) })),
      blank(),
    ],
  }
}

function preferredStart(preferences: Preferences | null): NewContract {
  const currency = preferences?.currency ?? 'USD'
  const preset = preferences?.preset ?? 'Standard'
  return {
    ...NO_DETAILS,
    title: '',
    client: '',
    freelancer: '',
    currency,
    budget: '',
    side: preferences?.side ?? 'client',
    preset,
    policy: presetText(preset, decimalsIn(currency)),
    milestones: [blank()],
    underWay: false,
  }
}

/** True if a row of the plan is empty. */
export function isBlank(row: MilestoneText): boolean {
  const { title, due, amount } = row
  return title.trim() === '' && due === '' && amount.trim() === '' && !hasPast(row)
}

/** The amount in a row of the plan; zero if unreadable. */
export function amountIn(row: MilestoneText, money: Denomination): Minor {
  const typed = typedAmount(row.amount, money)
  return 'amount' in typed && typed.amount > 0 ? typed.amount : ZERO
}

/** The sum of the plan. */
export function plannedIn(rows: readonly MilestoneText[], money: Denomination): Minor {
  return sum(...rows.map(row => amountIn(row, money)))
}

/** Returns the form as a command, or the first problem in it. */
export function draftOf(values: NewContract): Draft {
  const money = denominationIn(values.currency)
  for (const name of ['client', 'freelancer', 'currency', 'title'] as const)
    if (values[name].trim() === '') return missing(name, { key: 'new-contract.missing', params: { name } })
  const budget = values.budget.trim() === '' ? undefined : typedAmount(values.budget, money, 'budget')
  if (budget !== undefined && 'problem' in budget) return budget
  const milestones: { title: string; amount: Minor; due?: IsoDate }[] = []
  /** The positions in the form of the contract's milestones: blank rows are left out. */
  const positions: number[] = []
  for (const [index, row] of values.milestones.entries()) {
    if (isBlank(row)) continue
    if (row.title.trim() === '')
      return missing(`milestones.${index}.title`, { key: 'new-contract.missing-title', params: { place: index + 1 } })
    const typed = typedAmount(row.amount, money, `milestones.${index}.amount`)
    if ('problem' in typed)
      return typed.problem.quiet
        ? missing(`milestones.${index}.amount`, {
            key: 'new-contract.missing-amount',
            params: { milestone: row.title },
          })
        : typed
    const due = typedDay(row.due, `milestones.${index}.due`, { use: 'due' })
    if ('problem' in due) return due
    milestones.push({ title: row.title, amount: typed.amount, ...(due.day === null ? {} : { due: due.day }) })
    positions.push(index)
  }
  const typed = typedPolicy(values.policy, money)
  if ('problem' in typed) return typed
  const attributes = {
    title: values.title,
    client: values.client,
    freelancer: values.freelancer,
    currency: values.currency.trim().toUpperCase(),
    budget: budget?.amount,
    side: values.side === 'freelancer' ? ('freelancer' as const) : ('client' as const),
    policy: typed.policy,
  } satisfies Record<AskedAttribute, unknown>
  const opening = { ...attributes, milestones, ...typedDetails(values) }
  const rows = positions.flatMap(position => values.milestones[position] ?? [])
  const past = values.underWay ? pastOf(rows, positions, money) : NO_PAST
  if ('problem' in past) return past
  const [first] = past.moves
  if (first === undefined) return { command: { type: 'open-contract', ...opening } }
  // Opened elsewhere, at the latest on the day of the first move.
  return {
    command: { type: 'open-under-way', ...opening, on: opening.on ?? first.on, moves: [...past.moves] },
    fieldOf: past.fieldOf,
  }
}

const NO_PAST: Past = { moves: [], fieldOf: field => field }
