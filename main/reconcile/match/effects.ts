import type { Side } from '../../../shared/contract/attributes.ts'
import { less, type Minor, minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { EntryMove } from '../../book/index/move-columns.ts'
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
 * Tells whether a movement of this kind and amount may be this entry, by its gross amount or by the
 * amount that a bank lists as arriving or leaving.
 */
export function shows(
  { kind, amount, refunded, fee, otherFee }: EntryMove,
  shown: MovementKind,
  units: Minor,
): boolean {
  switch (kind) {
    case 'deposit':
      if (shown === 'out') return units === amount || units === amount + fee + otherFee
      return (shown === 'deposit' || shown === 'charge') && units === amount
    case 'release':
      if (shown === 'in') return units === amount || units === amount - fee
      return (shown === 'release' || shown === 'charge') && units === amount
    case 'bonus':
      if (shown === 'in') return units === amount || units === amount - fee
      return (shown === 'bonus' || shown === 'out') && units === amount
    case 'return':
      if (shown === 'return' || shown === 'out') return units === amount || units === amount + fee
      return (shown === 'refund' || shown === 'in') && units === amount
    case 'refund':
      return (shown === 'refund' || shown === 'in') && (units === amount || units === amount - fee - otherFee)
    case 'resolution':
      if (shown === 'release' || shown === 'charge') return units === amount
      return (
        (shown === 'in' || shown === 'refund') &&
        (units === amount || units === amount - fee || units === refunded || units === refunded - otherFee)
      )
  }
}

const SHOWN_AS: Readonly<Record<EntryMove['kind'], readonly MovementKind[]>> = {
  deposit: ['deposit', 'charge', 'out'],
  release: ['release', 'charge', 'in'],
  bonus: ['bonus', 'in', 'out'],
  return: ['return', 'out', 'refund', 'in'],
  refund: ['refund', 'in'],
  resolution: ['release', 'charge', 'in', 'refund'],
}

/** Tells whether a movement of this kind may be this entry, whatever its amount. */
export function mayShow({ kind }: EntryMove, shown: MovementKind): boolean {
  return SHOWN_AS[kind].includes(shown)
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
