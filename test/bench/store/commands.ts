import { closeSync, fsyncSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Book } from '../../../main/book/book.ts'
import { CheckpointFile } from '../../../main/book/checkpoint/checkpoint.ts'
import { type EscrowCommand, type EscrowCommandInput, escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { writeSampleBook } from '../../../tools/sample-book/write.ts'
import { inTurn, type Samples } from './samples.ts'

const DAY = '2026-01-31'
const LINE_BYTES = 400
const CONTRACTS_PER_1000_ENTRIES = 50

const said = (command: EscrowCommandInput): EscrowCommand => escrowCommandSchema.parse(command)

/**
 * Appends lines of 400 bytes to a file, each with an fsync: the minimum cost of a durable command.
 */
export function bareAppender(path: string): { append: () => void; close: () => void } {
  const file = openSync(path, 'w')
  const line = Buffer.alloc(LINE_BYTES, 'x')
  return {
    append: () => {
      writeSync(file, line)
      fsyncSync(file)
    },
    close: () => closeSync(file),
  }
}

/** A book with about this many entries, and a command that its contracts always accept. */
export async function openedSample(
  folder: string,
  entries: number,
): Promise<{ book: Book; next: () => EscrowCommand }> {
  await writeSampleBook(folder, {
    contracts: Math.ceil((entries / 1_000) * CONTRACTS_PER_1000_ENTRIES),
    seed: 1,
    today: DAY,
  })
  const opened = await Book.open(folder, { today: () => DAY as never, now: () => new Date(`${DAY}T12:00:00Z`) })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { book } = opened
  // Index and daily backup are built in the background; measure after them.
  await book.records({ limit: 1 })
  while (book.info().lastBackup === null) await new Promise(resolve => setTimeout(resolve, 20))
  const { value } = accepted(
    await book.execute(
      said({
        type: 'open-contract',
        title: 'Measured',
        client: 'A',
        freelancer: 'B',
        currency: 'USD',
        milestones: [{ title: 'All', amount: 1_000_000_000 }],
      }),
    ),
  )
  const contractId = String(value['contractId'])
  accepted(await book.execute(said({ type: 'fund-milestone', contractId, milestoneId: 'M1' })))
  const release = said({ type: 'release', contractId, milestoneId: 'M1', amount: 1 })
  return { book, next: () => release }
}

function accepted<T extends { readonly ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome as Extract<T, { ok: true }>
}

/** A durable command compared with a bare append, in a book with this many entries. */
export async function measureCommand(
  folder: string,
  entries: number,
  rounds: number,
): Promise<Record<string, Samples>> {
  const { book, next } = await openedSample(join(folder, `book-${entries}`), entries)
  const bare = bareAppender(join(folder, `bare-${entries}`))
  const samples = await inTurn(rounds, { command: async () => accepted(await book.execute(next())), bare: bare.append })
  bare.close()
  await book.close()
  return samples
}

/**
 * The same while a large book's checkpoint is written over and over, with the pauses a busy book
 * has.
 */
export async function measureDuringCheckpoint(
  folder: string,
  entries: number,
  rounds: number,
): Promise<Record<string, Samples>> {
  const { book, next } = await openedSample(join(folder, 'busy'), entries)
  const other = join(folder, 'other')
  mkdirSync(other)
  const source = new CheckpointFile(join(folder, 'busy', 'book.json'))
  const data = await source.read()
  if (data === null) throw new Error('there is no checkpoint')
  const file = new CheckpointFile(join(other, 'book.json'))
  file.pause = () => new Promise(resolve => setTimeout(resolve, 25))
  let stop = false
  const writing = (async () => {
    while (!stop) await file.write(data)
  })()
  const bare = bareAppender(join(folder, 'bare-busy'))
  const samples = await inTurn(rounds, { command: async () => accepted(await book.execute(next())), bare: bare.append })
  stop = true
  await writing
  bare.close()
  await book.close()
  return samples
}
