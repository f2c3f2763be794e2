import type { CommandOf } from '../../shared/contract/commands.ts'
import type { Refusal, Warning } from '../../shared/contract/refusals.ts'
import { type DetailsOf, MOST_TAKEN_BACK } from '../escrow/correction.ts'
import { usualDay } from '../escrow/decide.ts'
import { refuse } from '../escrow/rules/verdict.ts'
import { type FirstOf, mustBeRightAfterTakingBack, planTakingBack } from '../escrow/taking-back.ts'
import { detailsIn, recordAgain, takeBack } from './correcting.ts'
import type { Draft } from './draft.ts'
import type { Drafted } from './drafted.ts'
import type { Refused } from './faults/store-refusal.ts'
import type { GivenAnnotation, ImportInContract } from './reading/import-before.ts'
import { entryOf } from './records.ts'

/** The numbers of entries taken back and recorded again, with warnings about the latter. */
interface Step {
  readonly ok: true
  readonly reversed: number
  readonly recorded: number
  readonly warnings: readonly Warning[]
}

/**
 * Takes an import back in a draft (docs/api.md, `take-back-import`), contract by contract. After a
 * refusal the draft may hold some of the steps. Refuses `unknown-import`, and what the rules refuse
 * of an entry that would be recorded again, which it names.
 */
export function importTakenBack(draft: Draft, command: CommandOf<'take-back-import'>): Drafted | Refused {
  const { import: line, type, reference, note } = command
  const found = draft.importAt(line)
  if (found === undefined || found.blocked !== null) {
    const variant = found?.blocked ?? undefined
    const refusal = refuse('unknown-import', { line }, { ...(variant && { variant }), field: 'import' })
    return { ok: false, refusal }
  }
  draft.takeOfBook({
    entry: null,
    of: 'book',
    type,
    ...(reference !== undefined && { reference }),
    ...(note !== undefined && { note }),
    events: [{ type: 'import-taken-back', import: line }],
  })
  const steps: Step[] = []
  for (const each of found.contracts) {
    const step = takenBackIn(draft, each, found.firstOf)
    if (!step.ok) {
      const decimals = draft.contract(each.contractId)?.state.decimals
      return { ok: false, refusal: { ...step.refusal, ...(decimals !== undefined && { decimals }) } }
    }
    steps.push(step)
  }
  const total = (of: 'reversed' | 'recorded'): number => steps.reduce((sum, step) => sum + step[of], 0)
  return {
    ok: true,
    entry: null,
    contractIds: found.contracts.map(({ contractId }) => contractId),
    warnings: steps.flatMap(({ warnings }) => warnings),
    value: { reversed: total('reversed'), recorded: total('recorded') },
  }
}

function takenBackIn(draft: Draft, imported: ImportInContract, firstOf: FirstOf): Step | Refused {
  const { contractId, goes, returns, annotated, opened } = imported
  for (const each of annotated) {
    const refusal = takeOff(draft, contractId, each)
    if (refusal !== undefined) return { ok: false, refusal }
  }
  const before = draft.contract(contractId)
  if (before === undefined) throw new Error(`an import is of no contract: ${contractId}`)
  if (goes.size + returns.length === 0) return opened ? removed(draft, contractId, NOTHING) : NOTHING
  const { closedUntil } = draft.book
  const detailsOf: DetailsOf = entry => detailsIn(before, entry)
  const planned = planTakingBack(draft.historyOf(before, MOST_TAKEN_BACK), imported, { firstOf, detailsOf })
  if (!planned.ok) return planned
  const { takenBack, again } = planned.correction
  takeBack(draft, takenBack, usualDay(before.state, { today: draft.today, closedUntil }))
  const recorded = recordAgain(draft, contractId, again)
  if (!recorded.ok) return recorded
  const after = draft.contract(contractId)?.state ?? before.state
  const outcome = { before: before.state, after, closedUntil }
  const refusal = mustBeRightAfterTakingBack(planned.correction, recorded.entries, outcome)
  if (refusal !== undefined) return { ok: false, refusal }
  const step: Step = {
    ok: true,
    reversed: takenBack.length,
    recorded: recorded.entries.length,
    warnings: recorded.warnings,
  }
  return opened ? removed(draft, contractId, step) : step
}

const NOTHING: Step = { ok: true, reversed: 0, recorded: 0, warnings: [] }

/** Gives an entry the reference and note that it had, unless they were changed since. */
function takeOff(draft: Draft, contractId: string, { entry, given, before }: GivenAnnotation): Refusal | undefined {
  const record = draft.contract(contractId)
  if (record === undefined || record.state.removed) return undefined
  const now = detailsIn(record, entry)
  const isAsGiven = (of: 'reference' | 'note'): boolean => given[of] !== undefined && (now[of] ?? null) === given[of]
  if (!isAsGiven('reference') && !isAsGiven('note')) return undefined
  const command = {
    type: 'annotate',
    contractId,
    entry,
    ...(isAsGiven('reference') && { reference: before.reference }),
    ...(isAsGiven('note') && { note: before.note }),
  } as const
  const decision = draft.decide(record.state, command)
  if (!decision.ok) return decision.refusal
  const { on, events } = decision
  draft.take(entryOf(command, { entry: null, contract: contractId, on, events }))
  return undefined
}

/** Removes a contract that the import had opened. Refuses `contract-in-use`. */
function removed(draft: Draft, contractId: string, step: Step): Step | Refused {
  const state = draft.contract(contractId)?.state
  if (state?.removed) return step
  const command = { type: 'remove-contract', contractId } as const
  const decision = draft.decide(state, command)
  if (!decision.ok) return decision
  const { on, events } = decision
  draft.take(entryOf(command, { entry: draft.lastEntry + 1, contract: contractId, on, events }))
  return step
}
