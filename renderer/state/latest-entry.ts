import type { TimelineRow } from '../../shared/queries.ts'

/** The entry that undo takes back: the newest that is neither undone, nor an undoing, nor the opening. Takes a timeline, newest first. */
export function latestOf(timeline: readonly TimelineRow[]): TimelineRow | undefined {
  return timeline.find(row => row.reversedBy === undefined && row.reverses === undefined && row.type !== 'open-contract')
}
