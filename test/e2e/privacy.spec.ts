import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { accepted, asked, execute } from './bridge.ts'
import { expect, test } from './fixture.ts'

/** All files below a folder, and the folders themselves, with their modes. */
async function modesBelow(folder: string): Promise<[path: string, mode: number][]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    [folder, ...names.map(found => join(found.parentPath, found.name))].map(
      async path => [path, (await stat(path)).mode & 0o777] as [string, number],
    ),
  )
}

test('the log of a session contains no amount and no name', async ({ app, page, scratch }) => {
  const opened = await accepted(page, {
    type: 'open-contract',
    title: 'Zweibrücken catalogue',
    client: 'Quillfeather & Sons',
    freelancer: 'Oyelaran T.',
    currency: 'USD',
    milestones: [{ title: 'Marbling', amount: 73_519 }],
    note: 'Wire of the 3rd',
    reference: 'TX-88417',
  })
  const contractId = opened.contractId ?? ''
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  // Refusals show amounts and names to the person; the log must not.
  expect((await execute(page, { type: 'release', contractId, milestoneId: 'M1', amount: 73_520 })).ok).toBe(false)
  await execute(page, { type: 'Quillfeather & Sons' } as never)
  await execute(page, { type: 'release', contractId, amount: 73_519, 'Quillfeather & Sons': 735.19 } as never)
  await asked(page, { type: 'report', by: 'client', currency: 'USD' })
  await app.close()

  const logs = join(scratch, 'userData', 'logs')
  const text = (await Promise.all((await readdir(logs)).map(name => readFile(join(logs, name), 'utf8')))).join('')
  expect(text).toContain('execute fund-milestone: done')
  expect(text).toMatch(/execute release: (?!done)/)
  expect(text).toContain('execute unknown: bad-input')
  for (const secret of [
    'Zweibr',
    'Quillfeather',
    'Oyelaran',
    'Marbling',
    'Wire',
    '88417',
    '735',
    '73519',
    '73520',
    contractId,
    scratch,
  ])
    expect(text).not.toContain(secret)
})

test('only the owner can read the book and the log', async ({ app, page, book, scratch }) => {
  test.skip(process.platform === 'win32', 'Windows keeps a person’s folder from others by other means.')
  await accepted(page, {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme Ltd',
    freelancer: 'Muhammad A.',
    currency: 'USD',
    milestones: [],
  })
  expect((await execute(page, { type: 'back-up' })).ok).toBe(true)
  await app.close()
  const modes = [...(await modesBelow(book)), ...(await modesBelow(join(scratch, 'userData', 'logs')))]
  const files = modes.map(([path]) => path.slice(scratch.length + 1))
  for (const there of ['book/journal.ndjson', 'book/book.json', 'userData/logs/escrowbook.log'])
    expect(files).toContain(there)
  for (const [path, mode] of modes)
    expect(mode & 0o077, `${path.slice(scratch.length)} has mode ${mode.toString(8)}`).toBe(0)
})
