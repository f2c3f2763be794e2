import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { type FileHandle, open, rm } from 'node:fs/promises'
import { dirname, isAbsolute } from 'node:path'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import { FILE_MODE, syncFolder } from '../book/disk.ts'
import { writeRefused } from '../book/store-refusal.ts'
import { type ExportRequest, exported, unknownContract } from './export.ts'
import { publish } from './publish.ts'

/** Where an export is saved, what is told of how far it is (in rows), and what stops it. */
export interface Saving {
  /** Absolute. */
  readonly path: string
  /** True where the person was asked: a file of that name gives way. */
  readonly mayReplace: boolean
  readonly signal: AbortSignal
  progress(done: number, total: number): void
}

/** A saved export. */
export interface Saved {
  readonly path: string
  readonly bytes: number
}

/**
 * Writes an export to a file piece by piece, under a temporary name beside it until it is whole and safe on the disk. Refuses `unknown-contract`, `bad-input` (a path that is not
 * absolute), `write-failed` (a file is there that may not be replaced, or the folder cannot be written), `disk-full`, `cancelled`; nothing of it is left then.
 */
export async function saveExport(book: Book, request: ExportRequest, { path, mayReplace, signal, progress }: Saving): Promise<Outcome<Saved>> {
  const unknown = unknownContract(book, request)
  if (unknown !== undefined) return refused(unknown)
  if (!isAbsolute(path)) return refused({ code: 'bad-input', params: { path }, variant: 'relative-path', field: 'path' })
  if (!mayReplace && existsSync(path)) return refusedExport('EEXIST', path)
  const temporary = `${path}.${randomUUID()}.part`
  try {
    const file = await open(temporary, 'wx', FILE_MODE)
    let bytes = 0
    try {
      for await (const { text, done, total } of exported(book, request)) {
        if (signal.aborted) return refused({ code: 'cancelled', params: {} })
        bytes += await appended(file, text)
        progress(done, total)
      }
      await file.sync()
    } finally {
      await file.close()
    }
    publish(temporary, path, mayReplace)
    syncFolder(dirname(path))
    return accepted({ path, bytes })
  } catch (problem) {
    const { code } = problem as NodeJS.ErrnoException
    // A bug of ours is no fault of the disk.
    if (code === undefined) throw problem
    return refusedExport(code, path, problem)
  } finally {
    await rm(temporary, { force: true })
  }
}

async function appended(file: FileHandle, text: string): Promise<number> {
  const bytes = Buffer.from(text)
  await file.writeFile(bytes)
  return bytes.length
}

function refusedExport(code: string, path: string, problem: unknown = code): Outcome<never> {
  if (code === 'EEXIST') return refused({ code: 'write-failed', params: { path, reason: code }, variant: 'exists', field: 'path' })
  return refused({ ...writeRefused(problem, path).refusal, variant: 'export', field: 'path' })
}
