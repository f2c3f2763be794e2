import { expect, test } from 'vitest'
import { Book } from '../../../main/book/book.ts'
import { escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { Clock, closeBook, codeOf, inWords, openBook, parse, record, settledHealth, writtenBook } from '../fixture.ts'
import {
  type CheckpointJson,
  changeAt,
  checkpointIn,
  copyOf,
  figuresOf,
  forged,
  placesIn,
  RICH,
  sealIn,
  setAside,
} from './forging.ts'

/** The fields that say which lines the checkpoint is of, and in which form. */
const OF_THE_FILE = new Set(['format', 'journalFormat', 'fold', 'offset', 'hash'])

const richBook = (): Promise<string> => writtenBook({ checkpoint: true, commands: RICH })

/** Money that is not there, so that every balance still adds up. */
function withMoney({ contracts }: CheckpointJson): void {
  const state = contracts['C0003']?.state as {
    deposited: number
    sums: { held: number }
    milestones: { held: number; funded: number; amount: number }[]
  }
  state.deposited += 1_000_000
  state.sums.held += 1_000_000
  for (const milestone of state.milestones.slice(0, 1)) {
    milestone.held += 1_000_000
    milestone.funded += 1_000_000
    milestone.amount += 1_000_000
  }
}

test('each field of a checkpoint, changed and sealed anew, is found, told and replaced', async () => {
  const folder = await richBook()
  const good = await openBook(copyOf(folder))
  await good.proved()
  const figures = figuresOf(good)
  const places = placesIn(checkpointIn(folder)).filter(([field]) => !OF_THE_FILE.has(String(field)))
  expect(places.length).toBeGreaterThan(150)
  for (const place of places) {
    const copy = forged(folder, data => changeAt(data, place))
    const book = await openBook(copy)
    await book.proved()
    expect(figuresOf(book), place.join('.')).toBe(figures)
    expect(book.info(), place.join('.')).toMatchObject({ readOnly: false, health: { state: 'recovered' } })
    expect(setAside(copy), place.join('.')).toHaveLength(1)
    await closeBook(book)
  }
}, 60_000)

test('a contract that was added to a checkpoint, or left out of it, is found', async () => {
  const folder = await richBook()
  const figures = figuresOf(await openBook(copyOf(folder)))
  for (const change of [
    ({ contracts }: CheckpointJson) => delete contracts['C0002'],
    ({ contracts }: CheckpointJson) => Object.assign(contracts, { C0004: contracts['C0003'] }),
    ({ contracts }: CheckpointJson) => Object.assign(contracts, { X: contracts['C0003'] }),
  ]) {
    const book = await openBook(forged(folder, change))
    await book.proved()
    expect(figuresOf(book)).toBe(figures)
    expect(book.info().health.state).toBe('recovered')
  }
})

test('false figures are told in words, with their number and the file that was set aside', async () => {
  const folder = forged(await richBook(), withMoney)
  const book = await openBook(folder)
  const { state, message } = await settledHealth(book)
  const [file = ''] = setAside(folder)
  expect(state).toBe('recovered')
  expect(message).toContain('of 1 contract')
  expect(message).toContain(file)
  await closeBook(book)
  expect(await settledHealth(await openBook(folder))).toEqual({ state: 'ok' })
})

test('no command is decided on figures that the journal does not prove', async () => {
  const folder = await richBook()
  const release = { type: 'release', contractId: 'C0003', milestoneId: 'M1', amount: 1_000_000 } as const
  for (const act of ['execute', 'executeAll', 'preview', 'rename'] as const) {
    const book = await openBook(forged(folder, withMoney))
    const outcome =
      act === 'execute'
        ? await book.execute(parse(release))
        : act === 'executeAll'
          ? await book.executeAll([parse(release)], 'import')
          : act === 'preview'
            ? await book.preview(parse(release))
            : await book.executeAll([parse({ type: 'rename-party', from: 'Brook Ltd', to: 'Brook' }), parse(release)])
    expect(codeOf(outcome), act).toBe('exceeds-held')
    expect(book.info().health.state, act).toBe('recovered')
    expect((await book.records()).total).toBe(14)
  }
})

test('a command right after the start is decided at once if its own contract is proved', async () => {
  const folder = forged(await richBook(), withMoney)
  const book = await openBook(folder)
  const bonus = await record(book, { type: 'bonus', contractId: 'C0001', amount: 100 })
  expect(bonus.entry).toBe(15)
  await book.proved()
  // Recorded meanwhile, and kept when the figures were made again.
  expect(book.contract('C0001')?.bonuses).toBe(100)
  expect(book.contract('C0003')?.deposited).toBe(42_000)
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 100 })).toMatchObject({ entry: 16 })
  await closeBook(book)
  expect(await settledHealth(await openBook(folder))).toEqual({ state: 'ok' })
})

test('a false number of entries or contracts never numbers a new one', async () => {
  const folder = await richBook()
  const open = RICH[0]
  if (open === undefined) throw new Error('there is no opening')
  for (const change of [
    (data: CheckpointJson) => Object.assign(data, { entries: 20 }),
    (data: CheckpointJson) => Object.assign(data, { position: 20 }),
    ({ contracts }: CheckpointJson) => delete contracts['C0003'],
  ]) {
    const book = await openBook(forged(folder, change))
    expect(await record(book, open)).toMatchObject({ entry: 15, contractIds: ['C0004'] })
    const opened = await openBook(forged(folder, change))
    expect(await opened.executeNew(() => [escrowCommandSchema.parse(open)])).toMatchObject({
      recorded: [{ entry: 15, contractIds: ['C0004'], position: RICH.length + 1 }],
    })
  }
})

test('a checkpoint whose keys are in another order is as good', async () => {
  const folder = await richBook()
  const reordered = (value: unknown): unknown =>
    typeof value !== 'object' || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, inner]) => [key, reordered(inner)]),
        )
  const copy = forged(folder, data => {
    data.contracts = Object.fromEntries(
      Object.entries(data.contracts).map(([id, each]) => [id, reordered(each) as (typeof data.contracts)[string]]),
    )
  })
  expect(await settledHealth(await openBook(copy))).toEqual({ state: 'ok' })
  expect(setAside(copy)).toEqual([])
})

test('a checkpoint of an earlier line, with false figures, is found after the lines since were folded', async () => {
  const folder = await writtenBook({ checkpoint: true, commands: RICH.slice(0, 13) })
  const early = checkpointIn(folder)
  const book = await openBook(folder)
  for (const command of RICH.slice(13)) await record(book, command)
  await book.proved()
  await closeBook(book)
  const figures = figuresOf(await openBook(copyOf(folder)))
  sealIn(folder, early)
  expect(await settledHealth(await openBook(copyOf(folder)))).toEqual({ state: 'ok' })
  changeAt(early, ['contracts', 'C0001', 'state', 'title'])
  sealIn(folder, early)
  const stale = await openBook(folder)
  expect(await settledHealth(stale)).toMatchObject({ state: 'recovered' })
  expect(figuresOf(stale)).toBe(figures)
})

test('a checkpoint of another fold counts as older: it is made again without a word', async () => {
  const folder = await richBook()
  const figures = figuresOf(await openBook(copyOf(folder)))
  for (const fold of [0, 99, undefined]) {
    const copy = forged(folder, data => {
      withMoney(data)
      Object.assign(data, { fold })
    })
    const book = await openBook(copy)
    expect(figuresOf(book)).toBe(figures)
    expect(await settledHealth(book)).toEqual({ state: 'ok' })
    expect(setAside(copy)).toEqual([])
  }
})

test('a book that is only read shows proved figures too, and changes no file', async () => {
  const folder = forged(await richBook(), withMoney)
  const opened = await Book.read(folder, new Clock().options)
  if (!opened.ok) throw new Error(opened.refusal.code)
  await opened.book.proved()
  expect(opened.book.contract('C0003')?.deposited).toBe(42_000)
  expect(inWords(opened.book.info().health)).toMatchObject({
    state: 'recovered',
    message: expect.stringContaining('book.json was not used'),
  })
  await opened.book.close()
  expect(setAside(folder)).toEqual([])
})
