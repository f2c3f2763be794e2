import { randomUUID } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { dirname, isAbsolute, relative } from 'node:path'
import type { SavedFile } from '../../shared/api/exports.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import { writeRefused } from '../book/faults/store-refusal.ts'
import { FILE_MODE, syncFolder } from '../book/folder/disk.ts'
import { noteUnfinished } from '../book/folder/unfinished.ts'
import { publish } from './publish.ts'

/** The path of a new file, and the signal that stops writing it. */
export interface NewFile {
  /** Absolute. */
  readonly path: string
  /** True if the person agreed to replace an existing file. */
  readonly mayReplace: boolean
  readonly signal: AbortSignal
}

/**
 * Writes a file piece by piece, under a temporary name in the same folder until it is complete and
 * synced. Returns its path and its size in bytes. Refuses `bad-input` (a relative path),
 * `write-failed` (a file exists that may not be replaced, or the folder cannot be written),
 * `disk-full` and `cancelled`, leaving nothing behind. Rethrows any error that does not come from
 * the file system.
 */
export async function writeNewFile(
  { path, mayReplace: replaces, signal }: NewFile,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<Outcome<SavedFile>> {
  if (!isAbsolute(path))
    return refused({ code: 'bad-input', params: { path }, variant: 'relative-path', field: 'path' })
  if (!replaces && existsSync(path)) return refusedFile('EEXIST', path)
  const temporary = `${path}.${randomUUID()}.part`
  const finished = noteUnfinished(temporary)
  try {
    const file = await open(temporary, 'wx', FILE_MODE)
    let bytes = 0
    try {
      for await (const piece of pieces) {
        if (signal.aborted) return refused({ code: 'cancelled', params: {} })
        bytes += await appended(file, piece)
      }
      if (signal.aborted) return refused({ code: 'cancelled', params: {} })
      await file.sync()
    } finally {
      await file.close()
    }
    await publish(temporary, path, replaces)
    syncFolder(dirname(path))
    return accepted({ path, bytes })
  } catch (problem) {
    const { code, syscall } = problem as NodeJS.ErrnoException
    // Not a file system error, so a bug: do not report it as a failed write.
    if (code === undefined || syscall === undefined) throw problem
    return refusedFile(code, path, problem)
  } finally {
    await rm(temporary, { force: true })
    finished()
  }
}

/**
 * True if a file at this path may be replaced once the person agrees: false anywhere in the book's
 * own folder, where it might be part of the book.
 */
export function mayReplace(path: string, { folder }: { readonly folder: string }): boolean {
  const parent = dirname(path)
  const within = relative(folder, existsSync(parent) ? realpathSync.native(parent) : parent)
  return isAbsolute(within) || /^\.\.([\\/]|$)/.test(within)
}

async function appended(file: FileHandle, piece: string | Uint8Array): Promise<number> {
  const bytes = Buffer.from(piece)
  await file.writeFile(bytes)
  return bytes.length
}

function refusedFile(code: string, path: string, problem: unknown = code): Outcome<never> {
  if (code === 'EEXIST')
    return refused({ code: 'write-failed', params: { path, reason: code }, variant: 'exists', field: 'path' })
  return refused({ variant: 'export', ...writeRefused(problem, path).refusal, field: 'path' })
}
