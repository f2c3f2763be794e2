import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { clearUnfinished, noteUnfinished, noteUnfinishedIn } from '../../../main/book/folder/unfinished.ts'

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e'
let scratch: string
let notes: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'escrowbook-unfinished-'))
  notes = join(scratch, 'data', 'unfinished')
  noteUnfinishedIn(notes)
})
afterEach(() => rmSync(scratch, { recursive: true }))

/** Makes a note that of a process that is gone. */
function disown(): void {
  for (const name of readdirSync(notes)) {
    const note = JSON.parse(readFileSync(join(notes, name), 'utf8'))
    writeFileSync(join(notes, name), JSON.stringify({ ...note, by: { ...note.by, pid: 2 ** 22 + 1, bornAt: 'gone' } }))
  }
}

test('what a killed process left unfinished is removed at the next start, with its note', async () => {
  const folder = join(scratch, `.${ID}.part`)
  const file = join(scratch, `statement.pdf.${ID}.part`)
  noteUnfinished(folder)
  noteUnfinished(file)
  mkdirSync(folder)
  writeFileSync(join(folder, 'journal.ndjson'), 'a whole copy')
  writeFileSync(file, 'half a statement')
  disown()
  await clearUnfinished()
  expect(readdirSync(scratch)).toEqual(['data'])
  expect(existsSync(notes)).toBe(false)
})

test('what is being written now is left alone', async () => {
  const file = join(scratch, `book.csv.${ID}.part`)
  const finished = noteUnfinished(file)
  writeFileSync(file, 'half')
  await clearUnfinished()
  expect(existsSync(file)).toBe(true)
  finished()
  expect(existsSync(join(scratch, 'data')), 'and nothing is left of the note').toBe(false)
})

test('nothing but an unfinished output is removed, whatever a note says', async () => {
  const mine = join(scratch, 'mine.txt')
  noteUnfinished(mine)
  writeFileSync(mine, 'mine')
  disown()
  await clearUnfinished()
  expect(readFileSync(mine, 'utf8')).toBe('mine')
})

test('an output on a disk that is not connected is removed once it is', async () => {
  const file = join(scratch, 'stick', `book.csv.${ID}.part`)
  noteUnfinished(file)
  disown()
  await clearUnfinished()
  mkdirSync(join(scratch, 'stick'))
  writeFileSync(file, 'half')
  await clearUnfinished()
  expect(existsSync(file)).toBe(false)
})
