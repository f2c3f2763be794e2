import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { STATEMENT } from '../book/fixture.ts'
import { give } from './at-terminal.ts'
import { OPENING, opened, record, recordedBook } from './recorded-book.ts'

const at = recordedBook()

const fingerprint = (): string =>
  JSON.stringify(readdirSync(at.folder).map(name => [name, statSync(join(at.folder, name)).mtimeMs]))

function damage(): void {
  const path = join(at.folder, 'journal.ndjson')
  writeFileSync(path, readFileSync(path, 'utf8').replace('42000', '42001'))
}

describe('verify', () => {
  test('reports that an intact book is intact, and exits with 0', async () => {
    const before = fingerprint()
    const { exit, stdout, stderr } = await at.on('verify')
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
    expect(stdout).toMatch(/is intact: 3 entries.*\nFingerprint of its history: [0-9a-f]{64}\n$/)
    expect(fingerprint(), 'a reader leaves the folder as it was').toBe(before)
  })
  test('names the damaged line, and exits with 3', async () => {
    damage()
    const { exit, stdout } = await at.on('verify')
    expect(exit).toBe(3)
    expect(stdout).toContain('is damaged.\nLine 1 is not as it was written.')
    const answer = JSON.parse((await at.on('verify', '--json')).stdout)
    expect(answer).toMatchObject({
      ok: true,
      value: { ok: false, problems: [{ line: 1, code: 'changed' }], health: { state: 'damaged' } },
    })
  })
  test('writes numbers in the reader’s locale', async () => {
    await record(
      at.folder,
      Array.from({ length: 1_197 }, () => OPENING),
    )
    rmSync(join(at.folder, 'journal.ndjson'))
    const { exit, stdout } = await give(at.scratch, ['verify', '--book', at.folder], { locale: 'de' })
    expect(exit).toBe(3)
    expect(stdout).toContain('there were 1.200 entries.')
  })
  test('reports whether the book still agrees with a printed statement', async () => {
    const { head } = JSON.parse((await at.on('verify', '--json')).stdout).value
    expect(await at.on('verify', '--entries', '3', '--head', head.slice(0, 16))).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('agrees with this book'),
    })
    expect(await at.on('verify', '--entries', '3', '--head', '0'.repeat(16))).toMatchObject({
      exit: 1,
      stdout: expect.stringContaining('not the history'),
    })
    expect(await at.on('verify', '--entries', '3')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('The fingerprint is missing'),
    })
    expect(await at.on('verify', '--entries', '3', '--head', 'xyz')).toMatchObject({ exit: 2 })
  })
  test('says whether the app printed a file from this book, byte for byte', async () => {
    const file = join(at.scratch, 'statement.pdf')
    writeFileSync(file, '%PDF-1.7 as printed')
    const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex')
    const book = await opened(at.folder)
    await book.keepPaper({ ...STATEMENT, files: [['statement.pdf', sha256]], entries: 3 })
    await book.close()
    const before = fingerprint()
    expect(await at.on('verify', '--statement', file)).toMatchObject({
      exit: 0,
      stdout: expect.stringMatching(/^This book printed this file, byte for byte.*No entry was recorded since\.\n$/),
      stderr: '',
    })
    expect(fingerprint(), 'a reader leaves the folder as it was').toBe(before)
    await record(at.folder, [{ type: 'reverse', contractId: 'C0001' }])
    const changed = await at.on('verify', '--statement', 'statement.pdf', '--json')
    expect(changed).toMatchObject({ exit: 0 })
    expect(JSON.parse(changed.stdout).value).toMatchObject({
      result: 'differs',
      changed: 1,
      paper: { kind: 'statement' },
    })
    writeFileSync(file, '%PDF-1.7 as printeD')
    expect(await at.on('verify', '--statement', file)).toMatchObject({
      exit: 1,
      stdout: expect.stringContaining('not one that this book printed'),
    })
    expect(await at.on('verify', '--statement', 'none.pdf')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('none.pdf'),
    })
    expect(await at.on('verify', '--statement', file, '--entries', '3', '--head', '0'.repeat(16))).toMatchObject({
      exit: 2,
    })
    damage()
    expect(await at.on('verify', '--statement', file)).toMatchObject({ exit: 3 })
  })
  test('reports that another process has the book open, and still reads it', async () => {
    const book = await opened(at.folder)
    const { exit, stdout, stderr } = await at.on('verify')
    expect(exit).toBe(0)
    expect(stdout).toContain('3 entries')
    expect(stderr).toContain(`It is open in another process (${process.pid} on `)
    await book.close()
  })
})

describe('a folder without a book', () => {
  test.each([['verify'], ['export', '-f', 'csv'], ['report'], ['year', '2026', '--statements', 'none']])(
    'is refused by %s, and not created',
    async (...given) => {
      const nowhere = join(at.scratch, 'nowhere')
      expect(await give(at.scratch, [...given, '--book', nowhere])).toMatchObject({
        exit: 1,
        stdout: '',
        stderr: expect.stringContaining('There is no book in'),
      })
      expect(existsSync(nowhere)).toBe(false)
      mkdirSync(nowhere)
      expect((await give(at.scratch, [...given, '--book', nowhere])).exit).toBe(1)
      expect(readdirSync(nowhere)).toEqual([])
    },
  )
  test('is refused by import', async () => {
    writeFileSync(join(at.scratch, 'a.csv'), 'Date,Amount\n2026-01-05,1.00\n')
    expect((await give(at.scratch, ['import', 'a.csv', '--book', join(at.scratch, 'nowhere')])).exit).toBe(1)
    expect(existsSync(join(at.scratch, 'nowhere'))).toBe(false)
  })
})

describe('export', () => {
  test.each(['csv', 'hledger', 'beancount', 'json', 'ics'])(
    'writes %s of the book, a contract or a period, to stdout or a file',
    async format => {
      for (const part of [[], ['--contract', 'C0001'], ['--from', '2026-01-06', '--to', '2026-01-31']]) {
        const { exit, stdout, stderr } = await at.on('export', '--format', format, ...part)
        expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' })
        expect(stdout.length).toBeGreaterThan(50)
        const answer = JSON.parse((await at.on('export', '-f', format, '--json', ...part)).stdout)
        expect(answer).toEqual({ ok: true, value: { filename: expect.stringMatching(/^escrowbook/), text: stdout } })
      }
      const saved = await at.on('export', '-f', format, '-o', 'x.out')
      expect(saved).toMatchObject({ exit: 0, stdout: '', stderr: `Written: ${join(at.scratch, 'x.out')}\n` })
      expect(readFileSync(join(at.scratch, 'x.out'), 'utf8')).toBe((await at.on('export', '-f', format)).stdout)
    },
  )
  test('replaces a file only if asked to', async () => {
    writeFileSync(join(at.scratch, 'mine'), 'mine')
    expect(await at.on('export', '-f', 'csv', '-o', 'mine')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('--overwrite'),
    })
    expect(readFileSync(join(at.scratch, 'mine'), 'utf8')).toBe('mine')
    expect((await at.on('export', '-f', 'csv', '-o', 'mine', '--overwrite')).exit).toBe(0)
    expect(readFileSync(join(at.scratch, 'mine'), 'utf8')).toContain('open-contract')
    expect(readdirSync(at.scratch).sort()).toEqual(['book', 'mine'])
  })
  test('distinguishes wrong usage from a refusal', async () => {
    expect(await at.on('export')).toMatchObject({ exit: 2, stderr: expect.stringContaining('The format is missing') })
    expect(await at.on('export', '-f', 'xls')).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining('csv, hledger'),
    })
    expect(await at.on('export', '-f', 'csv', '--from', '2026-02-30')).toMatchObject({ exit: 2 })
    expect(await at.on('export', '-f', 'csv', '--contract', 'C9')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('no such contract'),
    })
    const refused = JSON.parse((await at.on('export', '-f', 'csv', '--contract', 'C9', '--json')).stdout)
    expect(refused).toMatchObject({ ok: false, error: { code: 'unknown-contract', field: 'contractId' } })
  })
  test('writes the readable part of a damaged book, and exits with 3', async () => {
    damage()
    expect(await at.on('export', '-f', 'csv')).toMatchObject({ exit: 3, stderr: expect.stringContaining('Line 1') })
  })
})

describe('report', () => {
  test('sums up by month, and prints nothing if no money moved', async () => {
    expect((await at.on('report')).stdout).toMatch(
      /^USD, as client\nMonth +Gross .*\n2026-01 +400\.00 .*\nTotal +400\.00 /,
    )
    expect(await at.on('report', '--year', '2025')).toMatchObject({
      exit: 0,
      stdout: 'Nothing was paid, returned or refunded here.\n',
    })
  })
  test('removes control characters in names from terminal output', async () => {
    const { stdout } = await at.on('report', '--by', 'freelancer')
    expect(stdout).toContain('Dana Reyes')
    expect(stdout).not.toContain('\u001b')
  })
  test('is also available as CSV and JSON', async () => {
    const { stdout } = await at.on('report', '--by', 'contract', '--csv')
    expect(stdout).toBe(
      '\uFEFFContract,Title,Client,Freelancer,Currency,Side,Gross,Fees,Net,Returned,Refunded\r\n' +
        'C0001,Website,Acme Ltd,Dana \u001b[31mReyes,USD,client,400.00,0.00,400.00,0.00,0.00\r\n',
    )
    const answer = JSON.parse((await at.on('report', '--by', 'year', '--json')).stdout)
    expect(answer).toMatchObject({
      ok: true,
      value: [{ by: 'year', side: 'client', currency: 'USD', decimals: 2, rows: [{ key: '2026', gross: 40_000 }] }],
    })
  })
  test('refuses an invalid currency, year, side and grouping', async () => {
    expect((await at.on('report', '--currency', 'USX')).exit).toBe(1)
    expect((await at.on('report', '--currency', 'EUR')).exit).toBe(0)
    for (const wrong of [
      ['--year', '26.5'],
      ['--side', 'mine'],
      ['--by', 'week'],
    ])
      expect((await at.on('report', ...wrong)).exit).toBe(2)
  })
})

describe('year', () => {
  test('writes a folder into the current one, and refuses a year without movements or an existing folder', async () => {
    expect(await at.on('year', '2026', '--statements', 'none')).toMatchObject({ exit: 0, stdout: '' })
    expect(readdirSync(join(at.scratch, 'escrowbook-2026'))).toContain('README.txt')
    expect(await at.on('year', '2026', '--statements', 'none')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('already'),
    })
    expect(await at.on('year', '2020', '--statements', 'none')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('from 2026 to 2026'),
    })
    expect(await at.on('year', 'now', '--statements', 'none')).toMatchObject({ exit: 2 })
    expect(await at.on('year', '2026', '--statements', 'all')).toMatchObject({ exit: 2 })
  })
  test('writes nothing from a damaged book', async () => {
    damage()
    expect(await at.on('year', '2026', '--statements', 'none', '-o', 'out')).toMatchObject({
      exit: 3,
      stderr: expect.stringContaining('is damaged, so a year'),
    })
    expect(existsSync(join(at.scratch, 'out'))).toBe(false)
  })
})
