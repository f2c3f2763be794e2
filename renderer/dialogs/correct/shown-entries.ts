import type { CorrectedEntry, EntryAsItIs, EntryMovement } from '../../../shared/api/correction.ts'
import type { Minor } from '../../../shared/money/money.ts'

/** More entries than these are folded. */
const MOST_SHOWN = 8

/** The entries of a correction to list, and how many are folded into one line. */
export interface Folded<T> {
  readonly shown: readonly T[]
  readonly folded: number
}

/** The entries of a preview; of more than eight, only those that change. */
export function foldedSame(entries: readonly CorrectedEntry[]): Folded<CorrectedEntry> {
  if (entries.length <= MOST_SHOWN) return { shown: entries, folded: 0 }
  const shown = entries.filter(({ same }) => !same)
  return { shown, folded: entries.length - shown.length }
}

/** An entry in the list of how far a refused correction comes. */
export interface ReachedEntry extends EntryAsItIs {
  readonly state: 'corrected' | 'passed' | 'stops' | 'not-reached'
}

/**
 * The entry to correct and those after it, up to the one that stops the correction and beyond; of
 * more than eight, those around it.
 */
export function reachedEntries(
  corrected: EntryAsItIs,
  later: readonly EntryAsItIs[],
  stopsAt: number,
): Folded<ReachedEntry> {
  const all = [corrected, ...later].map(
    (each): ReachedEntry => ({
      ...each,
      state:
        each.entry === stopsAt
          ? 'stops'
          : each.entry === corrected.entry
            ? 'corrected'
            : each.entry < stopsAt
              ? 'passed'
              : 'not-reached',
    }),
  )
  if (all.length <= MOST_SHOWN) return { shown: all, folded: 0 }
  const shown = all.filter(({ state }) => state === 'corrected' || state === 'stops')
  return { shown, folded: all.length - shown.length }
}

/**
 * The amount that tells best how an entry changes: what it moved, what funding carried on, or what
 * it is about.
 */
export function amountsOf(
  was: EntryMovement,
  now: EntryMovement | null,
): { readonly was: Minor | null; readonly now: Minor | null } {
  const usual = was.gross === 0 ? 'amount' : 'gross'
  const name =
    now === null ? usual : ((['gross', 'carried', 'amount'] as const).find(each => was[each] !== now[each]) ?? usual)
  return { was: was[name], now: now === null ? null : now[name] }
}
