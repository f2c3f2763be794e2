/**
 * The entries that replace others, by entry number: corrections recorded them. They are few, so
 * maps take less memory than columns.
 */
export class Corrections {
  readonly #replaced: Map<number, number>
  readonly #replacements = new Map<number, number>()

  /** Empty, or from `data` of another thread. */
  constructor(data?: ReadonlyMap<number, number>) {
    this.#replaced = new Map(data)
    for (const [replacement, replaced] of this.#replaced) this.#replacements.set(replaced, replacement)
  }

  /** Adds an entry that replaces another. */
  add(replacement: number, replaced: number): void {
    this.#replaced.set(replacement, replaced)
    this.#replacements.set(replaced, replacement)
  }

  /** The entry that `entry` replaces; undefined if it replaces none. */
  replacedBy(entry: number): number | undefined {
    return this.#replaced.get(entry)
  }

  /**
   * The entry that stands for `entry` today: the last of those that replace each other, or itself.
   * It may be reversed.
   */
  today(entry: number): number {
    let today = entry
    for (let next = this.#replacements.get(today); next !== undefined; next = this.#replacements.get(today))
      today = next
    return today
  }

  /** The replaced entry by its replacement, for another thread. */
  data(): ReadonlyMap<number, number> {
    return this.#replaced
  }
}
