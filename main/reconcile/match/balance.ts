import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { StatementBalance, StatementFormat } from '../../../shared/reconcile/statement.ts'
import type { EntryMove, MoveKind } from '../../book/index/move-columns.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import type { Slices } from '../../scheduling/slices.ts'
import type { GoodRow } from '../read/row.ts'
import { type BookSide, numberOfContract, type StatementSpan } from './book-side.ts'
import type { Decision } from './decision.ts'
import { type Account, effectOf, movementEffect } from './effects.ts'
import type { Movement } from './movement.ts'
import { type Placed, takenBy } from './stage.ts'

/** The entries that no row was matched to, and the balance of both sides. */
export interface BookBalance {
  /** Sorted by day, with entries of contracts that the statement mentions first. */
  readonly onlyInBook: readonly number[]
  /** The index of the first entry whose contract the statement does not mention. */
  readonly elsewhereFrom: number
  /**
   * The change to the book's side of the balance when a row is applied, in minor units, by line;
   * absent for rows in another currency.
   */
  readonly effects: ReadonlyMap<number, Minor>
  readonly balance: StatementBalance
}

/** Everything the balance is computed from. */
interface Balancing {
  readonly format: StatementFormat
  readonly good: readonly GoodRow[]
  readonly movements: readonly Movement[]
  readonly placed: readonly Placed[]
  readonly side: BookSide
  readonly span: StatementSpan | undefined
  /** The entries near the statement's days. */
  readonly near: readonly number[]
  readonly slices: Slices
}

/** The account and currency of a balance. */
interface Measure {
  readonly of: Account
  readonly currency: string
}

/**
 * Computes the balance in the currency of most rows. The book's side counts the entries that rows
 * were matched to, and everything else their contracts moved on the statement's days. The
 * difference is then explained by new rows, entries without a row, and unequal amounts.
 */
export async function balanceOf(balancing: Balancing): Promise<BookBalance> {
  const { format, good, movements, placed, side } = balancing
  const currency = mostOf(good.map(row => row.currency)) ?? 'USD'
  const decimals = good.find(row => row.currency === currency)?.decimals ?? 2
  const taken = takenBy(placed)
  const of = format === 'escrowbook' ? 'escrow' : accountOf(movements, placed, side)
  const measure = { of, currency }
  const onRows = await totalOf(taken, balancing, measure)
  const { here, elsewhere, total } = await onlyInBookOf(taken, balancing, measure)
  const { statement, effects, missing } = await rowsOf(balancing, measure)
  const book = sum(onRows, total)
  const rest = less(book, statement, missing.new, missing.proposed, missing.differs, total)
  return {
    onlyInBook: [...here, ...elsewhere],
    elsewhereFrom: here.length,
    effects,
    balance: { statement, book, currency, decimals, of, because: { ...missing, onlyInBook: total, rest } },
  }
}

const contractOf = ({ moves, contracts }: BookSide, entry: number): ContractState | undefined =>
  contracts[moves.contractNumberOf(entry)]

/** The total of the entries that rows were matched to, in minor units. */
async function totalOf(
  taken: ReadonlySet<number>,
  { side, slices }: Balancing,
  { of, currency }: Measure,
): Promise<Minor> {
  let total: Minor = ZERO
  for (const entry of taken) {
    const move = side.moves.moveOf(entry)
    if (move !== undefined && side.moves.isStandingMove(entry) && contractOf(side, entry)?.currency === currency)
      total = sum(total, effectOf(move, of))
    if (slices.areOver) await slices.next()
  }
  return total
}

/** The entries on the statement's days that no row was matched to. */
interface OnlyInBook {
  readonly here: readonly number[]
  readonly elsewhere: readonly number[]
  /** The total of the contracts that the statement mentions, in minor units. */
  readonly total: Minor
}

async function onlyInBookOf(
  taken: ReadonlySet<number>,
  { movements, placed, side, span, near, slices }: Balancing,
  { of, currency }: Measure,
): Promise<OnlyInBook> {
  const mentioned = new Set(placed.flatMap(({ decision }) => decision.contractId ?? []))
  const listsReleases = movements.some(({ kind }) => kind === 'release' || kind === 'charge')
  const here = new Map<number, number[]>()
  const elsewhere = new Map<number, number[]>()
  let total: Minor = ZERO
  for (const entry of near) {
    if (slices.areOver) await slices.next()
    const day = side.moves.dayNumberOf(entry)
    if (span === undefined || day < span.from || day > span.to || taken.has(entry)) continue
    const move = side.moves.moveOf(entry)
    const contract = contractOf(side, entry)
    if (move === undefined || contract === undefined || !isListed(move, of, listsReleases)) continue
    const isHere = mentioned.size === 0 || mentioned.has(contract.id)
    const list = isHere ? here : elsewhere
    const sameDay = list.get(day)
    if (sameDay === undefined) list.set(day, [entry])
    else sameDay.push(entry)
    if (isHere && contract.currency === currency) total = sum(total, effectOf(move, of))
  }
  return { here: byDay(here), elsewhere: byDay(elsewhere), total }
}

const byDay = (days: ReadonlyMap<number, readonly number[]>): readonly number[] =>
  [...days].sort(([one], [other]) => one - other).flatMap(([, entries]) => entries)

/** The totals of the statement's rows, in minor units. */
interface RowTotals {
  readonly statement: Minor
  /** By line: see `BookBalance`. */
  readonly effects: ReadonlyMap<number, Minor>
  /** The amount that the book lacks, by the state of the rows. */
  readonly missing: Readonly<Record<'new' | 'proposed' | 'differs', Minor>>
}

async function rowsOf(
  { good, movements, placed, side, slices }: Balancing,
  { of, currency }: Measure,
): Promise<RowTotals> {
  const decisions = new Map(placed.map(({ row, decision }) => [row.line, decision]))
  let statement: Minor = ZERO
  if (of === 'escrow') for (const row of good) if (row.currency === currency) statement = sum(statement, row.amount)
  const effects = new Map<number, Minor>()
  const missing = { new: ZERO, proposed: ZERO, differs: ZERO }
  for (const movement of movements) {
    const { line, amount, currency: own } = movement.main
    if (own !== currency) continue
    const decision = decisions.get(line)
    if (decision?.isForeign === true) continue
    const move = decision?.entry === undefined ? undefined : side.moves.moveOf(decision.entry)
    const effect = effectIn(movement, decision, move?.kind)
    if (of !== 'escrow') statement = sum(statement, effect)
    const after = of === 'escrow' ? amount : effect
    const recorded = decision?.recorded?.[of] ?? after
    const change = move === undefined ? after : less(after, effectOf(move, of))
    if (decision?.state === 'new' || decision?.state === 'proposed' || decision?.state === 'differs')
      missing[decision.state] = less(missing[decision.state], change)
    if (decision?.command !== undefined && decision.command.type !== 'annotate')
      effects.set(line, move === undefined ? recorded : change)
    if (slices.areOver) await slices.next()
  }
  return { statement, effects, missing }
}

/** A charge may be a deposit or a payment out of escrow; its entry or its command tells which. */
function effectIn(movement: Movement, decision: Decision | undefined, kind: MoveKind | undefined): Minor {
  const isRelease = kind === undefined ? decision?.command?.type === 'release' : kind === 'release'
  return movement.kind === 'charge' && isRelease ? ZERO : movementEffect(movement)
}

function isListed(move: EntryMove, of: Account, listsReleases: boolean): boolean {
  return of === 'escrow' || effectOf(move, of) !== 0 || (move.kind === 'release' && listsReleases)
}

/** The account that most rows state, or else the side that keeps most of their contracts. */
function accountOf(movements: readonly Movement[], placed: readonly Placed[], { contracts }: BookSide): Account {
  const stated = mostOf(movements.flatMap(movement => movement.side ?? []))
  const ids = placed.flatMap(({ decision }) => decision.contractId ?? [])
  const kept = stated ?? mostOf(ids.flatMap(id => contracts[numberOfContract(id)]?.side ?? []))
  return kept ?? mostOf(contracts.flatMap(contract => contract?.side ?? [])) ?? 'client'
}

function mostOf<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}
