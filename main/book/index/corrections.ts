import { EntryPairs } from './entry-pairs.ts'

/** The entries that corrections recorded: which entry each replaces, and the other way round. */
export class Corrections extends EntryPairs {
  /**
   * The entry that stands for `entry` today: the last of those that replace each other, or itself.
   * It may be reversed.
   */
  today(entry: number): number {
    let today = entry
    for (let next = this.laterOf(today); next !== undefined; next = this.laterOf(today)) today = next
    return today
  }

  /** The first of the entries that replaced each other until `entry`, or itself. */
  first(entry: number): number {
    let first = entry
    for (let earlier = this.earlierOf(first); earlier !== undefined; earlier = this.earlierOf(first)) first = earlier
    return first
  }
}
