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

/** Expects the book to open as an intact one does, whatever happened to its checkpoint. */
async function expectRebuilt(folder: string, health: 'ok' | 'recovered'): Promise<Book> {
  const reference = await openBook(await writtenBook())
  const book = await openBook(folder)
  expect(statesOf(book)).toBe(statesOf(reference))
  expect(await settledHealth(book)).toMatchObject({ state: health })
  expect(book.info()).toMatchObject({ entries: 4, readOnly: false })
  expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1 })).toMatchObject({ entry: 5 })
  return book
}

/** A book whose checkpoint was changed and sealed again, so that only the change is wrong. */
async function sealedCheckpoint(change: (data: { [key: string]: unknown }) => void): Promise<string> {
  const folder = await writtenBook({ checkpoint: true })
  const { seal: _, ...data } = JSON.parse(readFileSync(checkpointOf(folder), 'utf8'))
  change(data)
  const body = JSON.stringify(data).slice(0, -1)
  writeFileSync(checkpointOf(folder), `${body},"seal":"${createHash('sha256').update(body).digest('hex')}"}`)
  return folder
}

test('an intact checkpoint gives the same book as the journal', async () => {
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
])('a checkpoint that is %s is quarantined and rebuilt', async (_, content) => {
  const folder = await writtenBook({ checkpoint: true })
  const good = readFileSync(checkpointOf(folder), 'utf8')
  const bad = content ?? good.slice(0, good.length / 2)
  writeFileSync(checkpointOf(folder), bad)
  await expectRebuilt(folder, 'recovered')
  const [quarantined = ''] = readdirSync(join(folder, 'recovered'))
  expect(readFileSync(join(folder, 'recovered', quarantined), 'utf8')).toBe(bad)
})

test('a flipped byte anywhere in a checkpoint is found', async () => {
  const folder = await writtenBook({ checkpoint: true })
  const good = readFileSync(checkpointOf(folder))
  const journal = readFileSync(join(folder, 'journal.ndjson'))
  for (let offset = 0; offset < good.length; offset += 23) {
    const bytes = Buffer.from(good)
    bytes[offset] = (bytes[offset] ?? 0) ^ (1 << (offset % 8))
    const copy = newFolder()
    mkdirSync(copy)
    writeFileSync(checkpointOf(copy), bytes)
    writeFileSync(join(copy, 'journal.ndjson'), journal)
    const book = await openBook(copy)
    expect(book.info().health.state, `byte ${offset}`).toBe('recovered')
    await closeBook(book)
  }
}, 60_000)

test('a checkpoint ahead of the journal is reported and rebuilt', async () => {
  const folder = await writtenBook({
    checkpoint: true,
    commands: [OPENING, ...MOVES, { type: 'bonus', contractId: 'C0001', amount: 5 }],
  })
  const path = join(folder, 'journal.ndjson')
  writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(0, 4).join('\n').concat('\n'))
  const book = await expectRebuilt(folder, 'recovered')
  expect(inWords(book.info().health).message).toContain('5 entries')
})

test('a checkpoint of another book is quarantined', async () => {
  const folder = await writtenBook()
  const other = await writtenBook({
    checkpoint: true,
    commands: [{ ...OPENING, title: 'Another' }, ...MOVES.slice(0, 1)],
  })
  writeFileSync(checkpointOf(folder), readFileSync(checkpointOf(other)))
  await expectRebuilt(folder, 'recovered')
})

test('a checkpoint with a wrong hash or impossible balances is not used', async () => {
  await expectRebuilt(await sealedCheckpoint(data => Object.assign(data, { hash: '0'.repeat(64) })), 'recovered')
  const wrong = await sealedCheckpoint(data => {
    const contracts = data['contracts'] as { C0001: { state: { deposited: number } } }
    contracts.C0001.state.deposited += 1
  })
  await expectRebuilt(wrong, 'recovered')
})

test('a checkpoint in an older format is rebuilt; one in a newer format is refused, naming both', async () => {
  await expectRebuilt(await sealedCheckpoint(data => Object.assign(data, { format: 0 })), 'ok')
  const newer = await sealedCheckpoint(data => Object.assign(data, { format: 7 }))
  expect(await Book.open(newer, new Clock().options)).toMatchObject({
    ok: false,
    refusal: { code: 'format-too-new', params: { found: 7, known: 2 } },
  })
  expect(readdirSync(newer).sort()).toEqual(['backups', 'book.json', 'journal.ndjson'])
})

test('a folder in place of the checkpoint is reported and left alone, and the book works without one', async () => {
  const folder = await writtenBook()
  mkdirSync(checkpointOf(folder))
  writeFileSync(join(checkpointOf(folder), 'mine.txt'), 'mine')
  const book = await expectRebuilt(folder, 'ok')
  expect(inWords(book.info().health).message).toContain('book.json')
  await closeBook(book)
  expect(readFileSync(join(checkpointOf(folder), 'mine.txt'), 'utf8')).toBe('mine')
})

test.skipIf(process.platform === 'win32')(
  'a link in place of the checkpoint is left alone, and the book works without one',
  async () => {
    const linked = await writtenBook()
    const target = join(linked, '..', 'elsewhere.json')
    writeFileSync(target, 'mine')
    symlinkSync(target, checkpointOf(linked))
    await closeBook(await expectRebuilt(linked, 'ok'))
    expect(lstatSync(checkpointOf(linked)).isSymbolicLink()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('mine')
  },
)

test('leftover temporary files are removed, and files of others are not', async () => {
  const folder = await writtenBook()
  writeFileSync(`${checkpointOf(folder)}.123e4567-e89b-12d3-a456-426614174000.tmp`, 'half')
  writeFileSync(join(folder, 'notes.tmp'), 'mine')
  await expectRebuilt(folder, 'ok')
  expect(readdirSync(folder).filter(name => name.endsWith('.tmp'))).toEqual(['notes.tmp'])
})
