import { createHash, randomUUID } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Adapter } from 'lowdb'
import { assertConserved, assertTotalsConserved } from '../escrow/conservation.ts'
import { type BookData, CHECKPOINT_FORMAT } from './checkpoint-data.ts'
import { FILE_MODE, syncFolder } from './disk.ts'
import { isSealed, sealOf } from './line.ts'
import { reasonOf } from './store-refusal.ts'

/** Text is put together until it has this many characters, then written: about a third of a millisecond of the main thread. */
const SLICE_LENGTH = 1 << 16

/** Why there is no checkpoint to start from. `blocked`: something else is in its place, or it may not be read; it is left alone. */
export type CheckpointTrouble =
  | { readonly kind: 'absent' | 'older' | 'damaged' }
  | { readonly kind: 'blocked'; readonly reason: string }
  | { readonly kind: 'too-new'; readonly format: number }

/**
 * The lowdb adapter of `book.json`. A write is on the disk when it resolves: temporary file, fsync, rename, fsync of the folder. It sees the data of the
 * moment it was called (records are never changed in place), and is done in slices, so that commands go on in between.
 */
export class CheckpointFile implements Adapter<BookData> {
  readonly path: string
  /** What came of the last `read`; undefined when it was good. */
  trouble: CheckpointTrouble | undefined
  /** Waits between two slices; gives way to commands. */
  pause: () => Promise<void> = () => new Promise(resolve => setImmediate(resolve))

  constructor(path: string) {
    this.path = path
  }

  /** The checkpoint, once its seal and its balances are found good; else null, and `trouble` says why. */
  async read(): Promise<BookData | null> {
    const read = await readCheckpoint(this.path)
    this.trouble = 'trouble' in read ? read.trouble : undefined
    return 'data' in read ? read.data : null
  }

  /** Writes the data as it is now. Rejects with the system's error, or where a contract's money does not add up; what was there before is then still there. */
  async write(data: BookData): Promise<void> {
    const { contracts, ...head } = data
    const records = Object.values(contracts)
    const temporary = `${this.path}.${randomUUID()}.tmp`
    const hash = createHash('sha256')
    try {
      const file = await open(temporary, 'wx', FILE_MODE)
      try {
        let slice = `${JSON.stringify(head).slice(0, -1)},"contracts":{`
        let separator = ''
        for (const record of records) {
          assertConserved(record.state)
          slice += `${separator}${JSON.stringify(record.state.id)}:${JSON.stringify(record)}`
          separator = ','
          if (slice.length < SLICE_LENGTH) continue
          hash.update(slice)
          await file.writeFile(slice)
          slice = ''
          await this.pause()
        }
        slice += '}'
        hash.update(slice)
        await file.writeFile(slice + sealOf(hash.digest('hex')))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(temporary, this.path)
    } catch (problem) {
      await rm(temporary, { force: true })
      throw problem
    }
    syncFolder(dirname(this.path))
  }
}

async function readCheckpoint(path: string): Promise<{ readonly data: BookData } | { readonly trouble: CheckpointTrouble }> {
  let bytes: Buffer
  try {
    const there = lstatSync(path, { throwIfNoEntry: false })
    if (there === undefined) return { trouble: { kind: 'absent' } }
    if (!there.isFile()) return { trouble: { kind: 'blocked', reason: there.isDirectory() ? 'folder' : there.isSymbolicLink() ? 'link' : 'special' } }
    bytes = await readFile(path)
  } catch (problem) {
    return { trouble: { kind: 'blocked', reason: reasonOf(problem) } }
  }
  try {
    if (!isSealed(bytes)) return { trouble: { kind: 'damaged' } }
    const data: unknown = JSON.parse(bytes.toString())
    const format = typeof data === 'object' && data !== null && 'format' in data ? data.format : undefined
    if (typeof format !== 'number') return { trouble: { kind: 'damaged' } }
    if (format > CHECKPOINT_FORMAT) return { trouble: { kind: 'too-new', format } }
    if (format < CHECKPOINT_FORMAT) return { trouble: { kind: 'older' } }
    const { journalFormat, position, offset, hash, entries, contracts } = data as BookData
    for (const { state } of Object.values(contracts)) assertTotalsConserved(state)
    return { data: { format, journalFormat, position, offset, hash, entries, contracts } }
  } catch {
    return { trouble: { kind: 'damaged' } }
  }
}
