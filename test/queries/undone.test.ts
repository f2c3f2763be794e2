import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { contractWithTimeline } from '../../main/queries/contract.ts'
import { undoneNow } from '../../main/queries/undone.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../shared/contract/commands.ts'
import { ask } from './asked.ts'
import { bookAfter, fund, opening, release, TODAY } from './open-book.ts'

const contractId = 'C0001'
const undo: EscrowCommandInput = { type: 'reverse', contractId }
const FIVE = [
  fund(contractId, 'M1', '2026-01-02'),
  release(contractId, 'M1', 1_000, '2026-01-03'),
  release(contractId, 'M1', 2_000, '2026-01-04'),
  release(contractId, 'M1', 3_000, '2026-01-05'),
  { type: 'add-milestone', contractId, title: 'C', amount: 500, on: '2026-01-06' },
] as const
const [FUND, ONE, TWO, THREE, ADD] = FIVE

/** The entries that a book offers again, the next first. */
async function offeredIn(book: Book): Promise<readonly number[]> {
  const state = book.contract(contractId)
  if (state === undefined) throw new Error('no contract')
  const undone = await undoneNow(book, state)
  const { timeline } = await contractWithTimeline(book, state, ask('contract', { contractId }), TODAY, 'en')
  const rows = timeline.filter(row => row.again !== undefined)
  expect(rows.map(({ entry, reverses, again }) => [entry, reverses, again])).toEqual(
    undone.toSorted((a, b) => b.by - a.by).map(({ by, entry, command }) => [by, entry, command]),
  )
  return undone.map(({ entry }) => entry)
}

const after = async (...commands: readonly EscrowCommandInput[]): Promise<readonly number[]> =>
  offeredIn(await bookAfter(opening([10_000, 5_000]), ...FIVE, ...commands))

/** The five entries, 2 to 6, undone. */
const ALL_UNDONE = [undo, undo, undo, undo, undo]

test('undone entries are offered again in their order of recording, each until it is recorded again', async () => {
  expect(await after()).toEqual([])
  expect(await after(...ALL_UNDONE)).toEqual([2, 3, 4, 5, 6])
  expect(await after(...ALL_UNDONE, FUND)).toEqual([3, 4, 5, 6])
  expect(await after(...ALL_UNDONE, FUND, ONE, TWO, THREE)).toEqual([6])
  expect(await after(...ALL_UNDONE, ...FIVE)).toEqual([])
})

test('an entry that was recorded again and is undone again is the next to come back', async () => {
  expect(await after(...ALL_UNDONE, FUND, ONE, undo)).toEqual([13, 4, 5, 6])
})

test('an entry recorded with another amount or day takes the place of the next of its kind', async () => {
  expect(await after(...ALL_UNDONE, FUND, { ...ONE, amount: 1_500, on: '2026-01-04' })).toEqual([4, 5, 6])
  expect(await after(...ALL_UNDONE, FUND, THREE)).toEqual([3, 4, 6])
})

test('another entry ends the offers, and an edit or a note ends none', async () => {
  expect(await after(...ALL_UNDONE, fund(contractId, 'M2', '2026-01-02'))).toEqual([])
  expect(await after(undo, { ...ADD, title: 'Not C' })).toEqual([])
  expect(await after(undo, undo, { type: 'edit-contract', contractId, title: 'Shop' })).toEqual([5, 6])
  expect(await after(undo, undo, { type: 'annotate', contractId, entry: 3, note: 'seen' })).toEqual([5, 6])
})

test('what a correction took back is not offered, and what was undone before it stays offered', async () => {
  expect(await after({ type: 'correct', contractId, entry: 3, with: { amount: 1_100 } })).toEqual([])
  expect(await after({ type: 'correct', contractId, entry: 4, remove: true })).toEqual([])
  expect(await after(undo, undo, { type: 'correct', contractId, entry: 3, with: { amount: 1_100 } })).toEqual([5, 6])
})

test('of hundreds of undone entries all are offered, and half of them after half came back', async () => {
  const book = await bookAfter(opening([100_000]), fund(contractId, 'M1', '2026-01-02'))
  const give = async (command: EscrowCommandInput): Promise<void> => {
    const outcome = await book.execute(escrowCommandSchema.parse(command))
    if (!outcome.ok) throw new Error(outcome.refusal.code)
  }
  const paid = Array.from({ length: 300 }, (_, i) => release(contractId, 'M1', 100 + (i % 7), '2026-01-03'))
  for (const command of paid) await give(command)
  for (const _ of paid) await give(undo)
  expect(await offeredAmounts(book)).toEqual(paid.map(({ amount }) => amount))
  for (const command of paid.slice(0, 150)) await give(command)
  expect(await offeredAmounts(book)).toEqual(paid.slice(150).map(({ amount }) => amount))
})

async function offeredAmounts(book: Book): Promise<readonly unknown[]> {
  const state = book.contract(contractId)
  if (state === undefined) throw new Error('no contract')
  return (await undoneNow(book, state)).map(({ command }) => 'amount' in command && command.amount)
}
