import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { accountCommandSchema } from '../../../shared/account/commands.ts'
import { appCommandSchema, commandSchema } from '../../../shared/api/app-commands.ts'
import { querySchema } from '../../../shared/api/queries.ts'
import { escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { policySchema } from '../../../shared/contract/policy.ts'

/**
 * The messages that scripts send: each field by its name, with `?` if optional. They stay from
 * version to version, so a change here breaks scripts.
 */
const RULEBOOK: Readonly<Record<string, string>> = {
  'open-contract': 'title client freelancer currency budget? policy? side? account? milestones',
  'edit-contract': 'contractId title? client? freelancer? budget? policy? side? account? archived?',
  'add-milestone': 'contractId title amount due?',
  'edit-milestone': 'contractId milestoneId title? amount? due?',
  'remove-milestone': 'contractId milestoneId',
  'move-milestone': 'contractId milestoneId to',
  'fund-milestone': 'contractId milestoneId amount? fee?',
  'submit-work': 'contractId milestoneId',
  'request-changes': 'contractId milestoneId',
  release: 'contractId milestoneId? amount fee?',
  bonus: 'contractId amount fee?',
  'return-payment': 'contractId amount',
  'request-refund': 'contractId amount milestoneId? reason?',
  'approve-refund': 'contractId',
  'decline-refund': 'contractId',
  'cancel-refund': 'contractId',
  'open-dispute': 'contractId amount milestoneId? reason?',
  'resolve-dispute': 'contractId release refund',
  'end-contract': 'contractId refundRemainder? by?',
  'remove-contract': 'contractId',
  reverse: 'contractId',
  annotate: 'contractId entry',
  'rename-party': 'from to',
}
/** The fields that every command of the rulebook may carry. */
const TOLD = 'on? reference? note?'

/** The commands of accounts; each may carry the fields of `TOLD`. */
const ACCOUNTS: Readonly<Record<string, string>> = {
  'open-account': 'name currency opening?',
  'edit-account': 'accountId name? opening? archived?',
  receive: 'accountId amount fee? kind from?',
  withdraw: 'accountId amount fee? arrived?',
  charge: 'accountId amount kind',
  withhold: 'accountId amount kind about?',
  adjust: 'accountId amount',
  'reverse-account': 'accountId entry',
}

const APP: Readonly<Record<string, string>> = {
  'set-preference':
    'theme? side? preset? ownPresets? currency? numberFormat? dateFormat? rows? reminders? statementColumns?',
  'back-up': '',
  'restore-backup': 'id',
  'accept-rollback': '',
  'open-book': 'folder?',
  'move-book': 'folder?',
  'load-sample': '',
  'save-export': 'format contractId? from? to? path?',
  'check-export': 'path?',
  'restore-export': 'path',
  'print-statement': 'contractId? client? from? to? path?',
  'save-year': 'year statements? path?',
  'open-under-way':
    'title client freelancer currency budget? policy? side? account? milestones moves on? reference? note?',
  'do-again': 'contractId',
  'apply-statement': 'file? statement? text? columns? ticked? lines? except? edited?',
  cancel: 'job',
}

const QUERIES: Readonly<Record<string, string>> = {
  contracts: 'search? status? stage? client? currency? archived? sort? offset? limit?',
  contract: 'contractId offset? limit?',
  accounts: 'from? to? offset? limit?',
  account: 'accountId types? from? to? offset? limit?',
  summary: '',
  undoable: 'contractId?',
  correctable: 'entry',
  ledger: 'contractId? from? to? offset? limit?',
  'escrow-history': 'currency',
  deadlines: 'within? offset? limit?',
  report: 'by currency from? to? side?',
  plan: 'amount currency milestones policy?',
  preview: 'command',
  'match-statement': 'text? statement? columns? encoding? state? folded? ticked? lines? except? edited? offset? limit?',
  imports: 'offset? limit?',
  export: 'format contractId? from? to?',
  year: 'year',
  book: '',
  verify: '',
  backups: '',
  preferences: '',
  parties: '',
  statement: 'contractId? client? from? to?',
  'check-statement': 'entries head',
  'check-paper': 'sha256',
}

type Shape = Readonly<Record<string, z.core.SomeType>>

function fieldsOf(shape: Shape): string[] {
  return Object.entries(shape)
    .filter(([name]) => name !== 'type')
    .map(([name, field]) => ((field as z.ZodType).safeParse(undefined).success ? `${name}?` : name))
    .sort()
}

/** The name and fields of each message in a union. */
function fieldsByType(
  options: readonly { readonly shape: Shape & { readonly type: { readonly value: string } } }[],
): Record<string, string[]> {
  return Object.fromEntries(options.map(({ shape }) => [shape.type.value, fieldsOf(shape)]))
}

const named = (fields: string): string[] => fields.split(' ').filter(Boolean).sort()
const table = (fields: Readonly<Record<string, string>>, more = ''): Record<string, string[]> =>
  Object.fromEntries(Object.entries(fields).map(([type, own]) => [type, named(`${own} ${more}`)]))

describe('the names and fields that scripts rely on stay the same', () => {
  test('of the commands of the rulebook', () => {
    expect(fieldsByType(escrowCommandSchema.options)).toEqual({
      ...table(RULEBOOK, TOLD),
      ...table({
        correct: 'contractId entry with? remove? also? on?',
        'close-books': 'until note? reference?',
        'take-back-import': 'import note? reference?',
      }),
    })
  })

  test('of the commands of accounts', () => {
    expect(fieldsByType(accountCommandSchema.options)).toEqual(table(ACCOUNTS, TOLD))
  })

  test('of the commands of the app', () => {
    expect(fieldsByType(appCommandSchema.options)).toEqual(table(APP))
  })

  test('of the queries', () => {
    expect(fieldsByType(querySchema.options)).toEqual(table(QUERIES))
  })

  test('of a policy, and of the milestones of an opening and of a plan', () => {
    expect(fieldsOf(policySchema.shape)).toEqual(
      named(
        'funding minimum reviewDays refundDays disputeDays availableDays refundOnlyAtEnd clientFeeBp clientFeePlus clientFeeLeast clientFeeMost clientFeeUnder clientFeeUnderPlus clientFeeOn freelancerFeeBp freelancerFeePlus freelancerFeeLeast freelancerFeeMost freelancerFeeUnder freelancerFeeUnderPlus freelancerFeeOn contractFee feesRefundable',
      ),
    )
    const [opening] = escrowCommandSchema.options
    expect(fieldsOf(opening.shape.milestones.element.shape)).toEqual(named('title amount due?'))
    const plan = querySchema.options.find(option => option.shape.type.value === 'plan')
    expect(plan && 'milestones' in plan.shape && fieldsOf(plan.shape.milestones.element.shape)).toEqual(
      named('title? amount'),
    )
  })
})

describe('messages are strict', () => {
  test.each([...Object.keys(RULEBOOK), ...Object.keys(ACCOUNTS), ...Object.keys(APP)])(
    'an unknown field of the command %s is refused',
    type => {
      expect(commandSchema.safeParse({ type, surprise: 1 }).error?.issues).toContainEqual(
        expect.objectContaining({ code: 'unrecognized_keys', keys: ['surprise'] }),
      )
    },
  )

  test.each(Object.keys(QUERIES))('an unknown field of the query %s is refused', type => {
    expect(querySchema.safeParse({ type, surprise: 1 }).error?.issues).toContainEqual(
      expect.objectContaining({ code: 'unrecognized_keys', keys: ['surprise'] }),
    )
  })

  test('null clears the optional fields of an edit, and no others', () => {
    const takes = (message: object): boolean => commandSchema.safeParse(message).success
    const contract = { contractId: 'C0001' }
    expect(takes({ type: 'edit-contract', ...contract, budget: null })).toBe(true)
    expect(takes({ type: 'edit-milestone', ...contract, milestoneId: 'M1', due: null })).toBe(true)
    expect(takes({ type: 'annotate', ...contract, entry: 1, reference: null, note: null })).toBe(true)
    expect(takes({ type: 'edit-contract', ...contract, title: null })).toBe(false)
    expect(takes({ type: 'edit-milestone', ...contract, milestoneId: 'M1', amount: null })).toBe(false)
    expect(takes({ type: 'reverse', ...contract, note: null })).toBe(false)
  })

  test.each(Object.entries(QUERIES).filter(([, fields]) => fields.includes('limit?')))(
    'a page of %s has at most 200 rows',
    (type, fields) => {
      const needed = {
        ...(fields.includes('contractId ') && { contractId: 'C0001' }),
        ...(fields.includes('accountId ') && { accountId: 'A0001' }),
      }
      const takes = (page: object): boolean => querySchema.safeParse({ type, ...needed, ...page }).success
      expect([1, 200, 201, 0].map(limit => takes({ limit }))).toEqual([true, true, false, false])
      expect([0, 1, -1, 1.5].map(offset => takes({ offset }))).toEqual([true, true, false, false])
    },
  )
})

test('docs/api.md documents every message with all of its fields', () => {
  const rows = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('| `'))
  const untold = Object.entries({ ...RULEBOOK, ...ACCOUNTS, ...APP, ...QUERIES }).flatMap(([type, fields]) => {
    const row = rows.find(line => line.split('|')[1]?.includes(`\`${type}\``)) ?? ''
    // Paging fields are documented once for all lists.
    const own = named(fields).filter(field => field !== 'offset?' && field !== 'limit?')
    const missing = own.filter(field => !new RegExp(`\\b${field.replace('?', '\\??')}`).test(row))
    return row === '' ? [type] : missing.map(field => `${type}: ${field}`)
  })
  expect(untold).toEqual([])
})
