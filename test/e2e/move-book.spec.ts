import { existsSync } from 'node:fs'
import { rename } from 'node:fs/promises'
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
