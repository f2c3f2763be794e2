import { EntryPairs } from './entry-pairs.ts'

/** The reversals of a book: which entry each reverses, and the other way round. */
export class Reversals extends EntryPairs {
  /** True if an entry is neither reversed nor a reversal. */
  isStanding(entry: number): boolean {
    return this.laterOf(entry) === undefined && this.earlierOf(entry) === undefined
  }
}
