import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { z } from 'zod'
import { healthAnswer } from '../../main/answers/health-answer.ts'
import { Book, type BookOptions, type Recorded, type Refused } from '../../main/book/book.ts'
import type { HealthStatus } from '../../main/book/faults/health.ts'
import type { JournalCommand } from '../../main/book/journal/journal-command.ts'
import { accountCommandSchema } from '../../shared/account/commands.ts'
import type { BookHealth } from '../../shared/api/book.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../shared/contract/commands.ts'
import type { Paper } from '../../shared/contract/paper.ts'
import type { StatementImport } from '../../shared/contract/statement-import.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'

/** The day on which these tests take place. */
export const TODAY = '2026-01-31' as IsoDate

const parents: string[] = []
const books = new Set<Book>()

afterEach(async () => {
  for (const book of books) await book.close()
  books.clear()
  for (const parent of parents.splice(0)) await removeFolder(parent)
})

/** Removes a folder; on Windows it may take a moment until nothing has its files open. */
async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return rmSync(folder, { recursive: true, force: true })
    } catch (problem) {
      if (process.platform !== 'win32' || attempt === 20) throw problem
      await new Promise(resolve => setTimeout(resolve, 100))
    }
  }
}

/**
 * In memory if the system has such a folder: these tests open thousands of books, and none can tell
 * what a real fsync does.
 */
const SCRATCH = ['/dev/shm', tmpdir()].find(isWritable) ?? tmpdir()

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** The path of a book to be, `book` in a new folder that is removed after the test. */
export function newFolder(): string {
  const parent = mkdtempSync(join(SCRATCH, 'escrowbook-store-'))
  parents.push(parent)
  return join(parent, 'book')
}

/** A clock that only moves when it is set. */
export class Clock {
  moment = new Date(`${TODAY}T09:00:00`)
  readonly options: BookOptions = {
    today: () =>
      addDays(TODAY, Math.floor((this.moment.getTime() - new Date(`${TODAY}T00:00:00`).getTime()) / 86_400_000)),
    now: () => new Date(this.moment),
  }
}

/** Opens the book in a folder; it is closed after the test. */
export async function openBook(folder: string, options: Partial<BookOptions> = {}): Promise<Book> {
  const opened = await Book.open(folder, { ...new Clock().options, ...options })
  if (!opened.ok) throw new Error(`the book does not open: ${JSON.stringify(opened.refusal)}`)
  books.add(opened.book)
  return opened.book
}

/** Closes a book before the end of the test. */
export async function closeBook(book: Book): Promise<void> {
  books.delete(book)
  await book.close()
}

const journalCommandSchema = z.discriminatedUnion('type', [escrowCommandSchema, accountCommandSchema])
/** A command that the journal records, as a person's script would send it. */
export type JournalCommandInput = z.input<typeof journalCommandSchema>

/** Parses a command as a person's script would send it. */
export const parse = (command: JournalCommandInput): JournalCommand => journalCommandSchema.parse(command)

/** The seed's contract: three milestones of 420, 100 and 50 US dollars. */
export const OPENING: Extract<EscrowCommandInput, { type: 'open-contract' }> = {
  type: 'open-contract',
  title: 'Website',
  client: 'Acme Ltd',
  freelancer: 'Dana Reyes',
  currency: 'USD',
  milestones: [
    { title: 'A', amount: 42_000 },
    { title: 'B', amount: 10_000 },
    { title: 'C', amount: 5_000 },
  ],
}

const contractId = 'C0001'

/** Moves after the opening: 420 deposited, 400 released, 20 carried to the next milestone. */
export const MOVES: readonly EscrowCommandInput[] = [
  { type: 'fund-milestone', contractId, milestoneId: 'M1', reference: 'T1', note: 'café "1"' },
  { type: 'release', contractId, milestoneId: 'M1', amount: 40_000 },
  { type: 'fund-milestone', contractId, milestoneId: 'M2' },
]

/** A statement of the seed's contract, which was printed after its moves. */
export const STATEMENT: Paper = {
  kind: 'statement',
  name: 'statement-Website-2026-01-31.pdf',
  files: [['statement-Website-2026-01-31.pdf', 'a1'.repeat(32)]],
  contracts: [contractId],
  from: '2026-01-01' as IsoDate,
  to: TODAY,
  on: TODAY,
  entries: 4,
}

/** A year of the whole book, which was saved then. */
export const YEAR: Paper = {
  kind: 'year',
  name: 'escrowbook-2026',
  files: [
    ['README.txt', 'b2'.repeat(32)],
    ['statements/C0001-Website.pdf', 'c3'.repeat(32)],
  ],
  contracts: null,
  from: '2026-01-01' as IsoDate,
  to: TODAY,
  on: TODAY,
  entries: 4,
}

/** An import of one row, as the app keeps it. */
export const IMPORT: StatementImport = {
  file: { name: 'january.csv', sha256: 'cd'.repeat(32), bytes: 10 },
  format: 'columns',
  from: null,
  to: null,
  recorded: 1,
  annotated: 0,
  reversed: 0,
  ignored: 0,
  left: [],
  open: [],
}

/** Records a command, which must be accepted. */
export async function record(book: Book, command: JournalCommandInput): Promise<Recorded> {
  const outcome = await book.execute(parse(command))
  if (!outcome.ok) throw new Error(`${command.type} is refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome
}

/** Records commands, which must be accepted, and returns the book. */
export async function recordAll(book: Book, commands: readonly JournalCommandInput[]): Promise<Book> {
  for (const command of commands) await record(book, command)
  return book
}

/**
 * The folder of a closed book with the seed's contract: 4 entries, by default without checkpoint.
 */
export async function writtenBook({
  checkpoint = false,
  commands = [OPENING, ...MOVES] as readonly EscrowCommandInput[],
} = {}): Promise<string> {
  const folder = newFolder()
  await closeBook(await recordAll(await openBook(folder), commands))
  if (!checkpoint) rmSync(join(folder, 'book.json'))
  return folder
}

/** The health once the chain, and after damage the backups, have been checked. */
export async function settledHealth(book: Book): Promise<BookHealth> {
  return inWords(await book.checked())
}

/** A health status as a person reads it in English. */
export function inWords(status: HealthStatus): BookHealth {
  return healthAnswer(status, { locale: 'en', decimals: 2 })
}

/** The code of a refusal, or `accepted`. */
export function codeOf(outcome: { readonly ok: true } | Refused): string {
  return outcome.ok ? 'accepted' : outcome.refusal.code
}
