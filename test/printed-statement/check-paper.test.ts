import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { checkPaper } from '../../main/printed-statement/check-paper.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { Paper } from '../../shared/contract/paper.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { MOVES, newFolder, OPENING, openBook, recordAll, STATEMENT, TODAY, YEAR } from '../book/fixture.ts'

const [SHA256 = '', ALTERED] = ['a1'.repeat(32), `${'a1'.repeat(31)}a2`]
const LAST_DAY = '2026-01-20' as IsoDate

/** A book whose first contract was printed until 20 January, after four entries of that day. */
async function printed(paper: Partial<Paper> = {}): Promise<Book> {
  const commands = [OPENING, ...MOVES].map(command => ({ ...command, on: LAST_DAY }))
  const book = await recordAll(await openBook(newFolder()), commands as EscrowCommandInput[])
  expect(await book.keepPaper({ ...STATEMENT, to: LAST_DAY, ...paper })).toMatchObject({ ok: true })
  return book
}

const checked = (book: Book, sha256: string = SHA256) => checkPaper(book, { sha256 }, 'en-US')

test('the bytes that were printed are found, with what they cover', async () => {
  const book = await printed()
  const { files: _, ...paper } = { ...STATEMENT, to: LAST_DAY }
  expect(await checked(book)).toEqual({
    result: 'same',
    paper,
    file: STATEMENT.name,
    since: 0,
    changed: 0,
    added: 0,
    message:
      'This book printed this file, byte for byte, on Jan 31, 2026: the statement statement-Website-2026-01-31.pdf of “Website”, Jan 1, 2026 to Jan 20, 2026, when entry 4 was the last. No entry was recorded since.',
  })
})

test('an altered or a foreign file is none that this book printed', async () => {
  const book = await printed()
  for (const hash of [ALTERED, '0'.repeat(64)])
    expect(await checked(book, hash)).toMatchObject({ result: 'foreign', paper: null, file: null, since: 0 })
  expect((await checked(book, ALTERED)).message).toContain('This is not one that this book printed')
})

test('each file of a saved year is found by its name', async () => {
  const book = await printed()
  await book.keepPaper(YEAR)
  expect(await checked(book, 'c3'.repeat(32))).toMatchObject({
    result: 'same',
    file: 'statements/C0001-Website.pdf',
    message: expect.stringContaining('statements/C0001-Website.pdf, in the saved year escrowbook-2026, Jan 1, 2026'),
  })
})

test('what is recorded of other contracts and later days leaves a paper as it is', async () => {
  const book = await printed()
  await recordAll(book, [
    { ...OPENING, on: '2026-01-05' },
    { type: 'bonus', contractId: 'C0001', amount: 1, on: TODAY },
  ])
  expect(await checked(book)).toMatchObject({ result: 'grown', since: 2, changed: 0, added: 0 })
  await recordAll(book, [{ type: 'reverse', contractId: 'C0001' }])
  expect(await checked(book)).toMatchObject({ result: 'grown', since: 3, changed: 0, added: 0 })
})

test('an entry that a paper covers and that was undone since is counted, as is one that was added', async () => {
  const book = await printed()
  await recordAll(book, [{ type: 'reverse', contractId: 'C0001' }])
  expect(await checked(book)).toMatchObject({ result: 'differs', changed: 1, added: 0 })
  await recordAll(book, [{ type: 'bonus', contractId: 'C0001', amount: 1, on: LAST_DAY }])
  const found = await checked(book)
  expect(found).toMatchObject({ result: 'differs', since: 2, changed: 1, added: 1 })
  expect(found.message).toContain('one entry was undone or corrected and one was added.')
})

test('after a correction, the entries taken back count as changed, and none as added', async () => {
  const book = await printed({ contracts: null })
  await recordAll(book, [{ type: 'correct', contractId: 'C0001', entry: 3, with: { amount: 39_000 } }])
  expect(await checked(book)).toMatchObject({ result: 'differs', since: 4, changed: 2, added: 0 })
})

test('nothing is found in a damaged journal', async () => {
  const book = await printed()
  const journal = join(book.info().folder, 'journal.ndjson')
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('Website', 'Websites'))
  expect(await checked(book)).toMatchObject({ result: 'damaged', paper: null })
})
