/**
 * Choices seeded by one number: the same number makes the same choices, so a walk is defined by the
 * numbers that fast-check drew for its steps. (mulberry32: good enough here, and short.)
 */
export class Chance {
  #seed: number

  constructor(seed: number) {
    this.#seed = seed >>> 0
  }

  #next(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) >>> 0
    let mixed = this.#seed
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number from `least` to `most`, inclusive. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1))
  }

  /** True once in `times` on average. */
  oneIn(times: number): boolean {
    return this.between(1, times) === 1
  }

  /** One of the items. Throws if there are none. */
  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from')
    return items[this.between(0, items.length - 1)] as T
  }

  /** One of the items, in proportion to their weights. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T {
    let left = this.between(
      1,
      items.reduce((total, [weight]) => total + weight, 0),
    )
    for (const [weight, item] of items) {
      left -= weight
      if (left <= 0) return item
    }
    throw new RangeError('nothing to pick from')
  }
}
