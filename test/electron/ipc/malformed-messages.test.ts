import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accountCommandSchema } from '../../../shared/account/commands.ts'
import type { Answer, CommandValue } from '../../../shared/api/answers.ts'
import { appCommandSchema, type CommandInput, commandSchema } from '../../../shared/api/app-commands.ts'
import { type QueryInput, querySchema } from '../../../shared/api/queries.ts'
import { escrowCommandSchema } from '../../../shared/contract/commands.ts'
import { newFolder, openBook } from '../../book/fixture.ts'
import { Chance } from '../../properties/chance.ts'
import { callsOn } from './context.ts'
import { malformed } from './malformed.ts'

const MESSAGES = Number(process.env['ESCROWBOOK_MESSAGES'] ?? 20_000)
const SEED = Number(process.env['ESCROWBOOK_SEED'] ?? 20_260_131)
const HONEST_EVERY = 1_000
// Some messages are large, and a soak may run next to other work.
const LIMIT_MS = 60_000 + 30 * MESSAGES
const told = { on: '2026-01-31', reference: 'TX-1', note: 'A note' } as const
const contract = { contractId: 'C0001' } as const
const milestone = { ...contract, milestoneId: 'M1' } as const

// Every command and query with all its fields, as our own page would send it.
const COMMANDS: readonly CommandInput[] = [
  { type: 'take-back-import', import: 2, reference: 'T1', note: 'The wrong file' },
  { type: 'open-account', name: 'Upwork', currency: 'USD', opening: 100, on: '2026-01-05' },
  { type: 'edit-account', accountId: 'A0001', name: 'Upwork USD', opening: 0, archived: false },
  { type: 'receive', accountId: 'A0001', amount: 32_000, fee: 3_200, kind: 'hourly', from: 'Acme Ltd' },
  { type: 'withdraw', accountId: 'A0001', amount: 500, fee: 99, arrived: { currency: 'INR', amount: 41_500 } },
  { type: 'charge', accountId: 'A0001', amount: 100, kind: 'connects', reference: 'T1', note: 'Ten' },
  { type: 'withhold', accountId: 'A0001', amount: 100, kind: 'fee-tax', about: 3 },
  { type: 'adjust', accountId: 'A0001', amount: -100, note: 'Nobody knows' },
  { type: 'reverse-account', accountId: 'A0001', entry: 4 },
  {
    type: 'open-contract',
    title: 'Website',
    client: 'Acme Ltd',
    freelancer: 'Muhammad A.',
    currency: 'USD',
    budget: 35_000,
    policy: { minimum: 500, reviewDays: 14 },
    side: 'client',
    milestones: [{ title: 'Design', amount: 10_000, due: '2026-03-01' }],
    ...told,
  },
  {
    type: 'edit-contract',
    ...contract,
    title: 'Site',
    client: 'Acme',
    freelancer: 'M.',
    budget: 1,
    policy: { refundDays: 3 },
    side: 'freelancer',
    archived: true,
  },
  { type: 'add-milestone', ...contract, title: 'More', amount: 500, due: '2026-03-01', ...told },
  { type: 'edit-milestone', ...milestone, title: 'Less', amount: 500, due: '2026-03-01' },
  { type: 'remove-milestone', ...milestone },
  { type: 'move-milestone', ...milestone, to: 0 },
  { type: 'fund-milestone', ...milestone, amount: 10_000, fee: 300, ...told },
  { type: 'submit-work', ...milestone },
  { type: 'request-changes', ...milestone },
  { type: 'release', ...milestone, amount: 4_000, fee: 0, ...told },
  { type: 'bonus', ...contract, amount: 100, fee: 0 },
  { type: 'return-payment', ...contract, amount: 100 },
  { type: 'request-refund', ...milestone, amount: 100, reason: 'A reason' },
  { type: 'approve-refund', ...contract },
  { type: 'decline-refund', ...contract },
  { type: 'cancel-refund', ...contract },
  { type: 'open-dispute', ...milestone, amount: 100, reason: 'A reason' },
  { type: 'resolve-dispute', ...contract, release: 50, refund: 50 },
  { type: 'end-contract', ...contract, refundRemainder: true, by: 'client' },
  { type: 'reverse', ...contract },
  { type: 'annotate', ...contract, entry: 1, reference: 'TX-2', note: 'Another' },
  { type: 'rename-party', from: 'Acme Ltd', to: 'Acme' },
  { type: 'remove-contract', ...contract },
  {
    type: 'correct',
    ...contract,
    entry: 2,
    with: { amount: 100, fee: null, on: '2026-01-31' },
    also: [{ entry: 3, remove: true }],
  },
  { type: 'close-books', until: '2025-12-31' },
  {
    type: 'set-preference',
    theme: 'dark',
    side: 'client',
    preset: 'Standard',
    currency: 'USD',
    numberFormat: 'comma',
    dateFormat: 'iso',
    rows: 'compact',
    reminders: true,
  },
  { type: 'back-up' },
  { type: 'restore-backup', id: '1' },
  { type: 'accept-rollback' },
  { type: 'check-export', path: '/nowhere/book.json' },
  { type: 'restore-export', path: '/nowhere/book.json' },
  { type: 'save-year', year: 2026, statements: 'client', path: '/nowhere/2026' },
  { type: 'open-book', folder: '/nowhere' },
  { type: 'move-book', folder: '/nowhere' },
  { type: 'load-sample' },
  { type: 'save-export', format: 'csv', ...contract, from: '2026-01-01', to: '2026-01-31', path: '/nowhere/book.csv' },
  {
    type: 'print-statement',
    ...contract,
    client: 'Acme Ltd',
    from: '2026-01-01',
    to: '2026-01-31',
    path: '/nowhere/statement.pdf',
  },
  { type: 'cancel', job: 'export-1' },
  { type: 'do-again', ...contract },
  {
    type: 'open-under-way',
    title: 'Website',
    client: 'Acme Ltd',
    freelancer: 'Muhammad A.',
    currency: 'USD',
    milestones: [{ title: 'Design', amount: 10_000 }],
    moves: [
      { type: 'fund-milestone', milestoneId: 'M1', on: '2026-01-02' },
      { type: 'release', milestoneId: 'M1', amount: 4_000, ...told },
    ],
    ...told,
  },
  {
    type: 'apply-statement',
    text: 'Date,Amount',
    columns: { date: 'Date', amount: 'Amount', dateOrder: 'day-month-year' },
    ticked: 'sure',
    lines: [2],
    except: [3],
    edited: [{ line: 4, command: { type: 'bonus', ...contract, amount: 100 } }],
  },
]
const QUERIES: readonly QueryInput[] = [
  { type: 'imports', offset: 0, limit: 10 },
  { type: 'accounts', from: '2026-01-01', to: '2026-01-31', offset: 0, limit: 10 },
  {
    type: 'account',
    accountId: 'A0001',
    types: ['release'],
    from: '2026-01-01',
    to: '2026-01-31',
    offset: 0,
    limit: 10,
  },
  {
    type: 'contracts',
    search: 'x',
    status: 'open',
    client: 'Acme Ltd',
    archived: false,
    sort: { by: 'title', descending: true },
    offset: 0,
    limit: 10,
  },
  { type: 'contract', ...contract, offset: 0, limit: 10 },
  { type: 'summary' },
  { type: 'undoable', contractId: 'C0001' },
  { type: 'correctable', entry: 2 },
  { type: 'ledger', ...contract, from: '2026-01-01', to: '2026-01-31', offset: 0, limit: 10 },
  { type: 'escrow-history', currency: 'USD' },
  { type: 'deadlines', within: 7, offset: 0, limit: 10 },
  { type: 'report', by: 'month', currency: 'USD', side: 'client', from: '2026-01-01', to: '2026-01-31' },
  {
    type: 'plan',
    amount: 35_000,
    currency: 'USD',
    milestones: [{ title: 'A', amount: 10_000 }],
    policy: { minimum: 500 },
  },
  { type: 'preview', command: { type: 'release', ...milestone, amount: 100 } },
  {
    type: 'match-statement',
    text: 'Date,Amount',
    columns: { date: 'Date', amount: 'Amount', inCurrency: 'USD' },
    state: 'new',
    offset: 0,
    limit: 10,
  },
  { type: 'export', format: 'csv', ...contract, from: '2026-01-01', to: '2026-01-31' },
  { type: 'year', year: 2026 },
  { type: 'book' },
  { type: 'verify' },
  { type: 'backups' },
  { type: 'preferences' },
  { type: 'parties' },
  { type: 'statement', ...contract, client: 'Acme Ltd', from: '2026-01-01', to: '2026-01-31' },
  { type: 'check-statement', entries: 3, head: 'a'.repeat(64) },
  { type: 'check-paper', sha256: 'a'.repeat(64) },
]

test('every command and query is among those that are malformed', () => {
  const typesOf = (schema: {
    readonly options: readonly { readonly shape: { readonly type: { readonly value: string } } }[]
  }): string[] => schema.options.map(({ shape }) => shape.type.value)
  expect(new Set(COMMANDS.map(({ type }) => type))).toEqual(
    new Set([...typesOf(escrowCommandSchema), ...typesOf(accountCommandSchema), ...typesOf(appCommandSchema)]),
  )
  expect(new Set(QUERIES.map(({ type }) => type))).toEqual(new Set(typesOf(querySchema)))
  for (const command of COMMANDS)
    expect(commandSchema.safeParse(command), command.type).toMatchObject({ success: true })
  for (const query of QUERIES) expect(querySchema.safeParse(query), query.type).toMatchObject({ success: true })
})

test(
  `${MESSAGES} malformed messages: each is refused with a sentence, none reaches the journal, and valid commands are answered throughout (seed ${SEED})`,
  async () => {
    const folder = newFolder()
    const book = await openBook(folder)
    const bugs: unknown[] = []
    const calls = callsOn(book, problem => bugs.push(problem))
    const journal = (): string =>
      createHash('sha256')
        .update(readFileSync(join(folder, 'journal.ndjson')))
        .digest('hex')
    const honest = async (command: CommandInput): Promise<CommandValue> => {
      const answer = (await calls.execute(command)) as Answer<CommandValue>
      if (!answer.ok) throw new Error(`an honest ${command.type} was refused: ${answer.error.message}`)
      return answer.value
    }

    const milestones = Array.from({ length: 3 }, (_, index) => ({ title: `Part ${index}`, amount: 10_000 }))
    await honest({
      type: 'open-contract',
      title: 'Website',
      client: 'Acme Ltd',
      freelancer: 'Muhammad A.',
      currency: 'USD',
      milestones,
    })
    await honest({ type: 'fund-milestone', contractId: 'C0001', milestoneId: 'M1' })
    const before = book.contract('C0001')
    let known = journal()
    const chance = new Chance(SEED)
    const codes = new Map<string, number>()
    for (let index = 1; index <= MESSAGES; index++) {
      const { call, message, wrong } = malformed(chance, COMMANDS, QUERIES)
      const answer = await calls[call](message)
      const where = `message ${index} to ${call}: ${wrong}`
      if (answer.ok) expect.unreachable(`${where} was accepted`)
      const { code, message: sentence } = answer.error
      codes.set(code, (codes.get(code) ?? 0) + 1)
      // Checked by hand: an `expect` for each message would take most of the time.
      if (bugs.length > 0) throw new Error(`${where} is a bug of ours`, { cause: bugs[0] })
      if (!/^[a-z]+(-[a-z]+)*$/.test(code)) expect.unreachable(`${where}: no code but ${code}`)
      if (
        !/^[\p{L}“"'].*[.?]$/su.test(sentence) ||
        sentence.length > 500 ||
        /\[object|undefined|NaN/.test(sentence.replace(wrong, ''))
      )
        expect.unreachable(`${where}: no sentence but ${sentence.slice(0, 300)}`)
      if (index % HONEST_EVERY === 0) {
        expect(journal(), `${where}, or one of the ${HONEST_EVERY} before, changed the journal`).toBe(known)
        expect(book.contract('C0001')?.milestones).toEqual(before?.milestones)
        await honest({ type: 'edit-contract', contractId: 'C0001', title: `Website ${index}` })
        expect(journal()).not.toBe(known)
        known = journal()
      }
    }
    expect([...codes.keys()].sort()).toEqual(['bad-amount', 'bad-date', 'bad-input'])
    expect(Object.keys(Object.prototype), 'no field of a message became one of all objects').toEqual([])
    expect(await book.verify()).toMatchObject({ ok: true, problems: [] })
  },
  LIMIT_MS,
)
