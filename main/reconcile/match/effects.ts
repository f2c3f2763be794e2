import type { Side } from '../../../shared/contract/attributes.ts'
import type { EscrowEvent } from '../../../shared/contract/events.ts'
import { less, type Minor, minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { EntryMove } from '../../book/index/move-columns.ts'
import { postingsOf } from '../../escrow/postings.ts'
import type { Movement, MovementKind } from './movement.ts'

/** The account that a statement shows; Escrowbook's own CSV shows escrow itself. */
export type Account = Side | 'escrow'

/** The change an entry makes to an account, in minor units (rules.md, Postings). */
export function effectOf({ kind, amount, refunded, fee, otherFee }: EntryMove, account: Account): Minor {
  switch (kind) {
    case 'deposit':
      return account === 'client' ? minor(-(amount + fee + otherFee)) : account === 'escrow' ? amount : ZERO
    case 'release':
      return account === 'client' ? ZERO : account === 'escrow' ? minor(-amount) : less(amount, fee)
    case 'bonus':
      return account === 'client' ? minor(-amount) : account === 'escrow' ? ZERO : less(amount, fee)
    case 'return':
      return account === 'client' ? amount : account === 'escrow' ? ZERO : minor(-(amount + fee))
    case 'refund':
      return account === 'client' ? less(amount, fee, otherFee) : account === 'escrow' ? minor(-amount) : ZERO
    case 'resolution':
      return account === 'client'
        ? less(refunded, otherFee)
        : account === 'escrow'
          ? minor(-(amount + refunded))
          : less(amount, fee)
  }
}

/** The change that events make to an account, in minor units, by their postings. */
export function effectOfEvents(events: readonly EscrowEvent[], account: Account): Minor {
  return sum(
    ...postingsOf(events, '')
      .filter(posting => posting.account.startsWith(account))
      .map(({ amount }) => amount),
  )
}

/** The change a movement makes to the account of its statement, in minor units. */
export function movementEffect({ kind, amount, fee, contractFee, side, main }: Movement): Minor {
  const fees = sum(fee ?? ZERO, contractFee ?? ZERO)
  switch (kind) {
    case 'deposit':
    case 'charge':
      return minor(-(amount + fees))
    case 'release':
      return side === 'client' ? ZERO : less(amount, fees)
    case 'bonus':
      return side === 'client' ? minor(-(amount + fees)) : less(amount, fees)
    case 'refund':
      return amount
    case 'return':
      return minor(-amount)
    default:
      return less(main.amount, fees)
  }
}

/**
 * The amounts under which a statement may list an entry as each kind of movement, in minor units:
 * gross, or what arrives at a bank or leaves it.
 */
function shownAs(move: EntryMove): Partial<Record<MovementKind, readonly Minor[]>> {
  const { kind, amount, refunded, fee, otherFee } = move
  const net = less(amount, fee)
  switch (kind) {
    case 'deposit':
      return { deposit: [amount], charge: [amount], out: [amount, sum(amount, fee, otherFee)] }
    case 'release':
      return { release: [amount], charge: [amount], in: [amount, net] }
    case 'bonus':
      return { bonus: [amount], out: [amount], in: [amount, net] }
    case 'return': {
      const paid = [amount, sum(amount, fee)]
      return { return: paid, out: paid, refund: [amount], in: [amount] }
    }
    case 'refund': {
      const arrived = [amount, less(amount, fee, otherFee)]
      return { refund: arrived, in: arrived }
    }
    case 'resolution': {
      const either = [amount, net, refunded, less(refunded, otherFee)]
      return { release: [amount], charge: [amount], in: either, refund: either }
    }
  }
}

/** Tells whether a movement of this kind and amount, in minor units, may be this entry. */
export function shows(move: EntryMove, kind: MovementKind, units: Minor): boolean {
  return shownAs(move)[kind]?.includes(units) ?? false
}

/** Tells whether a movement of this kind may be this entry, whatever its amount. */
export function mayShow(move: EntryMove, kind: MovementKind): boolean {
  return shownAs(move)[kind] !== undefined
}

/** Every amount under which some statement may list an entry, in minor units, each once. */
export function shownAmounts(move: EntryMove): Iterable<Minor> {
  const { amount, fee, otherFee, refunded } = move
  // Fast path: a book has many entries, and most have one amount.
  return fee === 0 && otherFee === 0 && refunded === 0 ? [amount] : new Set(Object.values(shownAs(move)).flat())
}

/**
 * Returns an entry's fee in the book and on the statement, in minor units; undefined if they are
 * equal or the statement has none.
 */
export function feeDifference(
  move: EntryMove,
  { kind, amount, fee, contractFee, side }: Movement,
): { readonly book: Minor; readonly statement: Minor } | undefined {
  if (move.kind === 'deposit' && (kind === 'deposit' || kind === 'charge')) {
    if (fee !== null && fee !== move.fee) return { book: move.fee, statement: fee }
    return contractFee !== null && contractFee !== move.otherFee
      ? { book: move.otherFee, statement: contractFee }
      : undefined
  }
  const isEarning = (move.kind === 'release' || move.kind === 'bonus') && side !== 'client' && kind !== 'out'
  // A bank that lists the net amount, or charges no fee of its own, does not show the platform's
  // fee.
  const showsFee = fee !== null && (kind !== 'in' || (fee !== 0 && amount === move.amount))
  return isEarning && showsFee && fee !== move.fee ? { book: move.fee, statement: fee } : undefined
}
