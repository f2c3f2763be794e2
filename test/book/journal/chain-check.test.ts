import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeBook, MOVES, newFolder, OPENING, openBook, settledHealth, writtenBook } from '../fixture.ts'

/** The number of the line, from 1, that the byte at an offset is in. */
const lineAt = (bytes: Buffer, offset: number): number =>
  bytes.subarray(0, offset).toString('latin1').split('\n').length

test.each([
  ['without a checkpoint', false, 2],
  ['before a checkpoint', true, 1],
])(
  'a flipped byte anywhere in the journal is found, reported by line, and makes the book read-only (%s)',
  async (_, checkpoint, moves) => {
    const folder = await writtenBook({ checkpoint, commands: [OPENING, ...MOVES.slice(0, moves)] })
    const good = readFileSync(join(folder, 'journal.ndjson'))
    const copy = newFolder()
    cpSync(folder, copy, { recursive: true })
    for (let offset = 0; offset < good.length; offset++) {
      const bytes = Buffer.from(good)
      bytes[offset] = (bytes[offset] ?? 0) ^ (1 << (offset % 8))
      writeFileSync(join(copy, 'journal.ndjson'), bytes)
      if (checkpoint) cpSync(join(folder, 'book.json'), join(copy, 'book.json'))
      const book = await openBook(copy)
      const health = await settledHealth(book)
      if (offset === good.length - 1) {
        // Only the last newline is harmless: its line is complete.
        expect(health.state).toBe('recovered')
        expect(book.info()).toMatchObject({ entries: 1 + moves, readOnly: false })
      } else {
        expect(health, `byte ${offset}`).toMatchObject({ state: 'damaged', line: lineAt(good, offset) })
        expect(book.info().readOnly).toBe(true)
        if (offset % 7 === 0) expect((await book.verify()).problems[0]).toMatchObject({ line: lineAt(good, offset) })
        expect(readFileSync(join(copy, 'journal.ndjson'))).toEqual(bytes)
      }
      await closeBook(book)
    }
  },
  120_000,
)

test('lost, swapped and repeated lines are found', async () => {
  const folder = await writtenBook()
  const lines = readFileSync(join(folder, 'journal.ndjson'), 'utf8').split('\n').slice(0, -1)
  const [a = '', b = '', c = '', d = ''] = lines
  for (const [order, line] of [
    [[a, c, d], 2],
    [[a, c, b, d], 2],
    [[b, c, d], 1],
    [[a, b, b, c, d], 3],
  ] as const) {
    const copy = newFolder()
    cpSync(folder, copy, { recursive: true })
    writeFileSync(join(copy, 'journal.ndjson'), `${order.join('\n')}\n`)
    const book = await openBook(copy)
    expect(await settledHealth(book)).toMatchObject({ state: 'damaged', line })
    expect((await book.verify()).problems[0]).toMatchObject({ code: 'misplaced', line })
  }
})
