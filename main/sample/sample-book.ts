import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { Book } from '../book/book.ts'
import { renamed } from '../book/folder/renaming.ts'
import { noteUnfinished } from '../book/folder/unfinished.ts'
import { sampleCommands } from './sample-contracts.ts'

/**
 * Creates the sample book in `folder` with real commands, if there is none yet. It appears complete
 * or not at all. Throws if it cannot be written.
 */
export async function ensureSampleBook(folder: string, today: IsoDate, now: () => Date): Promise<void> {
  const exists = await stat(folder).then(
    () => true,
    () => false,
  )
  if (exists) return
  const making = `${folder}.${randomUUID()}.part`
  const finished = noteUnfinished(making)
  await mkdir(dirname(folder), { recursive: true, mode: 0o700 })
  try {
    const opened = await Book.open(making, { today: () => today, now })
    if (!opened.ok) throw new Error(`the sample book cannot be made: ${opened.refusal.code}`)
    const recorded = await opened.book.executeAll(
      sampleCommands(today).map(command => escrowCommandSchema.parse(command)),
    )
    await opened.book.close()
    if (!recorded.ok)
      throw new Error(`the sample book breaks a rule: ${recorded.refusal.code} at command ${recorded.index}`)
    await renamed(making, folder)
  } finally {
    await rm(making, { recursive: true, force: true })
    finished()
  }
}
