import { expect, test } from 'vitest'
import { escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { IMPORT, newFolder, openBook } from '../../book/fixture.ts'
import { acceptedShape, QUERY_SHAPES, refusedShape } from './api-shapes.ts'
import { callsOn } from './context.ts'

type Message = { readonly type: string } & Readonly<Record<string, unknown>>

const contractId = 'C0001'
const told = { on: '2026-01-20', reference: 'TX-1', note: 'as agreed' }

/**
 * The life of a contract in which every command of the rulebook is accepted, and every field of an
 * answer occurs.
 */
const LIFE: readonly Message[] = [
  {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme Ltd',
    freelancer: 'Muhammad A.',
    currency: 'USD',
    budget: 20_000,
    policy: {
      freelancerFeeBp: 1_000,
      clientFeeBp: 500,
      contractFee: 99,
      feesRefundable: true,
      disputeDays: 3,
      availableDays: 5,
    },
    milestones: [
      { title: 'A', amount: 10_000, due: '2026-02-01' },
      { title: 'B', amount: 15_000 },
    ],
    ...told,
  },
  { type: 'add-milestone', contractId, title: 'C', amount: 10_000 },
  { type: 'edit-milestone', contractId, milestoneId: 'M3', title: 'C again', amount: 9_000, due: '2026-03-01' },
  { type: 'move-milestone', contractId, milestoneId: 'M3', to: 0 },
  { type: 'fund-milestone', contractId, milestoneId: 'M1', amount: 12_000, fee: 600, ...told },
  { type: 'submit-work', contractId, milestoneId: 'M1' },
  { type: 'request-changes', contractId, milestoneId: 'M1' },
  { type: 'submit-work', contractId, milestoneId: 'M1' },
  { type: 'release', contractId, milestoneId: 'M1', amount: 11_999, fee: 100 },
  { type: 'fund-milestone', contractId, milestoneId: 'M2' },
  { type: 'release', contractId, milestoneId: 'M2', amount: 14_999 },
  { type: 'request-refund', contractId, milestoneId: 'M2', amount: 1, reason: 'too much' },
  { type: 'cancel-refund', contractId },
  { type: 'request-refund', contractId, amount: 1 },
  { type: 'decline-refund', contractId },
  { type: 'open-dispute', contractId, milestoneId: 'M2', amount: 1, reason: 'not as agreed' },
  { type: 'resolve-dispute', contractId, release: 0, refund: 1 },
  { type: 'reverse', contractId },
  { type: 'reverse', contractId },
  { type: 'bonus', contractId, amount: 100, fee: 0 },
  { type: 'return-payment', contractId, amount: 50 },
  { type: 'correct', contractId, entry: 20, with: { amount: 110 } },
  { type: 'remove-milestone', contractId, milestoneId: 'M3' },
  { type: 'annotate', contractId, entry: 2, note: 'later' },
  { type: 'end-contract', contractId, refundRemainder: true },
  { type: 'approve-refund', contractId },
  { type: 'edit-contract', contractId, archived: true },
  { type: 'rename-party', from: 'Acme Ltd', to: 'Acme Inc' },
  { type: 'close-books', until: '2025-12-31' },
  {
    type: 'open-contract',
    title: 'By mistake',
    client: 'Acme Inc',
    freelancer: 'Dana Reyes',
    currency: 'USD',
    milestones: [],
  },
  { type: 'remove-contract', contractId: 'C0002' },
]

const ASKED: readonly Message[] = [
  { type: 'contracts' },
  { type: 'contract', contractId },
  { type: 'summary' },
  { type: 'ledger' },
  { type: 'ledger', from: '2026-02-01' },
  { type: 'undoable' },
  { type: 'undoable', contractId },
  { type: 'escrow-history', currency: 'USD' },
  { type: 'deadlines' },
  { type: 'report', by: 'month', currency: 'USD' },
  { type: 'plan', amount: 20_000, currency: 'USD', milestones: [{ title: 'A', amount: 10_000 }, { amount: 15_000 }] },
  { type: 'plan', amount: 100, currency: 'USD', milestones: [{ amount: 10_000 }] },
  { type: 'parties' },
]

/**
 * Every field of an answer, by its path without indexes: shows that the life above reaches all of
 * them.
 */
function pathsIn(value: unknown, path = '', paths = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) pathsIn(item, path, paths)
  else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) pathsIn(each, `${path}.${name}`, paths.add(`${path}.${name}`))
  return paths
}

/** The optional fields. */
const AT_TIMES = [
  ...['refund', 'dispute'].flatMap(kind => [
    `pending.${kind}.reserved.milestoneId`,
    `pending.${kind}.milestoneId`,
    `pending.${kind}.reason`,
  ]),
  ...['milestoneId', 'min', 'max', 'default', 'deposit', 'carried', 'refundRemainder', 'note'].map(
    field => `next.${field}`,
  ),
  ...['deadlines.milestoneId', 'deadlines.offers.type', 'blocked.milestoneId', 'bar.segments.milestoneId'],
].map(path => `.contract.${path}`)
const AT_TIMES_IN_TIMELINE = [
  'reverses',
  'reversedBy',
  'corrects',
  'milestoneId',
  'undoable',
  'again.type',
  'postings.milestoneId',
].map(field => `.timeline.${field}`)
const AT_TIMES_IN_LISTS = ['.opening.escrow', '.rows.postings.milestone', '.milestone']

test('every answer keeps its fields, through the whole life of a contract', async () => {
  const calls = callsOn(await openBook(newFolder()), problem => expect.unreachable(String(problem)))
  const seen = new Set<string>()
  for (const command of LIFE) {
    const answer = await calls.execute(command)
    if (!answer.ok) throw new Error(`${command.type}: ${answer.error.message}`)
    expect(acceptedShape(command.type).safeParse(answer.value).error?.issues, command.type).toBeUndefined()
    for (const question of ASKED) {
      const answered = await calls.query(question)
      if (!answered.ok) throw new Error(`${question.type} after ${command.type}: ${answered.error.message}`)
      expect(
        QUERY_SHAPES[question.type]?.safeParse(answered.value).error?.issues,
        `${question.type} after ${command.type}`,
      ).toBeUndefined()
      pathsIn(answered.value, '', seen)
    }
  }
  // An import is recorded by the app itself: see the next test.
  expect(new Set([...LIFE.map(({ type }) => type), 'take-back-import'])).toEqual(
    new Set(escrowCommandSchema.options.map(option => option.shape.type.value)),
  )
  expect(
    [...AT_TIMES, ...AT_TIMES_IN_TIMELINE, ...AT_TIMES_IN_LISTS, '.ways.reason'].filter(path => !seen.has(path)),
  ).toEqual([])
})

test('the answer to taking an import back keeps its fields', async () => {
  const book = await openBook(newFolder())
  const calls = callsOn(book, problem => expect.unreachable(String(problem)))
  for (const command of LIFE.slice(0, 1)) await calls.execute(command)
  const paid = escrowCommandSchema.parse({ type: 'bonus', contractId: 'C0001', amount: 1_000, reference: 'P1' })
  await book.executeAll([paid], undefined, IMPORT)
  const answer = await calls.execute({ type: 'take-back-import', import: 2 })
  if (!answer.ok) throw new Error(answer.error.message)
  expect(acceptedShape('take-back-import').safeParse(answer.value).error?.issues).toBeUndefined()
})

test('an entry that may be corrected keeps its fields', async () => {
  const calls = callsOn(await openBook(newFolder()), problem => expect.unreachable(String(problem)))
  for (const command of LIFE.slice(0, 10)) await calls.execute(command)
  const answer = await calls.query({ type: 'correctable', entry: 5 })
  if (!answer.ok) throw new Error(answer.error.message)
  expect(QUERY_SHAPES['correctable']?.safeParse(answer.value).error?.issues).toBeUndefined()
})

test('a preview returns the result of its command, and a refusal its code, sentence and field', async () => {
  const calls = callsOn(await openBook(newFolder()), problem => expect.unreachable(String(problem)))
  await calls.execute(LIFE[0])
  const fund = { type: 'fund-milestone', contractId, milestoneId: 'M1' }
  const preview = await calls.query({ type: 'preview', command: fund })
  const done = await calls.execute(fund)
  if (!preview.ok || !done.ok) throw new Error('both are accepted')
  expect(acceptedShape('fund-milestone').safeParse(preview.value).error?.issues).toBeUndefined()
  expect(preview.value).toEqual(done.value)
  const refused = await calls.execute({ type: 'release', contractId, milestoneId: 'M1', amount: 0 })
  if (refused.ok) throw new Error('nothing is no payment')
  expect(refusedShape.safeParse(refused.error).error?.issues).toBeUndefined()
  expect(refused.error).toMatchObject({ code: 'not-positive', field: 'amount' })
})
