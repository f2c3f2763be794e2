import type { EscrowEvent } from '../../../shared/contract/events.ts'
import type {
  AccountCode,
  ImportCode,
  Parameter,
  Refusal,
  RuleCode,
  Warning,
} from '../../../shared/contract/refusals.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'

/**
 * The answer of an accepted command next to its entry; see `CommandValue`. Money in minor units.
 */
export interface DecisionValue {
  readonly contractId?: string
  readonly milestoneId?: string
  readonly deposit?: Minor
  readonly carried?: Minor
  readonly remainder?: Minor
  readonly reversed?: number
}

/** An accepted move that only needs its day. */
export interface Proposal {
  readonly ok: true
  readonly events: (on: IsoDate) => readonly EscrowEvent[]
  readonly value?: DecisionValue
  readonly warnings?: readonly Warning[]
}

/** The verdict of the rules on a command, before its date is checked. */
export type Verdict = Proposal | { readonly ok: false; readonly refusal: Refusal }

/**
 * A refusal with the parameters of its sentence; `more` gives the wording and the input at fault.
 */
export function refuse(
  code: RuleCode | AccountCode | ImportCode,
  params: Readonly<Record<string, Parameter>> = {},
  more: { readonly variant?: string; readonly field?: string } = {},
): Refusal {
  return { code, params, ...more }
}

/** A verdict of refusal. */
export function refused(refusal: Refusal): Verdict {
  return { ok: false, refusal }
}

/**
 * The order of refusals if several apply (rules.md, Refusals). Before these come the shape of the
 * message and the existence of what it names, which everything else needs; after them the date of
 * the command itself. `decide` does both.
 */
const ORDER = [
  'parties',
  'contractStatus',
  'contractInUse',
  'refundOnlyAtEnd',
  'dispute',
  'milestoneStatus',
  'pendingRequest',
  'anotherMilestone',
  'amount',
  'position',
  'period',
] as const

/** A condition of a move, checked only if none before it refused. */
export type Condition = () => Refusal | undefined

/** The conditions of a move by their step in the order of refusals. */
export type Conditions = Readonly<Partial<Record<(typeof ORDER)[number], Condition>>>

/** The proposal of a move if all its conditions hold, else the first refusal in order. */
export function allowedWhen(conditions: Conditions, proposal: () => Omit<Proposal, 'ok'>): Verdict {
  for (const step of ORDER) {
    const refusal = conditions[step]?.()
    if (refusal !== undefined) return refused(refusal)
  }
  return { ok: true, ...proposal() }
}
