import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { execute, openContract } from './bridge.ts'
import { electronPath } from './electron-path.ts'
import { expect, test } from './fixture.ts'

test('a book is neither opened in the program’s folder nor moved there, and one that is there stays closed until it is moved out', async ({
  launch,
  book,
}) => {
  test.setTimeout(120_000)
  const program = await mkdtemp(join(dirname(await realpath(electronPath())), 'book-'))
  try {
    const first = await launch()
    const page = await first.firstWindow()
    await openContract(page, [42_000])
    const inside = join(program, 'book')
    for (const type of ['open-book', 'move-book'] as const)
      expect(await execute(page, { type, folder: inside })).toMatchObject({
        ok: false,
        error: { code: 'bad-input', field: 'folder', message: expect.stringContaining('may delete it') },
      })
    expect(existsSync(inside)).toBe(false)
    await first.close()

    // As if a version without this refusal had put it there.
    await mkdir(inside)
    await cp(join(book, 'journal.ndjson'), join(inside, 'journal.ndjson'))
    const before = await readdir(inside)
    const second = await launch({ env: { ESCROWBOOK_DIR: inside } })
    await expect
      .poll(() => second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
      .toBe(false)
    expect(await readdir(inside)).toEqual(before)
  } finally {
    await rm(program, { recursive: true, force: true })
  }
})
