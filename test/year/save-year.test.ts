import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { yearContents } from '../../main/year/contents.ts'
import { saveYear, type YearRequest, type YearSaving } from '../../main/year/save-year.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { bookAfter, opening, TODAY } from '../queries/open-book.ts'

let scratch: string
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'escrowbook-year-'))
})
afterEach(() => rmSync(scratch, { recursive: true }))

const on = (day: string) => ({ on: day })
/**
 * Two years on three contracts: one that spans both, one of a client with a difficult name, one on
 * which only the opening happened.
 */
const COMMANDS: readonly EscrowCommandInput[] = [
  opening([42_000, 10_000], on('2025-11-01')),
  { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1', ...on('2025-11-02') },
  { type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: 12_000, ...on('2025-12-20') },
  { type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: 10_000, ...on('2026-01-10') },
  opening([1_000], {
    title: '../a: "b"',
    client: '=SUM(A1)',
    currency: 'JPY',
    side: 'freelancer',
    ...on('2026-02-01'),
  }),
  { type: 'fund-milestone', contractId: 'C0002', milestoneId: 'M1', ...on('2026-02-01') },
  { type: 'bonus', contractId: 'C0002', amount: 99, ...on('2026-03-01') },
  { type: 'reverse', contractId: 'C0002', ...on('2026-03-01') },
  opening([5_000], { title: 'Nothing yet', ...on('2026-03-01') }),
]

function saving(fields: Partial<YearSaving> = {}): YearSaving {
  return {
    path: join(scratch, 'year'),
    signal: new AbortController().signal,
    progress: () => undefined,
    today: TODAY,
    now: new Date(`${TODAY}T12:00:00Z`),
    locale: 'en',
    // The end-to-end tests look at what Electron prints; here only which statements are requested
    // matters.
    print: async request => Buffer.from(JSON.stringify(request)),
    ...fields,
  }
}

async function save(book: Book, request: Partial<YearRequest> = {}, fields: Partial<YearSaving> = {}) {
  const written = await saveYear(book, { year: 2026, statements: 'contract', ...request }, saving(fields))
  return written.ok ? { ok: true, value: written.value.saved } : written
}
const file = (name: string): string => readFileSync(join(scratch, 'year', name), 'utf8')
const rows = (name: string) =>
  Papa.parse<Record<string, string>>(file(name).slice(1), { header: true, skipEmptyLines: true }).data
const statements = (): readonly string[] => readdirSync(join(scratch, 'year', 'statements'))

test('a year is one folder: reports by currency, escrow, ledger, statements, exports, and a list with their hashes', async () => {
  const book = await bookAfter(...COMMANDS)
  expect(await yearContents(book, 2026)).toEqual({
    year: 2026,
    years: [2026, 2025],
    entries: 6,
    contracts: 2,
    clients: 2,
    currencies: ['JPY', 'USD'],
  })
  const told: number[] = []
  expect(await save(book, {}, { progress: done => told.push(done) })).toEqual({
    ok: true,
    value: { path: join(scratch, 'year'), files: 17, bytes: expect.any(Number) },
  })
  expect(told.at(-1)).toBe(16)
  expect(readdirSync(join(scratch, 'year'), { recursive: true, encoding: 'utf8' }).sort()).toEqual([
    'README.txt',
    'SHA256SUMS',
    'accounting',
    'accounting/escrowbook-2026.beancount',
    'accounting/escrowbook-2026.journal',
    'accounting/escrowbook-2026.json',
    'escrow-2026.csv',
    'ledger-2026.csv',
    'reports',
    ...['JPY', 'USD'].flatMap(currency =>
      ['client', 'contract', 'freelancer', 'month'].map(by => `reports/${currency}-by-${by}.csv`),
    ),
    'statements',
    'statements/C0001-Website.pdf',
    'statements/C0002-a-b.pdf',
  ])
  expect(rows('reports/USD-by-month.csv')).toEqual([
    {
      Month: '2026-01',
      Currency: 'USD',
      Side: 'client',
      Gross: '100.00',
      Fees: '0.00',
      Net: '100.00',
      Returned: '0.00',
      Refunded: '0.00',
    },
  ])
  expect(
    rows('escrow-2026.csv').map(row => [
      row['Contract'],
      row['Opening'],
      row['Deposited'],
      row['Released'],
      row['Closing'],
    ]),
  ).toEqual([
    ['C0001', '300.00', '0.00', '100.00', '200.00'],
    ['C0002', '0', '1000', '0', '1000'],
  ])
  expect(rows('ledger-2026.csv').map(row => row['Entry'])).toEqual(['4', '5', '6', '7', '8', '9'])
  expect(rows('escrow-2026.csv')[1]?.['Client'], 'no spreadsheet takes it for a formula').toBe("'=SUM(A1)")
  expect(JSON.parse(file('statements/C0001-Website.pdf')), 'a year that is not over ends today').toEqual({
    contractId: 'C0001',
    from: '2026-01-01',
    to: TODAY,
  })
  const { head, entries } = book.info()
  expect(file('README.txt').replaceAll(' ', '')).toContain(head.toUpperCase())
  expect(file('README.txt')).toContain(`Entry ${entries} was the last in the book`)
  for (const name of ['reports/JPY-by-client.csv', 'escrow-2026.csv', 'statements/C0002-a-b.pdf'])
    expect(file('README.txt')).toContain(`  ${name}  `)
  expect(file('README.txt')).toContain('USD: 300.00 before the year, 200.00 after it')
})

test('the list has the hash of every file', async () => {
  await save(await bookAfter(...COMMANDS))
  const sums = file('SHA256SUMS').trimEnd().split('\n')
  expect(sums.length).toBe(16)
  for (const line of sums) {
    const [, hash, name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    expect(hash, name).toBe(
      createHash('sha256')
        .update(readFileSync(join(scratch, 'year', name)))
        .digest('hex'),
    )
  }
})

test('there is one statement per contract, one per client, or none', async () => {
  const book = await bookAfter(...COMMANDS, { type: 'bonus', contractId: 'C0003', amount: 100, on: '2026-03-02' })
  await save(book, { statements: 'client' })
  expect(statements()).toEqual(['Acme-Ltd.pdf', 'SUM-A1.pdf'])
  expect(file('README.txt')).toContain('Statement: Acme Ltd, 2 contracts')
  rmSync(join(scratch, 'year'), { recursive: true })
  await save(book, { statements: 'none' })
  expect(existsSync(join(scratch, 'year', 'statements'))).toBe(false)
})

test('clients whose names give the same file name get separate files', async () => {
  const of = (client: string, contractId: string): EscrowCommandInput[] => [
    opening([1_000], { client, ...on('2026-01-01') }),
    { type: 'bonus', contractId, amount: 100, ...on('2026-01-01') },
  ]
  await save(await bookAfter(...of('A/B', 'C0001'), ...of('a:b', 'C0002'), ...of('???', 'C0003')), {
    statements: 'client',
  })
  expect([...statements()].sort()).toEqual(['A-B.pdf', 'a-b-2.pdf', 'client.pdf'])
})

test('a past year has all of its entries, and none of other years', async () => {
  const book = await bookAfter(...COMMANDS)
  await save(book, { year: 2025 })
  expect(rows('ledger-2025.csv').map(row => row['Entry'])).toEqual(['1', '2', '3'])
  expect(JSON.parse(file('statements/C0001-Website.pdf'))).toEqual({
    contractId: 'C0001',
    from: '2025-01-01',
    to: '2025-12-31',
  })
  expect(file('README.txt')).not.toContain('was not over')
})

test('a year in which no money moved is refused, and the refusal names the years that have movements', async () => {
  const book = await bookAfter(...COMMANDS)
  expect(await save(book, { year: 2024 })).toMatchObject({
    ok: false,
    refusal: { code: 'bad-input', variant: 'empty-year', params: { first: '2025', last: '2026' } },
  })
  expect(await save(await bookAfter())).toMatchObject({ ok: false, refusal: { variant: 'no-year', field: 'year' } })
  expect(readdirSync(scratch)).toEqual([])
})

test('an existing folder is never written into, and nothing unfinished is left behind', async () => {
  const book = await bookAfter(...COMMANDS)
  mkdirSync(join(scratch, 'year'))
  expect(await save(book)).toMatchObject({
    ok: false,
    refusal: { code: 'write-failed', variant: 'folder-exists', field: 'path' },
  })
  expect(readdirSync(join(scratch, 'year'))).toEqual([])
  rmSync(join(scratch, 'year'), { recursive: true })

  expect(await save(book, {}, { path: 'year' })).toMatchObject({
    ok: false,
    refusal: { code: 'bad-input', variant: 'relative-path' },
  })
  expect(await save(book, {}, { path: join(scratch, 'no', 'year') })).toMatchObject({
    ok: false,
    refusal: { code: 'write-failed', params: { reason: 'ENOENT' } },
  })

  const stop = new AbortController()
  const stopped = { signal: stop.signal, progress: (done: number) => (done > 3 ? stop.abort() : undefined) }
  expect(await save(book, {}, stopped)).toMatchObject({ ok: false, refusal: { code: 'cancelled' } })

  const whilePrinting = new AbortController()
  const stoppedThere: Partial<YearSaving> = {
    signal: whilePrinting.signal,
    print: async () => {
      whilePrinting.abort()
      throw new Error('the page was closed')
    },
  }
  expect(await save(book, {}, stoppedThere)).toMatchObject({ ok: false, refusal: { code: 'cancelled' } })

  const bug = { print: () => Promise.reject(Object.assign(new Error('a page'), { code: 'ERR_FAILED' })) }
  await expect(save(book, {}, bug), 'a bug in Escrowbook is not blamed on the disk').rejects.toThrow('a page')
  expect(readdirSync(scratch)).toEqual([])
})

test('a folder that appears meanwhile stays, and an entry recorded meanwhile cancels the save', async () => {
  const book = await bookAfter(...COMMANDS)
  const path = join(scratch, 'year')
  const someoneElse: Partial<YearSaving> = {
    print: async () => {
      mkdirSync(path, { recursive: true })
      writeFileSync(join(path, 'mine'), 'mine')
      return new Uint8Array()
    },
  }
  expect(await save(book, {}, someoneElse)).toMatchObject({ ok: false, refusal: { variant: 'folder-exists' } })
  expect(readdirSync(path)).toEqual(['mine'])
  rmSync(path, { recursive: true })

  const recorded: Partial<YearSaving> = {
    print: async () => {
      await book.execute(escrowCommandSchema.parse({ type: 'bonus', contractId: 'C0001', amount: 1 }))
      return new Uint8Array()
    },
  }
  expect(await save(book, {}, recorded)).toMatchObject({
    ok: false,
    refusal: { code: 'write-failed', variant: 'year-changed' },
  })
  expect(readdirSync(scratch)).toEqual([])
})
