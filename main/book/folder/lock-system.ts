import { closeSync, constants, openSync, rmSync } from 'node:fs'
import { closeQuietly, FILE_MODE, identityOf, isStill } from './disk.ts'
import { type BirthOf, birthOf } from './process-holder.ts'

/** A file that the system keeps from all other processes, until it is released or this one ends. */
export interface Hold {
  release(): void
}

/** The system, as far as the lock asks it; tests inject one that says less, or more. */
export interface LockSystem {
  readonly birthOf: BirthOf
  /**
   * Creates the file if needed, and keeps it from all other processes; `taken` if one of them has
   * it, undefined if the system has no such means. Throws if the file cannot be created.
   */
  hold(path: string): Hold | 'taken' | undefined
  /** True if a process has the file; undefined if the system has no such means. */
  isHeld(path: string): boolean | undefined
}

interface Flags {
  readonly exclusive: number
  readonly shared: number
}

/**
 * The flags to open a file that nobody else may have open (libuv's own on Windows), or may have
 * locked (O_EXLOCK, O_SHLOCK and O_NONBLOCK of macOS). Linux has none: it tells when a process was
 * born instead.
 */
const FLAGS: Readonly<Partial<Record<NodeJS.Platform, Flags>>> = {
  win32: { exclusive: 0x1000_0000, shared: 0 },
  darwin: { exclusive: 0x20 | 0x4, shared: 0x10 | 0x4 },
}
/** Errors that mean another process has the file: from Windows, and from macOS. */
const TAKEN: ReadonlySet<string | undefined> = new Set(['EBUSY', 'EAGAIN', 'EWOULDBLOCK'])
/** Errors of file systems that lock nothing, such as some network shares. */
const UNSUPPORTED: ReadonlySet<string | undefined> = new Set(['ENOTSUP', 'EOPNOTSUPP', 'ENOLCK', 'ENOSYS', 'EINVAL'])

const codeOf = (problem: unknown): string | undefined => (problem as NodeJS.ErrnoException).code

/** The system that this process runs on. */
export const LOCK_SYSTEM: LockSystem = {
  birthOf,
  hold(path) {
    const flags = FLAGS[process.platform]
    if (flags === undefined) return undefined
    try {
      const file = openSync(
        path,
        constants.O_RDWR | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | flags.exclusive,
        FILE_MODE,
      )
      if (process.platform === 'win32' || isStill(path, identityOf(file))) return { release: () => letGo(path, file) }
      // Its last holder removed it meanwhile: the file at this path, if any, is another one.
      closeSync(file)
      return 'taken'
    } catch (problem) {
      if (TAKEN.has(codeOf(problem))) return 'taken'
      if (UNSUPPORTED.has(codeOf(problem))) return undefined
      throw problem
    }
  },
  isHeld(path) {
    const flags = FLAGS[process.platform]
    if (flags === undefined) return undefined
    try {
      closeSync(openSync(path, constants.O_RDONLY | flags.shared))
      return false
    } catch (problem) {
      if (TAKEN.has(codeOf(problem))) return true
      return codeOf(problem) === 'ENOENT' ? false : undefined
    }
  },
}

/**
 * Removes the file and ends the hold. Windows removes no file that is open, so there the next
 * holder may be faster, and the file stays its own.
 */
function letGo(path: string, file: number): void {
  if (process.platform === 'win32') closeQuietly(file)
  try {
    rmSync(path, { force: true })
  } catch {
    // It is the next holder's, or its folder is gone.
  }
  if (process.platform !== 'win32') closeQuietly(file)
}
