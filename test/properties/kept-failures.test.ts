import { describe, test } from 'vitest'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { retrace } from './run-walk.ts'

/** Repeats commands, all on one day, with the checks of every walk. */
function retold(...said: readonly object[]): void {
  retrace(said.map(each => ({ today: '2026-03-01' as IsoDate, said: each })))
}

const contractId = 'C0001'
const opening = {
  type: 'open-contract',
  title: 'Website',
  client: 'Acme',
  freelancer: 'Bo',
  currency: 'USD',
  milestones: [],
}
const planned = (...amounts: readonly number[]): object[] => amounts.map(amount => ({ title: 'Part', amount }))

describe('walks on which the engine and the second implementation of the rules once disagreed', () => {
  test('funding is only offered as long as the fees of all deposits stay within the limit', () => {
    retold(
      { ...opening, policy: { clientFeeBp: 10_000 }, milestones: planned(500, 500, 500) },
      { type: 'fund-milestone', contractId, milestoneId: 'M1', amount: 65_000 },
      { type: 'release', contractId, milestoneId: 'M1', amount: 36_350 },
      { type: 'fund-milestone', contractId, milestoneId: 'M2', amount: 65_000, fee: 63_519 },
      { type: 'release', contractId, milestoneId: 'M2', amount: 64_000 },
    )
  })

  test('all of escrow can be released even if the fees on it and on a bonus add up to more than the limit', () => {
    retold(
      { ...opening, policy: { freelancerFeeBp: 10_000 }, milestones: planned(999_999_999_999) },
      { type: 'bonus', contractId, amount: 17_379 },
      { type: 'fund-milestone', contractId, milestoneId: 'M1' },
      { type: 'release', contractId, milestoneId: 'M1', amount: 999_999_999_999 },
    )
  })
})
