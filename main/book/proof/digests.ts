import type { Slices } from '../../scheduling/slices.ts'
import type { BookData } from '../checkpoint/checkpoint-data.ts'
import { sha256 } from '../journal/sealed-text.ts'

/**
 * A book in short: the SHA-256 of each contract's record by its id, and all else in the data as
 * canonical JSON. Equal books have equal heads; equal records may differ in the order of their
 * keys, and so in their digests.
 */
export interface BookDigests {
  readonly head: string
  readonly records: ReadonlyMap<string, string>
}

/** The digests of a book's data as it is now, made in slices. */
export async function digestsOf(data: BookData, slices: Slices): Promise<BookDigests> {
  const records = new Map<string, string>()
  const head = headOf(data)
  for (const [id, record] of Object.entries(data.contracts)) {
    records.set(id, digestOf(record))
    if (slices.areOver) await slices.next()
  }
  return { head, records }
}

/** The SHA-256 of a record's JSON. */
export function digestOf(record: object): string {
  return sha256(JSON.stringify(record))
}

/** Everything in the data but the contracts, as canonical JSON. */
export function headOf({ contracts: _, ...head }: BookData): string {
  return canonical(head)
}

/** JSON that is the same for equal values, whatever the order of their keys. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}
