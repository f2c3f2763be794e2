import { expect, test } from 'vitest'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import {
  Clock,
  closeBook,
  codeOf,
  MOVES,
  newFolder,
  OPENING,
  openBook,
  parse,
  record,
  recordAll,
  TODAY,
} from './fixture.ts'

const contractId = 'C0001'
const bonus = (id: string): EscrowCommandInput => ({ type: 'bonus', contractId: id, amount: 100, on: TODAY })

test('an annotation changes an entry’s reference and note, and null clears them; both survive a restart', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING, ...MOVES])
  expect((await book.record(2)).reference).toBe('T1')
  expect(
    await record(book, { type: 'annotate', contractId, entry: 2, reference: null, note: 'told later' }),
  ).toMatchObject({ entry: null, position: 5 })
  await record(book, { type: 'annotate', contractId, entry: 4, reference: 'T4' })
  expect(book.annotations(contractId)).toEqual([
    { entry: 2, note: 'told later' },
    { entry: 4, reference: 'T4' },
  ])
  expect(await book.record(2)).not.toHaveProperty('reference')
  expect(await book.record(2)).toMatchObject({ note: 'told later' })
  expect(codeOf(await book.execute(parse({ type: 'annotate', contractId, entry: 5, note: 'no' })))).toBe(
    'unknown-entry',
  )
  await recordAll(book, [{ ...OPENING, client: 'Other' }])
  expect(
    codeOf(await book.execute(parse({ type: 'annotate', contractId, entry: 5, note: 'not of this contract' }))),
  ).toBe('unknown-entry')
  await record(book, { type: 'annotate', contractId, entry: 2, note: null })
  const annotations = book.annotations(contractId)
  expect(annotations).toEqual([{ entry: 4, reference: 'T4' }])
  await closeBook(book)
  expect((await openBook(folder)).annotations(contractId)).toEqual(annotations)
})

test('a party is renamed in all its contracts, or in none', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [
    OPENING,
    { ...OPENING, client: 'ACME LTD', freelancer: 'Sam' },
    { ...OPENING, client: 'Other', freelancer: 'Acme Ltd' },
  ])
  const changes: unknown[] = []
  book.onChanged(change => changes.push(change))
  expect(await record(book, { type: 'rename-party', from: ' acme ltd ', to: 'Acme Limited' })).toMatchObject({
    entry: null,
    contractIds: ['C0001', 'C0002', 'C0003'],
    position: 4,
  })
  expect(changes).toEqual([{ position: 4, contractIds: ['C0001', 'C0002', 'C0003'], accountIds: [] }])
  expect([...book.contracts()].map(({ client, freelancer }) => `${client}/${freelancer}`)).toEqual([
    'Acme Limited/Dana Reyes',
    'Acme Limited/Sam',
    'Other/Acme Limited',
  ])
  expect(codeOf(await book.execute(parse({ type: 'rename-party', from: 'Acme Limited', to: 'sam' })))).toBe(
    'same-party',
  )
  expect(book.contract('C0001')?.client).toBe('Acme Limited')
  expect(await book.execute(parse({ type: 'rename-party', from: 'Nobody', to: 'Somebody' }))).toMatchObject({
    ok: false,
    refusal: { code: 'bad-input', field: 'from' },
  })
  // A reversal folds the contract again, and keeps the new name.
  await recordAll(book, [bonus('C0001'), { type: 'reverse', contractId }])
  expect(book.contract('C0001')?.client).toBe('Acme Limited')
  expect(book.info()).toMatchObject({ entries: 5, position: 6 })
})

test('a preview returns the result a command would have, and changes nothing', async () => {
  const book = await recordAll(await openBook(newFolder()), [OPENING, ...MOVES.slice(0, 1)])
  const { head } = book.info()
  const release = parse({ type: 'release', contractId, milestoneId: 'M1', amount: 40_000 })
  expect(await book.preview(release)).toMatchObject({
    ok: true,
    entry: 3,
    value: { remainder: 2_000 },
    states: [{ released: 40_000 }],
  })
  expect(await book.preview(parse({ type: 'reverse', contractId }))).toMatchObject({
    ok: true,
    states: [{ deposited: 0 }],
  })
  expect(codeOf(await book.preview(parse({ type: 'release', contractId, milestoneId: 'M1', amount: 42_001 })))).toBe(
    'exceeds-held',
  )
  expect(book.info()).toMatchObject({ entries: 2, head })
  expect(book.contract(contractId)?.released).toBe(0)
})

test('one transaction may open a contract, move its money and reverse a move', async () => {
  const folder = newFolder()
  const book = await openBook(folder)
  const outcome = await book.executeAll(
    [OPENING, ...MOVES, { type: 'reverse', contractId }, OPENING, bonus('C0002')].map(command =>
      parse(command as EscrowCommandInput),
    ),
    'import',
  )
  expect(outcome).toMatchObject({
    ok: true,
    recorded: [
      { entry: 1 },
      {},
      {},
      {},
      { value: { reversed: 4 } },
      { value: { contractId: 'C0002' } },
      { entry: 7, position: 1 },
    ],
  })
  expect(book.contract(contractId)?.deposited).toBe(42_000)
  const [states, { rows }] = [[...book.contracts()], await book.records()]
  expect(rows).toHaveLength(7)
  await record(book, { type: 'reverse', contractId })
  expect(await book.executeAll([parse(bonus('C0001'))], 'import')).toMatchObject({ ok: true })
  expect((await book.backups()).filter(({ reason }) => reason === 'import')).toHaveLength(1)
  await record(book, { type: 'reverse', contractId })
  expect(book.contract(contractId)).toMatchObject({ released: 0, bonuses: 0 })
  expect(states[1]).toEqual(book.contract('C0002'))
  await closeBook(book)
  expect(await (await openBook(folder)).verify()).toMatchObject({ ok: true, entries: 10 })
})

test('commands given at once are recorded one after another, in order', async () => {
  const book = await openBook(newFolder())
  const outcomes = await Promise.all([OPENING, ...MOVES, OPENING, OPENING].map(command => book.execute(parse(command))))
  expect(outcomes.map(outcome => outcome.ok && outcome.entry)).toEqual([1, 2, 3, 4, 5, 6])
})

test('after the clock jumps back, entries are still recorded, and the book opens again', async () => {
  const folder = newFolder()
  const clock = new Clock()
  const book = await recordAll(await openBook(folder, clock.options), [OPENING, ...MOVES.slice(0, 1)])
  clock.moment = new Date('2026-01-10T09:00:00')
  // Dated by default on the latest day of the contract, even though the clock is behind it.
  await record(book, { type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: 100 })
  expect((await book.records()).rows.at(-1)).toMatchObject({ entry: 3, on: TODAY, at: clock.moment.toISOString() })
  await closeBook(book)
  const again = await openBook(folder, clock.options)
  expect(again.info()).toMatchObject({ entries: 3, readOnly: false })
  expect(await again.verify()).toMatchObject({ ok: true })
})

test('the day changes while the book is open', async () => {
  const clock = new Clock()
  const book = await recordAll(await openBook(newFolder(), clock.options), [OPENING])
  const tomorrow = '2026-02-01' as IsoDate
  const early = await book.execute(parse({ type: 'bonus', contractId: 'C0001', amount: 1, on: tomorrow }))
  expect(codeOf(early)).toBe('date-in-future')
  clock.moment = new Date(`${tomorrow}T00:00:01`)
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1, on: tomorrow })).toMatchObject({
    entry: 2,
  })
})
