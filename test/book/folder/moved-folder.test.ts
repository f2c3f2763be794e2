import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Clock, closeBook, codeOf, newFolder, OPENING, openBook, parse, recordAll, writtenBook } from '../fixture.ts'
import { canMount, type Mounted, mountFolder } from './mount.ts'

const bonus = parse({ type: 'bonus', contractId: 'C0001', amount: 1 })

test('a folder that was moved while the book was open takes no entries, and works again once it is back', async () => {
  const folder = newFolder()
  const book = await recordAll(await openBook(folder), [OPENING])
  const moved = `${folder}-moved`
  renameSync(folder, moved)
  const outcome = await book.execute(bonus)
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'write-failed', variant: 'moved' } })
  expect((await book.records()).total).toBe(1)
  // Another book in its place is not mistaken for it.
  mkdirSync(folder)
  writeFileSync(join(folder, 'journal.ndjson'), readFileSync(join(moved, 'journal.ndjson')))
  expect(codeOf(await book.execute(bonus))).toBe('write-failed')
  rmSync(folder, { recursive: true })
  renameSync(moved, folder)
  expect(await book.execute(bonus)).toMatchObject({ ok: true, entry: 2 })
  expect(await book.verify()).toMatchObject({ ok: true })
})

test('a book whose folder was moved writes nothing at the old path, nor into another book that is there now', async () => {
  const clock = new Clock()
  const [folder, other] = [newFolder(), await writtenBook({ checkpoint: true })]
  const book = await recordAll(await openBook(folder, clock.options), [OPENING])
  const moved = `${folder}-moved`
  renameSync(folder, moved)
  clock.moment = new Date(clock.moment.getTime() + 86_400_000)
  expect(codeOf(await book.execute(bonus))).toBe('write-failed')
  expect(await book.backUp('asked')).toMatchObject({ ok: false, refusal: { code: 'write-failed', variant: 'moved' } })
  expect(existsSync(folder)).toBe(false)
  renameSync(other, folder)
  const before = contentsOf(folder)
  expect(codeOf(await book.backUp('asked'))).toBe('write-failed')
  await closeBook(book)
  expect(contentsOf(folder)).toEqual(before)
})

/** The content of every file in a folder, by its path in it. */
function contentsOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
    statSync(join(folder, path)).isFile(),
  )
  return Object.fromEntries(paths.map(path => [path, readFileSync(join(folder, path), 'base64')]))
}

test.skipIf(process.platform === 'win32')(
  'a book whose folder was deleted refuses entries, can still be read, and closes without failing',
  async () => {
    const folder = newFolder()
    const book = await recordAll(await openBook(folder), [OPENING])
    rmSync(folder, { recursive: true })
    expect(codeOf(await book.execute(bonus))).toBe('write-failed')
    expect(codeOf(await book.backUp('asked'))).toBe('write-failed')
    expect((await book.records()).total).toBe(1)
    await closeBook(book)
    expect(existsSync(folder)).toBe(false)
  },
)

test.skipIf(!canMount())(
  'a disk that was pulled out while the book was open takes no entries, and works again once it is back',
  async () => {
    const source = newFolder()
    mkdirSync(source)
    const folder = newFolder()
    const disk = mountFolder(source, folder)
    if (disk === undefined) throw new Error('nothing was mounted')
    let again: Mounted | undefined
    try {
      const book = await recordAll(await openBook(folder), [OPENING])
      disk.unmount()
      expect(await book.execute(bonus)).toMatchObject({
        ok: false,
        refusal: { code: 'write-failed', variant: 'moved' },
      })
      expect(codeOf(await book.backUp('asked'))).toBe('write-failed')
      // The folder under the mount stays empty.
      expect(readdirSync(folder)).toEqual([])
      expect(book.contract('C0001')?.bonuses).toBe(0)
      again = mountFolder(source, folder)
      expect(await book.execute(bonus)).toMatchObject({ ok: true, entry: 2 })
      expect(await book.verify()).toMatchObject({ ok: true, entries: 2 })
      await closeBook(book)
    } finally {
      again?.unmount()
      disk.unmount()
    }
  },
)

test.skipIf(process.platform === 'win32')(
  'a journal that a sync program replaced while the book was open is noticed before anything is written',
  async () => {
    const folder = await writtenBook()
    const book = await openBook(folder)
    const path = join(folder, 'journal.ndjson')
    const fromElsewhere = readFileSync(path, 'utf8').split('\n').slice(0, 2).join('\n').concat('\n')
    writeFileSync(`${path}.new`, fromElsewhere)
    renameSync(`${path}.new`, path)
    expect(codeOf(await book.execute(bonus))).toBe('write-failed')
    await closeBook(book)
    expect(readFileSync(path, 'utf8')).toBe(fromElsewhere)
  },
)
