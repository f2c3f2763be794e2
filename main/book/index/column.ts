const CHUNK_BITS = 15
const CHUNK_LENGTH = 1 << CHUNK_BITS
const WITHIN_CHUNK = CHUNK_LENGTH - 1

type Numbers = Uint32Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Float64Array<ArrayBuffer>
type NumbersClass = new (length: number) => Numbers

/**
 * How wide the numbers of a column are: whole numbers below 2^32, days (may be negative), or
 * offsets and amounts of money.
 */
export type ColumnKind = 'count' | 'day' | 'wide'

const CLASSES: Record<ColumnKind, NumbersClass> = { count: Uint32Array, day: Int32Array, wide: Float64Array }

/** A column as it is handed from one thread to another. */
export interface ColumnData {
  readonly kind: ColumnKind
  readonly length: number
  readonly chunks: readonly Numbers[]
}

/**
 * A list of numbers that only grows, at 4 or 8 bytes each, in chunks: growing it copies nothing, so
 * no command ever waits for it.
 */
export class Column {
  readonly #kind: ColumnKind
  readonly #chunks: Numbers[]
  #length: number

  /** An empty column, or one with what another thread handed over. */
  constructor(kind: ColumnKind, data?: ColumnData) {
    this.#kind = kind
    this.#chunks = [...(data?.chunks ?? [])]
    this.#length = data?.length ?? 0
  }

  get length(): number {
    return this.#length
  }

  /** The number at a place; 0 beyond the end. */
  at(place: number): number {
    return this.#chunks[place >>> CHUNK_BITS]?.[place & WITHIN_CHUNK] ?? 0
  }

  /** Puts a number at a place, which may be beyond the end; what lies between is 0. */
  set(place: number, value: number): void {
    const chunk = place >>> CHUNK_BITS
    while (this.#chunks.length <= chunk) this.#chunks.push(new CLASSES[this.#kind](CHUNK_LENGTH))
    const numbers = this.#chunks[chunk]
    if (numbers !== undefined) numbers[place & WITHIN_CHUNK] = value
    if (place >= this.#length) this.#length = place + 1
  }

  /** Puts a number at the end. */
  push(value: number): void {
    this.set(this.#length, value)
  }

  /**
   * What another thread needs to go on with this column; its chunks' buffers may be transferred.
   */
  data(): ColumnData {
    return { kind: this.#kind, length: this.#length, chunks: this.#chunks }
  }
}
