import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { RefusedError } from '../../../main/book/faults/store-refusal.ts'
import { chosenBookFolder } from '../../../main/electron/place/book-folder.ts'
import {
  bookPlace,
  defaultBook,
  intendMove,
  ownPlace,
  placeFile,
  rememberBook,
} from '../../../main/electron/place/book-place.ts'
import { foundBooks } from '../../../main/electron/place/found-books.ts'
import { keepKnown, knownBook, moveKnown } from '../../../main/electron/place/known-books.ts'
import { writtenBook } from '../../book/fixture.ts'

let userData: string
beforeEach(() => {
  userData = realpathSync(mkdtempSync(join(tmpdir(), 'escrowbook-place-')))
})
afterEach(() => rmSync(userData, { recursive: true }))

/** Puts a written book in the place where it is by default. */
async function ownBook(): Promise<string> {
  cpSync(await writtenBook(), ownPlace(userData), { recursive: true })
  return ownPlace(userData)
}

test.each([
  ['empty', ''],
  ['half written', '{"folder":"/home/dana/Do'],
  ['about something else', '{"theme":"dark"}'],
  ['about a path that is none', '{"folder":"Documents"}'],
])('a place file that is %s never means a new book, and is not taken for the old place either', (_, content) => {
  writeFileSync(placeFile(userData), content)
  expect(bookPlace(userData)).toEqual({ kind: 'unreadable', reason: 'no-folder' })
  expect(defaultBook(userData)).toBeUndefined()
  const choose = (): string => chosenBookFolder({ argv: [], env: {}, cwd: userData, userData })
  expect(choose).toThrow(RefusedError)
})

test('a folder in place of the place file is no place either', () => {
  mkdirSync(placeFile(userData))
  expect(bookPlace(userData)).toEqual({ kind: 'unreadable', reason: 'folder' })
})

test('a move that was cut off before the rename finds the book where it was', async () => {
  const from = await ownBook()
  const to = join(userData, 'Documents')
  intendMove(userData, from, to)
  expect(defaultBook(userData)).toEqual({ folder: from, cutOff: { from, to } })
})

test('a move that was cut off between the rename and its note finds the book in its new folder', async () => {
  const from = await ownBook()
  const to = join(userData, 'Documents')
  intendMove(userData, from, to)
  renameSync(from, to)
  expect(defaultBook(userData)).toEqual({ folder: to, cutOff: { from, to } })
})

test('the place is written whole, for its owner only, and nothing is left beside it', () => {
  rememberBook(userData, join(userData, 'Documents'))
  expect(statSync(placeFile(userData)).mode & 0o777).toBe(0o600)
  expect(readdirSync(userData)).toEqual(['book-place.json'])
  expect(bookPlace(userData)).toEqual({ kind: 'moved', folder: join(userData, 'Documents') })
  rememberBook(userData, ownPlace(userData))
  expect(readdirSync(userData)).toEqual([])
})

test('in place of a missing book, those that were open on this computer are found, and their backups', async () => {
  const moved = join(userData, 'Documents', 'Studio book')
  cpSync(await writtenBook(), moved, { recursive: true })
  const at = '2026-01-31T09:00:00.000Z'
  keepKnown(userData, { folder: moved, entries: 4, at })
  expect(foundBooks(userData, [])).toMatchObject([{ folder: moved, entries: 4, kind: 'book' }])
  expect(foundBooks(userData, [moved])).toEqual([])
  rmSync(join(moved, 'journal.ndjson'))
  mkdirSync(join(moved, 'backups'), { recursive: true })
  writeFileSync(join(moved, 'backups', '2026-01-31T09-00-00.000Z.daily.3.ndjson.gz'), '')
  expect(foundBooks(userData, [])).toMatchObject([{ folder: moved, entries: 3, kind: 'backups' }])
  moveKnown(userData, moved, join(userData, 'elsewhere'))
  expect(knownBook(userData, moved)).toBeUndefined()
  expect(knownBook(userData, join(userData, 'elsewhere'))).toMatchObject({ entries: 4 })
})
