import { describe, expect, test } from 'vitest'
import type { NamedDeadline } from '../../../shared/api/deadlines.ts'
import type { NamedLedgerRow } from '../../../shared/api/ledger.ts'
import type { QueryInput, QueryValues } from '../../../shared/api/queries.ts'
import { newFolder, openBook } from '../../book/fixture.ts'
import { callsOn } from './context.ts'

const contractId = 'C0001'
const OPENING = {
  type: 'open-contract',
  title: 'Website',
  client: 'Acme Ltd',
  freelancer: 'Muhammad A.',
  currency: 'USD',
  side: 'freelancer',
  policy: { availableDays: 5 },
  milestones: [
    { title: 'Design', amount: 42_000 },
    { title: 'Build', amount: 10_000, due: '2026-03-01' },
  ],
  on: '2026-01-01',
}
const FUNDED = { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-01-02' }
const NAMES = {
  title: 'Website',
  client: 'Acme Ltd',
  freelancer: 'Muhammad A.',
  side: 'freelancer',
  currency: 'USD',
  decimals: 2,
}

async function asking(...commands: readonly object[]) {
  const calls = callsOn(await openBook(newFolder()), problem => expect.unreachable(String(problem)))
  for (const command of commands) expect(await calls.execute(command)).toMatchObject({ ok: true })
  return async <Q extends QueryInput>(query: Q): Promise<QueryValues[Q['type']]> => {
    const answer = await calls.query(query)
    if (!answer.ok) throw new Error(answer.error.message)
    return answer.value as QueryValues[Q['type']]
  }
}
const labels = (rows: readonly (NamedLedgerRow | NamedDeadline)[]): string[] => rows.map(row => row.label)

describe('a row of the ledger', () => {
  test('carries its label, the names of its contract and the titles of its milestones', async () => {
    const ask = await asking(OPENING, FUNDED)
    const { rows } = await ask({ type: 'ledger' })
    expect(labels(rows)).toEqual(['Opened Website', 'Funded Design'])
    for (const row of rows) expect(row.contract).toEqual(NAMES)
    expect(rows[1]?.postings).toEqual([
      { account: 'client', currency: 'USD', amount: -42_000 },
      { account: 'escrow:milestone', milestoneId: 'M1', milestone: 'Design', currency: 'USD', amount: 42_000 },
    ])
  })

  test('is named as in its contract’s timeline, with the current names', async () => {
    const ask = await asking(
      OPENING,
      FUNDED,
      { type: 'release', contractId, milestoneId: 'M1', amount: 40_000, on: '2026-01-03' },
      { type: 'reverse', contractId, on: '2026-01-20' },
      { type: 'edit-milestone', contractId, milestoneId: 'M1', title: 'Drafts' },
      { type: 'edit-contract', contractId, title: 'Shop' },
    )
    const { rows } = await ask({ type: 'ledger' })
    const { timeline } = await ask({ type: 'contract', contractId })
    expect(labels(rows).reverse()).toEqual(timeline.map(row => row.label))
    expect(rows[1]).toMatchObject({ label: 'Funded Drafts', contract: { title: 'Shop' } })
  })

  test('of a reversal names the entry it undid, even outside the period', async () => {
    const ask = await asking(OPENING, FUNDED, { type: 'reverse', contractId, on: '2026-01-20' })
    const { total, opening, rows } = await ask({ type: 'ledger', from: '2026-01-20' })
    expect({ total, labels: labels(rows) }).toEqual({ total: 1, labels: ['Undid “Funded Design”'] })
    expect(opening).toEqual([{ currency: 'USD', decimals: 2, escrow: 42_000 }])
  })
})

test('a deadline carries its label, the names of its contract and the title of its milestone', async () => {
  const ask = await asking(
    OPENING,
    FUNDED,
    { type: 'release', contractId, milestoneId: 'M1', amount: 1_000, on: '2026-01-28' },
    { type: 'request-refund', contractId, amount: 2_500, on: '2026-01-30' },
  )
  const deadlines = await ask({ type: 'deadlines' })
  expect(deadlines.map(({ kind, label, milestone }) => [kind, label, milestone])).toEqual([
    ['available', '10.00 USD reaches Muhammad A.', undefined],
    ['refund', 'Refunds 25.00 USD to Acme Ltd', undefined],
    ['due', 'Work on Build is due, 100.00 USD', 'Build'],
  ])
  for (const deadline of deadlines) expect(deadline.contract).toEqual(NAMES)
})

test('an overdue deadline says what was due', async () => {
  const ask = await asking(OPENING, FUNDED, { type: 'submit-work', contractId, milestoneId: 'M1', on: '2026-01-03' })
  const [overdue] = await ask({ type: 'deadlines' })
  expect(overdue).toMatchObject({ kind: 'review', overdue: true, milestone: 'Design' })
  expect(overdue?.label).toBe('420.00 USD for Design was due to go to Muhammad A. automatically')
})

test('the entry that may be undone is returned as a ledger row, and marked in its timeline', async () => {
  const ask = await asking(OPENING, FUNDED)
  const row = await ask({ type: 'undoable' })
  expect(row).toMatchObject({ entry: 2, contractId, label: 'Funded Design', contract: NAMES })
  expect(await ask({ type: 'undoable', contractId })).toEqual(row)
  const { timeline } = await ask({ type: 'contract', contractId })
  expect(timeline.map(each => each.undoable)).toEqual([true, undefined])
  expect(await (await asking(OPENING))({ type: 'undoable' })).toBeNull()
})

test('an unknown contract is refused', async () => {
  const ask = await asking()
  for (const type of ['ledger', 'undoable', 'contract'] as const)
    await expect(ask({ type, contractId })).rejects.toThrow('There is no such contract in this book')
})
