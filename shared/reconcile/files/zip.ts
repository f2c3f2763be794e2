import { crc32 } from './crc-32.ts'
import { type FileProblem, unread } from './file-problem.ts'
import { MOST_UNPACKED_BYTES } from './limits.ts'

/** A file in a ZIP. Sizes and offset in bytes. */
export interface ZipEntry {
  readonly name: string
  readonly isEncrypted: boolean
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  readonly offset: number
}

const END_MARK = 0x06054b50
const ENTRY_MARK = 0x02014b50
const LOCAL_MARK = 0x04034b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30
const LONGEST_COMMENT = 0xffff
const MOST_ENTRIES = 10_000
const STORED = 0
const DEFLATED = 8
const CHUNK = 1 << 16

/**
 * A ZIP in memory. Only its directory is trusted to say where files are; every byte that comes out
 * is counted, over all files, and the checksum of each file is compared.
 */
export class Zip {
  readonly #bytes: Uint8Array
  readonly #most: number
  #unpacked = 0
  /** The files, in the directory's order. */
  readonly entries: readonly ZipEntry[]

  private constructor(bytes: Uint8Array, entries: readonly ZipEntry[], most: number) {
    this.#bytes = bytes
    this.#most = most
    this.entries = entries
  }

  /**
   * Reads the directory. `most` bytes may come out of all files together. Refuses `damaged` for a
   * directory that is cut off, and for a ZIP64.
   */
  static open(
    bytes: Uint8Array,
    most = MOST_UNPACKED_BYTES,
  ): { readonly ok: true; readonly zip: Zip } | ReturnType<typeof unread> {
    const entries = directoryOf(bytes)
    return entries === undefined ? unread('damaged') : { ok: true, zip: new Zip(bytes, entries, most) }
  }

  /** Returns the file of this name; undefined if there is none. */
  entry(name: string): ZipEntry | undefined {
    return this.entries.find(entry => entry.name === name)
  }

  /**
   * Unpacks a file, and passes it on in pieces. `take` returns false to end early. Returns the
   * problem: `password`, `too-large` or `damaged`; undefined if all went well.
   */
  async unpack(
    entry: ZipEntry,
    take: (piece: Uint8Array) => Promise<boolean> | boolean,
  ): Promise<FileProblem | undefined> {
    if (entry.isEncrypted) return 'password'
    const packed = this.#packed(entry)
    if (packed === undefined) return 'damaged'
    let crc = 0
    let size = 0
    const reader = piecesOf(packed, entry.method).getReader()
    try {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) break
        size += value.length
        this.#unpacked += value.length
        if (this.#unpacked > this.#most) return 'too-large'
        if (size > entry.size) return 'damaged'
        crc = crc32(value, crc)
        for (let at = 0; at < value.length; at += CHUNK) {
          if (!(await take(value.subarray(at, at + CHUNK)))) return undefined
        }
      }
    } catch {
      return 'damaged'
    }
    return size === entry.size && crc === entry.crc ? undefined : 'damaged'
  }

  #packed({ offset, packedSize }: ZipEntry): Uint8Array | undefined {
    const view = viewOf(this.#bytes)
    if (offset + LOCAL_LENGTH > view.byteLength || view.getUint32(offset, true) !== LOCAL_MARK) return undefined
    const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    return start + packedSize > view.byteLength ? undefined : this.#bytes.subarray(start, start + packedSize)
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function directoryOf(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = viewOf(bytes)
  const end = endOf(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > MOST_ENTRIES) return undefined
  const entries: ZipEntry[] = []
  const names = new TextDecoder()
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== ENTRY_MARK) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const start = at + ENTRY_LENGTH
    entries.push({
      name: names.decode(bytes.subarray(start, start + nameLength)),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at = start + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The record at the end of a ZIP, behind which only a comment may follow. */
function endOf(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_MARK && at + END_LENGTH + view.getUint16(at + 20, true) === view.byteLength)
      return at
  }
  return undefined
}

function piecesOf(packed: Uint8Array, method: number): ReadableStream<Uint8Array> {
  if (method === STORED) return new Blob([packed as Uint8Array<ArrayBuffer>]).stream()
  // Fails on the first read, so that an unknown method is answered like damage.
  if (method !== DEFLATED) return new ReadableStream({ start: stream => stream.error(new Error('unknown method')) })
  const { readable, writable } = new DecompressionStream('deflate-raw')
  // Its errors reach the reader too.
  feed(writable.getWriter(), packed).catch(() => undefined)
  return readable
}

/**
 * Writes piece by piece as there is room. A reader that stops early leaves it waiting, for the
 * collector to take: cancelling makes Node fail in a callback that nothing can catch.
 */
async function feed(writer: WritableStreamDefaultWriter<BufferSource>, packed: Uint8Array): Promise<void> {
  for (let at = 0; at < packed.length; at += CHUNK) {
    await writer.write(packed.subarray(at, at + CHUNK) as Uint8Array<ArrayBuffer>)
  }
  await writer.close()
}
