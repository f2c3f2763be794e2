import { expect, test } from 'vitest'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { closeBook, codeOf, MOVES, newFolder, OPENING, openBook, record, recordAll, said } from '../fixture.ts'

const contractId = 'C0001'
const day = (number: number): IsoDate => `2026-01-${String(number).padStart(2, '0')}` as IsoDate
const bonus = (id: string, on: IsoDate, reference?: string): EscrowCommandInput => ({
  type: 'bonus',
  contractId: id,
  amount: 100,
  on,
  ...(reference && { reference }),
})

test('entries come in the order of recording, a page at a time, of one contract or of all, between two days', async () => {
  const book = await openBook(newFolder())
  await recordAll(book, [
    { ...OPENING, on: day(1) },
    { ...OPENING, on: day(2) },
  ])
  for (let number = 3; number <= 12; number++)
    await record(book, bonus(number % 2 === 0 ? 'C0001' : 'C0002', day(15 - number)))
  const numbersOf = async (query: Parameters<typeof book.records>[0]): Promise<number[]> =>
    (await book.records(query)).rows.map(({ entry }) => entry)
  expect(await book.records({ limit: 3 })).toMatchObject({
    total: 12,
    rows: [{ entry: 1 }, { entry: 2 }, { entry: 3 }],
  })
  expect(await numbersOf({ offset: 10, limit: 5 })).toEqual([11, 12])
  expect(await numbersOf({ offset: 12 })).toEqual([])
  expect(await numbersOf({ contractId: 'C0002' })).toEqual([2, 3, 5, 7, 9, 11])
  expect(await numbersOf({ contractId: 'C0002', from: day(4), to: day(10) })).toEqual([5, 7, 9, 11])
  expect(await book.records({ from: day(3), to: day(5), offset: 1, limit: 1 })).toMatchObject({
    total: 3,
    rows: [{ entry: 11 }],
  })
  expect(await book.records({ contractId: 'C0099' })).toEqual({ total: 0, rows: [] })
  expect(await book.record(7)).toMatchObject({ entry: 7, contract: 'C0002', on: day(8) })
  await expect(book.record(13)).rejects.toThrow(RangeError)
  await expect(book.record(0)).rejects.toThrow(RangeError)
})

test('a reversal marks both entries, and escrow is what it was before; live and after a start alike', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [
    OPENING,
    ...MOVES,
    { type: 'reverse', contractId },
    { type: 'reverse', contractId },
  ])
  await recordAll(book, [
    { type: 'release', contractId, milestoneId: 'M1', amount: 42_000 },
    { type: 'reverse', contractId },
  ])
  const { rows } = await book.records()
  expect(rows.map(({ escrow }) => escrow)).toEqual([0, 42_000, 2_000, 10_000, 2_000, 42_000, 0, 42_000])
  expect(rows.map(({ reverses, reversedBy }) => reverses ?? reversedBy)).toEqual([
    undefined,
    undefined,
    6,
    5,
    4,
    3,
    8,
    7,
  ])
  expect(book.flows(contractId)).toMatchObject([[expect.anything(), { deposited: 42_000, released: 0 }]])
  await closeBook(book)
  const again = await openBook(folder)
  expect((await again.records()).rows).toEqual(rows)
  // The opening is never reversed, and what a refusal leaves is what was there.
  await record(again, { type: 'reverse', contractId })
  expect(codeOf(await again.execute(said({ type: 'reverse', contractId })))).toBe('nothing-to-reverse')
  expect(again.flows(contractId)).toEqual([])
})

test('an annotation changes what is shown of an entry, and null clears it; both survive a start', async () => {
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
  expect(codeOf(await book.execute(said({ type: 'annotate', contractId, entry: 5, note: 'no' })))).toBe('unknown-entry')
  await recordAll(book, [{ ...OPENING, client: 'Other' }])
  expect(
    codeOf(await book.execute(said({ type: 'annotate', contractId, entry: 5, note: 'not of this contract' }))),
  ).toBe('unknown-entry')
  await record(book, { type: 'annotate', contractId, entry: 2, note: null })
  const annotations = book.annotations(contractId)
  expect(annotations).toEqual([{ entry: 4, reference: 'T4' }])
  await closeBook(book)
  expect((await openBook(folder)).annotations(contractId)).toEqual(annotations)
})

test('a party is renamed in all its contracts at once, or in none', async () => {
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
  expect(changes).toEqual([{ position: 4, contractIds: ['C0001', 'C0002', 'C0003'] }])
  expect([...book.contracts()].map(({ client, freelancer }) => `${client}/${freelancer}`)).toEqual([
    'Acme Limited/Dana Reyes',
    'Acme Limited/Sam',
    'Other/Acme Limited',
  ])
  expect(codeOf(await book.execute(said({ type: 'rename-party', from: 'Acme Limited', to: 'sam' })))).toBe('same-party')
  expect(book.contract('C0001')?.client).toBe('Acme Limited')
  expect(await book.execute(said({ type: 'rename-party', from: 'Nobody', to: 'Somebody' }))).toMatchObject({
    ok: false,
    refusal: { code: 'bad-input', field: 'from' },
  })
  // A reversal folds the contract again, and keeps the name.
  await recordAll(book, [bonus('C0001', day(31)), { type: 'reverse', contractId }])
  expect(book.contract('C0001')?.client).toBe('Acme Limited')
  expect(book.info()).toMatchObject({ entries: 5, position: 6 })
})

test('a preview is what would happen, and leaves nothing', async () => {
  const book = await recordAll(await openBook(newFolder()), [OPENING, ...MOVES.slice(0, 1)])
  const { head } = book.info()
  const release = said({ type: 'release', contractId, milestoneId: 'M1', amount: 40_000 })
  expect(await book.preview(release)).toMatchObject({
    ok: true,
    entry: 3,
    value: { remainder: 2_000 },
    states: [{ released: 40_000 }],
  })
  expect(await book.preview(said({ type: 'reverse', contractId }))).toMatchObject({
    ok: true,
    states: [{ deposited: 0 }],
  })
  expect(codeOf(await book.preview(said({ type: 'release', contractId, milestoneId: 'M1', amount: 42_001 })))).toBe(
    'exceeds-held',
  )
  expect(book.info()).toMatchObject({ entries: 2, head })
  expect(book.contract(contractId)?.released).toBe(0)
})

test('one transaction may open a contract, move its money and take a move back', async () => {
  const folder = newFolder()
  const book = await openBook(folder)
  const outcome = await book.executeAll(
    [OPENING, ...MOVES, { type: 'reverse', contractId }, OPENING, bonus('C0002', day(31))].map(command =>
      said(command as EscrowCommandInput),
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
  expect(await book.executeAll([said(bonus('C0001', day(31)))], 'import')).toMatchObject({ ok: true })
  expect((await book.backups()).filter(({ reason }) => reason === 'import')).toHaveLength(1)
  await record(book, { type: 'reverse', contractId })
  expect(book.contract(contractId)).toMatchObject({ released: 0, bonuses: 0 })
  expect(states[1]).toEqual(book.contract('C0002'))
  await closeBook(book)
  expect(await (await openBook(folder)).verify()).toMatchObject({ ok: true, entries: 10 })
})

test('commands given all at once are recorded one after another, in that order', async () => {
  const book = await openBook(newFolder())
  const outcomes = await Promise.all([OPENING, ...MOVES, OPENING, OPENING].map(command => book.execute(said(command))))
  expect(outcomes.map(outcome => outcome.ok && outcome.entry)).toEqual([1, 2, 3, 4, 5, 6])
})

test('ids that a person made up find nothing', async () => {
  const book = await openBook(newFolder())
  for (const id of ['__proto__', 'constructor', 'toString', '']) {
    expect(book.contract(id)).toBeUndefined()
    expect(book.flows(id)).toEqual([])
    expect((await book.records({ contractId: id })).total).toBe(0)
  }
})
