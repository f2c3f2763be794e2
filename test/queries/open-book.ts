import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../shared/contract/commands.ts'
import { type IsoDate, isoDate } from '../../shared/dates/calendar.ts'

/** The day these tests take for today. */
export const TODAY = isoDate('2026-03-31') ?? fail()

function fail(): never {
  throw new Error('no such day')
}

/**
 * A real book in a folder of the test's own, after these commands; each must be accepted. Removed
 * when the test is over.
 */
export function bookAfter(...commands: readonly EscrowCommandInput[]): Promise<Book> {
  return bookOn(TODAY, ...commands)
}

/** As `bookAfter`, on another day. */
export async function bookOn(today: IsoDate, ...commands: readonly EscrowCommandInput[]): Promise<Book> {
  const folder = await mkdtemp(join(tmpdir(), 'escrowbook-queries-'))
  const opened = await Book.open(join(folder, 'book'), {
    today: () => today,
    now: () => new Date(`${today}T12:00:00Z`),
  })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { book } = opened
  onTestFinished(async () => {
    await book.close()
    await rm(folder, { recursive: true, force: true })
  })
  for (const command of commands) {
    const recorded = await book.execute(escrowCommandSchema.parse(command))
    if (!recorded.ok) throw new Error(`${command.type}: ${recorded.refusal.code}`)
  }
  return book
}

type Opening = Extract<EscrowCommandInput, { type: 'open-contract' }>

/**
 * Opens a contract between Acme Ltd and Muhammad A. in USD on the first of January, with milestones
 * A, B … of these amounts in minor units.
 */
export function opening(amounts: readonly number[], more: Partial<Opening> = {}): Opening {
  const milestones = amounts.map((amount, i) => ({ title: String.fromCharCode(65 + i), amount }))
  return {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme Ltd',
    freelancer: 'Muhammad A.',
    currency: 'USD',
    on: '2026-01-01',
    milestones,
    ...more,
  }
}

/** Funds a milestone on a day, with its planned amount unless another is given in minor units. */
export function fund(contractId: string, milestoneId: string, on: string, amount?: number) {
  return { type: 'fund-milestone', contractId, milestoneId, on, ...(amount !== undefined && { amount }) } as const
}

/** Releases an amount in minor units from a milestone on a day. */
export function release(contractId: string, milestoneId: string, amount: number, on: string) {
  return { type: 'release', contractId, milestoneId, amount, on } as const
}
