import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../shared/contract/commands.ts'
import { type Ended, give, TODAY } from './at-terminal.ts'

const OPTIONS = { today: () => TODAY, now: () => new Date(`${TODAY}T12:00:00Z`) }
/** The command that opens the contract of the book. */
export const OPENING: EscrowCommandInput = {
  type: 'open-contract',
  title: 'Website',
  client: 'Acme Ltd',
  freelancer: 'Dana \u001b[31mReyes',
  currency: 'USD',
  milestones: [{ title: 'A', amount: 42_000 }],
  on: '2026-01-05',
}
const COMMANDS: readonly EscrowCommandInput[] = [
  OPENING,
  { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1', on: '2026-01-05', reference: 'T1' },
  { type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: 40_000, on: '2026-01-12' },
]

/** A book with a contract in a temporary folder. */
export interface RecordedBook {
  /** The temporary folder, which commands run in. */
  readonly scratch: string
  readonly folder: string
  /** Runs a command on the book. */
  on(...given: readonly string[]): Promise<Ended>
}

/** Opens the book in a folder; the caller closes it. */
export async function opened(folder: string): Promise<Book> {
  const outcome = await Book.open(folder, OPTIONS)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.book
}

/** Records commands in the book in a folder; creates it if it is missing. */
export async function record(folder: string, commands: readonly EscrowCommandInput[] = COMMANDS): Promise<void> {
  const book = await opened(folder)
  await book.executeAll(commands.map(command => escrowCommandSchema.parse(command)))
  await book.close()
}

/** A new book of the usual entries for each test of the calling file. */
export function recordedBook(): RecordedBook {
  let scratch = ''
  beforeEach(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'escrowbook-terminal-'))
    await record(join(scratch, 'book'))
  })
  afterEach(() => rmSync(scratch, { recursive: true }))
  return {
    get scratch() {
      return scratch
    },
    get folder() {
      return join(scratch, 'book')
    },
    on: (...given) => give(scratch, [...given, '--book', join(scratch, 'book')]),
  }
}
