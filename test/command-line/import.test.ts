import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { give } from './at-terminal.ts'
import { opened, record, recordedBook } from './recorded-book.ts'

const at = recordedBook()

const HEAD = 'Date,Transaction ID,Amount,Currency,Description'
const columns = [
  'date=Date',
  'amount=Amount',
  'id=Transaction ID',
  'currency=Currency',
  'description=Description',
].flatMap(each => ['--column', each])

async function ownCsv(): Promise<string> {
  const twin = join(at.scratch, 'twin')
  await record(twin)
  await record(twin, [{ type: 'bonus', contractId: 'C0001', amount: 5_000, on: '2026-02-01' }])
  const path = join(at.scratch, 'own.csv')
  await give(at.scratch, ['export', '-f', 'csv', '-o', path, '--book', twin])
  return path
}

test('import --dry-run shows what would be recorded; import records it once, after a backup', async () => {
  const path = await ownCsv()
  const preview = await at.on('import', path, '--dry-run', '--tick', 'all')
  expect(preview.exit).toBe(0)
  expect(preview.stdout).toMatch(/yes +5 +2026-02-01 .*Bonus/)
  expect(JSON.parse((await at.on('import', path, '-n', '--tick', 'all', '--json')).stdout)).toMatchObject({
    ok: true,
    value: { ticked: [5] },
  })
  expect(existsSync(join(at.folder, 'backups')), 'nothing was written').toBe(false)

  const { value } = JSON.parse((await at.on('import', path, '--tick', 'all', '--json')).stdout)
  expect(value).toMatchObject({ recorded: 1, first: 4, last: 4, backup: expect.stringContaining('import'), left: [] })
  expect(readdirSync(join(at.folder, 'backups'))).toContain(value.backup)
  expect((await at.on('import', path, '--tick', 'all')).stdout).toBe('Nothing was recorded.\n')
  expect((await at.on('verify')).stdout).toContain('4 entries')
})
test('import refuses while another process has the book open, and names that process', async () => {
  const path = await ownCsv()
  const book = await opened(at.folder)
  expect(await at.on('import', path)).toMatchObject({
    exit: 1,
    stdout: '',
    stderr: expect.stringContaining(`open in another process (${process.pid} on `),
  })
  expect((await at.on('import', path, '--dry-run')).exit, 'to look is not to write').toBe(0)
  await book.close()
})
test('import says which encodings a file may have, and reads it in the one that is named', async () => {
  writeFileSync(join(at.scratch, 'latin.csv'), Buffer.from(`${HEAD}\n2026-02-01,B1,-50.00,USD,Caf\u00e9\n`, 'latin1'))
  expect(await at.on('import', 'latin.csv', ...columns)).toMatchObject({
    exit: 1,
    stderr: expect.stringContaining('--column encoding=NAME: windows-1252 (Café), windows-1250 (Café)'),
  })
  const read = await at.on(
    'import',
    'latin.csv',
    ...columns,
    '--column',
    'encoding=windows-1252',
    '--dry-run',
    '--json',
  )
  expect(JSON.parse(read.stdout)).toMatchObject({
    value: { asks: null, rows: [{ raw: ['2026-02-01', 'B1', '-50.00', 'USD', 'Café'] }] },
  })
})
test('import takes the line of the titles, and lists of words with commas between them', async () => {
  const text =
    'Export,of,2026-02-01,by me\nQuand,Combien,Sous,Sens\n2026-02-01,50.00,USD,Sortie\n2026-02-01,1.00,USD,Dr\n'
  writeFileSync(join(at.scratch, 'odd.csv'), text)
  expect(await at.on('import', 'odd.csv')).toMatchObject({
    exit: 1,
    stderr: expect.stringContaining('--column titles=LINE'),
  })
  const said = ['titles=2', 'date=Quand', 'amount=Combien', 'currency=Sous', 'direction=Sens', 'directionOut=Dr,Sortie']
  const read = await at.on('import', 'odd.csv', '-n', '--json', ...said.flatMap(each => ['--column', each]))
  expect(JSON.parse(read.stdout)).toMatchObject({ value: { asks: null, rows: [{ amount: -5_000 }, { amount: -100 }] } })
})
test('import says which options it needs for an unknown file', async () => {
  writeFileSync(join(at.scratch, 'bank.csv'), `${HEAD}\n01/02/2026,B1,-50.00,USD,Bonus\n`)
  expect(await at.on('import', 'bank.csv')).toMatchObject({
    exit: 1,
    stderr: expect.stringContaining('--column date=…'),
  })
  expect(await at.on('import', 'bank.csv', ...columns)).toMatchObject({
    exit: 1,
    stderr: expect.stringContaining('dateOrder=day-month-year'),
  })
  const told = await at.on('import', 'bank.csv', '-n', ...columns, '--column', 'dateOrder=day-month-year')
  expect(told).toMatchObject({ exit: 0, stdout: expect.stringContaining('2026-02-01') })
})
test('import reads from stdin', async () => {
  const bytes = readFileSync(await ownCsv())
  const { exit, stdout } = await give(at.scratch, ['import', '-', '-n', '--book', at.folder], {
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
])('%j exits with %i and records nothing', async (wrong, exit) => {
  expect((await at.on('import', await ownCsv(), ...wrong)).exit).toBe(exit)
  expect((await at.on('verify')).stdout).toContain('3 entries')
})
test('import refuses a missing file, binary data, and text that is not a statement', async () => {
  writeFileSync(join(at.scratch, 'sheet.xlsx'), Buffer.from([0x50, 0x4b, 0x03, 0x04]))
  writeFileSync(join(at.scratch, 'empty.csv'), '')
  expect(await at.on('import', 'none.csv')).toMatchObject({
    exit: 1,
    stderr: expect.stringContaining('none.csv could not be read (ENOENT)'),
  })
  expect(await at.on('import', 'sheet.xlsx')).toMatchObject({
    exit: 1,
    stderr: expect.stringContaining('is damaged or was cut off'),
  })
  expect(await at.on('import', 'empty.csv')).toMatchObject({ exit: 1, stderr: expect.stringContaining('is empty') })
})
test('import restores a whole JSON export exactly, and only in a folder without a book', async () => {
  await at.on('export', '-f', 'json', '-o', 'whole.json')
  const twin = join(at.scratch, 'restored')
  expect(await give(at.scratch, ['import', 'whole.json', '-n', '--book', twin])).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining('3 entries'),
  })
  expect(existsSync(twin)).toBe(false)
  expect(await give(at.scratch, ['import', 'whole.json', '--book', twin])).toMatchObject({
    exit: 0,
    stdout: expect.stringContaining('3 entries'),
  })
  expect(readFileSync(join(twin, 'journal.ndjson'))).toEqual(readFileSync(join(at.folder, 'journal.ndjson')))
  expect(await give(at.scratch, ['import', 'whole.json', '--book', twin])).toMatchObject({
    exit: 1,
    stderr: expect.stringContaining('There is already a book in'),
  })
  await at.on('export', '-f', 'json', '--contract', 'C0001', '-o', 'part.json')
  expect(await give(at.scratch, ['import', 'part.json', '--book', join(at.scratch, 'other')])).toMatchObject({
    exit: 1,
  })
  expect(existsSync(join(at.scratch, 'other'))).toBe(false)
})
