import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { ContractState } from '../../main/escrow/contract/state.ts'
import { beancountWriter } from '../../main/export/beancount.ts'
import { hledgerWriter } from '../../main/export/hledger.ts'
import { PartyNames } from '../../main/export/names.ts'
import { EscrowBalances, type Opening } from '../../main/export/opening.ts'
import type { LedgerRow } from '../../shared/api/ledger.ts'
import { type IsoDate, isoDate } from '../../shared/dates/calendar.ts'
import { toDecimals } from '../../shared/money/money.ts'
import { type AccountingProgram, PROGRAMS } from './accounting-program.ts'
import { type RandomBook, randomBook } from './random-book.ts'

const BOOKS = 6
const COMMANDS_A_BOOK = 250
const LIMIT_MS = 60_000

const folder = mkdtempSync(join(tmpdir(), 'escrowbook-accounting-'))
afterAll(() => rmSync(folder, { recursive: true }))

/**
 * Tries random books. A failure is reproduced by its number and not shrunk: another number is
 * another book.
 */
function forRandomBooks(tryBook: (book: RandomBook) => void): void {
  const drawn = fc.noBias(fc.integer({ min: 0, max: 2 ** 32 - 1 }))
  fc.assert(
    fc.property(drawn, number => tryBook(randomBook(number, COMMANDS_A_BOOK))),
    { numRuns: BOOKS, endOnFailure: true },
  )
}

const isStanding = ({ reverses, reversedBy }: LedgerRow): boolean => reverses === undefined && reversedBy === undefined
const inOrder = (rows: readonly LedgerRow[]): LedgerRow[] =>
  rows.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.entry - b.entry))

/** Returns the balances of escrow accounts after rows. */
function balancesAfter(rows: readonly LedgerRow[]): EscrowBalances {
  const balances = new EscrowBalances()
  for (const row of rows.filter(isStanding)) for (const posting of row.postings) balances.post(row.contractId, posting)
  return balances
}

/** Returns the journal for a program: of the whole book, or from a day on. */
function journalFor({ name }: AccountingProgram, { contracts, rows }: RandomBook, from?: IsoDate): string {
  const before = balancesAfter(rows.filter(({ on }) => from !== undefined && on < from))
  const openings = contracts
    .map(contract => ({ contract, parts: before.of(contract.id) }))
    .filter(({ parts }) => parts.size > 0)
  const opening: Opening | undefined = from === undefined ? undefined : { on: from, balances: openings }
  const written = inOrder(rows.filter(({ on }) => from === undefined || on >= from))
  const first = from ?? written[0]?.on ?? isoDate('2026-01-01')
  if (first === undefined) throw new Error('no day')
  const writer = (name === 'beancount' ? beancountWriter : hledgerWriter)({
    selection: { from },
    contracts,
    parties: new PartyNames(contracts),
    first,
    opening,
  })
  return [...writer.head(), ...written.map(row => writer.row(row)), writer.end()].join('')
}

/** Returns the balance of each escrow account by the contracts' own states; zeros left out. */
function ourBalances(contracts: readonly ContractState[]): Map<string, string> {
  const accounts = contracts.flatMap(({ id, unallocated, milestones, currency, decimals }) =>
    [
      { part: 'Unallocated', held: unallocated },
      ...milestones.map(milestone => ({ part: milestone.id, held: milestone.held })),
    ]
      .filter(({ held }) => held !== 0)
      .map(
        ({ part, held }) =>
          [`Assets:Escrow:${id}:${part}`, `${Number(toDecimals(held, decimals))} ${currency}`] as const,
      ),
  )
  return new Map(accounts)
}

function fileWith(text: string): string {
  const file = join(folder, 'book.journal')
  writeFileSync(file, text)
  return file
}

const byAccount = (balances: ReadonlyMap<string, string>): [string, string][] =>
  [...balances].sort(([a], [b]) => (a < b ? -1 : 1))

/** Returns the text with one minor unit added to the amount at which `place` matches. */
function altered(text: string, place: RegExp): string {
  const found = place.exec(text)
  if (found?.indices?.[1] === undefined) throw new Error('nothing to alter')
  const [from, to] = found.indices[1]
  const amount = text.slice(from, to)
  const digit = Number(amount.at(-1))
  return `${text.slice(0, from)}${amount.slice(0, -1)}${digit === 9 ? 8 : digit + 1}${text.slice(to)}`
}

/** A transaction that pays into escrow, with both its amounts. */
const DEPOSIT = /^ +Income:Client:.*? {2,}-([\d.]+) \w+\n +Assets:Escrow:\S+ +([\d.]+) /dm

for (const program of PROGRAMS) {
  describe.skipIf(!program.isThere)(`with the real ${program.name}`, () => {
    test('random books with awkward names are accepted without a warning, with the same escrow balances as ours', {
      timeout: LIMIT_MS,
    }, () => {
      forRandomBooks(book => {
        const file = fileWith(journalFor(program, book))
        expect(program.refusal(file)).toBeUndefined()
        expect(byAccount(program.escrow(file))).toEqual(byAccount(ourBalances(book.contracts)))
      })
    })

    test('a period opens with the escrow before it, and ends with the same balances', {
      timeout: LIMIT_MS,
    }, () => {
      forRandomBooks(book => {
        const days = inOrder(book.rows).map(({ on }) => on)
        const file = fileWith(journalFor(program, book, days[Math.floor(days.length / 2)]))
        expect(program.refusal(file)).toBeUndefined()
        expect(byAccount(program.escrow(file))).toEqual(byAccount(ourBalances(book.contracts)))
      })
    })

    test('an altered amount is refused, even if both sides of an entry are altered equally', {
      timeout: LIMIT_MS,
    }, () => {
      forRandomBooks(book => {
        const text = journalFor(program, book)
        if (!DEPOSIT.test(text)) return
        const once = altered(text, DEPOSIT)
        expect(program.refusal(fileWith(once))).toBeDefined()
        const both = altered(once, /^ +Income:Client:.*? {2,}-[\d.]+ \w+\n +Assets:Escrow:\S+ +([\d.]+) /dm)
        expect(program.refusal(fileWith(both))).toBeDefined()
      })
    })
  })
}
