import { expect, test } from 'vitest'
import type { z } from 'zod'
import { refusalOfIssues } from '../../main/answers/parse-refusal.ts'
import { answerError } from '../../main/answers/refusal-answer.ts'
import { commandSchema } from '../../shared/api/app-commands.ts'
import { querySchema } from '../../shared/api/queries.ts'
import type { Refusal } from '../../shared/contract/refusals.ts'

function refusalOf(input: unknown, schema: z.ZodType = commandSchema): Refusal {
  const result = schema.safeParse(input)
  if (result.success) throw new Error('accepted')
  return refusalOfIssues(result.error, input)
}

const release = { type: 'release', contractId: 'C1', amount: 1 }
const opening = { type: 'open-contract', title: 'T', client: 'A', freelancer: 'B', currency: 'USD', milestones: [] }
const long = 'x'.repeat(201)

const WRONG: readonly (readonly [unknown, string, string, string])[] = [
  [
    { type: 'edit-contract', contractId: 'C1', currency: 'EUR' },
    'bad-input',
    'currency',
    'A contract keeps its currency: every amount recorded on it is in that. If it is the wrong one, duplicate the contract as a new one, and archive or remove this one.',
  ],
  [
    null,
    'bad-input',
    'type',
    'The message does not say what to do: its type is missing or unknown. Give a type that Escrowbook knows.',
  ],
  [
    {},
    'bad-input',
    'type',
    'The message does not say what to do: its type is missing or unknown. Give a type that Escrowbook knows.',
  ],
  [
    { type: 'steal' },
    'bad-input',
    'type',
    'The message does not say what to do: its type is missing or unknown. Give a type that Escrowbook knows.',
  ],
  [{ type: 'release', contractId: 'C1' }, 'bad-input', 'amount', 'The amount is missing. Fill in the amount.'],
  [
    { ...release, amount: '1' },
    'bad-input',
    'amount',
    'The amount is not a number. Give the amount as a whole number of the currency’s smallest unit.',
  ],
  [
    { ...release, amount: 1.5 },
    'bad-amount',
    'amount',
    'The amount is not a whole number of the currency’s smallest unit. Use no more decimals than the currency has.',
  ],
  [
    { ...release, amount: Number.NaN },
    'bad-amount',
    'amount',
    'The amount is not a whole number of the currency’s smallest unit. Use no more decimals than the currency has.',
  ],
  [
    { ...release, tip: 1 },
    'bad-input',
    'tip',
    'There is nothing called “tip” here. Leave it out, or check its spelling.',
  ],
  [
    { ...release, amount: 1.5, tip: 1 },
    'bad-input',
    'tip',
    'There is nothing called “tip” here. Leave it out, or check its spelling.',
  ],
  [
    { ...release, on: '2026-02-30' },
    'bad-date',
    'on',
    'The date is not a day in the calendar. Enter a real day as year, month and day.',
  ],
  [{ ...release, on: 5 }, 'bad-input', 'on', 'The date is not a text. Give the date as a text.'],
  [{ ...release, note: 'x'.repeat(2_001) }, 'bad-input', 'note', 'The note is too long. Keep it to 2,000 characters.'],
  [{ ...opening, title: ' ' }, 'bad-input', 'title', 'The title is empty. Fill in the title.'],
  [
    { ...opening, client: '😀'.repeat(201) },
    'bad-input',
    'client',
    'The client’s name is too long. Keep it to 200 characters.',
  ],
  [{ ...opening, client: long }, 'bad-input', 'client', 'The client’s name is too long. Keep it to 200 characters.'],
  [
    { ...opening, milestones: [{ title: 'M', amount: 1.5 }] },
    'bad-amount',
    'milestones.0.amount',
    'The amount of milestone 1 is not a whole number of the currency’s smallest unit. Use no more decimals than the currency has.',
  ],
  [
    { ...opening, milestones: [{ title: 'M', amount: 1, color: 'red' }] },
    'bad-input',
    'milestones.0.color',
    'There is nothing called “color” here. Leave it out, or check its spelling.',
  ],
  [
    { ...opening, policy: { clientFeeBp: 10_001 } },
    'bad-input',
    'policy.clientFeeBp',
    'The client’s fee is out of range. The most it can be is 100%, which is 10,000 basis points.',
  ],
  [
    { ...opening, policy: { reviewDays: -1 } },
    'bad-input',
    'policy.reviewDays',
    'The number of review days is out of range. The least it can be is 0.',
  ],
  [
    { ...opening, policy: { minimum: 0 } },
    'bad-input',
    'policy.minimum',
    'The minimum of a milestone is out of range. It must be more than zero.',
  ],
  [
    { ...opening, policy: { contractFee: -1 } },
    'bad-input',
    'policy.contractFee',
    'The contract fee is out of range. It cannot be less than zero.',
  ],
  [
    { ...opening, policy: { reviewDays: 1.5 } },
    'bad-input',
    'policy.reviewDays',
    'The number of review days is not a whole number. Give the number of review days as a whole number.',
  ],
  [
    { ...opening, policy: { reviewDays: '5' } },
    'bad-input',
    'policy.reviewDays',
    'The number of review days is not a whole number. Give the number of review days as a whole number.',
  ],
  [
    { ...opening, policy: { feesRefundable: 1 } },
    'bad-input',
    'policy.feesRefundable',
    'The choice of refundable fees is neither true nor false. Give the choice of refundable fees as true or false.',
  ],
  [
    { ...opening, policy: 'Standard' },
    'bad-input',
    'policy',
    'The policy is not a group of fields. Give the policy as an object with its fields.',
  ],
  [
    { ...opening, milestones: 'A' },
    'bad-input',
    'milestones',
    'The list of milestones is not a list. Give the list of milestones as a list.',
  ],
  [
    { ...opening, side: 'both' },
    'bad-input',
    'side',
    'The side that keeps the book is not one of the choices. Choose one of these: client, freelancer.',
  ],
  [
    { ...opening, milestones: Array(1_001).fill({ title: 'M', amount: 1 }) },
    'bad-input',
    'milestones',
    'The list of milestones has too many items. Keep it to 1,000 items.',
  ],
]

test.each(WRONG.map(([input, code, field, message]) => ({ input, code, field, message })))(
  '$field: $message',
  ({ input, code, field, message }) => {
    const refusal = refusalOf(input)
    expect(refusal).toMatchObject({ code, field })
    expect(answerError(refusal, { locale: 'en', decimals: 2 }).message).toBe(message)
  },
)

test('the refusal of a query, or of a command in one, names the field by its own path', () => {
  expect(refusalOf({ type: 'contracts', limit: 201 }, querySchema)).toMatchObject({ code: 'bad-input', field: 'limit' })
  expect(refusalOf({ type: 'preview', command: { type: 'x' } }, querySchema)).toMatchObject({
    code: 'bad-input',
    field: 'command.type',
  })
  expect(refusalOf({ type: 'plan', amount: 1, currency: 'USD', milestones: [] }, querySchema)).toMatchObject({
    variant: 'too-few',
    field: 'milestones',
  })
})

test('a refusal names a field by its meaning in that command or query', () => {
  const said = (message: { type: string }, schema: z.ZodType): string =>
    answerError(refusalOf(message, schema), { locale: 'en', decimals: 2 }, message.type).message
  expect(said({ type: 'rename-party', from: 'Ada', to: '' } as { type: string }, commandSchema)).toBe(
    'The new name is empty. Fill in the new name.',
  )
  expect(
    said({ type: 'report', by: 'month', currency: 'USD', to: '2026-02-30' } as { type: string }, querySchema),
  ).toBe('The last day is not a day in the calendar. Enter a real day as year, month and day.')
  expect(said({ type: 'report', by: 'week', currency: 'USD' } as { type: string }, querySchema)).toBe(
    'What the report is summed by is not one of the choices. Choose one of these: month, year, client, freelancer, contract.',
  )
})

test('a character stored as two code units counts as one', () => {
  const named = (client: string) => commandSchema.safeParse({ ...opening, client }).success
  expect(['😀'.repeat(200), '𠮷'.repeat(199), ` ${'x'.repeat(200)} `].map(named)).toEqual([true, true, true])
  expect(
    ['😀'.repeat(201), '𠮷'.repeat(150) + 'x'.repeat(51), 'x'.repeat(201), 'x'.repeat(100_000)].map(named),
  ).toEqual([false, false, false, false])
})
