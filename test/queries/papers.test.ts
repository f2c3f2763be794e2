import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { papersChanged } from '../../main/queries/papers.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { newFolder, OPENING, openBook, parse, recordAll, STATEMENT, TODAY, YEAR } from '../book/fixture.ts'

const contractId = 'C0001'
const [DAY_1, DAY_2, DAY_3] = ['2026-01-05', '2026-01-06', '2026-01-07'] as IsoDate[] as [IsoDate, IsoDate, IsoDate]

/** A contract funded on one day and paid on the next; printed as of each, and another contract. */
async function printed(): Promise<Book> {
  const book = await recordAll(await openBook(newFolder()), [
    { ...OPENING, on: DAY_1 },
    { type: 'fund-milestone', contractId, milestoneId: 'M1', on: DAY_1 },
    { type: 'release', contractId, milestoneId: 'M1', amount: 1_000, on: DAY_2 },
    { ...OPENING, on: DAY_3 },
  ])
  await book.keepPaper({ ...STATEMENT, name: 'first.pdf', from: DAY_1, to: DAY_1 })
  await book.keepPaper({ ...STATEMENT, name: 'second.pdf', from: DAY_2, to: DAY_2 })
  await book.keepPaper({ ...STATEMENT, name: 'other.pdf', contracts: ['C0002'] })
  await book.keepPaper(YEAR)
  return book
}

async function papers(book: Book, command: EscrowCommandInput): Promise<readonly string[]> {
  const previewed = await book.preview(parse(command))
  if (!previewed.ok) throw new Error(`${command.type} is refused`)
  return (await papersChanged(book, previewed)).map(({ name }) => name)
}

test('an undo names the papers that cover the entry it takes back', async () => {
  const book = await printed()
  expect(await papers(book, { type: 'reverse', contractId })).toEqual(['second.pdf', YEAR.name])
})

test('a correction names the papers of the entries it changes, also those that bring its money forward', async () => {
  const book = await printed()
  expect(await papers(book, { type: 'correct', contractId, entry: 2, with: { amount: 43_000 } })).toEqual([
    'first.pdf',
    'second.pdf',
    YEAR.name,
  ])
  expect(await papers(book, { type: 'correct', contractId, entry: 3, remove: true })).toEqual(['second.pdf', YEAR.name])
})

test('an entry that moves to another day is on the papers of both', async () => {
  const book = await printed()
  expect(await papers(book, { type: 'correct', contractId, entry: 3, with: { on: DAY_1 } })).toEqual([
    'first.pdf',
    'second.pdf',
    YEAR.name,
  ])
})

test('a correction that changes no more than a note leaves the papers as they are, as does an addition', async () => {
  const book = await printed()
  expect(await papers(book, { type: 'correct', contractId, entry: 3, with: { note: 'as agreed' } })).toEqual([])
  expect(await papers(book, { type: 'bonus', contractId, amount: 1, on: TODAY })).toEqual([])
})
