import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Book } from '../../../main/book/book.ts'
import {
  Clock,
  closeBook,
  inWords,
  MOVES,
  newFolder,
  OPENING,
  openBook,
  record,
  settledHealth,
  writtenBook,
} from '../fixture.ts'

const checkpointOf = (folder: string): string => join(folder, 'book.json')
const statesOf = (book: Book): string =>
  JSON.stringify([...book.contracts()].map(state => [state, book.flows(state.id), book.annotations(state.id)]))

/** The state a good book gives, to be had again whatever happened to its checkpoint. */
async function expectRebuilt(folder: string, health: 'ok' | 'recovered'): Promise<Book> {
  const reference = await openBook(await writtenBook())
  const book = await openBook(folder)
  expect(statesOf(book)).toBe(statesOf(reference))
  expect(await settledHealth(book)).toMatchObject({ state: health })
  expect(book.info()).toMatchObject({ entries: 4, readOnly: false })
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: 5 })
  return book
}

/** A text with the seal it should have, so that what is wrong with it is something else. */
async function sealedCheckpoint(change: (data: { [key: string]: unknown }) => void): Promise<string> {
  const folder = await writtenBook({ checkpoint: true })
  const { seal: _, ...data } = JSON.parse(readFileSync(checkpointOf(folder), 'utf8'))
  change(data)
  const body = JSON.stringify(data).slice(0, -1)
  writeFileSync(checkpointOf(folder), `${body},"seal":"${createHash('sha256').update(body).digest('hex')}"}`)
  return folder
}

test('a good checkpoint gives the same book as the journal', async () => {
  const folder = await writtenBook({ checkpoint: true })
  const before = readFileSync(checkpointOf(folder), 'utf8')
  await closeBook(await openBook(folder))
  expect(readFileSync(checkpointOf(folder), 'utf8')).toBe(before)
  await expectRebuilt(folder, 'ok')
})

test('a missing checkpoint is rebuilt, and written when the book is closed', async () => {
  const folder = await writtenBook()
  await closeBook(await expectRebuilt(folder, 'ok'))
  expect(existsSync(checkpointOf(folder))).toBe(true)
})

test.each([
  ['empty', ''],
  ['null', 'null'],
  ['[]', '[]'],
  ['no JSON', 'hello'],
  ['half', undefined],
])('a checkpoint that is %s is set aside and rebuilt', async (_, content) => {
  const folder = await writtenBook({ checkpoint: true })
  const good = readFileSync(checkpointOf(folder), 'utf8')
  const bad = content ?? good.slice(0, good.length / 2)
  writeFileSync(checkpointOf(folder), bad)
  await expectRebuilt(folder, 'recovered')
  const [kept = ''] = readdirSync(join(folder, 'recovered'))
  expect(readFileSync(join(folder, 'recovered', kept), 'utf8')).toBe(bad)
})

test('a checkpoint with any byte flipped is found', async () => {
  const folder = await writtenBook({ checkpoint: true })
  const good = readFileSync(checkpointOf(folder))
  const journal = readFileSync(join(folder, 'journal.ndjson'))
  for (let place = 0; place < good.length; place += 23) {
    const bytes = Buffer.from(good)
    bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8))
    const copy = newFolder()
    mkdirSync(copy)
    writeFileSync(checkpointOf(copy), bytes)
    writeFileSync(join(copy, 'journal.ndjson'), journal)
    const book = await openBook(copy)
    expect(book.info().health.state, `byte ${place}`).toBe('recovered')
    await closeBook(book)
  }
}, 60_000)

test('a checkpoint ahead of the journal is told and rebuilt', async () => {
  const folder = await writtenBook({
    checkpoint: true,
    commands: [OPENING, ...MOVES, { type: 'bonus', contractId: 'C0001', amount: 5 }],
  })
  const path = join(folder, 'journal.ndjson')
  writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(0, 4).join('\n').concat('\n'))
  const book = await expectRebuilt(folder, 'recovered')
  expect(inWords(book.info().health).message).toContain('5 entries')
})

test('a checkpoint of another book is set aside', async () => {
  const folder = await writtenBook()
  const other = await writtenBook({
    checkpoint: true,
    commands: [{ ...OPENING, title: 'Another' }, ...MOVES.slice(0, 1)],
  })
  writeFileSync(checkpointOf(folder), readFileSync(checkpointOf(other)))
  await expectRebuilt(folder, 'recovered')
})

test('a checkpoint that names a wrong hash, or balances that cannot be, is not believed', async () => {
  await expectRebuilt(await sealedCheckpoint(data => Object.assign(data, { hash: '0'.repeat(64) })), 'recovered')
  const wrong = await sealedCheckpoint(data => {
    const contracts = data['contracts'] as { C0001: { state: { deposited: number } } }
    contracts.C0001.state.deposited += 1
  })
  await expectRebuilt(wrong, 'recovered')
})

test('a checkpoint of an older format is rebuilt, one of a newer format refused with both numbers', async () => {
  await expectRebuilt(await sealedCheckpoint(data => Object.assign(data, { format: 0 })), 'ok')
  const newer = await sealedCheckpoint(data => Object.assign(data, { format: 7 }))
  expect(await Book.open(newer, new Clock().options)).toMatchObject({
    ok: false,
    refusal: { code: 'format-too-new', params: { found: 7, known: 1 } },
  })
  expect(readdirSync(newer).sort()).toEqual(['backups', 'book.json', 'journal.ndjson'])
})

test('something else in its place is told, left alone, and the book works without', async () => {
  const folder = await writtenBook()
  mkdirSync(checkpointOf(folder))
  writeFileSync(join(checkpointOf(folder), 'mine.txt'), 'mine')
  const book = await expectRebuilt(folder, 'ok')
  expect(inWords(book.info().health).message).toContain('book.json')
  await closeBook(book)
  expect(readFileSync(join(checkpointOf(folder), 'mine.txt'), 'utf8')).toBe('mine')

  const linked = await writtenBook()
  const target = join(linked, '..', 'elsewhere.json')
  writeFileSync(target, 'mine')
  symlinkSync(target, checkpointOf(linked))
  await closeBook(await expectRebuilt(linked, 'ok'))
  expect(lstatSync(checkpointOf(linked)).isSymbolicLink()).toBe(true)
  expect(readFileSync(target, 'utf8')).toBe('mine')
})

test('old temporary files are removed, and what is no file of ours stays', async () => {
  const folder = await writtenBook()
  writeFileSync(`${checkpointOf(folder)}.123e4567-e89b-12d3-a456-426614174000.tmp`, 'half')
  writeFileSync(join(folder, 'notes.tmp'), 'mine')
  await expectRebuilt(folder, 'ok')
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual(['notes.tmp'])
})
