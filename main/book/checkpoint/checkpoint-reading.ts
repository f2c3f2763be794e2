import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { assertTotalsConserved } from '../../escrow/contract/conservation.ts'
import { Slices } from '../../scheduling/slices.ts'
import { reasonOf } from '../faults/store-refusal.ts'
import { notAFile } from '../folder/disk.ts'
import { type BookData, CHECKPOINT_FORMAT, FOLD_VERSION } from './checkpoint-data.ts'
import type { ContractRecord } from './contract-record.ts'
import { unsealed } from './seal.ts'

/** Precedes the contracts if each has a line of its own; an earlier version wrote one line. */
const CONTRACTS = ',"contracts":{\n'
const SLICE_BYTES = 1 << 16

/**
 * The reason why there is no checkpoint to start from. `blocked`: there is something else in its
 * place, or it cannot be read; it is left alone.
 */
export type CheckpointTrouble =
  | { readonly kind: 'absent' | 'older' | 'damaged' }
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'too-new'; readonly format: number }

/**
 * Reads a checkpoint in slices: the window already shows the front page and must stay responsive.
 * Returns its data, the seal that proved it intact and its length in bytes; or the reason why there
 * is none to start from.
 */
export async function readCheckpoint(
  path: string,
): Promise<
  { readonly data: BookData; readonly seal: string; readonly bytes: number } | { readonly trouble: CheckpointTrouble }
> {
  let bytes: Buffer
  try {
    const there = lstatSync(path, { throwIfNoEntry: false })
    if (there === undefined) return { trouble: { kind: 'absent' } }
    if (!there.isFile()) return { trouble: { kind: 'blocked', reason: notAFile(there) } }
    bytes = await readFile(path)
  } catch (problem) {
    return { trouble: { kind: 'blocked', reason: reasonOf(problem) } }
  }
  try {
    return await checkedData(bytes)
  } catch {
    return { trouble: { kind: 'damaged' } }
  }
}

/** Checks the seal, the format and every balance. Throws if the content is damaged. */
async function checkedData(bytes: Buffer): ReturnType<typeof readCheckpoint> {
  const slices = new Slices()
  const sealed = unsealed(bytes)
  if (sealed === undefined || (await digestOf(sealed.body, slices)) !== sealed.seal)
    return { trouble: { kind: 'damaged' } }
  const data = await parsed(sealed.body, slices)
  const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined
  if (typeof format !== 'number') return { trouble: { kind: 'damaged' } }
  if (format > CHECKPOINT_FORMAT) return { trouble: { kind: 'too-new', format } }
  const { journalFormat, fold, position, offset, hash, entries, book, accounts, files, contracts } = data as BookData
  // Looked at first: the balances of another fold may mean something else.
  if (format < CHECKPOINT_FORMAT || fold !== FOLD_VERSION) return { trouble: { kind: 'older' } }
  for (const { state } of Object.values(contracts)) {
    assertTotalsConserved(state)
    if (slices.areOver) await slices.next()
  }
  return {
    data: { format, journalFormat, fold, position, offset, hash, entries, book, accounts, files, contracts },
    seal: sealed.seal,
    bytes: bytes.length,
  }
}

async function digestOf(body: Buffer, slices: Slices): Promise<string> {
  const hash = createHash('sha256')
  for (let from = 0; from < body.length; from += SLICE_BYTES) {
    hash.update(body.subarray(from, from + SLICE_BYTES))
    await slices.next()
  }
  return hash.digest('hex')
}

/** Parses the object in a checkpoint's body. */
async function parsed(body: Buffer, slices: Slices): Promise<unknown> {
  const head = body.indexOf(CONTRACTS)
  if (head < 0) return JSON.parse(`${body}}`)
  const contracts: Record<string, ContractRecord> = {}
  const end = body.length - 1
  for (let from = head + CONTRACTS.length; from < end; ) {
    const newline = body.indexOf('\n', Math.min(from + SLICE_BYTES, end))
    // Excludes the comma before the newline, or the brace that closes the contracts.
    const to = newline < 0 ? end : newline - 1
    Object.assign(contracts, JSON.parse(`{${body.toString('utf8', from, to)}}`))
    from = newline < 0 ? end : newline + 1
    await slices.next()
  }
  return { ...JSON.parse(`${body.toString('utf8', 0, head)}}`), contracts }
}
