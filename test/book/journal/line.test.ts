import { expect, test } from 'vitest'
import { hasGoodHash, lineOf, NO_HASH, transactionOf } from '../../../main/book/journal/line.ts'

const at = '2026-01-31T09:00:00.000Z'
const written = (by?: string) =>
  lineOf({ format: 2, seq: 1, at, ...(by !== undefined && { by }), entries: [] }, NO_HASH).text.trimEnd()

test('who recorded a line stands between its moment and its records, and is under its hash', () => {
  const line = written('ana.b-2')
  expect(line.startsWith(`{"format":2,"seq":1,"at":"${at}","by":"ana.b-2","entries":[]`)).toBe(true)
  expect(hasGoodHash(Buffer.from(line))).toBe(true)
  expect(hasGoodHash(Buffer.from(line.replace('ana', 'ben')))).toBe(false)
  expect(transactionOf(Buffer.from(line))).toMatchObject({ by: 'ana.b-2' })
})

test('a line of a book that is not shared says nothing of who recorded it', () => {
  expect(written()).not.toContain('"by"')
  expect(transactionOf(Buffer.from(written()))).not.toHaveProperty('by')
})

test.each(['', 'Ana', 'ana b', 'ana"', 'åsa'])('“%s” is no name that a line may be recorded by', by => {
  expect(() => transactionOf(Buffer.from(written(by)))).toThrow('not a transaction')
})
