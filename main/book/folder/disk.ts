import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * The calls of the file layer that decide whether an entry is safe. Tests put faults in their
 * place.
 */
export interface Disk {
  /** Writes all of `bytes` at `position` in one call and gives back how many were taken. */
  write(file: number, bytes: Uint8Array, position: number): number
  /** Resolves what was written to the disk itself. */
  sync(file: number): void
  /** Cuts the file back to `length` bytes. */
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

/** Only the owner may read or write the book. */
export const FILE_MODE = 0o600
/** See `FILE_MODE`. */
export const FOLDER_MODE = 0o700

// Windows has no such flag; there a link to a file takes rights that a person does not have.
const NO_FOLLOW = constants.O_NOFOLLOW ?? 0

/**
 * Opens a file for reading, or for reading and writing where `write` says so; never through a
 * symbolic link, never made anew. Gives back its descriptor.
 */
export function openExisting(path: string, write: boolean): number {
  return openSync(path, (write ? constants.O_RDWR : constants.O_RDONLY) | NO_FOLLOW)
}

/**
 * Makes a file that was not there, for its owner only, and gives back its descriptor. Throws
 * `EEXIST` where something of that name is.
 */
export function createNew(path: string): number {
  return openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | NO_FOLLOW, FILE_MODE)
}

/**
 * What systems say of a folder that they cannot sync (some network and user-space ones), or that
 * this person may not open.
 */
const WITHOUT_SYNC: ReadonlySet<string | undefined> = new Set(['EINVAL', 'ENOTSUP', 'ENOSYS', 'EACCES', 'EPERM'])

/**
 * Makes names that were given or taken in a folder safe on the disk. Windows does that by itself.
 */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  let file: number | undefined
  try {
    file = openSync(folder, constants.O_RDONLY)
    fsyncSync(file)
  } catch (problem) {
    if (!WITHOUT_SYNC.has((problem as NodeJS.ErrnoException).code)) throw problem
  } finally {
    if (file !== undefined) closeSync(file)
  }
}

/**
 * Makes a folder for its owner only, with those above it that are missing, and makes its name safe
 * on the disk. One that is there is left as it is.
 */
export function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: FOLDER_MODE })
  if (first === undefined) return
  const top = resolve(first)
  for (let made = resolve(path); made.length >= top.length; made = dirname(made)) syncFolder(dirname(made))
}

/**
 * Writes all of `bytes` where the file stands. One call may take only some of them, and the next
 * says why.
 */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written)
}

/** Reads `length` bytes at `position`; fewer where the file ends before. */
export function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const got = readSync(file, bytes, filled, length - filled, position + filled)
    if (got === 0) break
    filled += got
  }
  return bytes.subarray(0, filled)
}

/** What tells one file from another, wherever it is moved. */
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
 * Whether the file at `path` is this one (and has `length` bytes, where that is told): false once
 * the folder was moved or something else wrote to it.
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

/** Closes a file that may have been closed already. */
export function closeQuietly(file: number): void {
  try {
    closeSync(file)
  } catch {
    // It is of no more use either way.
  }
}
