import { afterAll, describe, expect, test, vi } from 'vitest'
import type { Chosen, ChosenKind } from '../../../../renderer/screens/reconcile/edited-command.ts'
import type { QueryValues } from '../../../../shared/api/queries.ts'
import type { EscrowCommandInput } from '../../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../../shared/dates/calendar.ts'
import { minor } from '../../../../shared/money/money.ts'
import { pageOnBooks } from '../../bridge-to-book.ts'
import { HELP_CENTRE, LOOKED_AT } from './help-centre.ts'

const pageOn = pageOnBooks(LOOKED_AT)
const { commandsOf, fixedRefund, KINDS, targetsOf } = await import(
  '../../../../renderer/screens/reconcile/edited-command.ts'
)

afterAll(() => void vi.unstubAllGlobals())

const contractId = 'C0001'
const ON = '2026-07-01' as IsoDate
const FUNDED = { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-06-05' } as const

async function contractAfter(...commands: readonly EscrowCommandInput[]): Promise<QueryValues['contract']> {
  await pageOn(HELP_CENTRE, ...commands)
  const answer = await window.escrowbook.query({ type: 'contract', contractId })
  return answer.ok ? answer.value : expect.fail(answer.error.message)
}

const chosen = (
  kind: ChosenKind,
  { contract }: QueryValues['contract'],
  more: Partial<Chosen> = {},
): readonly EscrowCommandInput[] | null =>
  commandsOf({ kind, contract, target: undefined, amount: minor(10_000), on: ON, id: '7001', ...more })

/** Carries commands out on the real book; each must be accepted. */
async function recorded(commands: readonly EscrowCommandInput[] | null): Promise<string[]> {
  const types: string[] = []
  for (const command of commands ?? expect.fail('nothing to record')) {
    const answer = await window.escrowbook.execute(command)
    if (!answer.ok) expect.fail(answer.error.message)
    types.push(command.type)
  }
  return types
}

describe('the targets of', () => {
  test('a deposit are the milestones still planned', async () => {
    const answer = await contractAfter(FUNDED)
    expect(targetsOf(answer, 'fund-milestone')).toEqual([{ value: 'M2', label: 'Batch two' }])
  })

  test('a payment are the milestones that hold money, and unallocated money', async () => {
    const answer = await contractAfter(FUNDED)
    expect(targetsOf(answer, 'release')).toEqual([{ value: 'M1', label: 'Batch one' }])
    const carried = await contractAfter(
      FUNDED,
      { type: 'release', contractId, milestoneId: 'M1', amount: 5_000, on: '2026-06-06' },
      { type: 'fund-milestone', contractId, milestoneId: 'M2', amount: 8_000, on: '2026-06-07' },
    )
    expect(carried.contract.unallocated).toBe(12_000)
    expect(targetsOf(carried, 'release')?.map(({ value }) => value)).toEqual(['M2', ''])
  })

  test('an entry of the book are those that moved money, stand, and have no reference', async () => {
    const answer = await contractAfter(
      FUNDED,
      { type: 'bonus', contractId, amount: 100, on: '2026-06-06', reference: '7000' },
      { type: 'bonus', contractId, amount: 200, on: '2026-06-07' },
      { type: 'bonus', contractId, amount: 300, on: '2026-06-08' },
      { type: 'reverse', contractId },
    )
    expect(targetsOf(answer, 'same')?.map(({ value }) => value)).toEqual(
      answer.timeline.filter(({ entry }) => entry === 2 || entry === 4).map(({ entry }) => String(entry)),
    )
  })

  test.each(['bonus', 'approve-refund', 'return-payment'] as const)(
    '%s do not exist: it is about the whole contract',
    async kind => {
      expect(targetsOf(await contractAfter(FUNDED), kind)).toBeNull()
    },
  )
})

describe('the commands of a chosen row', () => {
  test('are accepted by the book, on the chosen day, for every kind', async () => {
    const answer = await contractAfter(FUNDED, { type: 'bonus', contractId, amount: 100, on: '2026-06-06' })
    const targets: Readonly<Partial<Record<ChosenKind, string>>> = { 'fund-milestone': 'M2', release: 'M1', same: '3' }
    const types: Record<string, string[]> = {}
    // A milestone must be partly paid before the next is funded.
    const inOrder = [...KINDS].sort((one, other) => Number(other === 'release') - Number(one === 'release'))
    for (const kind of inOrder) types[kind] = await recorded(chosen(kind, answer, { target: targets[kind] }))
    expect(types).toEqual({
      'fund-milestone': ['fund-milestone'],
      release: ['release'],
      bonus: ['bonus'],
      'approve-refund': ['request-refund', 'approve-refund'],
      'return-payment': ['return-payment'],
      same: ['annotate'],
    })
    const after = await window.escrowbook.query({ type: 'contract', contractId })
    if (!after.ok) expect.fail(after.error.message)
    expect(after.value.timeline.find(({ entry }) => entry === 3)?.reference).toBe('7001')
    expect(new Set(after.value.timeline.filter(({ entry }) => (entry ?? 0) > 3).map(({ on }) => on))).toEqual(
      new Set([ON]),
    )
  })

  test('have the row’s own day unless another was chosen', async () => {
    const answer = await contractAfter(FUNDED)
    expect(chosen('bonus', answer, { on: null })).toEqual([{ type: 'bonus', contractId, amount: 10_000 }])
  })

  test('name no milestone for unallocated money', async () => {
    const answer = await contractAfter(FUNDED)
    expect(chosen('release', answer, { target: '' })).toEqual([{ type: 'release', contractId, amount: 10_000, on: ON }])
  })

  test.each(['fund-milestone', 'release', 'same'] as const)('are missing for %s without a target', async kind => {
    expect(chosen(kind, await contractAfter(FUNDED))).toBeNull()
  })
})

describe('a refund', () => {
  test('can have any amount', async () => {
    expect(fixedRefund((await contractAfter(FUNDED)).contract)).toBeNull()
  })

  test('that was requested is approved in that amount only', async () => {
    const answer = await contractAfter(FUNDED, {
      type: 'request-refund',
      contractId,
      amount: 9_000,
      on: '2026-06-06',
    })
    expect(fixedRefund(answer.contract)).toEqual({ amount: 9_000, why: 'asked' })
    expect(chosen('approve-refund', answer)).toBeNull()
    expect(await recorded(chosen('approve-refund', answer, { amount: minor(9_000) }))).toEqual(['approve-refund'])
  })

  test('is all of escrow and ends the contract, under rules that refund only at the end', async () => {
    await pageOn({ ...HELP_CENTRE, policy: { ...HELP_CENTRE.policy, refundOnlyAtEnd: true } }, FUNDED)
    const answer = await window.escrowbook.query({ type: 'contract', contractId })
    if (!answer.ok) expect.fail(answer.error.message)
    expect(fixedRefund(answer.value.contract)).toEqual({ amount: 25_000, why: 'end' })
    expect(chosen('approve-refund', answer.value)).toBeNull()
    expect(await recorded(chosen('approve-refund', answer.value, { amount: minor(25_000) }))).toEqual([
      'end-contract',
      'approve-refund',
    ])
  })
})
