import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { healthAnswer } from '../../main/answers/health-answer.ts'
import { verifyAnswer } from '../../main/answers/verify-answer.ts'
import type { HealthStatus } from '../../main/book/faults/health.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Voice } from '../../shared/words/say.ts'
import { closeBook, newFolder, OPENING, openBook, parse } from '../book/fixture.ts'
import { callsOn } from '../electron/ipc/context.ts'

const english: Voice = { locale: 'en', decimals: 2 }
const german: Voice = { locale: 'de', decimals: 2 }

const damaged: HealthStatus = {
  state: 'damaged',
  line: 12_345,
  notes: [
    { code: 'changed', params: { line: 12_345 } },
    { code: 'offer-backup', params: { at: { day: '2026-01-31' as IsoDate }, entries: 12_300, missing: 1_045 } },
  ],
}

test('numbers in a health message follow the reader’s locale', () => {
  expect(healthAnswer(damaged, english)).toEqual({
    state: 'damaged',
    line: 12_345,
    message:
      'Line 12,345 of the journal is not as it was written. The book can only be read. The newest good backup is from Jan 31, 2026, with 12,300 entries; 1,045 entries would be missing.',
  })
  const { message } = healthAnswer(damaged, german)
  expect(message).toContain('Line 12.345 of the journal')
  expect(message).toContain('with 12.300 entries; 1.045 entries would be missing.')
})

test('a healthy book has no message', () => {
  expect(healthAnswer({ state: 'ok', notes: [] }, english)).toEqual({ state: 'ok' })
})

test('numbers in the problems that verify finds follow the reader’s locale', () => {
  const figures = { ok: false, count: 1_235, differences: ['C0001', 'book'] }
  const found = { ok: false, entries: 12_345, head: 'ab', problems: [{ line: 12_345, code: 'torn' as const }], figures }
  expect(verifyAnswer(found, english)).toEqual({
    ...found,
    figures: {
      ...figures,
      message:
        'Figures of 1,234 contracts were not those that the journal proves (C0001 and 1,233 more); they were made again from it.',
    },
    problems: [{ line: 12_345, code: 'torn', message: 'Line 12,345 has no end.' }],
  })
  expect(verifyAnswer(found, german).problems[0]?.message).toBe('Line 12.345 has no end.')
})

test('the bridge describes a book’s problems in the person’s locale', async () => {
  const folder = newFolder()
  const book = await openBook(folder)
  await book.executeAll(Array.from({ length: 1_200 }, () => parse(OPENING)))
  await closeBook(book)
  rmSync(join(folder, 'journal.ndjson'))
  const bridge = callsOn(await openBook(folder), problem => expect.fail(String(problem)), 'de')
  expect(await bridge.query({ type: 'book' })).toMatchObject({
    ok: true,
    value: { health: { state: 'damaged', message: expect.stringContaining('there were 1.200 entries.') } },
  })
})
