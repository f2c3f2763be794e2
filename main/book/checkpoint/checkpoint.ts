import { createHash, randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { assertConserved } from '../../escrow/contract/conservation.ts'
import { FILE_MODE, syncFolder } from '../folder/disk.ts'
import type { ChainPosition } from '../journal/chain.ts'
import type { BookData } from './checkpoint-data.ts'
import { type CheckpointTrouble, readCheckpoint } from './checkpoint-reading.ts'
import { sealOf } from './seal.ts'

/**
 * Text is put together until it has this many characters, then written: about a third of a
 * millisecond of the main thread.
 */
const SLICE_LENGTH = 1 << 16

/**
 * A checkpoint that is on the disk: the place in the journal it stands for, the seal it ends with,
 * and its length in bytes.
 */
export interface CheckpointMark extends ChainPosition {
  readonly seal: string
  readonly bytes: number
}

/**
 * The lowdb adapter of `book.json`. A write is on the disk when it resolves: temporary file, fsync,
 * rename, fsync of the folder. It sees the data of the moment it was called (records are never
 * changed in place), and is done in slices, so that commands go on in between.
 */
export class CheckpointFile implements Adapter<BookData> {
  readonly path: string
  /** What came of the last `read`; undefined when it was good. */
  trouble: CheckpointTrouble | undefined
  /** The checkpoint that was read or written last; undefined where there is none. */
  mark: CheckpointMark | undefined
  /** Waits between two slices; gives way to commands. */
  pause: () => Promise<void> = () => new Promise(resolve => setImmediate(resolve))

  constructor(path: string) {
    this.path = path
  }

  /**
   * The checkpoint, once its seal and its balances are found good; else null, and `trouble` says
   * why.
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
   * Writes the data as it is now. Rejects with the system's error, or where a contract's money does
   * not add up; what was there before is then still there.
   */
  async write(data: BookData): Promise<void> {
    const { contracts, ...head } = data
    const records = Object.values(contracts)
    const temporary = `${this.path}.${randomUUID()}.tmp`
    const hash = createHash('sha256')
    let mark: CheckpointMark
    try {
      const file = await open(temporary, 'wx', FILE_MODE)
      try {
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
        mark = markOf(head, seal, (await file.stat()).size)
      } finally {
        await file.close()
      }
      await rename(temporary, this.path)
      this.mark = mark
    } catch (problem) {
      await rm(temporary, { force: true })
      throw problem
    }
    syncFolder(dirname(this.path))
  }
}

function markOf({ position, offset, hash }: ChainPosition, seal: string, bytes: number): CheckpointMark {
  return { position, offset, hash, seal, bytes }
}
