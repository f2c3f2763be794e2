import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join } from 'node:path'
import { FOLDER_MODE } from './disk.ts'
import { readOwn, removeAbandoned, writeOwn } from './own-file.ts'
import { type Holder, isAlive, thisProcess } from './process-holder.ts'

/**
 * The names that unfinished outputs have: nothing else is ever removed, whatever a note says. The
 * last one is that of a folder of rendered pages.
 */
const UNFINISHED = /\.[0-9a-f]{8}-[0-9a-f-]{27}\.(part|tmp)$|^escrowbook-pages-[A-Za-z0-9]{6}$/

/** A note: the path of an output, and the process that is writing it. */
interface Note {
  readonly path: string
  readonly by: Holder
}

let folder: string | undefined

/** Sets the folder in which unfinished outputs are noted; without one, none is. */
export function noteUnfinishedIn(notes: string): void {
  folder = notes
}

/**
 * Notes, on the disk, that an output is about to be written under a temporary name. Returns the
 * function that takes the note back, once the output is finished or removed. An output is made even
 * if it cannot be noted.
 */
export function noteUnfinished(path: string): () => void {
  if (folder === undefined) return () => undefined
  const note = join(folder, `${randomUUID()}.json`)
  let first: string | undefined
  try {
    first = mkdirSync(folder, { recursive: true, mode: FOLDER_MODE })
    writeOwn(note, JSON.stringify({ path, by: thisProcess(new Date()) } satisfies Note))
  } catch {
    // The disk of the app's data is full or read-only, which that of the output need not be.
  }
  return () => {
    rmSync(note, { force: true })
    removeEmpty(dirname(note), first)
  }
}

/**
 * Removes the outputs that killed processes left unfinished, with their notes. Errors are ignored:
 * the next start tries again.
 */
export async function clearUnfinished(): Promise<void> {
  if (folder === undefined) return
  removeAbandoned(folder)
  for (const name of namesIn(folder)) {
    const path = join(folder, name)
    const note = noteIn(path)
    if (note === undefined || isAlive(note.by)) continue
    try {
      // Its disk may not be connected.
      if (!existsSync(dirname(note.path))) continue
      if (isAbsolute(note.path) && UNFINISHED.test(basename(note.path)))
        await rm(note.path, { recursive: true, force: true })
      rmSync(path, { force: true })
    } catch {
      // It may be read-only now.
    }
  }
  removeEmpty(folder, undefined)
}

function namesIn(notes: string): readonly string[] {
  try {
    return readdirSync(notes).filter(name => name.endsWith('.json'))
  } catch {
    return []
  }
}

function noteIn(path: string): Note | undefined {
  try {
    const { path: output, by } = JSON.parse(readOwn(path)) as Partial<Note>
    return typeof output === 'string' && typeof by?.pid === 'number' && typeof by.host === 'string'
      ? { path: output, by }
      : undefined
  } catch {
    return undefined
  }
}

/** Removes the folder of the notes if it is empty, and those above it up to `first`, if given. */
function removeEmpty(notes: string, first: string | undefined): void {
  try {
    rmdirSync(notes)
    if (first !== undefined && first !== notes) removeEmpty(dirname(notes), first)
  } catch {
    // There are other notes.
  }
}
