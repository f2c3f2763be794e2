import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { Clock, codeOf, inWords, MOVES, newFolder, openBook, parse, record, writtenBook } from './fixture.ts'

/** A book opened only for reading, closed after the test. */
async function read(folder: string): Promise<Book> {
  const opened = await Book.read(folder, new Clock().options)
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  onTestFinished(() => opened.book.close())
  return opened.book
}

/** Name, size and time of the files in a book's folder, without its subfolders. */
const files = (folder: string): unknown =>
  readdirSync(folder)
    .map(name => ({ name, at: statSync(join(folder, name)) }))
    .flatMap(({ name, at }) => (at.isFile() ? [[name, at.size, at.mtimeMs]] : []))

test.each([true, false])(
  'a book can be read while another process has it open and goes on writing (checkpoint: %s)',
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
    expect(reader.info().entries, 'it shows the moment it was opened').toBe(writer.info().entries - 1)
    expect(await reader.verify()).toMatchObject({ ok: true, entries: reader.info().entries })
    expect((await read(folder)).info().entries).toBe(writer.info().entries)
  },
)

test('a reader takes no lock and cannot record', async () => {
  const folder = await writtenBook()
  const reader = await read(folder)
  expect(codeOf(await reader.execute(parse(MOVES[0] ?? { type: 'reverse', contractId: 'C0001' })))).toBe(
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

test('to a reader, a line that is being written is not damage, and one that a process left incomplete is reported and left alone', async () => {
  const folder = await writtenBook()
  const path = join(folder, 'journal.ndjson')
  const writer = await openBook(folder)
  appendFileSync(path, '{"format":1,"seq":5')
  expect(inWords(await (await read(folder)).checked())).toEqual({ state: 'ok' })
  await writer.close()
  expect((await (await read(folder)).checked()).state).toBe('recovered')
  expect(readFileSync(path, 'utf8').endsWith('"seq":5'), 'a reader repairs nothing').toBe(true)
})

test('reading neither creates a missing book nor changes a damaged one', async () => {
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
