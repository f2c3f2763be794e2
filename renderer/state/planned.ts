import type { Side } from '../../shared/contract/attributes.ts'
import type { Policy } from '../../shared/contract/policy.ts'
import type { Minor } from '../../shared/money/money.ts'
import { go } from './route.ts'

/** A plan to prefill the form of a new contract with; only the parties are missing. */
export interface Planned {
  readonly side: Side
  readonly currency: string
  readonly budget: Minor
  readonly policy: Policy
  readonly milestones: readonly { readonly title: string; readonly amount: Minor }[]
  /** The way of funding, in words. */
  readonly note: string
}

let planned: Planned | null = null

/** Goes to the form of a new contract, prefilled with a plan. */
export function openPlanned(plan: Planned): void {
  planned = plan
  go({ screen: 'new-contract' })
}

/** The plan waiting for the form of a new contract, or null. */
export function plannedContract(): Planned | null {
  return planned
}

/** Clears the plan once a form has taken it, so that the next form starts empty. */
export function forgetPlanned(): void {
  planned = null
}
