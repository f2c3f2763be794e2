import type { Preferences } from '../../../shared/api/preferences.ts'
import type { OpeningAttribute } from '../../../shared/contract/attributes.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { presetPolicy } from '../../../shared/contract/presets.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { decimalsOf } from '../../../shared/money/currencies.ts'
import { type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { ContractText } from '../../form/contract-text.ts'
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
import { type PolicyText, policyText, presetOf, typedPolicy } from '../../words/policy-text.ts'
import { hasPast, noPast, type Past, type PastText, pastOf } from './past.ts'

/** A row of the plan as a form holds it, and what happened to it so far. */
export interface MilestoneText extends PastText {
  title: string
  due: string
  amount: string
}

/** The values of the form of a new contract. */
export interface NewContract extends EntryDetails, ContractText {
  preset: string
  milestones: MilestoneText[]
  /** Whether it is half-way elsewhere: then its milestones tell what happened so far. */
  underWay: boolean
}

/** The decimals an unknown currency is shown with until it is one that is known. */
const USUAL_DECIMALS = 2
/** The preset of a contract whose rules are nobody's. */
export const OWN_RULES = ''
/** The row that waits below the last. */
export const blank = (): MilestoneText => ({ title: '', due: '', amount: '', ...noPast() })

/** The decimals of the currency in the form. */
export function decimalsIn(currency: string): number {
  return decimalsOf(currency.trim().toUpperCase()) ?? USUAL_DECIMALS
}

/** The rules of a preset as the form holds them. */
export function presetText(name: string, decimals: number): PolicyText {
  const presets = allPresets()
  const preset = presets.find(each => each.name === name) ?? presets[0]
  if (preset === undefined) throw new Error('there is no preset')
  return policyText(presetPolicy(preset, decimals), decimals)
}

/**
 * What a new contract starts with: what this person usually chooses, the parties, plan and rules of
 * another contract, or what was worked out in the planner.
 */
export function startOf(
  preferences: Preferences | null,
  from: ContractView | null,
  planned: Planned | null,
): NewContract {
  if (from !== null) {
    const { decimals } = from
    return {
      ...NO_DETAILS,
      title: from.title,
      client: from.client,
      freelancer: from.freelancer,
      currency: from.currency,
      budget: amountText(from.budget, decimals),
      side: from.side,
      preset: presetOf(from.policy, decimals, allPresets())?.name ?? OWN_RULES,
      policy: policyText(from.policy, decimals),
      milestones: [
        ...from.milestones.map(({ title, amount }) => ({ ...blank(), title, amount: amountText(amount, decimals) })),
        blank(),
      ],
      underWay: false,
    }
  }
  if (planned !== null) {
    const { currency, budget, policy, milestones, note } = planned
    const decimals = decimalsIn(currency)
    return {
      ...startOf(preferences, null, null),
      note,
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

/** Whether nothing stands in a row of the plan. */
export function isBlank(row: MilestoneText): boolean {
  const { title, due, amount } = row
  return title.trim() === '' && due === '' && amount.trim() === '' && !hasPast(row)
}

/** The amount in a row of the plan, as far as it is one. */
export function amountIn(row: MilestoneText, decimals: number): Minor {
  const typed = typedAmount(row.amount, decimals)
  return 'amount' in typed && typed.amount > 0 ? typed.amount : ZERO
}

/** The sum of the plan. */
export function plannedIn(rows: readonly MilestoneText[], decimals: number): Minor {
  return sum(...rows.map(row => amountIn(row, decimals)))
}

/** The form as a command, or the first thing that is missing from it. */
export function draftOf(values: NewContract): Draft {
  const decimals = decimalsIn(values.currency)
  for (const name of ['client', 'freelancer', 'currency', 'title'] as const)
    if (values[name].trim() === '') return missing(name, { key: 'new-contract.missing', params: { name } })
  const budget = values.budget.trim() === '' ? undefined : typedAmount(values.budget, decimals, 'budget')
  if (budget !== undefined && 'problem' in budget) return budget
  const milestones: { title: string; amount: Minor; due?: IsoDate }[] = []
  const places: number[] = []
  for (const [index, row] of values.milestones.entries()) {
    if (isBlank(row)) continue
    if (row.title.trim() === '')
      return missing(`milestones.${index}.title`, { key: 'new-contract.missing-title', params: { place: index + 1 } })
    const typed = typedAmount(row.amount, decimals, `milestones.${index}.amount`)
    if ('problem' in typed)
      return typed.problem.quiet
        ? missing(`milestones.${index}.amount`, {
            key: 'new-contract.missing-amount',
            params: { milestone: row.title },
          })
        : typed
    milestones.push({ title: row.title, amount: typed.amount, ...(row.due === '' ? {} : { due: row.due as IsoDate }) })
    places.push(index)
  }
  const typed = typedPolicy(values.policy, decimals)
  if ('problem' in typed) return typed
  const attributes = {
    title: values.title,
    client: values.client,
    freelancer: values.freelancer,
    currency: values.currency.trim().toUpperCase(),
    budget: budget?.amount,
    side: values.side === 'freelancer' ? ('freelancer' as const) : ('client' as const),
    policy: typed.policy,
  } satisfies Record<OpeningAttribute, unknown>
  const opening = { ...attributes, milestones, ...typedDetails(values) }
  const rows = places.flatMap(place => values.milestones[place] ?? [])
  const past = values.underWay ? pastOf(rows, places, decimals) : NO_PAST
  if ('problem' in past) return past
  const [first] = past.moves
  if (first === undefined) return { command: { type: 'open-contract', ...opening } }
  // It was opened elsewhere, on the first day of which anything is known.
  return {
    command: { type: 'open-under-way', ...opening, on: opening.on ?? first.on, moves: [...past.moves] },
    fieldOf: past.fieldOf,
  }
}

const NO_PAST: Past = { moves: [], fieldOf: field => field }
