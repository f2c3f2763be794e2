import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { A, B, fund, opened, release } from '../../escrow/moves.ts'
import { day, escrow, given, posting, usd } from '../../escrow/scenario.ts'
import { standInForPage } from '../outside-a-page.ts'

let example: typeof import('../../../renderer/empty-screen/example-case.ts')

beforeAll(async () => {
  standInForPage('en-US')
  example = await import('../../../renderer/empty-screen/example-case.ts')
})
afterAll(() => void vi.unstubAllGlobals())

test('the example on an empty screen equals the result of the same deposits and payments by the rules', () => {
  const rows = example.exampleRows(day('2026-03-15'))
  const steps = [fund(A), release(A, usd(400)), fund(B)] as const
  expect(rows).toHaveLength(steps.length)
  const scenario = given(opened([usd(420), usd(100)]))
  for (const [place, step] of steps.entries()) {
    const row = rows[place]
    const lines = row?.postings.map(
      ({ account, milestoneId, amount }) => `${account}${milestoneId === undefined ? '' : ` ${milestoneId}`} ${amount}`,
    )
    scenario.when(step).then(posting(...(lines ?? [])), escrow(row?.escrow ?? Number.NaN))
    expect(row?.type).toBe(step.type)
  }
})

test('the sentences about the example have the same amounts', () => {
  const { EXAMPLE, exampleRows } = example
  const [, released, funded] = exampleRows(day('2026-03-15'))
  expect(EXAMPLE.left).toBe(EXAMPLE.deposit - EXAMPLE.paid)
  expect(EXAMPLE.left).toBe(released?.escrow)
  expect(EXAMPLE.build).toBe(EXAMPLE.left + EXAMPLE.more)
  expect(EXAMPLE.build).toBe(funded?.escrow)
})
