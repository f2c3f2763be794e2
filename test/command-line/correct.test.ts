import { describe, expect, test } from 'vitest'
import { STATEMENT, YEAR } from '../book/fixture.ts'
import { opened, recordedBook } from './recorded-book.ts'

const at = recordedBook()

const figures = async () => {
  const book = await opened(at.folder)
  const { released, unallocated } = book.contract('C0001') ?? {}
  await book.close()
  return { released, unallocated }
}

describe('correct', () => {
  test('corrects an entry, and prints what changed', async () => {
    const before = await figures()
    const trial = await at.on('correct', '3', '--set', 'amount=390.00', '--dry-run')
    expect(trial).toMatchObject({ exit: 0, stderr: '' })
    expect(trial.stdout).toContain('400.00 → 390.00')
    expect(await figures(), 'a trial changes nothing').toEqual(before)
    const done = await at.on('correct', '3', '-s', 'amount=$390.00', '-s', 'note=As the bank says')
    expect(done).toMatchObject({ exit: 0, stderr: '' })
    expect(done.stdout).toContain('Corrected entry 3. One entry was recorded again.')
    expect(await figures()).toMatchObject({ released: 39_000 })
  })

  test('prints the new number as JSON, and the figures before and after', async () => {
    const { stdout, exit } = await at.on('correct', '3', '--remove', '--json')
    expect(exit).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      value: {
        entry: null,
        contractId: 'C0001',
        reversed: 1,
        recorded: 0,
        before: { released: 40_000 },
        after: { released: 0 },
        entries: [{ entry: 3, was: { gross: 40_000 }, now: null, same: false }],
      },
    })
  })

  test('prints the printed statements and saved years that no longer agree, none where none is touched', async () => {
    const book = await opened(at.folder)
    await book.keepPaper({ ...STATEMENT, contracts: ['C0001'] })
    await book.keepPaper(YEAR)
    await book.close()
    const { stdout } = await at.on('correct', '3', '--set', 'amount=390.00', '--dry-run')
    expect(stdout).toContain(`The printed statement ${STATEMENT.name}, Jan 1, 2026 to`)
    expect(stdout).toContain(`The saved year ${YEAR.name} no longer agrees with the book.`)
    const { value } = JSON.parse((await at.on('correct', '3', '--remove', '--dry-run', '--json')).stdout)
    expect(value.papers).toEqual([STATEMENT, YEAR].map(({ kind, name, from, to }) => ({ kind, name, from, to })))
    expect((await at.on('correct', '3', '--set', 'note=As agreed', '--dry-run')).stdout).not.toContain(YEAR.name)
  })

  test.each([
    [['99', '--remove'], 2, 'There is no entry 99'],
    [['one', '--remove'], 2, 'There is no entry one'],
    [['3'], 1, 'either what the entry should be or that it goes'],
    [['3', '--set', 'amount'], 2, '“amount” sets no field'],
    [['3', '--set', 'amount=a lot'], 2, 'amount'],
    [['3', '--set', 'amount=1.234,50'], 2, 'a point before the decimals, such as 1,234.50'],
    [['3', '--set', 'amount=CAD 390'], 2, 'This amount is in USD, not in CAD'],
    [['3', '--set', 'amount=£390'], 2, 'This amount is in USD, not in £'],
    [['3', '--set', 'colour=red'], 2, 'colour'],
    [['3', '--set', 'amount=420.01'], 1, 'Entry 3 could not be recorded again.'],
    [['3', '--remove', '--on', '2027-01-01'], 1, 'in the future'],
  ])('%s exits with %i', async (given, exit, said) => {
    const before = await figures()
    const ended = await at.on('correct', ...given)
    expect(ended.stderr).toContain(said)
    expect(ended.exit).toBe(exit)
    expect(await figures()).toEqual(before)
  })
})

describe('close', () => {
  test('closes the books up to a day, and reopens them', async () => {
    expect(await at.on('close', '2026-03-30')).toMatchObject({
      exit: 0,
      stdout: expect.stringContaining('The books are closed until'),
    })
    expect(await at.on('correct', '3', '--remove')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('the books are closed until'),
    })
    expect(await at.on('close', 'none')).toMatchObject({ exit: 0, stdout: expect.stringContaining('open') })
    expect(await at.on('correct', '3', '--remove')).toMatchObject({ exit: 0 })
  })

  test('refuses today, and text that is not a day', async () => {
    expect(await at.on('close', '2026-03-31')).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining('Only days that are over can be closed'),
    })
    expect(await at.on('close', 'yesterday')).toMatchObject({ exit: 2 })
  })
})

test('a book that another process has open is not corrected', async () => {
  const book = await opened(at.folder)
  expect(await at.on('correct', '3', '--remove')).toMatchObject({ exit: 1 })
  await book.close()
})
