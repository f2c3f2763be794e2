import { Slices } from '../../scheduling/slices.ts'
import { type BookData, recordIn } from '../checkpoint/checkpoint-data.ts'
import type { ContractRecord } from '../checkpoint/contract-record.ts'
import { type BookDigests, canonical, digestOf, headOf } from './digests.ts'

/**
 * The parts of a live state that the journal does not prove: ids of contracts, and `book` for
 * everything else.
 */
export type Differences = readonly string[]

/** The differing part that is no contract. */
export const BOOK = 'book'

/**
 * Compares a live state with the digests of a fresh fold up to the same line, in slices. `freshOf`
 * makes a contract's record from its entries up to there; asked only if the digests differ.
 */
export async function differencesOf(
  live: BookData,
  { head, records }: BookDigests,
  freshOf: (contractId: string) => Promise<ContractRecord | undefined>,
  signal?: AbortSignal,
): Promise<Differences> {
  const slices = new Slices(signal, { lookEvery: 16 })
  const found: string[] = headOf(live) === head ? [] : [BOOK]
  for (const [id, record] of Object.entries(live.contracts)) {
    if (records.get(id) !== digestOf(record) && !isSameRecord(record, await freshOf(id))) found.push(id)
    if (slices.areOver) await slices.next()
  }
  for (const id of records.keys()) if (recordIn(live.contracts, id) === undefined) found.push(id)
  return found
}

/** True if two records hold the same, whatever the order of their keys. */
export function isSameRecord(one: ContractRecord | undefined, other: ContractRecord | undefined): boolean {
  return one === undefined || other === undefined ? one === other : canonical(one) === canonical(other)
}

/** The data as it is now: records are never changed in place, so a copy of the lists will do. */
export function snapshotOf(data: BookData): BookData {
  return { ...data, contracts: { ...data.contracts } }
}
