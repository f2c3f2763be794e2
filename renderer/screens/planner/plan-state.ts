import { create } from 'zustand'
import type { QueryInput } from '../../../shared/api/queries.ts'
import type { Policy } from '../../../shared/contract/policy.ts'
import { presetPolicy } from '../../../shared/contract/presets.ts'
import { type Minor, minor } from '../../../shared/money/money.ts'
import { decimalsIn, denominationIn } from '../../form/currency-decimals.ts'
import { amountText, typedAmount } from '../../form/use-move.ts'
import { allPresets } from '../../state/presets.ts'
import { useStore } from '../../state/store.ts'
import type { Problem } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'

/** A milestone of the question, as typed. */
interface Slot {
  /** The key of the slot, stable while its text changes. */
  readonly id: number
  readonly name: string
  readonly amount: string
}

/** The question, as typed. */
export interface Question {
  readonly amount: string
  readonly currency: string
  readonly milestones: readonly Slot[]
  readonly preset: string
}

const MOST_MILESTONES = 100
/** The first question, in major units. */
const SEED = { amount: 350, milestones: [100, 150, 100] }

let lastId = 0
const newId = (): number => ++lastId

const majorText = (major: number, decimals: number): string => amountText(minor(major * 10 ** decimals), decimals)

/** The question. It survives a visit to another screen; null before the first visit. */
const useQuestionStore = create<{ readonly question: Question | null }>()(() => ({ question: null }))

function firstQuestion(): Question {
  const { preferences } = useStore.getState()
  const currency = preferences?.currency ?? 'USD'
  const decimals = decimalsIn(currency)
  return {
    amount: majorText(SEED.amount, decimals),
    currency,
    milestones: SEED.milestones.map(amount => ({ id: newId(), name: '', amount: majorText(amount, decimals) })),
    preset: preferences?.preset ?? 'Standard',
  }
}

/**
 * Sets the initial question, in the person's preferred currency and rules, unless there is one
 * already.
 */
export function startQuestion(): void {
  if (useQuestionStore.getState().question === null) useQuestionStore.setState({ question: firstQuestion() })
}

/** The question; null before the first visit. */
export function useQuestion(): Question | null {
  return useQuestionStore(state => state.question)
}

function change(changed: (question: Question) => Partial<Question>): void {
  useQuestionStore.setState(({ question }) =>
    question === null ? {} : { question: { ...question, ...changed(question) } },
  )
}

/** Changes the amount, currency or rules of the question. */
export function ask(asked: Partial<Omit<Question, 'milestones'>>): void {
  change(() => asked)
}

/** Changes the name or amount of a milestone. */
export function askMilestone(id: number, asked: Partial<Omit<Slot, 'id'>>): void {
  change(({ milestones }) => ({ milestones: milestones.map(each => (each.id === id ? { ...each, ...asked } : each)) }))
}

/** Appends an empty milestone, up to the maximum number. */
export function addMilestone(): void {
  change(({ milestones }) =>
    milestones.length < MOST_MILESTONES ? { milestones: [...milestones, { id: newId(), name: '', amount: '' }] } : {},
  )
}

/** Removes a milestone, unless it is the only one. */
export function removeMilestone(id: number): void {
  change(({ milestones }) => (milestones.length > 1 ? { milestones: milestones.filter(each => each.id !== id) } : {}))
}

/** The name of a milestone as typed, or its number in words. */
export function nameOf({ name }: Slot, index: number): string {
  return name.trim() || words('way.milestone', { number: index + 1 })
}

/** The rules of the question, in its currency. */
export function policyOf({ preset, currency }: Question): Policy {
  const presets = allPresets()
  const chosen = presets.find(each => each.name === preset) ?? presets[0]
  if (chosen === undefined) throw new Error('there is no preset')
  return presetPolicy(chosen, decimalsIn(currency))
}

/**
 * The question as a query, or the problem with one of its slots (`amount`, `milestones.0.amount`).
 */
export type Typed =
  | { readonly query: Extract<QueryInput, { type: 'plan' }>; readonly amount: Minor }
  | { readonly problem: Problem }

/** Parses the question. */
export function typedQuestion(question: Question): Typed {
  const money = denominationIn(question.currency)
  const amount = typedAmount(question.amount, money)
  if ('problem' in amount) return amount
  const milestones: { title: string; amount: Minor }[] = []
  for (const [index, slot] of question.milestones.entries()) {
    const typed = typedAmount(slot.amount, money, `milestones.${index}.amount`)
    if ('problem' in typed) return typed
    milestones.push({ title: nameOf(slot, index), amount: typed.amount })
  }
  const currency = question.currency.trim().toUpperCase()
  return {
    query: { type: 'plan', amount: amount.amount, currency, milestones, policy: policyOf(question) },
    amount: amount.amount,
  }
}
