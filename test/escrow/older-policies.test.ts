import { describe, expect, test } from 'vitest'
import { evolve } from '../../main/escrow/evolve.ts'
import type { Entry } from '../../shared/contract/events.ts'
import { FEE_SCHEDULE_FIELDS } from '../../shared/contract/fee-schedule-fields.ts'
import type { Policy } from '../../shared/contract/policy.ts'
import { standardPolicy } from '../../shared/contract/standard-policy.ts'
import { opened } from './moves.ts'
import { nothing, TODAY } from './scenario.ts'

describe('A book from before there were fee schedules', () => {
  const old = (policy: Policy) =>
    Object.fromEntries(Object.entries(policy).filter(([name]) => !(name in FEE_SCHEDULE_FIELDS))) as Policy
  const first: Entry = {
    entry: 1,
    contract: 'C0001',
    type: 'open-contract',
    on: TODAY,
    events: [
      {
        type: 'contract-opened',
        title: 'Website',
        client: 'Acme',
        freelancer: 'Bo',
        currency: 'USD',
        decimals: 2,
        budget: null,
        policy: old({ ...standardPolicy(2), clientFeeBp: 500 }),
        side: 'client',
        milestones: [],
      },
    ],
  }

  test('has a complete policy after the opening and after an edit, and lines stay as they are', () => {
    const before = JSON.stringify(first)
    const state = evolve(undefined, first)
    expect(state.policy).toEqual({ ...standardPolicy(2), clientFeeBp: 500 })
    const edited = evolve(state, {
      ...first,
      entry: 2,
      type: 'edit-contract',
      events: [{ type: 'contract-edited', policy: old({ ...standardPolicy(2), clientFeeBp: 300 }) }],
    })
    expect(edited.policy).toEqual({ ...standardPolicy(2), clientFeeBp: 300 })
    expect(JSON.stringify(first)).toBe(before)
  })

  test('is no model for a contract opened now, whose event has every field', () => {
    nothing()
      .when(opened([], { clientFeeBp: 500 }))
      .then(({ records }) =>
        expect(records[0]?.events[0]).toHaveProperty('policy', { ...standardPolicy(2), clientFeeBp: 500 }),
      )
  })
})
