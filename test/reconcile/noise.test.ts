import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book } from '../../main/book/book.ts'
import { applyStatement } from '../../main/reconcile/apply.ts'
import { appCommandSchema } from '../../shared/api/app-commands.ts'
import type { EscrowCommandInput } from '../../shared/contract/commands.ts'
import { addDays, type IsoDate } from '../../shared/dates/calendar.ts'
import { toDecimals } from '../../shared/money/money.ts'
import type { StatementMatch } from '../../shared/reconcile/statement.ts'
import { Chance } from '../properties/chance.ts'
import { bookOn } from '../queries/open-book.ts'
import { matched, statementsOf } from './reading.ts'

const TODAY = '2026-11-20' as IsoDate
const FIRST = '2026-01-01' as IsoDate
const RUNS = 12
const LIMIT_MS = 120_000

const CLIENTS = ['Harbour Books', 'Kestrel Inc', 'Northwind', 'Acme Ltd', 'Helio Energy']
const TITLES = ['Website redesign', 'Newsletter', 'Mobile onboarding', 'Site search', 'Help-centre articles', 'Design']
const STRANGERS = ['Oak Street Rentals', 'City Grocer', 'Harbour Cafe', 'Acme Hardware', 'Kestrel Air', 'Design Museum']
const COLUMNS = {
  date: 'Date',
  name: 'Name',
  description: 'Details',
  id: 'Reference',
  kind: 'Type',
  status: 'Status',
  amount: 'Amount',
  inCurrency: 'USD',
} as const
const HEAD = 'Date,Name,Details,Reference,Type,Status,Amount'

/** A row of a bank's statement, and whether it is a payment of a contract. */
interface Row {
  readonly text: string
  readonly isTrue: boolean
  readonly amount: number
}

/**
 * A freelancer's contracts, and the rows that a bank lists for their payments, with noise between
 * them.
 */
function worldOf(chance: Chance): { readonly openings: readonly EscrowCommandInput[]; readonly rows: readonly Row[] } {
  const openings: EscrowCommandInput[] = []
  const rows: Row[] = []
  const dated: { readonly day: number; readonly row: Row }[] = []
  let serial = 100_000
  for (const [index, client] of CLIENTS.entries()) {
    const title = TITLES[index] ?? 'Work'
    const milestones = Array.from({ length: chance.between(1, 4) }, (_, i) => ({
      title: `Part ${i + 1}`,
      amount: chance.between(50, 900) * 100 + chance.between(0, 99),
    }))
    openings.push({
      type: 'open-contract',
      title,
      client,
      freelancer: 'Priya Nair',
      side: 'freelancer',
      currency: 'USD',
      on: FIRST,
      milestones,
    })
    let day = chance.between(0, 30)
    for (const { amount } of milestones) {
      day += chance.between(7, 40)
      // Some banks have a customer's reference, the same for each of its payments.
      const reference = chance.between(0, 2) === 0 ? `CUST ${title}` : `FP-${++serial}`
      const details = chance.between(0, 1) === 0 ? `Invoice ${++serial}` : `Invoice for ${title}`
      dated.push({ day, row: rowOf(day, [client, details, reference, 'Payment', 'Completed'], amount, true) })
    }
  }
  for (let i = 0; i < chance.between(10, 25); i++) {
    const day = chance.between(0, 250)
    const amount = chance.between(5, 900) * 100 * (chance.between(0, 1) === 0 ? -1 : 1)
    const noise = [
      [
        STRANGERS[chance.between(0, STRANGERS.length - 1)] ?? '',
        `Card ${chance.between(1, 9)}`,
        `FP-${++serial}`,
        'Payment',
        'Completed',
      ],
      ['', 'To savings', `FP-${++serial}`, 'Internal transfer', 'Completed'],
      ['Harbour Books', 'Invoice', `FP-${++serial}`, 'Payment', 'Pending'],
      ['Priya Nair', 'Own account', 'CUST Newsletter', 'Payment', 'Completed'],
      ['', 'Website hosting', 'NONREF', 'Payment', 'Completed'],
    ][chance.between(0, 4)] as string[]
    dated.push({ day, row: rowOf(day, noise, amount, false) })
  }
  dated.sort((one, other) => one.day - other.day)
  rows.push(...dated.map(({ row }) => row))
  return { openings, rows }
}

const rowOf = (day: number, cells: readonly string[], amount: number, isTrue: boolean): Row => ({
  text: [addDays(FIRST, day), ...cells, toDecimals(amount as never, 2)].join(','),
  isTrue,
  amount,
})

const fileOf = (rows: readonly Row[]): string => [HEAD, ...rows.map(({ text }) => text)].join('\n')

const read = (book: Book, rows: readonly Row[]): Promise<StatementMatch> =>
  matched(statementsOf(book, TODAY), fileOf(rows), { columns: COLUMNS, limit: 200 })

async function applySure(book: Book, rows: readonly Row[]): Promise<number> {
  const command = appCommandSchema.parse({
    type: 'apply-statement',
    text: fileOf(rows),
    columns: COLUMNS,
    ticked: 'sure',
  })
  const outcome = await applyStatement(book, statementsOf(book, TODAY), command as never)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
  return outcome.value.recorded
}

const bookOf = (openings: readonly EscrowCommandInput[]): Promise<Book> => bookOn(TODAY, ...openings)

const received = (book: Book): number =>
  [...book.contracts()].reduce((total, { released, bonuses }) => total + released + bonuses, 0)
const earned = (rows: readonly Row[]): number =>
  rows.reduce((total, { isTrue, amount }) => total + (isTrue ? amount : 0), 0)

test('of a bank’s statement no row of the noise is ever sure, nearly every payment is, and “after” is what the book then has', {
  timeout: LIMIT_MS,
}, async () => {
  let [all, sure] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.nat(), async seed => {
      const { openings, rows } = worldOf(new Chance(seed))
      const book = await bookOf(openings)
      const match = await read(book, rows)
      const isSure = (index: number): boolean => match.rows[index]?.sure === true
      expect(rows.flatMap((row, index) => (!row.isTrue && isSure(index) ? [match.rows[index]] : []))).toEqual([])
      all += rows.filter(({ isTrue }) => isTrue).length
      sure += rows.filter((row, index) => row.isTrue && isSure(index)).length
      await applySure(book, rows)
      // To the cent: the book has what the sure rows of the statement have, and nothing else.
      expect(received(book)).toBe(earned(rows.filter((_, index) => isSure(index))))
      const after = await read(book, rows)
      expect(match.after).toEqual({
        book: after.balance.book,
        difference: after.balance.book - after.balance.statement,
        refused: null,
      })
    }),
    { numRuns: RUNS },
  )
  expect(sure / all).toBeGreaterThanOrEqual(0.95)
})

test('the same file twice, files that overlap and the file of the next month record every payment once', {
  timeout: LIMIT_MS,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async seed => {
      const chance = new Chance(seed)
      const { openings, rows } = worldOf(chance)
      const [from, to] = [chance.between(0, rows.length), chance.between(0, rows.length)].sort((a, b) => a - b)
      const whole = await bookOf(openings)
      await applySure(whole, rows)
      expect(await applySure(whole, rows)).toBe(0)
      const parts = await bookOf(openings)
      for (const file of [rows.slice(0, to), rows.slice(from), rows]) {
        if (file.length === 0) continue
        await applySure(parts, file)
        expect(received(parts)).toBeLessThanOrEqual(earned(rows))
      }
      expect(received(parts)).toBe(received(whole))
    }),
    { numRuns: RUNS },
  )
})
