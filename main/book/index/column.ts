/** Small, since most books are: every column of a book takes up at least one chunk. */
const CHUNK_BITS = 12
const CHUNK_LENGTH = 1 << CHUNK_BITS
const WITHIN_CHUNK = CHUNK_LENGTH - 1

type Numbers = Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>
type NumbersClass = new (length: number) => Numbers

/**
 * The kind of number in a column: counts below 2^32, days (may be negative), or wide ones such as
 * byte offsets and amounts of money.
 */
export type ColumnKind = 'count' | 'day' | 'wide'

const CLASSES: Record<ColumnKind, NumbersClass> = { count: Uint32Array, day: Int32Array, wide: Float64Array }

/** A column's content, which one thread can hand to another. */
export interface ColumnData {
  readonly kind: ColumnKind
  readonly length: number
  readonly chunks: readonly Numbers[]
}

/**
 * A growing list of numbers, at 4 or 8 bytes each. It is kept in chunks: growing copies nothing, so
 * no command waits for it.
 */
export class Column {
  readonly #kind: ColumnKind
  readonly #chunks: Numbers[]
  #length: number

  /** Empty, or from `data` of another thread. */
  constructor(kind: ColumnKind, data?: ColumnData) {
    this.#kind = kind
    this.#chunks = [...(data?.chunks ?? [])]
    this.#length = data?.length ?? 0
  }

  get length(): number {
    return this.#length
  }

  /** The number at an index; 0 beyond the end. */
  at(index: number): number {
    return this.#chunks[index >>> CHUNK_BITS]?.[index & WITHIN_CHUNK] ?? 0
  }

  /** The indexes from `start` on whose number is from `least` to `most` (inclusive), in order. */
  indexesBetween(least: number, most: number, start: number): number[] {
    const found: number[] = []
    for (const [chunk, numbers] of this.#chunks.entries()) {
      const base = chunk << CHUNK_BITS
      const end = Math.min(CHUNK_LENGTH, this.#length - base)
      for (let i = Math.max(0, start - base); i < end; i++) {
        const number = numbers[i] ?? 0
        if (number >= least && number <= most) found.push(base + i)
      }
    }
    return found
  }

  /** Sets the number at an index, which may be beyond the end; any gap is filled with 0. */
  set(index: number, value: number): void {
    const chunk = index >>> CHUNK_BITS
    while (this.#chunks.length <= chunk) this.#chunks.push(new CLASSES[this.#kind](CHUNK_LENGTH))
    const numbers = this.#chunks[chunk]
    if (numbers !== undefined) numbers[index & WITHIN_CHUNK] = value
    if (index >= this.#length) this.#length = index + 1
  }

  /** Appends a number. */
  push(value: number): void {
    this.set(this.#length, value)
  }

  /** The content for another thread; the chunks' buffers may be transferred. */
  data(): ColumnData {
    return { kind: this.#kind, length: this.#length, chunks: this.#chunks }
  }
}
