import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Book } from '../../../main/book/book.ts'
import type { Answer, CommandValue } from '../../../shared/api/answers.ts'
import type { OpenUnderWayInput } from '../../../shared/contract/under-way.ts'
import { newFolder, OPENING, openBook, record } from '../../book/fixture.ts'
import { callsOn as bridgeOn } from './context.ts'

/** The seed's answer half-way: 420 paid in, 400 paid out, the 20 left carried into B. */
const HALF_WAY: OpenUnderWayInput = {
  ...OPENING,
  type: 'open-under-way',
  on: '2026-01-05',
  moves: [
    { type: 'fund-milestone', milestoneId: 'M1', on: '2026-01-06', reference: 'Wire 1' },
    { type: 'submit-work', milestoneId: 'M1', on: '2026-01-10' },
    { type: 'release', milestoneId: 'M1', amount: 40_000, on: '2026-01-12' },
    { type: 'fund-milestone', milestoneId: 'M2', on: '2026-01-15' },
  ],
}

/** The calls of a page on a book: a command, and the preview of one. */
function callsOn(book: Book) {
  const calls = bridgeOn(book, problem => {
    throw problem
  })
  return {
    execute: (command: unknown) => calls.execute(command) as Promise<Answer<CommandValue>>,
    preview: (command: unknown) => calls.query({ type: 'preview', command }) as Promise<Answer<CommandValue>>,
  }
}

test('a contract under way is opened with its past as one line of the journal, after a preview that matches and changes nothing', async () => {
  const folder = newFolder()
  const book = await openBook(folder)
  const { execute: give, preview } = callsOn(book)
  const would = await preview(HALF_WAY)
  expect(book.info().entries).toBe(0)
  const answer = await give(HALF_WAY)
  expect(would).toEqual(answer)
  if (!answer.ok) throw new Error(answer.error.message)
  expect(answer.value).toMatchObject({
    contractId: 'C0001',
    entries: 5,
    entry: 5,
    warnings: [],
    contract: {
      escrow: 10_000,
      deposited: 50_000,
      released: 40_000,
      milestones: [{ status: 'paid' }, { status: 'funded', held: 10_000 }, { status: 'planned' }],
    },
  })
  expect(readFileSync(join(folder, 'journal.ndjson'), 'utf8').trim().split('\n')).toHaveLength(1)
  const { rows } = await book.records()
  expect(rows.map(({ type, on, reference }) => [type, on, reference])).toEqual([
    ['open-contract', '2026-01-05', undefined],
    ['fund-milestone', '2026-01-06', 'Wire 1'],
    ['submit-work', '2026-01-10', undefined],
    ['release', '2026-01-12', undefined],
    ['fund-milestone', '2026-01-15', undefined],
  ])
})

test('its moves apply to the contract that it opens, whatever was opened before', async () => {
  const book = await openBook(newFolder())
  await record(book, OPENING)
  expect(await callsOn(book).execute(HALF_WAY)).toMatchObject({ ok: true, value: { contractId: 'C0002', entries: 5 } })
  expect(book.contract('C0001')).toMatchObject({ deposited: 0 })
})

test('one refused move refuses everything, with the rulebook’s message and the move’s position', async () => {
  const book = await openBook(newFolder())
  const { execute: give, preview } = callsOn(book)
  const tooMuch = {
    ...HALF_WAY,
    moves: [...HALF_WAY.moves, { type: 'release', milestoneId: 'M2', amount: 10_001, on: '2026-01-20' }],
  }
  expect(await give(tooMuch)).toEqual({
    ok: false,
    error: expect.objectContaining({ code: 'exceeds-held', field: 'moves.4.amount' }),
  })
  const backwards = { ...HALF_WAY, moves: HALF_WAY.moves.toReversed() }
  expect(await preview(backwards)).toMatchObject({ ok: false, error: { field: expect.stringMatching(/^moves\.\d/) } })
  const late = { ...HALF_WAY, moves: [HALF_WAY.moves[0], { type: 'submit-work', milestoneId: 'M1', on: '2026-01-01' }] }
  expect(await give(late)).toMatchObject({ ok: false, error: { code: 'date-before-last-entry', field: 'moves.1.on' } })
  expect(await give({ ...HALF_WAY, milestones: [{ title: 'A', amount: 1 }] })).toMatchObject({
    ok: false,
    error: { code: 'below-minimum', field: 'milestones.0.amount' },
  })
  expect(book.info().entries).toBe(0)
  expect(book.contract('C0001')).toBeUndefined()
})

test('a move that names a contract, is unknown or has no whole amount is refused with its own code', async () => {
  const { execute: give } = callsOn(await openBook(newFolder()))
  const given = (move: object) => give({ ...HALF_WAY, moves: [move] })
  expect(await given({ type: 'submit-work', milestoneId: 'M1', contractId: 'C0001' })).toMatchObject({
    error: { code: 'bad-input', field: 'moves.0.contractId' },
  })
  expect(await given({ type: 'reverse' })).toMatchObject({ error: { code: 'bad-input', field: 'moves.0.type' } })
  expect(await given({ type: 'release', amount: 0.5 })).toMatchObject({
    error: { code: 'bad-amount', field: 'moves.0.amount', message: expect.stringContaining('amount') },
  })
})

test('amounts in its refusals have the decimals of its currency', async () => {
  const { preview } = callsOn(await openBook(newFolder()))
  const yen = {
    ...HALF_WAY,
    currency: 'JPY',
    milestones: [{ title: 'A', amount: 1_000 }],
    moves: [
      { type: 'fund-milestone', milestoneId: 'M1' },
      { type: 'release', milestoneId: 'M1', amount: 1_001 },
    ],
  }
  expect(await preview(yen)).toMatchObject({
    error: { code: 'exceeds-held', message: expect.stringContaining('1,000') },
  })
})

test('it warns if the contract is over budget, but not about milestones that closed along the way', async () => {
  const { preview } = callsOn(await openBook(newFolder()))
  expect(await preview({ ...HALF_WAY, budget: 45_000 })).toMatchObject({
    ok: true,
    value: { warnings: [{ code: 'over-budget' }] },
  })
})
