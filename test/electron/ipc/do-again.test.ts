import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book } from '../../../main/book/book.ts'
import type { Answer, CommandValue } from '../../../shared/api/answers.ts'
import type { CommandInput } from '../../../shared/api/app-commands.ts'
import type { QueryValues } from '../../../shared/api/queries.ts'
import { newFolder, openBook } from '../../book/fixture.ts'
import { callsOn as bridgeOn } from './context.ts'

const contractId = 'C0001'

/** A contract in which most kinds of entry are recorded; its milestones are added on the way. */
const LIFE: readonly CommandInput[] = [
  {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme',
    freelancer: 'Mina',
    currency: 'USD',
    policy: { funding: 'many', freelancerFeeBp: 1_000, clientFeeBp: 300, feesRefundable: true },
    milestones: [{ title: 'A', amount: 10_000 }],
    on: '2026-01-01',
  },
  { type: 'fund-milestone', contractId, milestoneId: 'M1', on: '2026-01-02', reference: 'Wire 1' },
  { type: 'add-milestone', contractId, title: 'B', amount: 4_000, on: '2026-01-03' },
  { type: 'fund-milestone', contractId, milestoneId: 'M2', on: '2026-01-03' },
  { type: 'submit-work', contractId, milestoneId: 'M1', on: '2026-01-04' },
  { type: 'release', contractId, milestoneId: 'M1', amount: 4_000, fee: 250, on: '2026-01-05', note: 'half' },
  { type: 'edit-contract', contractId, title: 'Shop', policy: { freelancerFeeBp: 500 } },
  { type: 'release', contractId, milestoneId: 'M1', amount: 1_000, on: '2026-01-06' },
  { type: 'request-refund', contractId, milestoneId: 'M1', amount: 3_000, on: '2026-01-07' },
  { type: 'approve-refund', contractId, on: '2026-01-08' },
  { type: 'add-milestone', contractId, title: 'C', amount: 2_000, due: '2026-02-01', on: '2026-01-08' },
  { type: 'move-milestone', contractId, milestoneId: 'M3', to: 0, on: '2026-01-08' },
  { type: 'open-dispute', contractId, milestoneId: 'M2', amount: 4_000, on: '2026-01-09' },
  { type: 'resolve-dispute', contractId, release: 1_500, refund: 2_500, on: '2026-01-10' },
  { type: 'bonus', contractId, amount: 700, on: '2026-01-11' },
  { type: 'end-contract', contractId, refundRemainder: true, on: '2026-01-12' },
]

/** The calls of a page on a book. */
function pageOn(book: Book) {
  const calls = bridgeOn(book, problem => {
    throw problem
  })
  const give = (command: CommandInput) => calls.execute(command) as Promise<Answer<CommandValue>>
  return {
    give,
    async does(command: CommandInput): Promise<CommandValue> {
      const answer = await give(command)
      if (!answer.ok) throw new Error(`${command.type}: ${answer.error.message}`)
      return answer.value
    },
    async shown(): Promise<QueryValues['contract']> {
      const answer = await calls.query({ type: 'contract', contractId })
      if (!answer.ok) throw new Error(answer.error.message)
      return answer.value as QueryValues['contract']
    },
  }
}

type Shown = QueryValues['contract']

const offered = ({ timeline }: Shown): number[] =>
  timeline.flatMap(({ again, reverses }) => (again === undefined ? [] : [reverses ?? 0]))

/** The standing entries with what they moved, and the contract. */
function standing({ contract, timeline }: Shown): unknown {
  const rows = timeline.filter(({ reverses, reversedBy }) => reverses === undefined && reversedBy === undefined)
  return {
    contract,
    rows: rows.map(({ entry: _, at: __, transaction: ___, ...row }) => row),
  }
}

test('after any number of undos, the next entry comes back alone or all together, and the contract is as before', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: LIFE.length }),
      fc.integer({ min: 1, max: LIFE.length }),
      fc.nat({ max: 4 }),
      async (recorded, most, alone) => {
        const { does, shown } = pageOn(await openBook(newFolder()))
        for (const command of LIFE.slice(0, recorded)) await does(command)
        const before = await shown()
        const undone = Math.min(most, recorded - 1)
        for (let each = 0; each < undone; each++) await does({ type: 'reverse', contractId })
        for (let each = 0; each < Math.min(alone, undone); each++) {
          const { timeline } = await shown()
          const next = timeline.find(({ again }) => again !== undefined)?.again
          if (next === undefined) throw new Error('nothing is offered')
          await does(next)
          expect(offered(await shown())).toHaveLength(undone - each - 1)
        }
        const left = offered(await shown()).length
        if (left > 0) expect(await does({ type: 'do-again', contractId })).toMatchObject({ entries: left })
        const after = await shown()
        expect(standing(after)).toEqual(standing(before))
        expect(offered(after)).toEqual([])
      },
    ),
    { numRuns: 20 },
  )
})

test('all or none of the undone entries come back, and the refusal names the one that cannot', async () => {
  const book = await openBook(newFolder())
  const { give, does, shown } = pageOn(book)
  for (const command of LIFE.slice(0, 6)) await does(command)
  for (let each = 0; each < 3; each++) await does({ type: 'reverse', contractId })
  // Entry 4 left 40.00 in B, entry 6 pays 40.00 out of A: what it holds is cut by a correction.
  await does({ type: 'correct', contractId, entry: 2, with: { amount: 3_000 } })
  const before = await shown()
  const { entries } = book.info()
  expect(await give({ type: 'do-again', contractId })).toMatchObject({
    ok: false,
    error: { code: 'exceeds-held', entry: 6, message: expect.stringContaining('Entry 6') },
  })
  expect(book.info().entries).toBe(entries)
  expect(await shown()).toEqual(before)
  expect(offered(before)).toEqual([4, 5, 6])
})

test('two orders to do all again record the entries once', async () => {
  const book = await openBook(newFolder())
  const { give, does } = pageOn(book)
  for (const command of LIFE.slice(0, 4)) await does(command)
  for (let each = 0; each < 3; each++) await does({ type: 'reverse', contractId })
  const answers = await Promise.all([give({ type: 'do-again', contractId }), give({ type: 'do-again', contractId })])
  expect(answers).toMatchObject([
    { ok: true, value: { entries: 3, entry: 10 } },
    { ok: false, error: { code: 'bad-input', field: 'contractId' } },
  ])
  expect(await give({ type: 'do-again', contractId: 'C0009' })).toMatchObject({ error: { code: 'unknown-contract' } })
})
