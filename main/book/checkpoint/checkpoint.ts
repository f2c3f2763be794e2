import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { assertConserved } from '../../escrow/contract/conservation.ts'
import { FILE_MODE, syncFolder } from '../folder/disk.ts'
import { renamed } from '../folder/renaming.ts'
import type { ChainPosition } from '../journal/chain.ts'
import type { BookData } from './checkpoint-data.ts'
import { type CheckpointTrouble, readCheckpoint } from './checkpoint-reading.ts'
import type { ContractRecord } from './contract-record.ts'
import { sealOf } from './seal.ts'

/** Characters written at once: about a third of a millisecond of the main thread. */
const SLICE_LENGTH = 1 << 16

/**
 * Identifies a checkpoint on the disk: the position in the journal it covers, its seal, and its
 * length in bytes.
 */
export interface CheckpointMark extends ChainPosition {
  readonly seal: string
  readonly bytes: number
}

/**
 * The lowdb adapter of `book.json`. A write is durable when it resolves: temporary file, fsync,
 * rename, fsync of the folder. It writes the data as it was when called (records are never changed
 * in place), in slices, so that commands go on in between.
 */
export class CheckpointFile implements Adapter<BookData> {
  readonly path: string
  /** The reason why the last `read` found no checkpoint; undefined if it found one. */
  trouble: CheckpointTrouble | undefined
  /** The checkpoint that was read or written last; undefined if there is none. */
  mark: CheckpointMark | undefined
  /** Waits between two slices; the schedule gives way to commands here. */
  pause: () => Promise<void> = () => new Promise(resolve => setImmediate(resolve))

  constructor(path: string) {
    this.path = path
  }

  /**
   * Reads the checkpoint, if its seal and balances are right; otherwise null, and sets `trouble`.
   */
  async read(): Promise<BookData | null> {
    const read = await readCheckpoint(this.path)
    this.trouble = 'trouble' in read ? read.trouble : undefined
    if ('trouble' in read) return null
    const { data, seal, bytes } = read
    this.mark = markOf(data, seal, bytes)
    return data
  }

  /**
   * Writes the data as it is now. Rejects with the system's error, or if money is not conserved in
   * a contract; the previous checkpoint is then unchanged.
   */
  async write(data: BookData): Promise<void> {
    // Taken before the first await: commands change the data meanwhile.
    const { contracts, ...head } = data
    const records = Object.values(contracts)
    const temporary = `${this.path}.${randomUUID()}.tmp`
    let mark: CheckpointMark
    try {
      const file = await open(temporary, 'wx', FILE_MODE)
      try {
        mark = await this.#writeTo(file, head, records)
      } finally {
        await file.close()
      }
      await renamed(temporary, this.path)
      this.mark = mark
    } catch (problem) {
      await rm(temporary, { force: true })
      throw problem
    }
    syncFolder(dirname(this.path))
  }

  async #writeTo(
    file: FileHandle,
    head: Omit<BookData, 'contracts'>,
    records: readonly ContractRecord[],
  ): Promise<CheckpointMark> {
    const hash = createHash('sha256')
    let slice = `${JSON.stringify(head).slice(0, -1)},"contracts":{`
    let separator = '\n'
    for (const record of records) {
      assertConserved(record.state)
      slice += `${separator}${JSON.stringify(record.state.id)}:${JSON.stringify(record)}`
      separator = ',\n'
      if (slice.length < SLICE_LENGTH) continue
      hash.update(slice)
      await file.writeFile(slice)
      slice = ''
      await this.pause()
    }
    slice += '}'
    hash.update(slice)
    const seal = hash.digest('hex')
    await file.writeFile(slice + sealOf(seal))
    await file.sync()
    return markOf(head, seal, (await file.stat()).size)
  }
}

function markOf({ position, offset, hash }: ChainPosition, seal: string, bytes: number): CheckpointMark {
  return { position, offset, hash, seal, bytes }
}
