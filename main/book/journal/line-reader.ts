import { readSync } from 'node:fs'

const NEWLINE = 0x0a
const CHUNK_BYTES = 1 << 20

/** A line in the file. `bytes` (without the newline) are valid only until the next line is read. */
export interface RawLine {
  bytes: Buffer
  offset: number
  /** False for a last line without its newline. */
  ended: boolean
}

/**
 * Reads the lines of an open file from byte `from` up to byte `until`, a chunk at a time. Yields
 * the same object for every line.
 */
export function* readLines(file: number, from: number, until: number): Generator<RawLine, void> {
  let buffer = Buffer.allocUnsafe(CHUNK_BYTES)
  // buffer[start, end) has been read but not yielded; `start` is at `offset` in the file.
  let start = 0
  let end = 0
  let offset = from
  const line: RawLine = { bytes: buffer, offset, ended: true }
  for (;;) {
    let newline = buffer.indexOf(NEWLINE, start)
    while (newline >= 0 && newline < end) {
      line.bytes = buffer.subarray(start, newline)
      line.offset = offset
      yield line
      offset += newline + 1 - start
      start = newline + 1
      newline = buffer.indexOf(NEWLINE, start)
    }
    // The rest moves to the front, into a larger buffer if a single line fills this one.
    const rest = end - start
    const larger = rest > buffer.length / 2 ? Buffer.allocUnsafe(buffer.length * 2) : buffer
    buffer.copy(larger, 0, start, end)
    buffer = larger
    start = 0
    end = rest
    const wanted = Math.min(buffer.length - end, until - offset - rest)
    const got = wanted > 0 ? readSync(file, buffer, end, wanted, offset + rest) : 0
    if (got === 0) break
    end += got
  }
  if (end > 0) {
    line.bytes = buffer.subarray(0, end)
    line.offset = offset
    line.ended = false
    yield line
  }
}

/**
 * The first line in bytes that begin with one: after the last line that can be read there may be
 * others that cannot.
 */
export function firstLineIn(bytes: Buffer): Buffer {
  const newline = bytes.indexOf(NEWLINE)
  return newline < 0 ? bytes : bytes.subarray(0, newline)
}
