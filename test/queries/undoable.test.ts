import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { undoable } from '../../main/queries/undoable.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { bookAfter, opening } from './open-book.ts'

const fund = (contractId: string) => ({ type: 'fund-milestone', contractId, milestoneId: 'M1' }) as const
const reverse = (contractId: string) => ({ type: 'reverse', contractId }) as const
const undoableIn = async (book: Book, contractId?: string): Promise<number | undefined> =>
  (await undoable(book, contractId === undefined ? undefined : book.contract(contractId)))?.row.entry

test('the entry that may be undone is the latest of the contract or of the book, and never an opening', async () => {
  const book = await bookAfter(opening([10_000]), opening([20_000]), fund('C0001'), fund('C0002'), opening([30_000]))
  expect([await undoableIn(book), await undoableIn(book, 'C0001'), await undoableIn(book, 'C0003')]).toEqual([
    4,
    3,
    undefined,
  ])
  expect(await undoableIn(await bookAfter())).toBeUndefined()
})

test('after a reversal the entry before it may be undone, and a reversal itself never', async () => {
  const book = await bookAfter(opening([10_000]), opening([20_000]), fund('C0001'), fund('C0002'), reverse('C0002'))
  expect([await undoableIn(book), await undoableIn(book, 'C0002')]).toEqual([3, undefined])
  await book.execute(escrowCommandSchema.parse(reverse('C0001')))
  expect(await undoableIn(book)).toBeUndefined()
})

test('an entry that the rules do not allow to be reversed is skipped', async () => {
  const book = await bookAfter(
    opening([10_000]),
    fund('C0001'),
    opening([20_000], { client: 'Helio', freelancer: 'Ana' }),
    { type: 'edit-contract', contractId: 'C0002', client: 'Other' },
    { type: 'rename-party', from: 'Ana', to: 'Helio' },
  )
  const reversal = await book.execute(escrowCommandSchema.parse(reverse('C0002')))
  expect(reversal).toMatchObject({ ok: false, refusal: { code: 'same-party' } })
  expect([await undoableIn(book), await undoableIn(book, 'C0002')]).toEqual([2, undefined])
})
