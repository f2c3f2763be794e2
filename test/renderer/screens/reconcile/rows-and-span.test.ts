import { afterAll, describe, expect, test, vi } from 'vitest'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { ROW_STATES, type StatementRow } from '../../../../shared/reconcile/statement.ts'
import { standInForPage } from '../../outside-a-page.ts'

standInForPage()
const { spanText } = await import('../../../../renderer/screens/reconcile/span-text.ts')
const { canBeEdited, lineId } = await import('../../../../renderer/screens/reconcile/statement-rows.ts')

afterAll(() => void vi.unstubAllGlobals())

const day = (on: string): IsoDate => on as IsoDate

describe('the days of a statement', () => {
  test('run from the first to the last', () => {
    expect(spanText({ from: day('2026-06-05'), to: day('2026-11-19') })).toBe('Jun 5, 2026 – Nov 19, 2026')
  })

  test('are one day if both are the same', () => {
    expect(spanText({ from: day('2026-06-05'), to: day('2026-06-05') })).toBe('Jun 5, 2026')
  })

  test('are a dash if no row has a day', () => {
    expect(spanText({ from: null, to: null })).toBe('–')
  })
})

test('a row can be edited unless it is certainly in the book or belongs to another', () => {
  const row = (state: StatementRow['state'], partOf?: number): StatementRow =>
    ({ state, ...(partOf !== undefined && { partOf }) }) as StatementRow
  expect(ROW_STATES.filter(state => canBeEdited(row(state)))).toEqual(['proposed', 'new'])
  expect(ROW_STATES.filter(state => canBeEdited(row(state, 3)))).toEqual([])
})

test('each line has an id of its own, for the active descendant', () => {
  expect(new Set([0, 1, 10, 11].map(lineId)).size).toBe(4)
})
