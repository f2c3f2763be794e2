import type { CommandOf } from '../../shared/contract/commands.ts'
import type { Entry } from '../../shared/contract/events.ts'
import type { Warning } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import {
  type DetailsOf,
  MOST_TAKEN_BACK,
  mustBeChanges,
  mustBeRightAfter,
  planCorrection,
  type RecordedAgain,
} from '../escrow/correction.ts'
import { usualDay } from '../escrow/decide.ts'
import { mustNotBeClosed } from '../escrow/rules/period.ts'
import { refuse } from '../escrow/rules/verdict.ts'
import type { ContractRecord } from './checkpoint/contract-record.ts'
import type { Draft } from './draft.ts'
import type { Drafted } from './drafted.ts'
import type { Refused } from './faults/store-refusal.ts'
import { entryOf } from './records.ts'

/**
 * Corrects entries in a draft (rules.md, correct): takes back, and records again what stays, each
 * as a command of its own. After a refusal the draft may hold some of the steps.
 */
export function corrected(draft: Draft, command: CommandOf<'correct'>): Drafted | Refused {
  const { contractId } = command
  const shape = mustBeChanges(command)
  if (shape !== undefined) return { ok: false, refusal: shape }
  const record = draft.contract(contractId)
  if (record === undefined || record.state.removed)
    return { ok: false, refusal: refuse('unknown-contract', {}, { field: 'contractId' }) }
  const { today } = draft
  const closedUntil = draft.book.closedUntil
  const usual = usualDay(record.state, { today, closedUntil })
  const on = command.on ?? usual
  const planned = planCorrection(draft.historyOf(record, MOST_TAKEN_BACK), command, entry => detailsIn(record, entry))
  if (!planned.ok) return planned
  if (on > today && on !== usual)
    return { ok: false, refusal: refuse('date-in-future', { today: { day: today } }, { field: 'on' }) }
  const isClosed = mustNotBeClosed(on, closedUntil, { field: 'on' })
  if (isClosed !== undefined) return { ok: false, refusal: isClosed }
  const { takenBack, again } = planned.correction
  takeBack(draft, takenBack, on)
  const recorded = recordAgain(draft, contractId, again)
  if (!recorded.ok) return recorded
  const after = draft.contract(contractId)?.state ?? record.state
  const outcome = { before: record.state, after, closedUntil }
  const refusal = mustBeRightAfter(planned.correction, recorded.entries, outcome)
  if (refusal !== undefined) return { ok: false, refusal }
  return {
    ok: true,
    entry: recorded.entries.find(({ corrects }) => corrects === command.entry)?.entry ?? null,
    contractIds: [contractId],
    warnings: recorded.warnings,
    value: { reversed: takenBack.length, recorded: recorded.entries.length },
  }
}

/** Reverses a contract's latest entries, given the latest first, on a day. */
export function takeBack(draft: Draft, entries: readonly Entry[], on: IsoDate): void {
  for (const { entry, contract } of entries)
    if (entry !== null)
      draft.take({
        entry: draft.lastEntry + 1,
        contract,
        type: 'reverse',
        on,
        events: [{ type: 'entry-reversed', entry }],
      })
}

/**
 * Records entries again. Refuses as the rules do, naming the entry that cannot be; the draft then
 * holds those before it.
 */
export function recordAgain(
  draft: Draft,
  contractId: string,
  again: readonly RecordedAgain[],
): { readonly ok: true; readonly entries: readonly Entry[]; readonly warnings: readonly Warning[] } | Refused {
  const entries: Entry[] = []
  const warnings: Warning[] = []
  for (const { replaced, command, ...context } of again) {
    const decision = draft.decide(draft.contract(contractId)?.state, command, context)
    if (!decision.ok)
      return { ok: false, refusal: { ...decision.refusal, ...(replaced.entry && { entry: replaced.entry }) } }
    const { on, events } = decision
    const corrects = replaced.entry === null ? {} : { corrects: replaced.entry }
    const entry = entryOf(command, { entry: draft.lastEntry + 1, contract: contractId, on, ...corrects, events })
    draft.take(entry)
    entries.push(entry)
    warnings.push(...decision.warnings)
  }
  return { ok: true, entries, warnings: lastOfEach(warnings) }
}

/** The current reference and note of an entry. */
export function detailsIn({ annotations }: ContractRecord, entry: number): ReturnType<DetailsOf> {
  return annotations.find(each => each.entry === entry) ?? {}
}

/** The last warning of each code: only the end of a correction is worth a warning. */
function lastOfEach(warnings: readonly Warning[]): readonly Warning[] {
  return [...new Map(warnings.map(warning => [warning.code, warning])).values()]
}
