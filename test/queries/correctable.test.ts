import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { correctableEntry } from '../../main/queries/correctable.ts'
import { escrowCommandSchema } from '../../shared/contract/commands.ts'
import { bookAfter, fund, opening, release, TODAY } from './open-book.ts'

const contractId = 'C0001'
const asked = (book: Book, entry: number) => correctableEntry(book, entry, TODAY, 'en-US')

/** Milestones A and B; A funded with 420 and 90 of it paid, B funded and paid, then a bonus. */
const paid = (): Promise<Book> =>
  bookAfter(
    opening([42_000, 10_000]),
    fund(contractId, 'M1', '2026-01-05'),
    release(contractId, 'M1', 9_000, '2026-01-20'),
    fund(contractId, 'M2', '2026-01-21'),
    release(contractId, 'M2', 10_000, '2026-02-06'),
    { type: 'bonus', contractId, amount: 1_000, on: '2026-02-09' },
  )

test('an entry comes with its command, the limits of its day, and the entries after it', async () => {
  const answer = await asked(await paid(), 3)
  expect(answer).toMatchObject({
    ok: true,
    value: {
      entry: 3,
      contractId,
      label: 'Paid A',
      was: { on: '2026-01-20', gross: 9_000, amount: 9_000, change: -9_000 },
      command: { type: 'release', milestoneId: 'M1', amount: 9_000, on: '2026-01-20' },
      fields: ['amount', 'fee', 'milestoneId', 'on', 'reference', 'note'],
      before: { escrow: 42_000, status: 'open' },
      later: [{ entry: 4, was: { gross: 0, amount: 10_000, carried: 33_000 } }, { entry: 5 }, { entry: 6 }],
    },
  })
  const next = answer.ok ? answer.value.before.next : []
  expect(next.find(({ type }) => type === 'release')).toMatchObject({ milestoneId: 'M1', max: 42_000 })
})

test('the old number of a corrected entry finds the entry that stands for it', async () => {
  const book = await paid()
  await book.execute(escrowCommandSchema.parse({ type: 'correct', contractId, entry: 3, with: { amount: 9_500 } }))
  expect(await asked(book, 3)).toMatchObject({ ok: true, value: { entry: 11, command: { amount: 9_500 } } })
})

test('a reference, a note and a name that changed since are those of today', async () => {
  const book = await paid()
  for (const command of [
    { type: 'annotate', contractId, entry: 3, note: 'as agreed' },
    { type: 'rename-party', from: 'Acme Ltd', to: 'Acme Inc' },
  ])
    await book.execute(escrowCommandSchema.parse(command))
  expect(await asked(book, 3)).toMatchObject({
    ok: true,
    value: { command: { note: 'as agreed' }, before: { client: 'Acme Inc' } },
  })
})

test('an opening, an undo, an entry that was undone and one that does not exist cannot be corrected', async () => {
  const book = await paid()
  await book.execute(escrowCommandSchema.parse({ type: 'reverse', contractId }))
  const codes = await Promise.all([1, 6, 7, 8].map(async entry => [entry, await asked(book, entry)] as const))
  for (const [entry, answer] of codes)
    expect(answer, `entry ${entry}`).toMatchObject({ ok: false, refusal: { code: 'unknown-entry', field: 'entry' } })
})
