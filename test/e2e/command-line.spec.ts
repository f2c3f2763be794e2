import { spawn, spawnSync } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { launchFlags } from '../../tools/launch-flags.mjs'
import { accepted, asked, openContract } from './bridge.ts'
import { electronPath } from './electron-path.ts'
import { expect, test } from './fixture.ts'
import { LOOKED_AT } from './visiting.ts'
import { writeBook } from './written-book.ts'

const ROOT = resolve(import.meta.dirname, '../..')
/** One test starts the app several times, each in a process of its own. */
const SEVERAL_STARTS_MS = 120_000

test.use({ today: LOOKED_AT })

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface Given {
  readonly input?: string
  /** Stops reading after this many characters. */
  readonly closeAfter?: number
  /** Stops the command once this is true. */
  readonly stopWhen?: () => Promise<boolean>
}

/**
 * Runs a command of the real app as a shell does, without a screen and with an empty home folder.
 */
function escrowbook(
  scratch: string,
  args: readonly string[],
  { input = '', closeAfter = Number.POSITIVE_INFINITY, stopWhen }: Given = {},
): Promise<Ended> {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ESCROWBOOK_DIR: ___, ...env } = process.env
  const home = join(scratch, 'home')
  const child = spawn(electronPath(), [ROOT, ...launchFlags(), ...args], {
    cwd: scratch,
    env: { ...env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), ESCROWBOOK_TODAY: LOOKED_AT, LC_ALL: 'C.UTF-8' },
  })
  const printed = { stdout: '', stderr: '' }
  child.stdout.on('data', (piece: Buffer) => {
    printed.stdout += piece.toString()
    if (printed.stdout.length >= closeAfter) child.stdout.destroy()
  })
  child.stderr.on('data', (piece: Buffer) => {
    printed.stderr += piece.toString()
  })
  child.stdin.end(input)
  if (stopWhen !== undefined) {
    const looking = setInterval(async () => {
      if (!(await stopWhen()) || child.killed) return
      clearInterval(looking)
      child.kill('SIGTERM')
    }, 5)
    child.once('close', () => clearInterval(looking))
  }
  return new Promise(done =>
    child.once('close', code => done({ code, stdout: printed.stdout, stderr: ownLines(printed.stderr) })),
  )
}

/** The app's own lines on stderr: without a message bus, Chromium complains about that. */
function ownLines(stderr: string): string {
  return stderr
    .split('\n')
    .filter(line => !/^\[\d+:\d+\/[\d.]+:/.test(line))
    .join('\n')
}

/** Writes a book of contracts, each almost entirely paid, and closes it. */
function writtenBook(folder: string, contracts = 1): Promise<void> {
  const commands = Array.from({ length: contracts }, (_, i) => `C${String(i + 1).padStart(4, '0')}`).flatMap(
    (contractId): EscrowCommandInput[] => [
      {
        type: 'open-contract',
        title: 'Website',
        client: 'Acme Ltd',
        freelancer: 'Dana Reyes',
        currency: 'USD',
        milestones: [{ title: 'A', amount: 42_000 }],
      },
      { type: 'fund-milestone', contractId, milestoneId: 'M1' },
      { type: 'release', contractId, milestoneId: 'M1', amount: 40_000 },
    ],
  )
  return writeBook({ folder, today: LOOKED_AT }, commands)
}

test('commands run without a screen, exit with the right code, and leave nothing behind', async ({ book, scratch }) => {
  test.setTimeout(SEVERAL_STARTS_MS)
  await writtenBook(book)
  const on = (...args: string[]) => escrowbook(scratch, [...args, '--book', book])
  expect(await on('verify')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('is intact: 3 entries'),
    stderr: '',
  })
  expect(await on('report')).toMatchObject({ code: 0, stdout: expect.stringMatching(/Total +400\.00/), stderr: '' })
  expect(await on('export', '-f', 'nothing')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(/^escrowbook: .*csv/),
  })
  const refused = await on('export', '-f', 'csv', '--contract', 'C9', '--json')
  expect({ code: refused.code, answer: JSON.parse(refused.stdout) }).toMatchObject({
    code: 1,
    answer: { ok: false, error: { code: 'unknown-contract' } },
  })
  expect(await escrowbook(scratch, ['export', '--help'])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Usage: escrowbook export'),
  })
  expect(await escrowbook(scratch, ['exprot'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('no command “exprot”'),
  })
  if (process.platform === 'linux') {
    const window = await escrowbook(scratch, [])
    expect(window, 'the window').toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^escrowbook: There is no screen .* escrowbook --help\n$/),
    })
  }
  expect(await escrowbook(scratch, ['verify']), 'the book of a person who has none yet').toMatchObject({ code: 1 })

  const journal = join(book, 'journal.ndjson')
  await writeFile(journal, (await readFile(journal, 'utf8')).replace('42000', '42001'))
  expect(await on('verify')).toMatchObject({
    code: 3,
    stdout: expect.stringContaining('Line 1 is not as it was written.'),
  })
  expect((await readdir(scratch)).filter(name => name !== 'book')).toEqual([])
})

test('output can be piped, even into a program that stops reading early, and input can come from a pipe', async ({
  book,
  scratch,
}) => {
  test.setTimeout(SEVERAL_STARTS_MS)
  await writtenBook(book)
  const whole = await escrowbook(scratch, ['export', '-f', 'json', '--book', book])
  expect(JSON.parse(whole.stdout)).toMatchObject({ escrowbook: 'book', entries: 3 })
  expect(await escrowbook(scratch, ['export', '-f', 'json', '--book', book], { closeAfter: 1 })).toMatchObject({
    code: 0,
    stderr: '',
  })
  const restored = join(scratch, 'restored')
  expect(await escrowbook(scratch, ['import', '-', '--book', restored], { input: whole.stdout })).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('3 entries'),
  })
  expect(await readFile(join(restored, 'journal.ndjson'))).toEqual(await readFile(join(book, 'journal.ndjson')))
})

test('commands can read a book that the app has open, but only the app can write to it', async ({
  app,
  page,
  book,
  scratch,
}) => {
  test.setTimeout(SEVERAL_STARTS_MS)
  const contractId = await openContract(page, [42_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  const { head } = await asked(page, { type: 'book' })
  const verified = await escrowbook(scratch, ['verify', '--json', '--book', book])
  expect(JSON.parse(verified.stdout)).toMatchObject({ ok: true, value: { ok: true, entries: 2, head } })
  const exported = await escrowbook(scratch, ['export', '-f', 'hledger', '--book', book])
  expect(exported.stdout).toBe((await asked(page, { type: 'export', format: 'hledger' })).text)
  const bonus = (await asked(page, { type: 'export', format: 'csv' })).text
  const mine = await escrowbook(scratch, ['import', '-', '--book', book], { input: bonus })
  expect(mine).toMatchObject({
    code: 1,
    stdout: '',
    stderr: expect.stringContaining(`open in another process (${app.process().pid} on `),
  })
  await accepted(page, { type: 'release', contractId, milestoneId: 'M1', amount: 100 })
})

test('statements and a whole year can be printed without a screen', async ({ book, scratch }) => {
  test.setTimeout(SEVERAL_STARTS_MS)
  const kept = async () => (await readdir(tmpdir())).filter(name => name.startsWith('escrowbook-pages-'))
  const before = await kept()
  await writtenBook(book)
  const statement = join(scratch, 'statement.pdf')
  expect(
    await escrowbook(scratch, ['statement', '--contract', 'C0001', '-o', statement, '--book', book]),
  ).toMatchObject({
    code: 0,
    stdout: '',
    stderr: `Written: ${statement}\nThe command line only reads, so the book keeps no fingerprint of this. Check it by the entry number and fingerprint in it.\n`,
  })
  expect((await readFile(statement, 'latin1')).slice(0, 5)).toBe('%PDF-')
  const year = await escrowbook(scratch, ['year', '2026', '--json', '--book', book])
  expect(year).toMatchObject({ code: 0, stderr: '' })
  const { path, ...value } = JSON.parse(year.stdout).value
  expect(value).toMatchObject({ kept: false })
  expect(path).toBe(join(scratch, 'escrowbook-2026'))
  const printed = join(path, 'statements', 'C0001-Website.pdf')
  expect((await readFile(printed, 'latin1')).slice(0, 5)).toBe('%PDF-')
  if (spawnSync('pdftotext', ['-v']).status === 0) {
    const { stdout } = spawnSync('pdftotext', ['-layout', printed, '-'], { encoding: 'utf8' })
    expect(stdout).toMatch(/420\.00 paid in += +400\.00 paid out +\+ +0\.00 refunded +\+ +20\.00 in escrow/)
  }
  expect(await kept(), 'what Chromium kept meanwhile').toEqual(before)
})

test('a year that is stopped part-way leaves nothing behind', async ({ book, scratch }) => {
  test.setTimeout(SEVERAL_STARTS_MS)
  await writtenBook(book, 30)
  let seen = false
  const stopWhen = async () => {
    const [half] = (await readdir(scratch)).filter(name => name.endsWith('.part'))
    const printed = half === undefined ? [] : await readdir(join(scratch, half, 'statements')).catch(() => [])
    seen ||= printed.length > 2
    return seen
  }
  expect(await escrowbook(scratch, ['year', '2026', '--book', book], { stopWhen })).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'escrowbook: Stopped, and nothing was changed. Start it again when you are ready.\n',
  })
  expect(seen, 'it was stopped in the middle').toBe(true)
  expect(await readdir(scratch)).toEqual(['book'])
})
