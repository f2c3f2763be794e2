import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { closeBook, MOVES, newFolder, OPENING, openBook, settledHealth, writtenBook } from '../fixture.ts'

/** The number of the line (from 1) that a byte is in. */
const lineAt = (bytes: Buffer, place: number): number => bytes.subarray(0, place).toString('latin1').split('\n').length

test.each([
  ['without a checkpoint', false, 2],
  ['behind a checkpoint', true, 1],
])(
  'a flipped byte anywhere in the journal is found, named, and stops the book (%s)',
  async (_, checkpoint, moves) => {
    const folder = await writtenBook({ checkpoint, commands: [OPENING, ...MOVES.slice(0, moves)] })
    const good = readFileSync(join(folder, 'journal.ndjson'))
    const copy = newFolder()
    cpSync(folder, copy, { recursive: true })
    for (let place = 0; place < good.length; place++) {
      const bytes = Buffer.from(good)
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8))
      writeFileSync(join(copy, 'journal.ndjson'), bytes)
      if (checkpoint) cpSync(join(folder, 'book.json'), join(copy, 'book.json'))
      const book = await openBook(copy)
      const health = await settledHealth(book)
      if (place === good.length - 1) {
        // Only the newline of the last line is harmless: the line itself is whole.
        expect(health.state).toBe('recovered')
        expect(book.info()).toMatchObject({ entries: 1 + moves, readOnly: false })
      } else {
        expect(health, `byte ${place}`).toMatchObject({ state: 'damaged', line: lineAt(good, place) })
        expect(book.info().readOnly).toBe(true)
        if (place % 7 === 0) expect((await book.verify()).problems[0]).toMatchObject({ line: lineAt(good, place) })
        expect(readFileSync(join(copy, 'journal.ndjson'))).toEqual(bytes)
      }
      await closeBook(book)
    }
  },
  120_000,
)

test('lines that are lost or swapped are found', async () => {
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
