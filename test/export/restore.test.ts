import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { lineOf, NO_HASH } from '../../main/book/journal/line.ts'
import { checkExport } from '../../main/export/check-export.ts'
import { exported } from '../../main/export/export.ts'
import { restoreBook, unpackExport } from '../../main/export/restore.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { AWKWARD } from './awkward.ts'

const TODAY = '2026-06-30' as IsoDate
const NOW = new Date('2026-06-30T12:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'escrowbook-restore-'))
const OPENING = {
  type: 'open-contract',
  title: 'Website',
  client: 'Acme Ltd',
  freelancer: '=SUM(A1)',
  currency: 'USD',
  milestones: [{ title: 'A', amount: 42_000 }],
}
const bonus = (note: string) => ({ type: 'bonus', contractId: 'C0001', amount: 100, note })
let book: Book
/** The path of the saved JSON export of the whole book. */
let file: string
let text: string

async function opened(name: string, ...commands: readonly object[]): Promise<Book> {
  const outcome = await Book.open(join(folder, name), { today: () => TODAY, now: () => NOW })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  await outcome.book.executeAll(commands.map(command => escrowCommandSchema.parse(command)))
  return outcome.book
}

async function textOf(of: Book, fields: { readonly contractId?: string } = {}): Promise<string> {
  let all = ''
  for await (const piece of exported(of, { format: 'json', today: TODAY, now: NOW, ...fields })) all += piece.text
  return all
}

let files = 0
function fileWith(content: string | Buffer): string {
  const path = join(folder, `${++files}.json`)
  writeFileSync(path, content)
  return path
}

const journalIn = (name: string): Buffer => readFileSync(join(folder, name, 'journal.ndjson'))

beforeAll(async () => {
  book = await opened('book', OPENING)
  for (const note of AWKWARD) await book.execute(escrowCommandSchema.parse(bonus(note)))
  await book.execute(escrowCommandSchema.parse({ type: 'annotate', contractId: 'C0001', entry: 2, reference: 'T-1' }))
  text = await textOf(book)
  file = fileWith(text)
})

afterAll(async () => {
  await book.close()
  rmSync(folder, { recursive: true })
})

test.each([
  ['as it was saved', (given: string) => given],
  ['with the mark of UTF-8', (given: string) => `\uFEFF${given}`],
  ['laid out anew by another program', (given: string) => `\uFEFF${JSON.stringify(JSON.parse(given), null, 2)}`],
  ['in one line', (given: string) => JSON.stringify(JSON.parse(given))],
  ['with line ends of Windows', (given: string) => given.replaceAll('\n', '\r\n')],
])('the JSON of the whole book, %s, restores it hash for hash', async (name, change) => {
  const restored = await restoreBook(fileWith(change(text)), join(folder, name))
  expect(restored).toEqual({ ok: true, value: { lines: book.info().position, head: book.info().head } })
  expect(journalIn(name)).toEqual(journalIn('book'))
  const twin = await opened(name)
  expect(twin.info()).toMatchObject({
    entries: book.info().entries,
    position: book.info().position,
    head: book.info().head,
  })
  expect([...twin.contracts()]).toEqual([...book.contracts()])
  expect(await twin.records()).toEqual(await book.records())
  await twin.close()
})

test('an export that is whole but makes no book is refused with the entry and its fault, and restores nothing', async () => {
  const lines = text.split('\n')
  let prev = NO_HASH
  const journal = JSON.parse(text).journal.map((line: object & { entries: { events: object[] }[] }, index: number) => {
    if (index === 2)
      Object.assign(line.entries[0]?.events[0] ?? {}, { type: 'released', milestoneId: 'M1', amount: 5_000 })
    const { text: written, hash } = lineOf(line as never, prev)
    prev = hash
    return written.trimEnd()
  })
  const none = fileWith(
    [lines[0]?.replace(/"head":"[0-9a-f]{64}"/, `"head":"${prev}"`), journal.join(',\n'), ']}'].join('\n'),
  )
  const refusal = {
    code: 'unreadable-statement',
    variant: 'unaccepted-export',
    params: { line: 3, entry: 3, fault: 'release' },
  }
  expect(await checkExport(book, none, {})).toMatchObject({ ok: false, refusal })
  expect(await restoreBook(none, join(folder, 'none'))).toMatchObject({ ok: false, refusal })
  expect(existsSync(join(folder, 'none', 'journal.ndjson'))).toBe(false)
  const before = journalIn('book')
  expect(await book.restoreFrom(to => unpackExport(none, to))).toMatchObject({ ok: false, refusal })
  expect(journalIn('book')).toEqual(before)
})

test('an empty book restores an empty book', async () => {
  const empty = await opened('empty')
  expect(await restoreBook(fileWith(await textOf(empty)), join(folder, 'empty-twin'))).toMatchObject({
    ok: true,
    value: { lines: 0 },
  })
  await empty.close()
})

test('a JSON that is changed, cut off, made up or partial restores nothing, and the refusal says which', async () => {
  const { journal, ...head } = JSON.parse(text)
  const lines = text.split('\n')
  const madeUp = lineOf({ format: 1, seq: 1, at: '', entries: null as never }, NO_HASH)
  const spoiled: readonly (readonly [variant: string, content: string | Buffer, line?: number])[] = [
    ['changed-export', text.replace('"amount":42000', '"amount":42001'), 1],
    ['changed-export', [...lines.slice(0, 4), ...lines.slice(5)].join('\n'), 4],
    ['changed-export', JSON.stringify({ ...head, journal: [journal[1], journal[0]] }), 1],
    [
      'changed-export',
      `{"escrowbook":"book","version":1,"entries":1,"head":"${madeUp.hash}","journal":[\n${madeUp.text}]}\n`,
      1,
    ],
    ['cut-export', JSON.stringify({ ...head, journal: journal.slice(0, -1) })],
    ['cut-export', lines.slice(0, -2).join('\n')],
    ['cut-export', text.slice(0, -9)],
    ['cut-export', JSON.stringify({ ...head, journal: {} })],
    ['part-export', await textOf(book, { contractId: 'C0001' })],
    ['no-export', '{"escrowbook":"book"}'],
    ['no-export', '[]'],
    ['no-export', 'null'],
    ['no-export', ''],
    ['no-export', '{"name":"something else"}'],
    ['no-export', Buffer.alloc(5_000_000, 0xff)],
  ]
  for (const [variant, content, line = 0] of spoiled) {
    expect(await restoreBook(fileWith(content), join(folder, 'spoiled')), String(content).slice(0, 60)).toMatchObject({
      ok: false,
      refusal: { code: 'unreadable-statement', variant, params: { line }, field: 'path' },
    })
    expect(readdirSync(join(folder, 'spoiled'))).toEqual([])
  }
  const newer = fileWith(text.replace('"version":1', '"version":2'))
  expect(await restoreBook(newer, join(folder, 'spoiled'))).toMatchObject({
    ok: false,
    refusal: { code: 'format-too-new', params: { found: 2, known: 1 } },
  })
  const gone = await restoreBook(join(folder, 'gone.json'), join(folder, 'spoiled'))
  expect(gone).toMatchObject({
    ok: false,
    refusal: { code: 'unreadable-statement', variant: 'no-file', params: { reason: 'ENOENT' } },
  })
})

test('a book is never overwritten, and a stopped restore leaves nothing behind', async () => {
  expect(await restoreBook(file, join(folder, 'book'))).toMatchObject({
    ok: false,
    refusal: { code: 'write-failed', variant: 'book-exists' },
  })
  const stopped = await restoreBook(file, join(folder, 'stopped'), { signal: AbortSignal.abort() })
  expect(stopped).toMatchObject({ ok: false, refusal: { code: 'cancelled' } })
  expect(readdirSync(join(folder, 'stopped'))).toEqual([])
})

test('checking an export reports which entries of the open book it lacks', async () => {
  const { entries, head } = book.info()
  const path = file
  expect(await checkExport(book, path, {})).toEqual({
    ok: true,
    value: { path, entries, head, at: NOW.toISOString(), missing: 0 },
  })
  const before = await opened('before')
  expect(await checkExport(before, path, {})).toMatchObject({ ok: true, value: { entries, missing: 0 } })
  expect(await before.restoreFrom(to => unpackExport(path, to))).toMatchObject({ ok: true })
  expect(before.info().head).toBe(head)
  await before.execute(escrowCommandSchema.parse(bonus('since')))
  expect(await checkExport(before, path, {})).toMatchObject({ ok: true, value: { entries, missing: 1 } })
  const other = await opened('other', { ...OPENING, title: 'Another' }, bonus('a'), bonus('b'))
  expect(await checkExport(other, path, {})).toMatchObject({ ok: true, value: { entries, missing: 3 } })
  await Promise.all([before.close(), other.close()])
})

test('restoring replaces a book after backing it up; a spoiled export leaves it as it was', async () => {
  const other = await opened('replaced', { ...OPENING, title: 'Another' })
  const { head } = other.info()
  const spoiled = fileWith(text.slice(0, -9))
  expect(await other.restoreFrom(to => unpackExport(spoiled, to))).toMatchObject({
    ok: false,
    refusal: { variant: 'cut-export' },
  })
  expect(other.info()).toMatchObject({ head, readOnly: false })
  expect(await other.backups()).toEqual([])
  expect(await other.restoreFrom(to => unpackExport(file, to))).toMatchObject({ ok: true })
  expect(other.info()).toMatchObject({ head: book.info().head, entries: book.info().entries, readOnly: false })
  expect(await other.backups()).toMatchObject([{ reason: 'restore', entries: 1 }])
  expect(readdirSync(join(folder, 'replaced')).filter(name => name.includes('.tmp'))).toEqual([])
  await other.close()
  expect(existsSync(join(folder, 'replaced', 'journal.ndjson'))).toBe(true)
})
