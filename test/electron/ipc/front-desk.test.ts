import {
  appendFileSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Book, BookOptions } from '../../../main/book/book.ts'
import { readFrontPage } from '../../../main/book/checkpoint/front-page.ts'
import { FrontDesk } from '../../../main/electron/ipc/front-desk.ts'
import { contractRows } from '../../../main/queries/contracts.ts'
import { summaryRows } from '../../../main/queries/summary.ts'
import { type Query, type QueryInput, type QueryOf, querySchema } from '../../../shared/api/queries.ts'
import { addDays, type IsoDate } from '../../../shared/dates/calendar.ts'
import { writeSampleBook } from '../../../tools/sample-book/write.ts'
import { closeBook, newFolder, openBook, record, TODAY } from '../../book/fixture.ts'

const asked = (query: QueryInput): Query => querySchema.parse(query)
const LIST = asked({
  type: 'contracts',
  sort: { by: 'nextDeadline', descending: false },
  offset: 0,
  limit: 100,
}) as QueryOf<'contracts'>
const SOONEST = asked({ type: 'contracts', sort: { by: 'nextDeadline' }, limit: 3 }) as QueryOf<'contracts'>
const VERSION = '1.2.3'

let written: string

/** A book large enough for a front page, with one that was kept when it was closed. */
beforeAll(async () => {
  written = join(mkdtempSync(join(tmpdir(), 'escrowbook-front-')), 'book')
  await writeSampleBook(written, { contracts: 500, seed: 7, today: TODAY })
  const { desk, options } = frontDesk()
  const book = await openBook(written, options)
  expect(await atStart(desk, book)).toEqual([undefined, undefined])
  await closeBook(book)
  expect(existsSync(frontPageOf(written))).toBe(true)
})

afterAll(() => rmSync(join(written, '..'), { recursive: true, force: true }))

const frontPageOf = (folder: string): string => join(folder, 'front-page.json')

function copied(): string {
  const folder = newFolder()
  cpSync(written, folder, { recursive: true })
  return folder
}

/**
 * A front desk and what the book is opened with so that the desk keeps its front page; `book` is
 * told to it by `atStart`.
 */
function frontDesk(
  today: IsoDate = TODAY,
  version = VERSION,
): { desk: FrontDesk; options: Partial<BookOptions>; books: Book[] } {
  const books: Book[] = []
  const desk = new FrontDesk({
    version,
    sample: false,
    today: () => today,
    preferences: () => {
      throw new Error('nobody asked')
    },
  })
  opened.set(desk, books)
  return {
    desk,
    books,
    options: {
      today: () => today,
      whenCheckpointed: async mark => (books[0] === undefined ? undefined : desk.keep(books[0], mark)),
    },
  }
}

const opened = new WeakMap<FrontDesk, Book[]>()

/** What the page asks first, asked before the book is there; then the book is. */
async function atStart(desk: FrontDesk, book: Book): Promise<unknown[]> {
  const answers = [desk.answer(LIST), desk.answer(SOONEST)]
  opened.get(desk)?.push(book)
  desk.close()
  return Promise.all(answers)
}

test('the front page says what the book says, on the day it was kept and on the three after it', async () => {
  const folder = copied()
  const book = await openBook(folder)
  for (const days of [0, 1, 2, 3]) {
    const today = addDays(TODAY, days)
    const { desk } = frontDesk(today)
    expect(desk.open(folder)).toBe(true)
    expect(await desk.answer(LIST)).toEqual(contractRows(book, LIST, today))
    expect(await desk.answer(SOONEST)).toEqual(contractRows(book, SOONEST, today))
    expect(await desk.answer({ type: 'summary' })).toEqual(summaryRows(book.contracts()))
    const { entries, head } = book.info()
    expect(await desk.answer({ type: 'book' })).toMatchObject({
      folder,
      entries,
      head,
      today,
      health: { state: 'checking' },
    })
  }
  expect(frontDesk(addDays(TODAY, 4)).desk.open(folder)).toBe(false)
  expect(frontDesk(addDays(TODAY, -1)).desk.open(folder)).toBe(false)
})

test('what is not on the front page waits for the book, and so does all that is asked once the book is there', async () => {
  const { desk } = frontDesk()
  desk.open(written)
  expect(await desk.answer(asked({ type: 'contracts', search: 'web', limit: 100 }))).toBeUndefined()
  expect(await desk.answer({ ...LIST, sort: { by: 'title' } })).toBeUndefined()
  expect(await desk.answer({ type: 'parties' })).toBeUndefined()
  expect(desk.close()).toBe(true)
  expect(await desk.answer(LIST)).toBeUndefined()
})

test('a question that comes before it is known whether there is a front page is answered from it', async () => {
  const { desk } = frontDesk()
  const answer = desk.answer(LIST)
  desk.open(written)
  expect(await answer).toMatchObject({ total: expect.any(Number) })
})

const SPOILED: Record<string, (folder: string) => unknown> = {
  'there is none': folder => rmSync(frontPageOf(folder)),
  'it is empty': folder => writeFileSync(frontPageOf(folder), ''),
  'it was half written': folder =>
    writeFileSync(frontPageOf(folder), readFileSync(frontPageOf(folder)).subarray(0, 5_000)),
  'a letter of it is another': folder => {
    const text = readFileSync(frontPageOf(folder), 'utf8')
    writeFileSync(frontPageOf(folder), text.replace(/"title":"./, '"title":"#'))
  },
  'a link is in its place': folder => {
    renameSync(frontPageOf(folder), join(folder, 'elsewhere.json'))
    symlinkSync(join(folder, 'elsewhere.json'), frontPageOf(folder))
  },
  'the journal went on': async folder => {
    const book = await openBook(folder)
    await record(book, { type: 'bonus', contractId: 'C0001', amount: 100 })
    await closeBook(book)
  },
  'the journal went on and its checkpoint did not': async folder => {
    copyFileSync(join(folder, 'book.json'), join(folder, 'kept.json'))
    await SPOILED['the journal went on']?.(folder)
    renameSync(join(folder, 'kept.json'), join(folder, 'book.json'))
  },
  'the journal has a torn line': folder => appendFileSync(join(folder, 'journal.ndjson'), '{"format":1,'),
  'the journal ends with another line': folder => {
    const text = readFileSync(join(folder, 'journal.ndjson'), 'utf8')
    writeFileSync(join(folder, 'journal.ndjson'), `${text.slice(0, -10)}0000000"}\n`)
  },
  'the journal is gone': folder => rmSync(join(folder, 'journal.ndjson')),
  'the checkpoint is gone': folder => rmSync(join(folder, 'book.json')),
  'the checkpoint is another': folder => {
    const text = readFileSync(join(folder, 'book.json'), 'utf8')
    writeFileSync(join(folder, 'book.json'), `${text.slice(0, -10)}00000000"}`)
  },
  'both are of another book': async folder => {
    const other = newFolder()
    await writeSampleBook(other, { contracts: 20, seed: 9, today: TODAY })
    for (const name of ['journal.ndjson', 'book.json']) copyFileSync(join(other, name), join(folder, name))
  },
}

test.each(Object.entries(SPOILED))(
  'the front page is not believed where %s; the book is read, and a new one kept',
  async (_, spoil) => {
    const folder = copied()
    await spoil(folder)
    const { desk, options } = frontDesk()
    expect(desk.open(folder)).toBe(false)
    const book = await openBook(folder, options)
    expect(await atStart(desk, book)).toEqual([undefined, undefined])
    if (book.info().readOnly || book.info().entries < 1_000) return
    await closeBook(book)
    const kept = frontDesk().desk
    expect(kept.open(folder)).toBe(true)
    expect(await kept.answer(LIST)).toEqual(contractRows(await openBook(folder), LIST, TODAY))
  },
)

test('a front page of another version of the app is not believed', () => {
  expect(frontDesk(TODAY, '1.2.4').desk.open(written)).toBe(false)
  expect(readFrontPage(written, VERSION)).toBeDefined()
})

test('a list that is sorted another way is kept so when the book is closed, without anything new in it', async () => {
  const folder = copied()
  const { desk, options } = frontDesk()
  const byTitle: QueryOf<'contracts'> = { ...LIST, sort: { by: 'title', descending: true } }
  desk.open(folder)
  const book = await openBook(folder, options)
  await atStart(desk, book)
  await desk.answer(byTitle)
  await desk.answer(asked({ type: 'contracts', limit: 200 }))
  await closeBook(book)
  const next = frontDesk().desk
  next.open(folder)
  expect(await next.answer(byTitle)).toEqual(contractRows(await openBook(folder), byTitle, TODAY))
  expect(await next.answer(LIST)).toBeUndefined()
})

test('a book that is read in no time has no front page', async () => {
  const folder = newFolder()
  await writeSampleBook(folder, { contracts: 20, seed: 9, today: TODAY })
  const { desk, options } = frontDesk()
  const book = await openBook(folder, options)
  await atStart(desk, book)
  await closeBook(book)
  expect(existsSync(frontPageOf(folder))).toBe(false)
})
