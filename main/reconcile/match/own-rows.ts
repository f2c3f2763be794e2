import { type Minor, minor, ZERO } from '../../../shared/money/money.ts'
import type { EntryMove } from '../../book/index/move-columns.ts'
import type { EntryMoves } from '../../book/index/record-index.ts'
import type { Slices } from '../../scheduling/slices.ts'
import { type OwnAmounts, type OwnRow, ownRowReader } from '../read/own-csv.ts'
import type { GoodRow } from '../read/row.ts'
import { type DayNumbers, numberOfContract } from './book-side.ts'
import { type Clue, doubt, proof } from './decision.ts'
import { effectOf } from './effects.ts'
import type { Movement, MovementKind } from './movement.ts'
import { type Placed, placedAlone, type Staged } from './stage.ts'

interface OwnMatching {
  readonly header: readonly string[]
  readonly moves: EntryMoves
  readonly days: DayNumbers
  readonly slices: Slices
}

/**
 * Places rows of Escrowbook's own CSV on the entries they were exported from. The rest are the
 * money movements that this book does not have, in date order.
 */
export async function placeOwnRows(
  rows: readonly GoodRow[],
  { header, moves, days, slices }: OwnMatching,
): Promise<Staged<Movement>> {
  const read = ownRowReader(header)
  const placed: Placed[] = []
  const movements: Movement[] = []
  for (const row of rows) {
    if (slices.areOver) await slices.next()
    const own = read(row)
    if (own === undefined) {
      placed.push(placedAlone(row, { state: 'bad', evidence: [doubt({ key: 'statement.bad.own' })], sure: false }))
    } else if (isEntryOf(own, moves, days.of(row.on))) {
      const { entry, contractId } = own
      placed.push(placedAlone(row, { state: 'matched', entry, contractId, evidence: [ownEntry(entry)], sure: false }))
    } else {
      const movement = movementOf(own)
      if (movement !== undefined) movements.push(movement)
      else placed.push(placedAlone(row, { state: 'ignored', evidence: [NO_MONEY], sure: false }))
    }
  }
  const rest = movements.sort(({ main: one }, { main: other }) =>
    one.on === other.on ? 0 : one.on < other.on ? -1 : 1,
  )
  return { placed, rest }
}

const ownEntry = (entry: number): Clue => proof({ key: 'statement.proof.own-entry', params: { entry } })
const NO_MONEY = doubt({ key: 'statement.ignored.own' })

/**
 * True if the row was exported from the book's entry of that number: same contract, day and
 * amounts.
 */
function isEntryOf(own: OwnRow, moves: EntryMoves, dayNumber: number): boolean {
  if (
    own.entry > moves.entries ||
    moves.contractNumberOf(own.entry) !== numberOfContract(own.contractId) ||
    moves.dayNumberOf(own.entry) !== dayNumber
  )
    return false
  const reversed = moves.reversedIn(own.entry)
  if (reversed !== own.reverses) return false
  const move = moves.moveOf(reversed ?? own.entry)
  if (move === undefined) return Object.values(own.amounts).every(amount => amount === ZERO)
  const sign = reversed === undefined ? 1 : -1
  const posted = amountsOf(move)
  return Object.entries(own.amounts).every(
    ([account, amount]) => amount === minor(sign * posted[account as keyof OwnAmounts]),
  )
}

function amountsOf(move: EntryMove): OwnAmounts {
  const { kind, fee, otherFee } = move
  const isClients = kind === 'deposit' || kind === 'refund'
  return {
    client: effectOf(move, 'client'),
    freelancer: effectOf(move, 'freelancer'),
    escrow: effectOf(move, 'escrow'),
    clientFee: isClients ? fee : kind === 'resolution' ? otherFee : ZERO,
    freelancerFee: isClients ? ZERO : fee,
    contractFee: isClients ? otherFee : ZERO,
  }
}

/** The movement of a row from another book's CSV; undefined if it moved no money or was undone. */
function movementOf({ row, title, type, milestoneIds, amounts, isReversed, reverses }: OwnRow): Movement | undefined {
  if (isReversed || reverses !== undefined) return undefined
  const moved = movedBy(type, amounts)
  if (moved === undefined || moved.amount <= 0) return undefined
  const main = { ...row, names: [title], contract: title, text: milestoneIds.at(-1) ?? '' }
  return { main, parts: [], ...moved, side: null }
}

interface Moved {
  readonly kind: MovementKind
  readonly amount: Minor
  readonly fee: Minor
  readonly contractFee: Minor | null
}

function movedBy(
  type: string,
  { client, escrow, clientFee, freelancerFee: fee, contractFee: paid }: OwnAmounts,
): Moved | undefined {
  switch (type) {
    case 'fund-milestone':
      return { kind: 'deposit', amount: escrow, fee: clientFee, contractFee: paid }
    case 'release':
      return { kind: 'release', amount: minor(-escrow), fee, contractFee: null }
    case 'approve-refund':
      return { kind: 'refund', amount: minor(-escrow), fee, contractFee: null }
    case 'bonus':
      return { kind: 'bonus', amount: minor(-client), fee, contractFee: null }
    case 'return-payment':
      return { kind: 'return', amount: client, fee, contractFee: null }
    default:
      return undefined
  }
}
