import { openAsBlob } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { MatchedStatement, OpenStatement } from '../../../../renderer/screens/reconcile/statement.ts'
import { PAGE_LIMIT } from '../../../../shared/api/page-limit.ts'
import { pageOnBooks } from '../../bridge-to-book.ts'
import { fileOf, fixtureFile, HELP_CENTRE, LOOKED_AT } from './help-centre.ts'

const pageOn = pageOnBooks(LOOKED_AT)
const { useStatement, openStatement } = await import('../../../../renderer/screens/reconcile/statement.ts')
const { readFile, readAgain, closeStatement, loadRows, showList, stopReading, followProgress, chooseEncoding } =
  await import('../../../../renderer/screens/reconcile/statement-reading.ts')
const { chooseColumns, columnsInUse, keepColumns, showMapping, chooseTitles } = await import(
  '../../../../renderer/screens/reconcile/statement-columns.ts'
)
const { isTicked, tick } = await import('../../../../renderer/screens/reconcile/statement-ticks.ts')

beforeEach(() => closeStatement())
afterAll(() => void vi.unstubAllGlobals())

const contractId = 'C0001'
const UPWORK = 'upwork-client.csv'
const state = () => useStatement.getState()

function opened(): OpenStatement {
  const open = openStatement()
  if (open === null) throw new Error(`the statement is ${state().phase}`)
  return open
}

function matched(): MatchedStatement {
  const now = state()
  if (now.phase !== 'matched') throw new Error(`the statement is ${now.phase}`)
  return now
}

const bonuses = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `2026-11-12,-${i + 1}.00,USD,Bonus,A${i}`)
const HEADER = 'Date,Amount,Currency,Type,Transaction ID'

describe('a file that is chosen', () => {
  test('is reading, then matched, with its sure rows ticked', async () => {
    await pageOn(HELP_CENTRE)
    const reading = readFile(fixtureFile(UPWORK))
    expect(state()).toEqual({ phase: 'reading', file: UPWORK, job: null })
    await reading
    const { file, match, rows, list, mapping, applied } = matched()
    expect({ file, list, mapping, applied }).toEqual({ file: UPWORK, list: 'all', mapping: false, applied: null })
    expect(match).toMatchObject({ recognised: 'upwork', asks: null, moves: { new: 6, ignored: 2 } })
    expect(rows[0]?.filter(row => isTicked(matched().ticks, row))).toHaveLength(6)
  })

  test('is unreadable by its bytes, or refused by main', async () => {
    await pageOn()
    await readFile(new File(['PK\u0003\u0004rest'], 'sheet.csv'))
    expect(state()).toEqual({ phase: 'unreadable', file: 'sheet.csv', reason: 'damaged' })
    await readFile(new File([''], 'empty.csv'))
    expect(state()).toEqual({ phase: 'unreadable', file: 'empty.csv', reason: 'empty' })
    await readFile(fileOf('letter.csv', 'Dear Sir or Madam'))
    expect(state()).toMatchObject({ phase: 'refused', file: 'letter.csv', error: { code: 'unreadable-statement' } })
  })

  test('is unreadable once it is gone from the disk', async () => {
    await pageOn()
    const folder = await mkdtemp(join(tmpdir(), 'escrowbook-statement-'))
    const path = join(folder, 'gone.csv')
    await writeFile(path, HEADER)
    const file = new File([await openAsBlob(path)], 'gone.csv')
    await rm(folder, { recursive: true })
    await readFile(file)
    expect(state()).toEqual({ phase: 'unreadable', file: 'gone.csv', reason: 'gone' })
  })

  test('replaces another whose answer arrives later', async () => {
    const page = await pageOn(HELP_CENTRE)
    const held = page.hold()
    const first = readFile(fixtureFile(UPWORK))
    await vi.waitFor(() => expect(held).toHaveLength(1))
    page.release()
    await readFile(fixtureFile('upwork-title-case.csv'))
    held[0]?.deliver()
    await first
    expect(matched()).toMatchObject({ file: 'upwork-title-case.csv', match: { moves: { ignored: 2 } } })
  })

  test('stays closed if it is closed before it has been read', async () => {
    const page = await pageOn(HELP_CENTRE)
    const held = page.hold()
    const reading = readFile(fixtureFile(UPWORK))
    await vi.waitFor(() => expect(held).toHaveLength(1))
    closeStatement()
    held[0]?.deliver()
    await reading
    expect(state()).toEqual({ phase: 'none' })
  })

  test('reports progress and can be stopped', async () => {
    await pageOn(HELP_CENTRE)
    const unfollow = followProgress()
    const jobs: unknown[] = []
    const unsubscribe = useStatement.subscribe(now => {
      if (now.phase !== 'reading' || now.job === null) return
      jobs.push(now.job)
      stopReading()
    })
    await readFile(fileOf('large.csv', HEADER, ...bonuses(60_000)))
    unsubscribe()
    unfollow()
    expect(jobs[0]).toMatchObject({ name: expect.stringMatching(/^statement-\d+$/), percent: expect.any(Number) })
    expect(state()).toEqual({ phase: 'stopped', file: 'large.csv' })
  })
})

describe('a statement of unknown columns', () => {
  const text = ['Date,Amount,Currency', '05/01/2026,-4.20,USD', '06/02/2026,-5.00,USD']

  test('is read by a guess at once, with the columns visible for review', async () => {
    await pageOn(HELP_CENTRE)
    await readFile(fileOf('guess.csv', 'Date,Amount,Currency', '2026-01-05,-4.20,USD'))
    expect(matched()).toMatchObject({
      mapping: true,
      columns: { date: 'Date', amount: 'Amount', currency: 'Currency' },
      match: { recognised: 'columns', asks: null },
    })
  })

  test('asks until its columns are clear, shows them until they are confirmed, and is read by them from then on', async () => {
    const { preferences } = await pageOn(HELP_CENTRE)
    await readFile(fileOf('bank.csv', ...text))
    expect(opened()).toMatchObject({ phase: 'asking', match: { asks: 'date-order' } })
    showMapping(false)
    expect(state().phase).toBe('asking')
    chooseColumns(columnsInUse(opened()), { dateOrder: 'day-month-year' })
    await vi.waitFor(() => expect(matched().mapping).toBe(true))
    expect(matched().rows[0]?.map(row => row.on)).toEqual(['2026-01-05', '2026-02-06'])
    expect(await keepColumns()).toBeNull()
    expect(matched().mapping).toBe(false)
    const columns = { date: 'Date', amount: 'Amount', currency: 'Currency', dateOrder: 'day-month-year' }
    expect(preferences.get().statementColumns).toEqual({ 'date | amount | currency': columns })
    await readFile(fileOf('next.csv', ...text))
    expect(matched()).toMatchObject({ mapping: false, columns: undefined, match: { columns } })
  })

  test('asks again when a column is removed; changing columns resets the ticks', async () => {
    await pageOn(HELP_CENTRE)
    await readFile(fileOf('guess.csv', HEADER, ...bonuses(3)))
    const [row] = matched().rows[0] ?? []
    if (row === undefined) throw new Error('no row')
    tick(row)
    expect(matched().ticks.minus.size + matched().ticks.plus.size).toBe(1)
    chooseColumns(columnsInUse(matched()), { date: '' })
    await vi.waitFor(() => expect(opened()).toMatchObject({ phase: 'asking', match: { asks: 'columns' } }))
    expect(opened().columns).not.toHaveProperty('date')
    expect(opened().ticks).toMatchObject({ base: 'sure', plus: new Set(), minus: new Set() })
  })

  test('keeps what was read before if the chosen columns cannot be read', async () => {
    await pageOn(HELP_CENTRE)
    await readFile(fileOf('guess.csv', HEADER, ...bonuses(3)))
    const before = matched()
    chooseColumns(columnsInUse(before), { date: 'When' })
    await vi.waitFor(() => expect(opened().error).toMatchObject({ code: 'unreadable-statement', field: 'columns' }))
    expect(opened().rows).toBe(before.rows)
    chooseColumns(columnsInUse(opened()), { date: 'Date' })
    await vi.waitFor(() => expect(matched().error).toBeNull())
  })
})

describe('an open statement', () => {
  test('loads another list page by page, and no page twice', async () => {
    const { asked } = await pageOn(HELP_CENTRE)
    await readFile(fileOf('long.csv', HEADER, ...bonuses(PAGE_LIMIT + 5), '2026-11-12,0.00,USD,Bonus,Z'))
    const before = asked.length
    await Promise.all([loadRows(1), loadRows(1), loadRows(0)])
    expect(asked).toHaveLength(before + 1)
    expect(matched().rows[1]).toHaveLength(matched().match.total - PAGE_LIMIT)
    showList('ignored')
    expect(matched().list).toBe('ignored')
    await vi.waitFor(() => expect(matched().rows[0]?.map(row => row.state)).toEqual(['ignored']))
    expect(Object.keys(matched().rows)).toEqual(['0'])
  })

  test('keeps its ticks when it is matched again with a changed book', async () => {
    const { book } = await pageOn(HELP_CENTRE)
    await readFile(fixtureFile(UPWORK))
    const bonus = matched().rows[0]?.find(row => row.line === 4)
    if (bonus === undefined) throw new Error('no such row')
    tick(bonus)
    const recorded = await book.execute({ type: 'bonus', contractId, amount: 2_500, on: '2026-11-12' } as never)
    expect(recorded.ok).toBe(true)
    await readAgain()
    expect(matched().match.moves).toMatchObject({ new: 5, proposed: 1 })
    expect(matched().ticks.minus.has(4)).toBe(true)
  })

  test('is sent to main again if main no longer has it in memory', async () => {
    const { asked } = await pageOn(HELP_CENTRE)
    await readFile(fixtureFile(UPWORK))
    for (const name of ['one', 'two', 'three'])
      await window.escrowbook.query({ type: 'match-statement', text: `Date,Amount\n2026-01-05,${name}\n` })
    const before = asked.length
    await readAgain()
    expect(asked.slice(before).map(query => ('text' in query ? 'text' : 'name'))).toEqual(['name', 'text'])
    expect(matched().error).toBeNull()
  })

  test('shows and hides its columns', async () => {
    await pageOn(HELP_CENTRE)
    await readFile(fixtureFile(UPWORK))
    showMapping(true)
    expect(matched().mapping).toBe(true)
    showMapping(false)
    expect(matched().mapping).toBe(false)
  })
})

test('without a statement, its actions do nothing', async () => {
  const { asked } = await pageOn()
  await readAgain()
  await loadRows(0)
  showList('new')
  showMapping(true)
  chooseColumns({}, { date: 'Date' })
  expect(await keepColumns()).toBeNull()
  expect(state()).toEqual({ phase: 'none' })
  expect(asked).toEqual([])
})

describe('a file that does not say its encoding', () => {
  const bytes = Buffer.from('Date,Näme,Amount,Currency\n2026-01-05,J\u00fcrgen,5.00,USD\n', 'latin1')
  const latinFile = () => new File([new Uint8Array(bytes)], 'latin.csv')
  const asking = () => {
    const now = state()
    if (now.phase !== 'asking') throw new Error(now.phase)
    return now
  }

  test('is not read until a person chooses one, by what it reads as, and then kept', async () => {
    await pageOn()
    await readFile(latinFile())
    expect(asking().match.asks).toBe('encoding')
    expect(asking().encoding?.samples[0]).toEqual({ encoding: 'windows-1252', sample: 'Näme, Jürgen' })
    await readAgain()
    expect(asking().match.asks, 'reading again is no answer').toBe('encoding')
    await chooseEncoding('windows-1250')
    expect(matched().match).toMatchObject({ asks: null, columns: { encoding: 'windows-1250', date: 'Date' } })
    expect(await keepColumns()).toBeNull()
    closeStatement()
    await readFile(latinFile())
    expect(matched().match).toMatchObject({ asks: null, columns: { encoding: 'windows-1250' } })
  })
})

test('the line of the titles is said once for a file, and not kept for others', async () => {
  await pageOn()
  const text = 'Export,of,2026-02-01,by me\nQuand,Qui,Combien,Sous\n2026-01-05,Kestrel,5.00,USD\n'
  await readFile(new File([text], 'odd.csv'))
  expect(state()).toMatchObject({ phase: 'asking', match: { asks: 'titles' } })
  chooseTitles('2')
  await expect.poll(() => state()).toMatchObject({ phase: 'asking', match: { asks: 'columns', total: 1 } })
})
