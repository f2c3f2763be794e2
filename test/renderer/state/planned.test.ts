import { afterEach, expect, test, vi } from 'vitest'
import { PRESETS, presetPolicy } from '../../../shared/contract/presets.ts'
import { minor } from '../../../shared/money/money.ts'
import { standInForPage } from '../outside-a-page.ts'

afterEach(() => void vi.unstubAllGlobals())

test('a plan is used by the form of one new contract, and by no other', async () => {
  vi.resetModules()
  const page = standInForPage()
  const { forgetPlanned, openPlanned, plannedContract } = await import('../../../renderer/state/planned.ts')
  const [standard] = PRESETS
  if (standard === undefined) throw new Error('there are presets')
  const plan = {
    side: 'freelancer' as const,
    currency: 'USD',
    budget: minor(42_000),
    policy: presetPolicy(standard, 2),
    milestones: [{ title: 'A', amount: minor(42_000) }],
    note: 'at once',
  }
  expect(plannedContract()).toBeNull()
  openPlanned(plan)
  expect(page.location.hash).toBe('#/new-contract')
  expect(plannedContract()).toEqual(plan)
  forgetPlanned()
  expect(plannedContract()).toBeNull()
})
