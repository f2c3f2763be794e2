import type { Entry } from '../../shared/contract/events.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'
import { type Correction, type DetailsOf, mustBeRightAfter, mustTakeBackFew, recordedAgain } from './correction.ts'
import type { ContractHistory } from './history.ts'
import { mustNotBeClosed } from './rules/period.ts'

/** The entries of one contract that an import is about. */
export interface ImportedEntries {
  /** The standing entries that go. */
  readonly goes: ReadonlySet<number>
  /** The entries that the import had reversed, and that come back. */
  readonly returns: readonly (Entry & { readonly entry: number })[]
}

/** The entry that was recorded first of those that corrections replaced by each other. */
export type FirstOf = (entry: number) => number

type Planned =
  | { readonly ok: true; readonly correction: Correction }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Plans on a contract's history how an import is taken back (docs/api.md, `take-back-import`): the
 * entries from the first that goes or comes back on are taken back, and recorded again but for
 * those that go, each at its place in the order of recording. The rules are not asked yet. Refuses
 * more than `MOST_TAKEN_BACK` entries (`bad-input`).
 */
export function planTakingBack(
  history: ContractHistory,
  { goes, returns }: ImportedEntries,
  { firstOf, detailsOf }: { readonly firstOf: FirstOf; readonly detailsOf: DetailsOf },
): Planned {
  const placeOf = ({ entry }: Entry): number => firstOf(entry ?? 0)
  const from = Math.min(...[...goes].map(firstOf), ...returns.map(placeOf))
  const standing = [...history.standing()].filter(({ record }) => placeOf(record) >= from)
  const refusal = mustTakeBackFew(standing.length, 'import')
  if (refusal !== undefined) return { ok: false, refusal }
  const stays = standing.toReversed().filter(({ record }) => record.entry === null || !goes.has(record.entry))
  // A returning entry meets the policy that the first entry after it met.
  const comesBack = returns.map(record => ({
    record,
    before: standing.findLast(each => placeOf(each.record) > placeOf(record))?.before ?? history.state,
  }))
  const again = [...stays, ...comesBack]
    .sort((one, other) => placeOf(one.record) - placeOf(other.record))
    .map(({ record, before }) => {
      if (before === undefined) throw new Error(`the state before entry ${record.entry} is not kept`)
      return recordedAgain(record, before, history, detailsOf(record.entry ?? 0))
    })
  return { ok: true, correction: { takenBack: standing.map(({ record }) => record), again } }
}

/** As `mustBeRightAfter`; also refuses an entry that comes back in the closed period. */
export function mustBeRightAfterTakingBack(
  correction: Correction,
  recorded: readonly Entry[],
  outcome: Parameters<typeof mustBeRightAfter>[2],
): Refusal | undefined {
  const refusal = mustBeRightAfter(correction, recorded, outcome)
  if (refusal !== undefined) return refusal
  const takenBack = new Set(correction.takenBack.map(({ entry }) => entry))
  for (const { corrects, on } of recorded) {
    if (corrects === undefined || takenBack.has(corrects)) continue
    const closed = mustNotBeClosed(on, outcome.closedUntil, { variant: 'correct' })
    if (closed !== undefined) return { ...closed, entry: corrects }
  }
  return undefined
}
