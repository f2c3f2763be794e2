import type { EscrowEvent } from '../../../shared/contract/events.ts'
import type { Parameter, Refusal, RuleCode, Warning } from '../../../shared/contract/refusals.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'

/** What an accepted command answers beside its entry; see `CommandValue`. Money in minor units. */
export interface DecisionValue {
  readonly contractId?: string
  readonly milestoneId?: string
  readonly deposit?: Minor
  readonly carried?: Minor
  readonly remainder?: Minor
  readonly reversed?: number
}

/** An accepted move that only waits for its day. */
export interface Proposal {
  readonly ok: true
  readonly events: (on: IsoDate) => readonly EscrowEvent[]
  readonly value?: DecisionValue
  readonly warnings?: readonly Warning[]
}

/** What the rules say of a command before its date is looked at. */
export type Verdict = Proposal | { readonly ok: false; readonly refusal: Refusal }

/** A refusal with what its sentence needs; `more` names the wording and the input it speaks of. */
export function refuse(
  code: RuleCode,
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
 * The order in which refusals are given where several apply (rules.md, Refusals). Before these come
 * the shape of the message and the existence of what it names, without which nothing else can be
 * asked; after them the date. `decide` does both.
 */
const ORDER = [
  'parties',
  'contractStatus',
  'refundOnlyAtEnd',
  'dispute',
  'milestoneStatus',
  'pendingRequest',
  'anotherMilestone',
  'amount',
  'position',
] as const

/** A condition of a move: asked only when none before it refused. */
export type Condition = () => Refusal | undefined

/** A move's conditions by their place in the order of refusals. */
export type Conditions = Readonly<Partial<Record<(typeof ORDER)[number], Condition>>>

/**
 * The proposal of a move when all its conditions hold, else the first refusal in the order of the
 * rules.
 */
export function allowedWhen(conditions: Conditions, proposal: () => Omit<Proposal, 'ok'>): Verdict {
  for (const step of ORDER) {
    const refusal = conditions[step]?.()
    if (refusal !== undefined) return refused(refusal)
  }
  return { ok: true, ...proposal() }
}
