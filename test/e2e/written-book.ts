import { sampleCommands } from '../../main/sample/sample-contracts.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { LOOKED_AT } from './visiting.ts'

/** The folder of a book, the day at whose noon it is written, and a JSON file to export it to. */
interface Place {
  readonly folder: string
  readonly today: IsoDate
  readonly exportTo?: string
}

/** Writes a book by the real rules, one line for each command, and closes it. */
export async function writeBook(
  { folder, today, exportTo }: Place,
  commands: readonly EscrowCommandInput[],
): Promise<void> {
  // Loaded only by the tests that write one, not by every worker.
  const { Book } = await import('../../main/book/book.ts')
  const { saveExport } = await import('../../main/export/save.ts')
  const now = new Date(`${today}T12:00:00Z`)
  const opened = await Book.open(folder, { today: () => today, now: () => now })
  if (!opened.ok) throw new Error(`${folder} cannot be opened: ${opened.refusal.code}`)
  const { book } = opened
  for (const command of commands) {
    const recorded = await book.execute(escrowCommandSchema.parse(command))
    if (!recorded.ok) throw new Error(`${command.type} was refused: ${recorded.refusal.code}`)
  }
  if (exportTo !== undefined) {
    const request = { format: 'json', today, now } as const
    const saved = await saveExport(book, request, {
      path: exportTo,
      mayReplace: false,
      signal: new AbortController().signal,
      progress: () => {},
    })
    if (!saved.ok) throw new Error(`${exportTo} cannot be written: ${saved.refusal.code}`)
  }
  await book.close()
}

/** Writes a book of the sample contracts, as of `LOOKED_AT`. */
export function writeSample(folder: string, exportTo?: string): Promise<void> {
  return writeBook({ folder, today: LOOKED_AT, ...(exportTo !== undefined && { exportTo }) }, sampleCommands(LOOKED_AT))
}
