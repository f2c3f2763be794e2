import { closeSync, constants, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, statSync, writeSync } from 'node:fs'

/** The calls of the file layer that decide whether an entry is safe. Tests put faults in their place. */
export interface Disk {
  /** Writes all of `bytes` at `position` in one call and gives back how many were taken. */
  write(file: number, bytes: Uint8Array, position: number): number
  /** Resolves what was written to the disk itself. */
  sync(file: number): void
  /** Cuts the file back to `length` bytes. */
  cut(file: number, length: number): void
}

/** The computer's own files. Synchronous: a hop to another thread and back costs more than a third of a whole append. */
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

/** Opens a file for reading, or for reading and writing where `write` says so; never through a symbolic link, never made anew. Gives back its descriptor. */
export function openExisting(path: string, write: boolean): number {
  return openSync(path, (write ? constants.O_RDWR : constants.O_RDONLY) | NO_FOLLOW)
}

/** Makes a file that was not there, for its owner only, and gives back its descriptor. Throws `EEXIST` where something of that name is. */
export function createNew(path: string): number {
  return openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_EXCL | NO_FOLLOW, FILE_MODE)
}

/** Makes names that were given or taken in a folder safe on the disk. Windows does that by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const file = openSync(folder, constants.O_RDONLY)
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
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

/** Whether the file at `path` is this one, and has `length` bytes: false once the folder was moved or something else wrote to it. */
export function isStill(path: string, { device, number }: FileIdentity, length: number): boolean {
  const there = statSync(path, { throwIfNoEntry: false })
  return there !== undefined && there.size === length && there.ino === number && there.dev === device
}

/** Closes a file that may have been closed already. */
export function closeQuietly(file: number): void {
  try {
    closeSync(file)
  } catch {
    // It is of no more use either way.
  }
}
