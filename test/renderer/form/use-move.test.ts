import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { newFolder, OPENING, openBook, recordAll } from '../../book/fixture.ts'
import { pageOn } from '../bridge-to-book.ts'

afterEach(() => void vi.unstubAllGlobals())

const FUND = { type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1' } as const

async function pageOfOne() {
  const book = await recordAll(await openBook(newFolder()), [OPENING])
  const page = await pageOn(book)
  const recorded = () => page.asked.filter(({ type }) => type === 'fund-milestone').length
  return { ...page, book, recorded }
}

test('three submits of a form in one task record once, and finish once', async () => {
  const { recorded, settled, book } = await pageOfOne()
  const { useMove, NO_DETAILS } = await import('../../../renderer/form/use-move.ts')
  const done = vi.fn()
  const submits: (() => Promise<void>)[] = []
  let times = 0
  function Form(): null {
    // Each build gives another command, so that only the form itself can tell that it is busy.
    const build = () => ({ command: { ...FUND, note: `${times++}` } })
    submits.push(useMove({ defaults: NO_DETAILS, build, done }).submit)
    return null
  }
  renderToString(createElement(Form))
  const [submit] = submits
  const before = book.info().entries
  await Promise.all([submit?.(), submit?.(), submit?.()])
  await settled()
  expect(recorded()).toBe(1)
  expect(book.info().entries - before).toBe(1)
  expect(done).toHaveBeenCalledTimes(1)
  await submit?.()
  expect(recorded(), 'a later submit is not held back').toBe(2)
})

test('a command given three times in one task is recorded once, and each call gets its answer', async () => {
  const { recorded, book } = await pageOfOne()
  const { record } = await import('../../../renderer/state/record.ts')
  const before = book.info().entries
  const answers = await Promise.all([record(FUND), record(FUND), record(FUND)])
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true])
  expect(recorded()).toBe(1)
  expect(book.info().entries - before).toBe(1)
})

test('Undo pressed three times in one task undoes one entry', async () => {
  const { book, asked } = await pageOfOne()
  const { record, undo } = await import('../../../renderer/state/record.ts')
  await record(FUND)
  await record({ type: 'bonus', contractId: 'C0001', amount: 100 })
  const before = book.info().entries
  await Promise.all([undo('C0001'), undo('C0001'), undo('C0001')])
  expect(asked.filter(({ type }) => type === 'reverse')).toHaveLength(1)
  expect(book.info().entries - before).toBe(1)
})
