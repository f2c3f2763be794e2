import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Book } from '../../main/book/book.ts'
import { escrowOf } from '../../main/escrow/contract/state.ts'
import { exported, exportName } from '../../main/export/export.ts'
import { exportText } from '../../main/export/export-text.ts'
import { restoreBook } from '../../main/export/restore.ts'
import { type QueryInput, type QueryOf, querySchema } from '../../shared/api/queries.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { type IsoDate, isoDate } from '../../shared/dates/calendar.ts'
import { AWKWARD } from './awkward.ts'

const day = (text: string): IsoDate => {
  const found = isoDate(text)
  if (found === undefined) throw new Error(`no day ${text}`)
  return found
}
const TODAY = day('2026-06-30')
const NOW = new Date('2026-06-30T12:00:00Z')

const folder = mkdtempSync(join(tmpdir(), 'escrowbook-export-'))
let book: Book

async function opened(name: string): Promise<Book> {
  const outcome = await Book.open(join(folder, name), { today: () => TODAY, now: () => NOW })
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.book
}

async function give(...commands: readonly object[]): Promise<void> {
  for (const command of commands) {
    const outcome = await book.execute(escrowCommandSchema.parse(command))
    if (!outcome.ok) throw new Error(`${JSON.stringify(command)}: ${outcome.refusal.code}`)
  }
}

function query(fields: Omit<Extract<QueryInput, { type: 'export' }>, 'type'>): QueryOf<'export'> {
  const parsed = querySchema.parse({ type: 'export', ...fields })
  if (parsed.type !== 'export') throw new Error('not an export')
  return parsed
}

async function textOf(fields: Parameters<typeof query>[0]): Promise<string> {
  const outcome = await exportText(book, query(fields), TODAY, NOW)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return outcome.value.text
}

const entriesIn = (csv: string): number[] =>
  Papa.parse<Record<string, string>>(csv.slice(1), { header: true, skipEmptyLines: true }).data.map(row =>
    Number(row['Entry']),
  )

beforeAll(async () => {
  book = await opened('book')
  const milestones = [
    { title: 'Design', amount: 42_000, due: '2026-07-10' },
    { title: 'Build; test', amount: 10_000, due: '2026-08-10' },
  ]
  await give(
    {
      type: 'open-contract',
      title: 'Website',
      client: 'Acme Ltd',
      freelancer: 'Dana Reyes',
      currency: 'USD',
      milestones,
      on: '2026-01-05',
    },
    { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1', on: '2026-01-05', reference: 'T-1' },
    {
      type: 'open-contract',
      title: 'Logo',
      client: 'acme ltd',
      freelancer: '=SUM(A1)',
      currency: 'JPY',
      milestones: [{ title: 'A', amount: 1_000 }],
      on: '2026-01-06',
    },
    {
      type: 'release',
      contractId: 'C0001',
      milestoneId: 'M1',
      amount: 40_000,
      on: '2026-01-12',
      note: AWKWARD.join('\n'),
    },
    { type: 'release', contractId: 'C0001', milestoneId: 'M1', amount: 100, on: '2026-01-13' },
    { type: 'reverse', contractId: 'C0001', on: '2026-02-02' },
    { type: 'fund-milestone', contractId: 'C0002', milestoneId: 'M1', on: '2026-01-07' },
    { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M2', on: '2026-02-13' },
    { type: 'annotate', contractId: 'C0001', entry: 2, reference: 'T-1b' },
    { type: 'rename-party', from: 'Acme Ltd', to: 'Acme  "Inc"; Ltd' },
  )
})

afterAll(async () => {
  await book.close()
  rmSync(folder, { recursive: true })
})

test('CSV has every entry in the order of recording, of one contract or a period if requested', async () => {
  expect(entriesIn(await textOf({ format: 'csv' }))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(entriesIn(await textOf({ format: 'csv', contractId: 'C0002' }))).toEqual([3, 7])
  expect(entriesIn(await textOf({ format: 'csv', from: '2026-01-06', to: '2026-01-12' }))).toEqual([3, 4, 7])
  expect(entriesIn(await textOf({ format: 'csv', from: '2027-01-01' }))).toEqual([])
})

test('a journal is sorted by day, asserts each escrow balance, and names what it leaves out', async () => {
  const text = await textOf({ format: 'hledger' })
  expect(
    [...text.matchAll(/^(?:; )?(\d{4}-\d\d-\d\d) (?:\* )?\((\d+)\)/gm)].map(([, on, entry]) => [on, entry]),
  ).toEqual([
    ['2026-01-05', '1'],
    ['2026-01-05', '2'],
    ['2026-01-06', '3'],
    ['2026-01-07', '7'],
    ['2026-01-12', '4'],
    ['2026-02-13', '8'],
  ])
  expect(text).toContain('; Left out: entry 5 of C0001 on 2026-01-13, reversed by entry 6.')
  expect(text).toContain('; Left out: entry 6 of C0001 on 2026-02-02, the reversal of entry 5.')
  expect(text).toContain(`2026-02-13 * (8) P1 | Fund M2, 20.00 carried over
    ; contract: C0001
    ; milestone: M1
    ; milestone: M2
    ; move: deposit
    Assets:Escrow:C0001:M1                                    -20.00 USD =               0.00 USD
    Assets:Escrow:C0001:Unallocated                            20.00 USD =              20.00 USD
    Assets:Escrow:C0001:Unallocated                           -20.00 USD =               0.00 USD
    Assets:Escrow:C0001:M2                                     20.00 USD =              20.00 USD
    Income:Client:P1                                          -80.00 USD
    Assets:Escrow:C0001:M2                                     80.00 USD =             100.00 USD
`)
})

test('a period of a journal opens with the escrow before it, even if it has no entries', async () => {
  const february = await textOf({ format: 'hledger', from: '2026-02-01', to: '2026-02-28', contractId: 'C0001' })
  expect(february).toContain(`2026-02-01 * Opening balances
    ; contract: C0001
    Assets:Escrow:C0001:M1                                     20.00 USD =              20.00 USD
    Equity:Opening-Balances                                   -20.00 USD
`)
  expect(february).not.toContain('C0002')
  expect(await textOf({ format: 'beancount', from: '2026-05-01' })).toContain('2026-05-01 * "Opening balances" ^C0001')
})

test('entries recorded while an export runs are not in it', async () => {
  const other = await opened('running')
  await other.executeAll(
    [
      {
        type: 'open-contract',
        title: 'A',
        client: 'x',
        freelancer: 'y',
        currency: 'USD',
        milestones: [{ title: 'A', amount: 1_000 }],
      },
      { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1' },
      ...Array.from({ length: 600 }, () => ({ type: 'bonus', contractId: 'C0001', amount: 100 })),
    ].map(command => escrowCommandSchema.parse(command)),
  )
  const pieces: string[] = []
  for await (const { text } of exported(other, { format: 'csv', today: TODAY, now: NOW })) {
    if (pieces.length === 0) {
      await other.execute(escrowCommandSchema.parse({ type: 'reverse', contractId: 'C0001' }))
      await other.execute(
        escrowCommandSchema.parse({
          type: 'open-contract',
          title: 'B',
          client: 'x',
          freelancer: 'y',
          currency: 'USD',
          milestones: [],
        }),
      )
    }
    pieces.push(String(text))
  }
  const rows = Papa.parse<Record<string, string>>(pieces.join('').slice(1), { header: true, skipEmptyLines: true }).data
  expect(rows.length).toBe(602)
  expect(rows.every(row => row['Reversed by'] === '')).toBe(true)
  await other.close()
})

test('deadlines are events whose ids stay the same in a restored book and differ in another book', async () => {
  const text = await textOf({ format: 'ics' })
  expect([...text.matchAll(/^DTSTART.*:(\d+)/gm)].map(([, on]) => on)).toEqual(['20260810'])
  expect(text).toContain('SUMMARY:Work due: Build\\; test (Website)')
  writeFileSync(join(folder, 'book.json'), await textOf({ format: 'json' }))
  await restoreBook(join(folder, 'book.json'), join(folder, 'twin'))
  const twin = await opened('twin')
  const outcome = await exportText(twin, query({ format: 'ics' }), TODAY, NOW)
  expect(outcome.ok && outcome.value.text).toBe(text)
  await twin.close()
})

test('an empty book can be written in every format', async () => {
  const empty = await opened('empty')
  for (const format of ['csv', 'hledger', 'beancount', 'json', 'ics'] as const) {
    expect(await exportText(empty, query({ format }), TODAY, NOW)).toMatchObject({ ok: true })
  }
  await empty.close()
})

test('a text over 8 MB and an unknown contract are refused', async () => {
  const large = await opened('large')
  const note = 'x'.repeat(2_000)
  const commands = [
    { type: 'open-contract', title: 'A', client: 'x', freelancer: 'y', currency: 'USD', milestones: [] },
    ...Array.from({ length: 4_300 }, () => ({ type: 'bonus', contractId: 'C0001', amount: 100, note })),
  ]
  await large.executeAll(commands.map(command => escrowCommandSchema.parse(command)))
  for (const format of ['csv', 'json'] as const)
    expect(await exportText(large, query({ format }), TODAY, NOW)).toMatchObject({
      ok: false,
      refusal: { code: 'export-too-large' },
    })
  expect(await exportText(large, query({ format: 'csv', contractId: 'C0002' }), TODAY, NOW)).toMatchObject({
    ok: false,
    refusal: { code: 'unknown-contract' },
  })
  await large.close()
})

test('a file is named after its content', () => {
  const [from, to] = [day('2026-01-01'), day('2026-12-31')]
  expect(exportName({ format: 'csv' })).toBe('escrowbook.csv')
  expect(exportName({ format: 'hledger', contractId: 'C0001', from, to })).toBe(
    'escrowbook-C0001-2026-01-01-2026-12-31.journal',
  )
  expect(exportName({ format: 'beancount', from })).toBe('escrowbook-from-2026-01-01.beancount')
  expect(exportName({ format: 'ics', to })).toBe('escrowbook-until-2026-12-31.ics')
})

test('escrow in the exported rows equals that of the contracts', async () => {
  const rows = Papa.parse<Record<string, string>>((await textOf({ format: 'csv' })).slice(1), {
    header: true,
    skipEmptyLines: true,
  }).data
  for (const contract of book.contracts()) {
    const last = rows.findLast(row => row['Contract'] === contract.id)
    expect(Number(last?.['Escrow balance']) * 10 ** contract.decimals).toBeCloseTo(escrowOf(contract))
  }
})
