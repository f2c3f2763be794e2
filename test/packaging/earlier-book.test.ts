import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { summaryRows } from '../../main/queries/summary.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { closeBook, newFolder, openBook, record } from '../book/fixture.ts'
import answers from './earlier-book/answers.json' with { type: 'json' }

const EARLIER = join(import.meta.dirname, 'earlier-book')
const written = readFileSync(join(EARLIER, 'journal.ndjson'), 'utf8')

test.each([
  ['with its checkpoint', ['journal.ndjson', 'book.json']],
  ['from its journal alone', ['journal.ndjson']],
])(
  'a book that an earlier packaged build wrote opens %s unchanged, keeps every byte and accepts the next entry',
  async (_, files) => {
    const folder = newFolder()
    mkdirSync(folder)
    for (const file of files) copyFileSync(join(EARLIER, file), join(folder, file))
    // After all days in the book.
    const book = await openBook(folder, { today: () => '2026-12-01' as IsoDate })
    expect(await book.verify()).toEqual({
      ok: true,
      entries: answers.entries,
      head: answers.head,
      problems: [],
      figures: { ok: true, count: 0, differences: [] },
    })
    expect(book.info()).toMatchObject({ entries: answers.entries, readOnly: false })
    expect(summaryRows(book.contracts())).toMatchObject(answers.summary)
    expect(await record(book, { type: 'bonus', contractId: 'C0001', amount: 1_000 })).toMatchObject({
      entry: answers.entries + 1,
    })
    await closeBook(book)
    const after = readFileSync(join(folder, 'journal.ndjson'), 'utf8')
    expect(after.startsWith(written)).toBe(true)
    expect(after.length).toBeGreaterThan(written.length)
  },
)
