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
import { FrontPageAnswers } from '../../../main/electron/ipc/front-page-answers.ts'
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

/** A book large enough for a front page, with one that was written when it was closed. */
beforeAll(async () => {
  written = join(mkdtempSync(join(tmpdir(), 'escrowbook-front-')), 'book')
  await writeSampleBook(written, { contracts: 500, seed: 7, today: TODAY })
  const { front, options } = frontPageAnswers()
  const book = await openBook(written, options)
  expect(await atStart(front, book)).toEqual([undefined, undefined])
  // Nothing is written that is not proved.
  await book.proved()
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
 * A `FrontPageAnswers`, and the options that make the opened book keep its front page; `atStart`
 * gives it the book.
 */
function frontPageAnswers(
  today: IsoDate = TODAY,
  version = VERSION,
): { front: FrontPageAnswers; options: Partial<BookOptions>; books: Book[] } {
  const books: Book[] = []
  const front = new FrontPageAnswers({
    version,
    sample: false,
    today: () => today,
    preferences: () => {
      throw new Error('nobody asked')
    },
  })
  opened.set(front, books)
  return {
    front,
    books,
    options: {
      today: () => today,
      whenCheckpointed: async mark => (books[0] === undefined ? undefined : front.keep(books[0], mark)),
    },
  }
}

const opened = new WeakMap<FrontPageAnswers, Book[]>()

/** Asks the page's first questions before the book is open, then opens the book. */
async function atStart(front: FrontPageAnswers, book: Book): Promise<unknown[]> {
  const answers = [front.answer(LIST), front.answer(SOONEST)]
  opened.get(front)?.push(book)
  front.close()
  return Promise.all(answers)
}

test('the front page gives the same answers as the book, on the day it was saved and the three days after', async () => {
  const folder = copied()
  const book = await openBook(folder)
  for (const days of [0, 1, 2, 3]) {
    const today = addDays(TODAY, days)
    const { front } = frontPageAnswers(today)
    expect(front.open(folder)).toBe(true)
    expect(await front.answer(LIST)).toEqual(contractRows(book, LIST, today))
    expect(await front.answer(SOONEST)).toEqual(contractRows(book, SOONEST, today))
    expect(await front.answer({ type: 'summary' })).toEqual(summaryRows(book.contracts()))
    const { entries, head } = book.info()
    expect(await front.answer({ type: 'book' })).toMatchObject({
      folder,
      entries,
      head,
      today,
      health: { state: 'checking' },
    })
  }
  expect(frontPageAnswers(addDays(TODAY, 4)).front.open(folder)).toBe(false)
  expect(frontPageAnswers(addDays(TODAY, -1)).front.open(folder)).toBe(false)
})

test('queries that the front page cannot answer wait for the book, and so do all queries once the book is open', async () => {
  const { front } = frontPageAnswers()
  front.open(written)
  expect(await front.answer(asked({ type: 'contracts', search: 'web', limit: 100 }))).toBeUndefined()
  expect(await front.answer({ ...LIST, sort: { by: 'title' } })).toBeUndefined()
  expect(await front.answer({ type: 'parties' })).toBeUndefined()
  expect(front.close()).toBe(true)
  expect(await front.answer(LIST)).toBeUndefined()
})

test('a query that arrives before the front page has been looked for is answered from it', async () => {
  const { front } = frontPageAnswers()
  const answer = front.answer(LIST)
  front.open(written)
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
  'the front page is ignored where %s; the book is read, and a new one saved',
  async (_, spoil) => {
    const folder = copied()
    await spoil(folder)
    const { front, options } = frontPageAnswers()
    expect(front.open(folder)).toBe(false)
    const book = await openBook(folder, options)
    expect(await atStart(front, book)).toEqual([undefined, undefined])
    if (book.info().readOnly || book.info().entries < 1_000) return
    await book.proved()
    await closeBook(book)
    const kept = frontPageAnswers().front
    expect(kept.open(folder)).toBe(true)
    expect(await kept.answer(LIST)).toEqual(contractRows(await openBook(folder), LIST, TODAY))
  },
)

test('a front page of another version of the app is ignored', () => {
  expect(frontPageAnswers(TODAY, '1.2.4').front.open(written)).toBe(false)
  expect(readFrontPage(written, VERSION)).toBeDefined()
})

test('a change of the list’s sorting alone is saved when the book is closed', async () => {
  const folder = copied()
  const { front, options } = frontPageAnswers()
  const byTitle: QueryOf<'contracts'> = { ...LIST, sort: { by: 'title', descending: true } }
  front.open(folder)
  const book = await openBook(folder, options)
  await atStart(front, book)
  await front.answer(byTitle)
  await front.answer(asked({ type: 'contracts', limit: 200 }))
  await book.proved()
  await closeBook(book)
  const next = frontPageAnswers().front
  next.open(folder)
  expect(await next.answer(byTitle)).toEqual(contractRows(await openBook(folder), byTitle, TODAY))
  expect(await next.answer(LIST)).toBeUndefined()
})

test('a book that is fast to read has no front page', async () => {
  const folder = newFolder()
  await writeSampleBook(folder, { contracts: 20, seed: 9, today: TODAY })
  const { front, options } = frontPageAnswers()
  const book = await openBook(folder, options)
  await atStart(front, book)
  await closeBook(book)
  expect(existsSync(frontPageOf(folder))).toBe(false)
})
