import type { Policy } from '../../shared/contract/policy.ts'
import type { Minor } from '../../shared/money/money.ts'
import { go } from './route.ts'

/**
 * A contract as it was planned, to be opened: what the form of a new contract starts with beside
 * the parties.
 */
export interface Planned {
  readonly currency: string
  readonly budget: Minor
  readonly policy: Policy
  readonly milestones: readonly { readonly title: string; readonly amount: Minor }[]
  /** How it is to be paid. */
  readonly note: string
}

let planned: Planned | null = null

/** Goes to the form of a new contract, filled in with a plan. */
export function openPlanned(plan: Planned): void {
  planned = plan
  go({ screen: 'new-contract' })
}

/** The plan that the form of a new contract was opened with. */
export function plannedContract(): Planned | null {
  return planned
}

/** Lets go of the plan once a form has taken it, so that the next one starts empty. */
export function forgetPlanned(): void {
  planned = null
}
