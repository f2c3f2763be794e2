import type { Side } from '../../../shared/contract/events.ts'
import { less, type Minor, minor, sum, ZERO } from '../../../shared/money/money.ts'
import type { EntryMove } from '../../book/index/move-columns.ts'
import type { Movement, MovementKind } from './movements.ts'

/** Whose account a statement is of; our own CSV is of escrow itself. */
export type Account = Side | 'escrow'

/** What an entry does to an account, in minor units (rules.md, Postings). */
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

/** What a movement of a statement does to the account the statement is of. */
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
 * Whether a movement of this kind and amount may be this entry: gross, or where a bank lists it
 * what really arrives or leaves.
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

/** Whether a movement of this kind may be an entry of that kind at all, whatever the amounts. */
export function mayShow({ kind }: EntryMove, shown: MovementKind): boolean {
  return SHOWN_AS[kind].includes(shown)
}

/**
 * What the book has as the fees of an entry where a statement tells others; undefined where they
 * agree or the statement tells none.
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
  // A bank that lists what arrives, or tells no fee of its own, says nothing of the platform's.
  const tells = fee !== null && (kind !== 'in' || (fee !== 0 && amount === move.amount))
  return isEarning && tells && fee !== move.fee ? { book: move.fee, statement: fee } : undefined
}
