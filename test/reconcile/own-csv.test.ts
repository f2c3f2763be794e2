import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { exported } from '../../main/export/export.ts'
import { rowOfRecord } from '../../main/queries/ledger.ts'
import { applyStatement } from '../../main/reconcile/apply.ts'
import { effectOf } from '../../main/reconcile/match/effects.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../shared/contract/commands.ts'
import { AWKWARD } from '../export/awkward.ts'
import { Chance } from '../properties/chance.ts'
import { Driver } from '../properties/driver.ts'
import { FIRST_DAY, stepFrom } from '../properties/walk.ts'
import { bookOn } from '../queries/open-book.ts'
import { matched, statementsOf } from './reading.ts'

const STEPS = 60
const RUNS = 8
const LIMIT_MS = 60_000
const folder = mkdtempSync(join(tmpdir(), 'escrowbook-own-csv-'))
let books = 0

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens a real book after random commands; also returns its last day. */
async function randomBook(seed: number): Promise<{ readonly book: Book; readonly today: typeof FIRST_DAY }> {
  let today = FIRST_DAY
  const opened = await Book.open(join(folder, `${++books}`), {
    today: () => today,
    now: () => new Date(`${today}T10:00:00Z`),
  })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const { book } = opened
  const driver = new Driver(FIRST_DAY)
  const chance = new Chance(seed)
  for (let step = 0; step < STEPS; step++) {
    const { today: day, said } = stepFrom(driver, chance.between(0, 2 ** 32 - 1))
    driver.today = day
    today = day
    if (!driver.execute(said).ok) continue
    const recorded = await book.execute(escrowCommandSchema.parse(said))
    if (!recorded.ok) throw new Error(recorded.refusal.code)
  }
  return { book, today }
}

async function csvOf(book: Book, today: typeof FIRST_DAY): Promise<string> {
  let text = ''
  for await (const piece of exported(book, { format: 'csv', today, now: new Date() })) text += piece.text
  return text
}

test('the CSV of any book matches that book completely, entry by entry, and applying it changes nothing', {
  timeout: LIMIT_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async seed => {
      const { book, today } = await randomBook(seed)
      const { entries, head } = book.info()
      const text = await csvOf(book, today)
      const statements = statementsOf(book, today)
      if (entries > 0) {
        const match = await matched(statements, text, { limit: 200 })
        expect(match.recognised).toBe('escrowbook')
        expect(match.counts).toEqual({ matched: entries, proposed: 0, differs: 0, new: 0, ignored: 0, bad: 0 })
        expect(match.rows.map(({ entry }) => entry)).toEqual(
          Array.from({ length: Math.min(200, entries) }, (_, i) => i + 1),
        )
        expect(match.onlyInBook).toEqual([])
        const applied = await applyStatement(book, statements, { type: 'apply-statement', text, ticked: 'all' })
        expect(applied).toMatchObject({ ok: true, value: { recorded: 0, backup: null } })
        expect(book.info().head).toBe(head)
      }
      await book.close()
    }),
    // That client pays in the largest amount possible, and a fee on top.
    { numRuns: RUNS, examples: [[641_002_539]] },
  )
})

test('the index agrees with the postings of every entry of any book', { timeout: LIMIT_MS }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async seed => {
      const { book } = await randomBook(seed)
      const moves = await book.moves()
      const { rows } = await book.records()
      for (const record of rows) {
        const contract = book.contract(record.contract)
        if (contract === undefined || record.reverses !== undefined) continue
        const move = moves.moveOf(record.entry)
        const { postings } = rowOfRecord(record, undefined, contract)
        const posted = (name: string): number =>
          postings.filter(({ account }) => account.startsWith(name)).reduce((total, { amount }) => total + amount, 0)
        for (const account of ['client', 'freelancer', 'escrow'] as const)
          expect(move === undefined ? 0 : effectOf(move, account), JSON.stringify(record)).toBe(posted(account))
        expect(moves.isStandingMove(record.entry)).toBe(move !== undefined && record.reversedBy === undefined)
      }
      await book.close()
    }),
    // That contract ends with nothing in escrow, and its contract fee comes back.
    { numRuns: RUNS, examples: [[6]] },
  )
})

test('awkward names and references are preserved', async () => {
  const book = await bookOn(
    FIRST_DAY,
    ...AWKWARD.slice(0, 12).map((title, i) => ({
      type: 'open-contract' as const,
      title: title.slice(0, 200),
      client: `Client ${i}`,
      freelancer: title.slice(0, 190),
      currency: 'USD',
      reference: title,
      milestones: [],
    })),
  )
  const match = await matched(statementsOf(book, FIRST_DAY), await csvOf(book, FIRST_DAY))
  expect(match.counts).toMatchObject({ matched: match.total, bad: 0 })
})

test('the CSV of another book with the same contracts imports its payments once, and no row is mistaken for an entry that happens to have its number', async () => {
  const opening = {
    type: 'open-contract',
    title: '=Website',
    client: 'Acme Ltd',
    freelancer: 'Muhammad A.',
    currency: 'JPY',
    on: FIRST_DAY,
    milestones: [{ title: 'Design', amount: 42_000 }],
  } satisfies EscrowCommandInput
  const contractId = 'C0001'
  const theirs = await bookOn(
    FIRST_DAY,
    opening,
    { type: 'fund-milestone', contractId, milestoneId: 'M1', amount: 40_000, on: FIRST_DAY },
    { type: 'submit-work', contractId, milestoneId: 'M1', on: FIRST_DAY },
    { type: 'release', contractId, milestoneId: 'M1', amount: 30_000, fee: 3_000, on: FIRST_DAY },
  )
  const ours = await bookOn(FIRST_DAY, opening)
  const text = await csvOf(theirs, FIRST_DAY)
  const statements = statementsOf(ours, FIRST_DAY)
  const match = await matched(statements, text)
  expect(match.rows.map(({ state }) => state)).toEqual(['matched', 'new', 'ignored', 'new'])
  expect(await applyStatement(ours, statements, { type: 'apply-statement', text, ticked: 'sure' })).toMatchObject({
    ok: true,
    value: { recorded: 2 },
  })
  expect(ours.contract(contractId)).toMatchObject({
    deposited: 40_000,
    released: 30_000,
    fees: { freelancer: { charged: 3_000 } },
  })
  const again = await matched(statements, text)
  expect(again.rows.map(({ state }) => state)).toEqual(['matched', 'matched', 'ignored', 'matched'])
})
