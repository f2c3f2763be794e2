/**
 * Pairs of entries, a later one with the earlier one it is about. They are few, so maps take less
 * memory than columns.
 */
export class EntryPairs {
  readonly #earlier: Map<number, number>
  readonly #later = new Map<number, number>()

  /** Empty, or from `data` of another thread. */
  constructor(data?: ReadonlyMap<number, number>) {
    this.#earlier = new Map(data)
    for (const [later, earlier] of this.#earlier) this.#later.set(earlier, later)
  }

  /** Adds a pair. */
  add(later: number, earlier: number): void {
    this.#earlier.set(later, earlier)
    this.#later.set(earlier, later)
  }

  /** The entry that `later` is about; undefined if it is about none. */
  earlierOf(later: number): number | undefined {
    return this.#earlier.get(later)
  }

  /** The entry that is about `earlier`; undefined if there is none. */
  laterOf(earlier: number): number | undefined {
    return this.#later.get(earlier)
  }

  /** The earlier entry by the later, for another thread. */
  data(): ReadonlyMap<number, number> {
    return this.#earlier
  }
}
