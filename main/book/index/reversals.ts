/**
 * The reversals of a book, by entry number: which entry each reverses, and the other way round.
 * They are few, so maps take less memory than columns.
 */
export class Reversals {
  readonly #reversed: Map<number, number>
  readonly #reversals = new Map<number, number>()

  /** Empty, or from `data` of another thread. */
  constructor(data?: ReadonlyMap<number, number>) {
    this.#reversed = new Map(data)
    for (const [reversal, reversed] of this.#reversed) this.#reversals.set(reversed, reversal)
  }

  /** Adds an entry that reverses another. */
  add(reversal: number, reversed: number): void {
    this.#reversed.set(reversal, reversed)
    this.#reversals.set(reversed, reversal)
  }

  /** The entry that `reversal` reverses; undefined for any other entry. */
  reversedIn(reversal: number): number | undefined {
    return this.#reversed.get(reversal)
  }

  /** The entry that reverses `entry`; undefined if there is none. */
  reversalOf(entry: number): number | undefined {
    return this.#reversals.get(entry)
  }

  /** True if an entry is neither reversed nor a reversal. */
  isStanding(entry: number): boolean {
    return !this.#reversals.has(entry) && !this.#reversed.has(entry)
  }

  /** The reversed entry by its reversal, for another thread. */
  data(): ReadonlyMap<number, number> {
    return this.#reversed
  }
}
