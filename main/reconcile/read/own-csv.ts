import { type Minor, minor, ZERO } from '../../../shared/money/money.ts'
import { amountIn } from '../../../shared/reconcile/written-amount.ts'
import type { EntryMove } from '../../book/index/move-columns.ts'
import type { EntryMoves } from '../../book/index/record-index.ts'
import { CSV_COLUMNS } from '../../export/csv.ts'
import { effectOf } from '../match/effects.ts'
import type { MovementKind } from '../match/movements.ts'
import { titleKey } from './formats.ts'
import type { GoodRow } from './row.ts'

/** A row of our own CSV: which entry it was of which contract, and its amounts in minor units. */
export interface OwnRow {
  readonly row: GoodRow
  readonly entry: number
  readonly contractId: string
  readonly title: string
  readonly type: string
  readonly milestoneIds: readonly string[]
  readonly reverses: number | undefined
  readonly isReversed: boolean
  readonly amounts: Readonly<Record<(typeof AMOUNTS)[number], Minor>>
}

const AMOUNTS = ['To client', 'To freelancer', 'To escrow', 'Client fee', 'Freelancer fee', 'Contract fee'] as const

/**
 * Reads rows of our own CSV, whose apostrophes before formulas are taken off; undefined for a row
 * whose entry or amounts are none.
 */
export function ownRowReader(header: readonly string[]): (row: GoodRow) => OwnRow | undefined {
  const keys = header.map(titleKey)
  const places = new Map(CSV_COLUMNS.map(title => [title, keys.indexOf(titleKey(title))]))
  return row => {
    const cell = (title: string): string => (row.cells[places.get(title) ?? -1] ?? '').trim()
    const entry = Number(cell('Entry'))
    if (!Number.isSafeInteger(entry) || entry < 1) return undefined
    // A deposit of the most there is and its fees leave the client together: that column may hold
    // more than any command.
    const amounts = AMOUNTS.map(
      title => [title, amountIn(cell(title), row.decimals, 'point', undefined, Number.MAX_SAFE_INTEGER)] as const,
    )
    if (amounts.some(([, amount]) => amount === undefined)) return undefined
    const reverses = cell('Reverses')
    return {
      row,
      entry,
      contractId: cell('Contract'),
      title: cell('Title').replace(/^'(?=[=+\-@])/, ''),
      type: cell('Type'),
      milestoneIds: cell('Milestone')
        .split(' ')
        .filter(id => id !== ''),
      reverses: reverses === '' ? undefined : Number(reverses),
      isReversed: cell('Reversed by') !== '',
      amounts: Object.fromEntries(amounts) as OwnRow['amounts'],
    }
  }
}

/**
 * Whether the book's entry of that number is the one the row tells of: of the same contract and
 * day, moving the same amounts.
 */
export function isEntryOf(
  own: OwnRow,
  moves: EntryMoves,
  numberOf: (contractId: string) => number,
  dayNumber: number,
): boolean {
  if (
    own.entry > moves.entries ||
    moves.contractNumberOf(own.entry) !== numberOf(own.contractId) ||
    moves.dayNumberOf(own.entry) !== dayNumber
  )
    return false
  const reversed = moves.reversedIn(own.entry)
  if (reversed !== own.reverses) return false
  const move = moves.moveOf(reversed ?? own.entry)
  const sign = reversed === undefined ? 1 : -1
  return AMOUNTS.every(title => own.amounts[title] === (move === undefined ? 0 : minor(sign * amountOf(move, title))))
}

function amountOf(move: EntryMove, title: (typeof AMOUNTS)[number]): Minor {
  const { kind, fee, otherFee } = move
  const isClients = kind === 'deposit' || kind === 'refund'
  switch (title) {
    case 'To client':
      return effectOf(move, 'client')
    case 'To freelancer':
      return effectOf(move, 'freelancer')
    case 'To escrow':
      return effectOf(move, 'escrow')
    case 'Client fee':
      return isClients ? fee : kind === 'resolution' ? otherFee : ZERO
    case 'Freelancer fee':
      return isClients ? ZERO : fee
    case 'Contract fee':
      return isClients ? otherFee : ZERO
  }
}

const KINDS: Readonly<Record<string, MovementKind>> = {
  'fund-milestone': 'deposit',
  release: 'release',
  bonus: 'bonus',
  'return-payment': 'return',
  'approve-refund': 'refund',
}

/**
 * What a row of another book's CSV would be as a movement of this one: its kind, gross amount and
 * fee in minor units; undefined where it moves no money or was undone.
 */
export function ownMovement({
  type,
  amounts,
  isReversed,
  reverses,
}: OwnRow): { readonly kind: MovementKind; readonly amount: Minor; readonly fee: Minor } | undefined {
  const kind = KINDS[type]
  if (kind === undefined || isReversed || reverses !== undefined) return undefined
  const gross = {
    deposit: amounts['To escrow'],
    release: -amounts['To escrow'],
    refund: -amounts['To escrow'],
    bonus: -amounts['To client'],
    return: amounts['To client'],
  }
  const amount = minor(gross[kind as keyof typeof gross])
  return amount > 0
    ? { kind, amount, fee: kind === 'deposit' ? amounts['Client fee'] : amounts['Freelancer fee'] }
    : undefined
}
