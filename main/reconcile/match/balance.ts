import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { RowState, StatementBalance, StatementFormat } from '../../../shared/reconcile/statement.ts'
import type { EntryMove, MoveKind } from '../../book/index/move-columns.ts'
import type { ContractState } from '../../escrow/contract/state.ts'
import type { Slices } from '../../scheduling/slices.ts'
import type { GoodRow } from '../read/row.ts'
import type { BookSide, StatementSpan } from './book-side.ts'
import { type Account, effectOf, movementEffect } from './effects.ts'
import type { Movement } from './movements.ts'

/** The entries that no row is of, and what both sides come to in minor units. */
export interface BookBalance {
  readonly onlyInBook: readonly number[]
  /** From which place in it on the entries are of contracts the statement does not speak of. */
  readonly elsewhereFrom: number
  /**
   * What applying a row does to the book's side of the balance, by line; none for rows of another
   * currency.
   */
  readonly effects: ReadonlyMap<number, Minor>
  readonly balance: StatementBalance
}

interface Found {
  readonly entry?: number
  readonly contractId?: string
  readonly command?: EscrowCommandInput
  readonly state: RowState
}

/**
 * What the balance is struck from. `found` is what became of each row, by line; `used` has the
 * entries that rows were found to be.
 */
interface Balancing {
  readonly format: StatementFormat
  readonly good: readonly GoodRow[]
  readonly movements: readonly Movement[]
  readonly side: BookSide
  readonly used: ReadonlyMap<number, unknown>
  readonly found: ReadonlyMap<number, Found>
  readonly span: StatementSpan | undefined
  /** The entries near the statement's days. */
  readonly near: readonly number[]
  readonly slices: Slices
}

/**
 * What both sides come to, in the currency of most rows, and the entries that no row is of. The
 * book's side counts what rows were found to be, and what else its contracts moved on the
 * statement's days: so the difference is explained by the new rows, the entries of no row, and
 * where amounts differ.
 */
export async function balanceOf({
  format,
  good,
  movements,
  side,
  used,
  found,
  span,
  near,
  slices,
}: Balancing): Promise<BookBalance> {
  const { moves, contracts } = side
  const currency = mostOf(good.map(row => row.currency)) ?? 'USD'
  const decimals = good.find(row => row.currency === currency)?.decimals ?? 2
  const contractOf = (entry: number): ContractState | undefined => contracts[moves.contractNumberOf(entry)]
  const of: Account = format === 'escrowbook' ? 'escrow' : accountOf(movements, [...used.keys()], contractOf)
  const touched = new Set<string>()
  for (const { contractId } of found.values()) if (contractId !== undefined) touched.add(contractId)
  await slices.next()
  const showsReleases = movements.some(({ kind }) => kind === 'release' || kind === 'charge')
  const lists = { here: new Map<number, number[]>(), elsewhere: new Map<number, number[]>() }
  let ours: Minor = ZERO
  let onlyOurs: Minor = ZERO
  for (const entry of used.keys()) {
    const move = moves.moveOf(entry)
    if (move !== undefined && moves.isStandingMove(entry) && contractOf(entry)?.currency === currency)
      ours = sum(ours, effectOf(move, of))
    if (slices.areOver) await slices.next()
  }
  for (const entry of near) {
    if (slices.areOver) await slices.next()
    const day = moves.dayNumberOf(entry)
    if (span === undefined || day < span.from || day > span.to || used.has(entry)) continue
    const move = moves.moveOf(entry)
    const contract = contractOf(entry)
    if (move === undefined || contract === undefined || !isListed(move, of, showsReleases)) continue
    const isHere = touched.size === 0 || touched.has(contract.id)
    const list = isHere ? lists.here : lists.elsewhere
    const sameDay = list.get(day)
    if (sameDay === undefined) list.set(day, [entry])
    else sameDay.push(entry)
    if (isHere && contract.currency === currency) onlyOurs = sum(onlyOurs, effectOf(move, of))
  }
  ours = sum(ours, onlyOurs)
  let theirs: Minor = ZERO
  if (of === 'escrow') for (const row of good) if (row.currency === currency) theirs = sum(theirs, row.amount)
  const effects = new Map<number, Minor>()
  const apart = { new: ZERO, proposed: ZERO, differs: ZERO }
  for (const movement of movements) {
    if (movement.main.currency !== currency) continue
    const row = found.get(movement.main.line)
    const move = row?.entry === undefined ? undefined : moves.moveOf(row.entry)
    const effect = effectIn(movement, row, move?.kind)
    if (of !== 'escrow') theirs = sum(theirs, effect)
    const after = of === 'escrow' ? movement.main.amount : effect
    const missing = move === undefined ? after : less(after, effectOf(move, of))
    if (row?.state === 'new' || row?.state === 'proposed' || row?.state === 'differs')
      apart[row.state] = less(apart[row.state], missing)
    if (row?.command !== undefined && row.command.type !== 'annotate') effects.set(movement.main.line, missing)
    if (slices.areOver) await slices.next()
  }
  const here = byDay(lists.here)
  const onlyInBook = [...here, ...byDay(lists.elsewhere)]
  const rest = less(ours, theirs, apart.new, apart.proposed, apart.differs, onlyOurs)
  const balance = {
    statement: theirs,
    book: ours,
    currency,
    decimals,
    of,
    because: { ...apart, onlyInBook: onlyOurs, rest },
  }
  return { onlyInBook, elsewhereFrom: here.length, effects, balance }
}

const byDay = (days: ReadonlyMap<number, readonly number[]>): readonly number[] =>
  [...days].sort(([one], [other]) => one - other).flatMap(([, entries]) => entries)

/** What a charge is, a deposit or a payment out of escrow, its entry or its own command tells. */
function effectIn(movement: Movement, row: Found | undefined, kind: MoveKind | undefined): Minor {
  const isRelease = kind === undefined ? row?.command?.type === 'release' : kind === 'release'
  return movement.kind === 'charge' && isRelease ? ZERO : movementEffect(movement)
}

function isListed(move: EntryMove, of: Account, showsReleases: boolean): boolean {
  return of === 'escrow' || effectOf(move, of) !== 0 || (move.kind === 'release' && showsReleases)
}

/**
 * Whose account it is: what most rows say, else whose books the entries that were found are kept
 * by.
 */
function accountOf(
  movements: readonly Movement[],
  entries: readonly number[],
  contractOf: (entry: number) => ContractState | undefined,
): Account {
  const told = mostOf(movements.flatMap(({ side }) => side ?? []))
  return told ?? mostOf(entries.flatMap(entry => contractOf(entry)?.side ?? [])) ?? 'client'
}

function mostOf<T>(values: readonly T[]): T | undefined {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, one], [, other]) => other - one)[0]?.[0]
}
