import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { Clock, codeOf, inWords, MOVES, newFolder, openBook, record, said, writtenBook } from './fixture.ts'

/** A book that is only read, closed after the test. */
async function read(folder: string): Promise<Book> {
  const opened = await Book.read(folder, new Clock().options)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  onTestFinished(() => opened.book.close())
  return opened.book
}

/** The book's files as they lie there; backups come and go by themselves. */
const files = (folder: string): unknown =>
  readdirSync(folder)
    .map(name => ({ name, at: statSync(join(folder, name)) }))
    .flatMap(({ name, at }) => (at.isFile() ? [[name, at.size, at.mtimeMs]] : []))

test.each([true, false])(
  'a book can be read beside the process that has it open, which goes on (checkpoint: %s)',
  async checkpoint => {
    const folder = await writtenBook({ checkpoint })
    const writer = await openBook(folder)
    const before = files(folder)
    const reader = await read(folder)
    expect([...reader.contracts()]).toEqual([...writer.contracts()])
    expect(await reader.verify()).toEqual(await writer.verify())
    expect(inWords(await reader.checked())).toEqual({ state: 'ok' })
    expect(files(folder), 'reading changes nothing').toEqual(before)

    await record(writer, { type: 'bonus', contractId: 'C0001', amount: 100 })
    expect(reader.info().entries, 'it keeps to what was there').toBe(writer.info().entries - 1)
    expect(await reader.verify()).toMatchObject({ ok: true, entries: reader.info().entries })
    expect((await read(folder)).info().entries).toBe(writer.info().entries)
  },
)

test('a reader takes no lock, and can record nothing', async () => {
  const folder = await writtenBook()
  const reader = await read(folder)
  expect(codeOf(await reader.execute(said(MOVES[0] ?? { type: 'reverse', contractId: 'C0001' })))).toBe(
    'book-read-only',
  )
  expect(codeOf(await reader.backUp('asked'))).toBe('book-read-only')
  expect(
    codeOf(
      await Book.open(folder, new Clock().options).then(opened =>
        opened.ok ? opened.book.close().then(() => opened) : opened,
      ),
    ),
  ).toBe('accepted')
})

test('a line that is just being written is no damage to a reader, and one that a process left half-written is told and left', async () => {
  const folder = await writtenBook()
  const path = join(folder, 'journal.ndjson')
  const writer = await openBook(folder)
  appendFileSync(path, '{"format":1,"seq":5')
  expect(inWords(await (await read(folder)).checked())).toEqual({ state: 'ok' })
  await writer.close()
  expect((await (await read(folder)).checked()).state).toBe('recovered')
  expect(readFileSync(path, 'utf8').endsWith('"seq":5'), 'a reader mends nothing').toBe(true)
})

test('where there is no book none is made, and a damaged one is left as it is', async () => {
  const folder = newFolder()
  expect(await Book.read(folder, new Clock().options)).toMatchObject({
    ok: false,
    refusal: { code: 'bad-input', variant: 'no-book' },
  })
  expect(existsSync(folder)).toBe(false)
  mkdirSync(folder)
  expect(await Book.read(folder, new Clock().options)).toMatchObject({ ok: false, refusal: { variant: 'no-book' } })
  expect(readdirSync(folder)).toEqual([])

  const damaged = await writtenBook({ checkpoint: true })
  writeFileSync(join(damaged, 'book.json'), '{')
  writeFileSync(
    join(damaged, 'journal.ndjson'),
    readFileSync(join(damaged, 'journal.ndjson'), 'utf8').replace('42000', '42001'),
  )
  const before = files(damaged)
  expect(inWords(await (await read(damaged)).checked())).toMatchObject({
    state: 'damaged',
    line: 1,
    message: expect.stringContaining('There is no good backup'),
  })
  expect(files(damaged)).toEqual(before)
})
