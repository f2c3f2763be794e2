import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { checkStatement } from '../../main/printed-statement/check.ts'
import { STATEMENT } from '../book/fixture.ts'
import { bookAfter, opening } from '../queries/open-book.ts'

const fund = { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1', on: '2026-01-02' } as const

async function check(book: Book, entries: number, head: string) {
  const outcome = await checkStatement(book, { type: 'check-statement', entries, head }, 'en-US')
  if (!outcome.ok) return [outcome.refusal.code, outcome.refusal.field, outcome.refusal.variant]
  const { result, since } = outcome.value
  return [result, since]
}

async function record(book: Book, ...commands: readonly Parameters<Book['execute']>[0][]): Promise<void> {
  for (const command of commands) expect(await book.execute(command)).toMatchObject({ ok: true })
}

test('a statement agrees with the book it was printed from, and with that book as it grows', async () => {
  const book = await bookAfter(opening([42_000]))
  const { head } = book.info()
  expect(await check(book, 1, head)).toEqual(['same', 0])
  await record(book, { type: 'annotate', contractId: 'C0001', entry: 1, note: 'n' } as never)
  expect(await check(book, 1, head)).toEqual(['grown', 0])
  expect(await check(book, 1, book.info().head)).toEqual(['same', 0])
  await record(book, fund as never)
  expect(await check(book, 1, head)).toEqual(['grown', 1])
  expect(await check(book, 2, book.info().head)).toEqual(['same', 0])
})

test('a statement that the book kept still agrees if only papers were recorded since', async () => {
  const book = await bookAfter(opening([42_000]))
  const { head } = book.info()
  expect(await book.keepPaper({ ...STATEMENT, entries: 1 })).toMatchObject({ ok: true })
  expect(await check(book, 1, head)).toEqual(['same', 0])
  expect(await check(book, 1, book.info().head)).toEqual(['same', 0])
  await record(book, fund as never)
  expect(await check(book, 1, head)).toEqual(['grown', 1])
})

test('the hash can be typed in groups, in any case, and as only its first 16 digits', async () => {
  const book = await bookAfter(opening([42_000]))
  const { head } = book.info()
  expect(await check(book, 1, ` ${(head.toUpperCase().match(/.{4}/g) ?? []).join(' ')}\n`)).toEqual(['same', 0])
  expect(await check(book, 1, head.slice(0, 16))).toEqual(['same', 0])
  expect(await check(book, 1, head.slice(0, 15))).toEqual(['bad-input', 'head', 'hash-length'])
  expect(await check(book, 1, `${head}0`)).toEqual(['bad-input', 'head', 'hash-length'])
  expect(await check(book, 1, `OOOO ${head.slice(4)}`)).toEqual(['bad-input', 'head', 'not-a-hash'])
})

test('a different history and a book that lacks entries give different results', async () => {
  const [book, other] = [await bookAfter(opening([42_000]), fund), await bookAfter(opening([42_001]), fund)]
  const { head } = book.info()
  expect(await check(other, 2, head)).toEqual(['differs', 0])
  // The right hash with the wrong number is another history too.
  expect(await check(book, 1, head)).toEqual(['differs', 1])
  expect(await check(book, 3, head)).toEqual(['shorter', 0])
})

test('a damaged journal always gives that result, even if the hash of its last line is as printed', async () => {
  const book = await bookAfter(opening([42_000]), fund)
  const { head, folder } = book.info()
  const journal = join(folder, 'journal.ndjson')
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('Muhammad', 'Mohammad'))
  expect(await check(book, 2, head)).toEqual(['damaged', 0])
})
