import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { execute, openContract } from './bridge.ts'
import { expect, test } from './fixture.ts'

test('a book can be moved to a folder with another name, which the app then opens by default', async ({
  launch,
  scratch,
}) => {
  test.setTimeout(120_000)
  // The book that opens by default.
  const nothingSaid = { env: { ESCROWBOOK_DIR: '' } }
  const first = await launch(nothingSaid)
  const page = await first.firstWindow()
  await openContract(page, [42_000])
  expect(await execute(page, { type: 'move-book', folder: join(scratch, 'userData', 'book', 'inside') })).toMatchObject(
    {
      ok: false,
      error: { code: 'bad-input', field: 'folder' },
    },
  )
  const folder = join(scratch, 'Documents', 'Studio book')
  // Nothing would close the app that is started in its place: the test starts it itself.
  await first.evaluate(() => {
    const processes = process.getBuiltinModule('node:child_process')
    processes.spawn = (() => ({ unref: () => undefined })) as unknown as typeof processes.spawn
    process.getBuiltinModule('node:module').syncBuiltinESMExports()
  })
  const closed = first.waitForEvent('close')
  // The page has its answer before the app quits. An outside listener may learn of the quitting
  // first.
  const answer = await execute(page, { type: 'move-book', folder }).catch((problem: Error) => problem.message)
  if (typeof answer === 'string') expect(answer).toContain('closed')
  else expect(answer).toEqual({ ok: true, value: { folder } })
  await closed
  expect(existsSync(join(scratch, 'userData', 'book'))).toBe(false)

  await expect.poll(() => existsSync(join(folder, 'journal.ndjson'))).toBe(true)
  const again = await launch(nothingSaid)
  await expect((await again.firstWindow()).getByRole('row', { name: /Website/ })).toBeVisible()
  await again.close()

  // If the book is gone, say on a disconnected disk, no other is created in its place.
  await rename(folder, `${folder} away`)
  const gone = await launch(nothingSaid)
  await expect
    .poll(() => gone.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(false)
  expect(existsSync(folder)).toBe(false)
})

test('a move that was cut off, and a place file that was, never open an empty book in place of the person’s', async ({
  launch,
  scratch,
}) => {
  test.setTimeout(120_000)
  const nothingSaid = { env: { ESCROWBOOK_DIR: '' } }
  const userData = join(scratch, 'userData')
  const place = join(userData, 'book-place.json')
  const first = await launch(nothingSaid)
  await openContract(await first.firstWindow(), [42_000])
  await first.close()
  const website = async (): Promise<void> => {
    const app = await launch(nothingSaid)
    await expect((await app.firstWindow()).getByRole('row', { name: /Website/ })).toBeVisible()
    await app.close()
  }
  const from = join(userData, 'book')
  const to = join(scratch, 'Studio book')

  // Killed before the rename, with half a copy.
  const part = join(scratch, '.0f8fad5b-d9cb-469f-a165-70867728950e.part')
  await mkdir(join(userData, 'unfinished'))
  const by = { pid: 2 ** 22 + 1, host: hostname(), since: new Date().toISOString(), bornAt: 'gone' }
  await writeFile(join(userData, 'unfinished', 'one.json'), JSON.stringify({ path: part, by }))
  await mkdir(part)
  await writeFile(place, JSON.stringify({ folder: from, moving: to }))
  await website()
  expect(existsSync(place), 'the move is settled').toBe(false)
  expect(existsSync(part), 'and half a copy is no more').toBe(false)

  // Killed between the rename and its note.
  await writeFile(place, JSON.stringify({ folder: from, moving: to }))
  await rename(from, to)
  await website()
  expect(JSON.parse(await readFile(place, 'utf8'))).toEqual({ folder: to })

  // Half a place file: the book is found, and nothing is begun in its old place.
  await writeFile(place, '{"folder":"/ho')
  const asking = await launch(nothingSaid)
  await expect
    .poll(() => asking.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(false)
  expect(existsSync(from)).toBe(false)
})
