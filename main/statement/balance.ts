import type { IsoDate } from '../../shared/calendar.ts'
import type { EscrowCommandInput } from '../../shared/commands.ts'
import { less, type Minor, sum, ZERO } from '../../shared/money.ts'
import type { StatementFormat } from '../../shared/statement.ts'
import type { MoveKind } from '../book/record-index.ts'
import type { DayNumbers, StandingEntry } from './book-side.ts'
import { type Account, effectOf, movementEffect } from './effects.ts'
import type { Movement } from './movements.ts'
import type { GoodRow } from './rows.ts'

/** The entries that no row is of (`elsewhere`: of a contract the statement does not speak of), and what both sides come to in minor units. */
export interface BookBalance {
  readonly onlyInBook: readonly (StandingEntry & { readonly elsewhere: boolean })[]
  /** What applying a row does to the book's side of the balance, by line; none for rows of another currency. */
  readonly effects: ReadonlyMap<number, Minor>
  readonly balance: { readonly statement: Minor; readonly book: Minor; readonly currency: string; readonly decimals: number; readonly of: Account }
}

interface Found {
  readonly entry?: number
  readonly contractId?: string
  readonly command?: EscrowCommandInput
}

/** What the balance is struck from. `found` is what became of each row, by line. */
interface Balancing {
  readonly format: StatementFormat
  readonly good: readonly GoodRow[]
  readonly movements: readonly Movement[]
  readonly near: readonly StandingEntry[]
  readonly used: ReadonlyMap<number, unknown>
  readonly found: ReadonlyMap<number, Found>
  readonly days: DayNumbers
  readonly span: { readonly from: IsoDate; readonly to: IsoDate } | undefined
}

/**
 * What both sides come to, in the currency of most rows, and the entries that no row is of. The book's side counts what rows were found to be, and what else its
 * contracts moved on the statement's days: so the difference is explained by the new rows, the entries of no row, and where amounts differ.
 */
export function balanceOf({ format, good, movements, near, used, found, days, span }: Balancing): BookBalance {
  const currency = mostOf(good.map(row => row.currency)) ?? 'USD'
  const decimals = good.find(row => row.currency === currency)?.decimals ?? 2
  const of: Account = format === 'escrowbook' ? 'escrow' : accountOf(movements, near, used)
  const touched = new Set<string>()
  for (const { contractId } of found.values()) if (contractId !== undefined) touched.add(contractId)
  const [from, to] = span === undefined ? [0, -1] : [days.of(span.from), days.of(span.to)]
  const onlyInBook = near
    .filter(({ entry, day, move }) => !used.has(entry) && day >= from && day <= to && isListed(move, of, movements))
    .map(entry => ({ ...entry, elsewhere: touched.size > 0 && !touched.has(entry.contract.id) }))
    .sort((one, other) => Number(one.elsewhere) - Number(other.elsewhere) || one.day - other.day || one.entry - other.entry)
  const kinds = new Map(near.map(({ entry, move }) => [entry, move.kind]))
  let ours: Minor = ZERO
  let theirs: Minor = ZERO
  for (const { entry, contract, move } of near) if (used.has(entry) && contract.currency === currency) ours = sum(ours, effectOf(move, of))
  for (const { contract, move, elsewhere } of onlyInBook) if (!elsewhere && contract.currency === currency) ours = sum(ours, effectOf(move, of))
  if (of === 'escrow') {
    for (const row of good) if (row.currency === currency) theirs = sum(theirs, row.amount)
  } else
    for (const movement of movements)
      if (movement.main.currency === currency)
        theirs = sum(
          theirs,
          effectIn(movement, found, entry => kinds.get(entry)),
        )
  const effects = new Map<number, Minor>()
  const entries = new Map(near.map(({ entry, move }) => [entry, move]))
  for (const movement of movements) {
    const { line } = movement.main
    const row = found.get(line)
    if (movement.main.currency !== currency || row?.command === undefined || row.command.type === 'annotate') continue
    const after = of === 'escrow' ? movement.main.amount : effectIn(movement, found, entry => kinds.get(entry))
    const standing = row.entry === undefined ? undefined : entries.get(row.entry)
    effects.set(line, standing === undefined ? after : less(after, effectOf(standing, of)))
  }
  return { onlyInBook, effects, balance: { statement: theirs, book: ours, currency, decimals, of } }
}

/** What a charge is, a deposit or a payment out of escrow, its entry or its own command tells. */
function effectIn(movement: Movement, found: ReadonlyMap<number, Found>, kindOf: (entry: number) => MoveKind | undefined): Minor {
  const { entry, command } = found.get(movement.main.line) ?? {}
  const isRelease = entry === undefined ? command?.type === 'release' : kindOf(entry) === 'release'
  return movement.kind === 'charge' && isRelease ? ZERO : movementEffect(movement)
}

function isListed(move: StandingEntry['move'], of: Account, movements: readonly Movement[]): boolean {
  if (of === 'escrow' || effectOf(move, of) !== 0) return true
  return move.kind === 'release' && movements.some(({ kind }) => kind === 'release' || kind === 'charge')
}

/** Whose account it is: what most rows say, else whose books the entries that were found are kept by. */
function accountOf(movements: readonly Movement[], near: readonly StandingEntry[], used: ReadonlyMap<number, unknown>): Account {
  const told = mostOf(movements.flatMap(({ side }) => side ?? []))
  return (
    told ??
    mostOf(near.filter(({ entry }) => used.has(entry)).map(({ contract }) => contract.side)) ??
    mostOf(near.map(({ contract }) => contract.side)) ??
    'client'
  )
}

function mostOf<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}
