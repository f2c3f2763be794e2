import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { type EscrowCommandInput, escrowCommandSchema } from '../../shared/contract/commands.ts'
import { type Ended, give, TODAY } from './at-terminal.ts'

let scratch: string
let folder: string

const OPTIONS = { today: () => TODAY, now: () => new Date(`${TODAY}T12:00:00Z`) }
const COMMANDS: readonly EscrowCommandInput[] = [
  {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme Ltd',
    freelancer: 'Dana \u001b[31mReyes',
    currency: 'USD',
    milestones: [{ title: 'A', amount: 42_000 }],
    on: '2026-01-05',
  },
  { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1', on: '2026-01-05', reference: 'T1' },
  { type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: 40_000, on: '2026-01-12' },
]

async function opened(at = folder): Promise<Book> {
  const outcome = await Book.open(at, OPTIONS)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.book
}

beforeEach(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'escrowbook-terminal-'))
  folder = join(scratch, 'book')
  const book = await opened()
  await book.executeAll(COMMANDS.map(command => escrowCommandSchema.parse(command)))
  await book.close()
})
afterEach(() => rmSync(scratch, { recursive: true }))

const on = (...given: readonly string[]): Promise<Ended> => give(scratch, [...given, '--book', folder])
const fingerprint = (): string =>
  JSON.stringify(readdirSync(folder).map(name => [name, statSync(join(folder, name)).mtimeMs]))

function damage(): void {
  const path = join(folder, 'journal.ndjson')
  writeFileSync(path, readFileSync(path, 'utf8').replace('42000', '42001'))
}

describe('verify', () => {
  test('says that an intact book is intact, and exits with 0', async () => {
    const before = fingerprint()
    const { exit, stdout, stderr } = await on('verify')
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/is intact: 3 entries.*\nFingerprint of its history: [0-9a-f]{64}\n$/)
    expect(fingerprint(), 'a reader leaves the folder as it was').toBe(before)
  })
  test('names the damaged line, and exits with 3', async () => {
    damage()
    const { exit, stdout } = await on('verify')
    expect(exit).toBe(3)
    expect(stdout).toContain('is damaged.\nLine 1 is not as it was written.')
    const answer = JSON.parse((await on('verify', '--json')).stdout)
    expect(answer).toMatchObject({
      ok: true,
      value: { ok: false, problems: [{ line: 1, code: 'changed' }], health: { state: 'damaged' } },
    })
  })
  test('writes numbers in the reader’s locale', async () => {
    const book = await opened()
    await book.executeAll(Array.from({ length: 1_197 }, () => escrowCommandSchema.parse(COMMANDS[0])))
    await book.close()
    rmSync(join(folder, 'journal.ndjson'))
    const { exit, stdout } = await give(scratch, ['verify', '--book', folder], { locale: 'de' })
    expect(exit).toBe(3)
    expect(stdout).toContain('there were 1.200 entries.')
  })
  test('says whether the book still agrees with a printed statement', async () => {
    const { head } = JSON.parse((await on('verify', '--json')).stdout).value
    expect(await on('verify', '--entries', '3', '--head', head.slice(0, 16))).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('agrees with this book'),
    })
    expect(await on('verify', '--entries', '3', '--head', '0'.repeat(16))).toMatchObject({
      exit: 1,
      stdout: expect.stringContaining('not the history'),
    })
    expect(await on('verify', '--entries', '3')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('The fingerprint is missing'),
    })
    expect(await on('verify', '--entries', '3', '--head', 'xyz')).toMatchObject({ exit: 2 })
  })
  test('says that the book is open elsewhere, and still reads it', async () => {
    const book = await opened()
    const { exit, stdout, stderr } = await on('verify')
    expect(exit).toBe(0)
    expect(stdout).toContain('3 entries')
    expect(stderr).toContain(`It is open in another process (${process.pid} on `)
    await book.close()
  })
})

describe('a folder without a book', () => {
  test.each([['verify'], ['export', '-f', 'csv'], ['report'], ['year', '2026', '--statements', 'none']])(
    'is refused by %s, and not made',
    async (...given) => {
      const nowhere = join(scratch, 'nowhere')
      expect(await give(scratch, [...given, '--book', nowhere])).toMatchObject({
        exit: 1,
        stdout: '',
        stderr: expect.stringContaining('There is no book in'),
      })
      expect(existsSync(nowhere)).toBe(false)
      mkdirSync(nowhere)
      expect((await give(scratch, [...given, '--book', nowhere])).exit).toBe(1)
      expect(readdirSync(nowhere)).toEqual([])
    },
  )
  test('is refused by import', async () => {
    writeFileSync(join(scratch, 'a.csv'), 'Date,Amount\n2026-01-05,1.00\n')
    expect((await give(scratch, ['import', 'a.csv', '--book', join(scratch, 'nowhere')])).exit).toBe(1)
    expect(existsSync(join(scratch, 'nowhere'))).toBe(false)
  })
})

describe('export', () => {
  test.each(['csv', 'hledger', 'beancount', 'json', 'ics'])(
    'gives %s on stdout and in a file, of the book, a contract and a period',
    async format => {
      for (const part of [[], ['--contract', 'C0001'], ['--from', '2026-01-06', '--to', '2026-01-31']]) {
        const { exit, stdout, stderr } = await on('export', '--format', format, ...part)
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
        expect(stdout.length).toBeGreaterThan(50)
        const answer = JSON.parse((await on('export', '-f', format, '--json', ...part)).stdout)
        expect(answer).toEqual({ ok: true, value: { filename: expect.stringMatching(/^escrowbook/), text: stdout } })
      }
      const saved = await on('export', '-f', format, '-o', 'x.out')
      expect(saved).toMatchObject({ exit: 0, stdout: '', stderr: `Written: ${join(scratch, 'x.out')}\n` })
      expect(readFileSync(join(scratch, 'x.out'), 'utf8')).toBe((await on('export', '-f', format)).stdout)
    },
  )
  test('replaces a file only if told to', async () => {
    writeFileSync(join(scratch, 'mine'), 'mine')
    expect(await on('export', '-f', 'csv', '-o', 'mine')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('--overwrite'),
    })
    expect(readFileSync(join(scratch, 'mine'), 'utf8')).toBe('mine')
    expect((await on('export', '-f', 'csv', '-o', 'mine', '--overwrite')).exit).toBe(0)
    expect(readFileSync(join(scratch, 'mine'), 'utf8')).toContain('open-contract')
    expect(readdirSync(scratch).sort()).toEqual(['book', 'mine'])
  })
  test('tells wrong usage from a refusal', async () => {
    expect(await on('export')).toMatchObject({ exit: 2, stderr: expect.stringContaining('The format is missing') })
    expect(await on('export', '-f', 'xls')).toMatchObject({ exit: 2, stderr: expect.stringContaining('csv, hledger') })
    expect(await on('export', '-f', 'csv', '--from', '2026-02-30')).toMatchObject({ exit: 2 })
    expect(await on('export', '-f', 'csv', '--contract', 'C9')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('no such contract'),
    })
    const refused = JSON.parse((await on('export', '-f', 'csv', '--contract', 'C9', '--json')).stdout)
    expect(refused).toMatchObject({ ok: false, error: { code: 'unknown-contract', field: 'contractId' } })
  })
  test('writes what can be read of a damaged book, and exits with 3', async () => {
    damage()
    expect(await on('export', '-f', 'csv')).toMatchObject({ exit: 3, stderr: expect.stringContaining('Line 1') })
  })
})

describe('report', () => {
  test('sums up by month, and prints nothing if no money moved', async () => {
    expect((await on('report')).stdout).toMatch(
      /^USD, as client\nMonth +Gross .*\n2026-01 +400\.00 .*\nTotal +400\.00 /,
    )
    expect(await on('report', '--year', '2025')).toMatchObject({
      exit: 0,
      stdout: 'Nothing was paid, returned or refunded here.\n',
    })
  })
  test('keeps control characters in names away from the terminal', async () => {
    const { stdout } = await on('report', '--by', 'freelancer')
    expect(stdout).toContain('Dana Reyes')
    expect(stdout).not.toContain('\u001b')
  })
  test('is CSV and JSON too', async () => {
    const { stdout } = await on('report', '--by', 'contract', '--csv')
    expect(stdout).toBe(
      '\uFEFFContract,Title,Client,Freelancer,Currency,Side,Gross,Fees,Net,Returned,Refunded\r\n' +
        'C0001,Website,Acme Ltd,Dana \u001b[31mReyes,USD,client,400.00,0.00,400.00,0.00,0.00\r\n',
    )
    const answer = JSON.parse((await on('report', '--by', 'year', '--json')).stdout)
    expect(answer).toMatchObject({
      ok: true,
      value: [{ by: 'year', side: 'client', currency: 'USD', decimals: 2, rows: [{ key: '2026', gross: 40_000 }] }],
    })
  })
  test('refuses an invalid currency, year, side and grouping', async () => {
    expect((await on('report', '--currency', 'USX')).exit).toBe(1)
    expect((await on('report', '--currency', 'EUR')).exit).toBe(0)
    for (const wrong of [
      ['--year', '26.5'],
      ['--side', 'mine'],
      ['--by', 'week'],
    ])
      expect((await on('report', ...wrong)).exit).toBe(2)
  })
})

describe('import', () => {
  const HEAD = 'Date,Transaction ID,Amount,Currency,Description'
  const columns = [
    'date=Date',
    'amount=Amount',
    'id=Transaction ID',
    'currency=Currency',
    'description=Description',
  ].flatMap(each => ['--column', each])

  async function ownCsv(): Promise<string> {
    const twin = join(scratch, 'twin')
    const book = await opened(twin)
    await book.executeAll(
      [...COMMANDS, { type: 'bonus', contractId: 'C0001', amount: 5_000, on: '2026-02-01' } as const].map(command =>
        escrowCommandSchema.parse(command),
      ),
    )
    await book.close()
    const path = join(scratch, 'own.csv')
    await give(scratch, ['export', '-f', 'csv', '-o', path, '--book', twin])
    return path
  }

  test('shows with --dry-run what it would record, records it once after a backup, and nothing the second time', async () => {
    const path = await ownCsv()
    const preview = await on('import', path, '--dry-run', '--tick', 'all')
    expect(preview.exit).toBe(0)
    expect(preview.stdout).toMatch(/yes +5 +2026-02-01 .*Bonus/)
    expect(JSON.parse((await on('import', path, '-n', '--tick', 'all', '--json')).stdout)).toMatchObject({
      ok: true,
      value: { ticked: [5] },
    })
    expect(existsSync(join(folder, 'backups')), 'nothing was written').toBe(false)

    const { value } = JSON.parse((await on('import', path, '--tick', 'all', '--json')).stdout)
    expect(value).toMatchObject({ recorded: 1, first: 4, last: 4, backup: expect.stringContaining('import'), left: [] })
    expect(readdirSync(join(folder, 'backups'))).toContain(value.backup)
    expect((await on('import', path, '--tick', 'all')).stdout).toBe('Nothing was recorded.\n')
    expect((await on('verify')).stdout).toContain('4 entries')
  })
  test('refuses while another process has the book open, and names it', async () => {
    const path = await ownCsv()
    const book = await opened()
    expect(await on('import', path)).toMatchObject({
      exit: 1,
      stdout: '',
      stderr: expect.stringContaining(`open in another process (${process.pid} on `),
    })
    expect((await on('import', path, '--dry-run')).exit, 'to look is not to write').toBe(0)
    await book.close()
  })
  test('says what it must be told about an unknown file', async () => {
    writeFileSync(join(scratch, 'bank.csv'), `${HEAD}\n01/02/2026,B1,-50.00,USD,Bonus\n`)
    expect(await on('import', 'bank.csv')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('--column date=…'),
    })
    expect(await on('import', 'bank.csv', ...columns)).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('dateOrder=day-month-year'),
    })
    const told = await on('import', 'bank.csv', '-n', ...columns, '--column', 'dateOrder=day-month-year')
    expect(told).toMatchObject({ exit: 0, stdout: expect.stringContaining('2026-02-01') })
  })
  test('reads from stdin', async () => {
    const bytes = readFileSync(await ownCsv())
    const { exit, stdout } = await give(scratch, ['import', '-', '-n', '--book', folder], {
      readInput: async () => bytes,
    })
    expect({ exit, has: stdout.includes('2026-02-01') }).toEqual({ exit: 0, has: true })
  })
  test.each([
    [['--lines', '3-1'], 2],
    [['--lines', 'x'], 2],
    [['--lines', '99'], 1],
    [['--tick', 'some'], 2],
    [['--column', 'day=Date'], 2],
  ])('%j ends with %i and records nothing', async (wrong, exit) => {
    expect((await on('import', await ownCsv(), ...wrong)).exit).toBe(exit)
    expect((await on('verify')).stdout).toContain('3 entries')
  })
  test('refuses a missing file, binary data, and text that is no statement', async () => {
    writeFileSync(join(scratch, 'sheet.xlsx'), Buffer.from([0x50, 0x4b, 0x03, 0x04]))
    writeFileSync(join(scratch, 'empty.csv'), '')
    expect(await on('import', 'none.csv')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('none.csv could not be read (ENOENT)'),
    })
    expect(await on('import', 'sheet.xlsx')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('is a spreadsheet'),
    })
    expect(await on('import', 'empty.csv')).toMatchObject({ exit: 1, stderr: expect.stringContaining('is empty') })
  })
  test('restores a whole JSON export exactly, and only in a folder without a book', async () => {
    await on('export', '-f', 'json', '-o', 'whole.json')
    const twin = join(scratch, 'restored')
    expect(await give(scratch, ['import', 'whole.json', '-n', '--book', twin])).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('3 entries'),
    })
    expect(existsSync(twin)).toBe(false)
    expect(await give(scratch, ['import', 'whole.json', '--book', twin])).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('3 entries'),
    })
    expect(readFileSync(join(twin, 'journal.ndjson'))).toEqual(readFileSync(join(folder, 'journal.ndjson')))
    expect(await give(scratch, ['import', 'whole.json', '--book', twin])).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('There is already a book in'),
    })
    await on('export', '-f', 'json', '--contract', 'C0001', '-o', 'part.json')
    expect(await give(scratch, ['import', 'part.json', '--book', join(scratch, 'other')])).toMatchObject({ exit: 1 })
    expect(existsSync(join(scratch, 'other'))).toBe(false)
  })
})

describe('year', () => {
  test('writes a folder into the current one, and refuses a year without movement and an existing folder', async () => {
    expect(await on('year', '2026', '--statements', 'none')).toMatchObject({ exit: 0, stdout: '' })
    expect(readdirSync(join(scratch, 'escrowbook-2026'))).toContain('README.txt')
    expect(await on('year', '2026', '--statements', 'none')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('already'),
    })
    expect(await on('year', '2020', '--statements', 'none')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('from 2026 to 2026'),
    })
    expect(await on('year', 'now', '--statements', 'none')).toMatchObject({ exit: 2 })
    expect(await on('year', '2026', '--statements', 'all')).toMatchObject({ exit: 2 })
  })
  test('writes nothing from a damaged book', async () => {
    damage()
    expect(await on('year', '2026', '--statements', 'none', '-o', 'out')).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining('is damaged, so a year'),
    })
    expect(existsSync(join(scratch, 'out'))).toBe(false)
  })
})
