import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CHECKPOINT_FORMAT } from '../../../main/book/checkpoint/checkpoint-data.ts'
import {
  closeBook,
  type JournalCommandInput,
  newFolder,
  OPENING,
  openBook,
  recordAll,
  STATEMENT,
  TODAY,
  YEAR,
} from '../fixture.ts'
import { shapeOf } from './shape.ts'

/** The shape of each format of checkpoint so far. A shape that was released never changes. */
const SHAPES = join(import.meta.dirname, 'shapes')

/** A book of the first format of the journal. */
const OLDEST = join(import.meta.dirname, '../journal/formats/1')

const [ASKED, DISPUTED] = ['C0001', 'C0002']
const POLICY = { availableDays: 5, refundDays: 7, disputeDays: 7, clientFeeBp: 500, freelancerFeeBp: 1_000 }
const MOSTS = { clientFeeMost: 10_000, freelancerFeeMost: 10_000 }

/**
 * Contracts that use every part of the state: a pending refund, a dispute, money on its way, due
 * dates.
 */
const COMMANDS: readonly JournalCommandInput[] = [
  { ...OPENING, budget: 100_000, policy: POLICY },
  { type: 'edit-milestone', contractId: ASKED, milestoneId: 'M2', due: TODAY },
  { type: 'fund-milestone', contractId: ASKED, milestoneId: 'M1', reference: 'T1', note: 'First' },
  { type: 'submit-work', contractId: ASKED, milestoneId: 'M1' },
  { type: 'release', contractId: ASKED, milestoneId: 'M1', amount: 10_000 },
  { type: 'submit-work', contractId: ASKED, milestoneId: 'M1' },
  { type: 'request-refund', contractId: ASKED, milestoneId: 'M1', amount: 5_000, reason: 'Less work' },
  { type: 'annotate', contractId: ASKED, entry: 1, note: 'From the old system' },
  { ...OPENING, policy: { ...POLICY, ...MOSTS, funding: 'many' } },
  { type: 'fund-milestone', contractId: DISPUTED, milestoneId: 'M1' },
  { type: 'open-dispute', contractId: DISPUTED, amount: 1_000 },
  { type: 'close-books', until: '2025-12-31' },
  { type: 'open-account', name: 'Upwork', currency: 'USD' },
  { type: 'receive', accountId: 'A0001', amount: 10_000, fee: 1_000, kind: 'hourly', from: 'Acme Ltd' },
  {
    type: 'withdraw',
    accountId: 'A0001',
    amount: 500,
    arrived: { currency: 'INR', amount: 41_500 },
    note: 'To the bank',
  },
  { type: 'charge', accountId: 'A0001', amount: 100, kind: 'connects', reference: 'T2' },
  { type: 'withhold', accountId: 'A0001', amount: 100, kind: 'income-tax', about: 12 },
  { type: 'reverse-account', accountId: 'A0001', entry: 13 },
]

/** The checkpoint of a book in which every part of the state is in use. */
async function richCheckpoint(): Promise<unknown> {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), COMMANDS)
  await book.keepPaper(STATEMENT)
  await book.keepPaper(YEAR)
  await closeBook(book)
  return JSON.parse(readFileSync(join(folder, 'book.json'), 'utf8'))
}

test('a checkpoint has the shape of its format', async () => {
  const file = join(SHAPES, `${CHECKPOINT_FORMAT}.txt`)
  const shape = shapeOf(await richCheckpoint())
  expect(
    shape,
    'The checkpoint has another shape than its format says, so an older one would be taken for a current one. ' +
      `Raise CHECKPOINT_FORMAT and describe the new format in a new file next to ${file}.`,
  ).toEqual(readFileSync(file, 'utf8').trimEnd().split('\n'))
})

test('every format so far has its own shape', () => {
  const files = readdirSync(SHAPES).sort()
  expect(files).toEqual(Array.from({ length: CHECKPOINT_FORMAT }, (_, index) => `${index + 1}.txt`))
  expect(new Set(files.map(name => readFileSync(join(SHAPES, name), 'utf8'))).size).toBe(files.length)
})

test('a contract of the oldest journal has every field of the state', async () => {
  const folder = newFolder()
  mkdirSync(folder)
  copyFileSync(join(OLDEST, 'journal.ndjson'), join(folder, 'journal.ndjson'))
  await closeBook(await openBook(folder))
  const fields = (shape: readonly string[]) =>
    shape.flatMap(line => /^contracts\.\*\.state\.(\w+|policy\.\w+):/.exec(line)?.[1] ?? [])
  const old = JSON.parse(readFileSync(join(folder, 'book.json'), 'utf8'))
  expect(
    fields(shapeOf(old)),
    'Older events lack this attribute: give it a default where `evolve` opens a contract.',
  ).toEqual(fields(shapeOf(await richCheckpoint())))
})

test('a field that is added, dropped, renamed or of another type changes the shape', () => {
  const state = { title: 'A', due: null, parts: [{ amount: 1 }], milestones: { M1: 1 } }
  const shape = shapeOf(state)
  expect(shape).toEqual([
    ': object',
    'due: null',
    'milestones.*: number',
    'milestones: object',
    'parts: list',
    'parts[].amount: number',
    'parts[]: object',
    'title: string',
  ])
  for (const other of [
    { ...state, purchaseOrder: null },
    { ...state, parts: [{ amount: 1, milestoneId: null }] },
    { title: 'A', parts: state.parts, milestones: state.milestones },
    { ...state, due: '2026-01-31' },
    { ...state, parts: [{ sum: 1 }] },
  ])
    expect(shapeOf(other)).not.toEqual(shape)
  expect(shapeOf({ ...state, parts: [...state.parts, ...state.parts], milestones: { M1: 1, M2: 2 } })).toEqual(shape)
})
