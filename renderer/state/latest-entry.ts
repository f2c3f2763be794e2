import type { LedgerRow } from '../../shared/api/ledger.ts'
import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import { bridge } from '../ask/bridge.ts'

type Row = Pick<LedgerRow, 'type' | 'reverses' | 'reversedBy'>

const canBeUndone = ({ type, reverses, reversedBy }: Row): boolean =>
  reversedBy === undefined && reverses === undefined && type !== 'open-contract'

/**
 * The entry that undo takes back: the newest that is neither undone, nor an undoing, nor the
 * opening. Takes a timeline, newest first.
 */
export function latestOf<R extends Row>(timeline: readonly R[]): R | undefined {
  return timeline.find(canBeUndone)
}

/** The entry of the whole book that undo takes back, as `latestOf` has it. */
export async function latestInBook(): Promise<LedgerRow | undefined> {
  const first = await bridge.query({ type: 'ledger', limit: 1 })
  let before = first.ok ? first.value.total : 0
  while (before > 0) {
    const offset = Math.max(0, before - PAGE_LIMIT)
    const page = await bridge.query({ type: 'ledger', offset, limit: before - offset })
    if (!page.ok) return undefined
    const found = page.value.rows.findLast(canBeUndone)
    if (found !== undefined) return found
    before = offset
  }
  return undefined
}
