import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** The file calls on which an entry's safety depends; tests inject faults here. */
export interface Disk {
  /** Writes `bytes` at `position` in one call, and returns the number of bytes written. */
  write(file: number, bytes: Uint8Array, position: number): number
  /** Flushes the file to the disk. */
  sync(file: number): void
  /** Truncates the file to `length` bytes. */
  cut(file: number, length: number): void
}

/**
 * The computer's own files. Synchronous: a hop to another thread and back costs more than a third
 * of a whole append.
 */
export const DISK: Disk = {
  write: (file, bytes, position) => writeSync(file, bytes, 0, bytes.length, position),
  sync: fsyncSync,
  cut: ftruncateSync,
}

/** Permissions of a book's files: only their owner may read or write them. */
export const FILE_MODE = 0o600
/** Permissions of a book's folders: only their owner may open them. */
export const FOLDER_MODE = 0o700

// Windows has no such flags; creating a link there takes rights that a person does not have.
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0
/** Without it, opening a pipe would wait for its other end. */
const NO_WAIT = constants.O_NONBLOCK ?? 0

/**
 * Opens an existing file for reading, or with `write` for both, and returns its descriptor. Never
 * follows a symbolic link, and never waits. Throws the system's error, and for anything but a
 * regular file one whose code is what there is instead.
 */
export function openExisting(path: string, write: boolean): number {
  const file = openSync(path, (write ? constants.O_RDWR : constants.O_RDONLY) | NO_FOLLOW | NO_WAIT)
  const there = fstatSync(file)
  if (there.isFile()) return file
  closeSync(file)
  throw Object.assign(new Error(`${path} is no file`), { code: notAFile(there) })
}

/**
 * Creates a file that only its owner may read, and returns its descriptor. Throws `EEXIST` if the
 * name is taken.
 */
export function createNew(path: string): number {
  return openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | NO_FOLLOW, FILE_MODE)
}

/** The reason why something that is not a regular file cannot be used as one. */
export function notAFile(stats: Stats): 'folder' | 'link' | 'special' {
  if (stats.isDirectory()) return 'folder'
  return stats.isSymbolicLink() ? 'link' : 'special'
}

/**
 * Errors from folders that cannot be synced (on some network and user-space file systems), or that
 * this person may not open.
 */
const CANNOT_SYNC: ReadonlySet<string | undefined> = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EACCES', 'EPERM'])

/**
 * Flushes a folder to the disk, which makes files created, renamed or removed in it durable.
 * Windows does so by itself.
 */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  let file: number | undefined
  try {
    file = openSync(folder, constants.O_RDONLY)
    fsyncSync(file)
  } catch (problem) {
    if (!CANNOT_SYNC.has((problem as NodeJS.ErrnoException).code)) throw problem
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/** Flushes a closed file to the disk. Rejects with the system's error. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

/**
 * Creates a folder, and any missing parents, that only their owner may open, and flushes their
 * names to the disk. An existing folder is left as it is.
 */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: FOLDER_MODE })
  if (first === undefined) return
  const top = resolve(first)
  for (let made = resolve(path); made.length >= top.length; made = dirname(made)) syncFolder(dirname(made))
}

/**
 * Writes all of `bytes` at the file's current position. Repeats after a short write; the next call
 * throws its cause.
 */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

/** Reads `length` bytes at `position`; fewer if the file ends before that. */
export function readAt(file: number, position: number, length: number): Buffer {
  return readInto(file, position, Buffer.allocUnsafe(length))
}

/** Fills `bytes` from `position` on; returns the part that is filled, if the file ends before. */
export function readInto(file: number, position: number, bytes: Buffer): Buffer {
  let filled = 0
  while (filled < bytes.length) {
    const got = readSync(file, bytes, filled, bytes.length - filled, position + filled)
    if (got === 0) break
    filled += got
  }
  return bytes.subarray(0, filled)
}

/** Identifies a file wherever it is moved: device and inode. */
export interface FileIdentity {
  readonly device: number
  readonly number: number
}

/** The identity of an open file. */
export function identityOf(file: number): FileIdentity {
  const { dev: device, ino: number } = fstatSync(file)
  return { device, number }
}

/**
 * True if the file at `path` still has this identity (and `length` bytes, if given): false once the
 * folder was moved or another program wrote to the file.
 */
export function isStill(path: string, { device, number }: FileIdentity, length?: number): boolean {
  const there = statSync(path, { throwIfNoEntry: false })
  return (
    there !== undefined &&
    there.ino === number &&
    there.dev === device &&
    (length === undefined || there.size === length)
  )
}

/** Closes a file; errors are ignored, as for one that is closed already. */
export function closeQuietly(file: number): void {
  try {
    closeSync(file)
  } catch {
    // It is of no further use either way.
  }
}
