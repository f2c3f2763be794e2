import fc from 'fast-check'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { EditedRow, MatchedStatement } from '../../../../renderer/screens/reconcile/statement.ts'
import type { StatementRow } from '../../../../shared/reconcile/statement.ts'
import { pageOnBooks } from '../../bridge-to-book.ts'
import { fileOf, fixtureFile, HELP_CENTRE, LOOKED_AT } from './help-centre.ts'

const pageOn = pageOnBooks(LOOKED_AT)
const { useStatement } = await import('../../../../renderer/screens/reconcile/statement.ts')
const { closeStatement, readFile } = await import('../../../../renderer/screens/reconcile/statement-reading.ts')
const { applyTicked, countTicked, editRow, isTicked, tick, tickMany } = await import(
  '../../../../renderer/screens/reconcile/statement-ticks.ts'
)

beforeEach(() => closeStatement())
afterAll(() => void vi.unstubAllGlobals())

const contractId = 'C0001'

function matched(): MatchedStatement {
  const now = useStatement.getState()
  if (now.phase !== 'matched') throw new Error(`the statement is ${now.phase}`)
  return now
}

const rows = (): readonly StatementRow[] => matched().rows[0] ?? []
const rowAt = (line: number): StatementRow => rows().find(row => row.line === line) ?? expect.fail(`no line ${line}`)
const tickedLines = (): number[] =>
  rows()
    .filter(row => isTicked(matched().ticks, row))
    .map(({ line }) => line)
const count = (): number => countTicked(matched().match, matched().ticks)
const edit = (amount: number): EditedRow => ({
  command: { type: 'bonus', contractId, amount },
  before: [],
  what: 'A bonus',
})

/** Opens a book with an entry like line 3, so that not every row that can be ticked is sure. */
const withProposal = async () => {
  const page = await pageOn(HELP_CENTRE, { type: 'bonus', contractId, amount: 2_500, on: '2026-11-10' })
  await readFile(fixtureFile('upwork-client.csv'))
  return page
}

test('sure rows start ticked; all, none and single rows can be ticked', async () => {
  await withProposal()
  const sure = tickedLines()
  expect(sure).not.toContain(3)
  tickMany('all')
  expect(tickedLines()).toEqual([3, ...sure])
  tickMany('none')
  expect(tickedLines()).toEqual([])
  tick(rowAt(4))
  expect(tickedLines()).toEqual([4])
  tick(rowAt(4))
  expect(matched().ticks.plus.size).toBe(0)
  tickMany('sure')
  tick(rowAt(4))
  expect(tickedLines()).not.toContain(4)
})

test('an edited row is ticked and counted once; unticking it discards the edit', async () => {
  await withProposal()
  const before = count()
  editRow(rowAt(4), edit(2_400))
  expect([tickedLines().includes(4), count()]).toEqual([true, before])
  editRow(rowAt(3), edit(2_400))
  expect([tickedLines().includes(3), count()]).toEqual([true, before + 1])
  tick(rowAt(3))
  expect([tickedLines().includes(3), count(), matched().ticks.edited.has(3)]).toEqual([false, before, false])
  tick(rowAt(4))
  expect([tickedLines().includes(4), count(), matched().ticks.edited.has(4)]).toEqual([false, before - 1, false])
})

test('the count follows from the ticked rows, whatever was ticked and edited before', async () => {
  await withProposal()
  const tickable = rows().filter(row => row.command !== undefined)
  const step = fc.oneof(
    fc.record({ do: fc.constant('tick' as const), row: fc.constantFrom(...tickable) }),
    fc.record({ do: fc.constant('edit' as const), row: fc.constantFrom(...tickable) }),
    fc.record({ do: fc.constantFrom('all' as const, 'sure' as const, 'none' as const) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), steps => {
      tickMany('sure')
      for (const each of steps) {
        if (each.do === 'tick') tick(each.row)
        else if (each.do === 'edit') editRow(each.row, edit(100))
        else tickMany(each.do)
      }
      const { ticks } = matched()
      const ticked = tickable.filter(row => isTicked(ticks, row))
      expect(count()).toBe(ticked.length)
    }),
  )
})

test('the balance after recording is asked for with each tick', async () => {
  await withProposal()
  const { book } = matched().match.after
  tick(rowAt(4))
  await vi.waitFor(() => expect(matched().match.after.book).toBe(book + 2_500))
  tick(rowAt(4))
  await vi.waitFor(() => expect(matched().match.after.book).toBe(book))
})

test('ticked rows are recorded with their edits, and the statement is matched again with fresh ticks', async () => {
  const { book } = await withProposal()
  tick(rowAt(3))
  editRow(rowAt(4), edit(2_400))
  expect(await applyTicked()).toBeNull()
  expect(matched()).toMatchObject({ recording: false, applied: { recorded: 5, annotated: 1, first: 3, last: 7 } })
  expect(matched().ticks).toMatchObject({ base: 'sure', plus: new Set(), minus: new Set(), edited: new Map() })
  expect(matched().match.moves).toMatchObject({ matched: 5, differs: 1, new: 0 })
  expect(count()).toBe(0)
  expect(book.contract(contractId)).toMatchObject({ bonuses: 4_900, deposited: 50_000, released: 50_000 })
})

test('a refusal records nothing and keeps the ticks', async () => {
  const { book } = await withProposal()
  const { head } = book.info()
  editRow(rowAt(7), {
    command: { type: 'release', contractId, milestoneId: 'M2', amount: 25_001 },
    before: [],
    what: 'Too much',
  })
  const { ticks } = matched()
  const applying = applyTicked()
  expect(matched().recording).toBe(true)
  expect(await applying).toMatchObject({ code: 'exceeds-held', field: 'lines.7' })
  expect(matched()).toMatchObject({ recording: false, applied: null })
  expect(matched().ticks).toBe(ticks)
  expect(book.info().head).toBe(head)
})

test('a statement that was opened or closed while recording is left alone', async () => {
  const { book } = await withProposal()
  const recording = applyTicked()
  await readFile(fileOf('other.csv', 'Date,Amount,Currency', '2026-01-05,-4.20,USD'))
  expect(await recording).toBeNull()
  expect(book.contract(contractId)).toMatchObject({ deposited: 50_000 })
  expect(matched()).toMatchObject({ file: 'other.csv', applied: null, recording: false })
  closeStatement()
  expect(await applyTicked()).toBeNull()
  tick({ line: 1, sure: true } as StatementRow)
  expect(useStatement.getState()).toEqual({ phase: 'none' })
})
