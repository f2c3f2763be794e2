import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import type { PaperFile } from '../../shared/contract/paper.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import { reasonOf, writeRefused } from '../book/faults/store-refusal.ts'
import { FILE_MODE, FOLDER_MODE, syncFolder } from '../book/folder/disk.ts'
import { renamed } from '../book/folder/renaming.ts'
import { noteUnfinished } from '../book/folder/unfinished.ts'

/** A file to write in the folder: its name, optionally with a subfolder, and its content. */
export interface FolderFile {
  readonly name: string
  readonly pieces: () => AsyncIterable<string | Uint8Array>
}

/** The path of a new folder, the signal that stops writing it, and its progress in files. */
export interface NewFolder {
  /** Absolute. */
  readonly path: string
  readonly signal: AbortSignal
  progress(done: number, total: number): void
  /** Called once everything is written. A refusal discards all of it. */
  spoiled?(): Outcome<never> | undefined
}

/** A folder that was written. */
export interface SavedFolder {
  readonly path: string
  readonly files: number
  readonly bytes: number
  /** Each file with its hash, in the order they were written; the list of hashes is the last. */
  readonly sums: readonly PaperFile[]
}

/** The hashes of all files, in the format of `sha256sum --check`. */
const SUMS = 'SHA256SUMS'

/**
 * Writes a folder of files with a list of their hashes, under a temporary name next to its path
 * until all are complete and synced. Refuses `bad-input` (a relative path), `write-failed`
 * (something of that name exists, or the folder cannot be written), `disk-full`, `cancelled`, and
 * whatever `spoiled` refuses, leaving nothing behind.
 */
export async function writeNewFolder(
  { path, signal, progress, spoiled }: NewFolder,
  files: readonly FolderFile[],
): Promise<Outcome<SavedFolder>> {
  if (!isAbsolute(path))
    return refused({ code: 'bad-input', params: { path }, variant: 'relative-path', field: 'path' })
  if (existsSync(path)) return isThere(path)
  const temporary = `${path}.${randomUUID()}.part`
  const finished = noteUnfinished(temporary)
  const folders = new Set([temporary, ...files.map(({ name }) => dirname(join(temporary, name)))])
  try {
    for (const folder of folders) await mkdir(folder, { mode: FOLDER_MODE })
    const sums: PaperFile[] = []
    let bytes = 0
    for (const [done, { name, pieces }] of files.entries()) {
      progress(done, files.length)
      if (signal.aborted) return refused({ code: 'cancelled', params: {} })
      const written = await writeFile(join(temporary, name), pieces(), signal)
      bytes += written.bytes
      sums.push([name, written.hash])
    }
    const list = sums.map(([name, hash]) => `${hash}  ${name}\n`).join('')
    const listed = await writeFile(join(temporary, SUMS), [list], signal)
    bytes += listed.bytes
    sums.push([SUMS, listed.hash])
    if (signal.aborted) return refused({ code: 'cancelled', params: {} })
    const why = spoiled?.()
    if (why !== undefined) return why
    for (const folder of folders) syncFolder(folder)
    // A rename can replace an empty folder, but nothing else.
    if (existsSync(path)) return isThere(path)
    await renamed(temporary, path)
    syncFolder(dirname(path))
    progress(files.length, files.length)
    return accepted({ path, files: sums.length, bytes, sums })
  } catch (problem) {
    if (signal.aborted) return refused({ code: 'cancelled', params: {} })
    // A bug in Escrowbook is not the disk's fault.
    if ((problem as NodeJS.ErrnoException).syscall === undefined) throw problem
    const reason = reasonOf(problem)
    return reason === 'ENOTEMPTY' || reason === 'EEXIST'
      ? isThere(path)
      : refused({ variant: 'export', ...writeRefused(problem, path).refusal, field: 'path' })
  } finally {
    await rm(temporary, { recursive: true, force: true })
    finished()
  }
}

async function writeFile(
  path: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string>,
  signal: AbortSignal,
): Promise<{ readonly bytes: number; readonly hash: string }> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', FILE_MODE)
  let bytes = 0
  try {
    for await (const piece of pieces) {
      if (signal.aborted) break
      const some = Buffer.from(piece)
      hash.update(some)
      bytes += some.length
      await file.writeFile(some)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, hash: hash.digest('hex') }
}

function isThere(path: string): Outcome<never> {
  return refused({ code: 'write-failed', params: { path, reason: 'EEXIST' }, variant: 'folder-exists', field: 'path' })
}
