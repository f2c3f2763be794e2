import { type Minor, minor } from '../../../shared/money/money.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import type { Slices } from '../../scheduling/slices.ts'
import type { GoodRow } from '../read/row.ts'
import type { RowKind } from '../read/row-kinds.ts'
import { doubt } from './decision.ts'
import { type Draft, feeTaker, joinFee, joinPayment } from './drafts.ts'
import { isFromEscrow, isIntoEscrow } from './escrow-words.ts'
import type { Movement, MovementKind } from './movement.ts'
import { type Placed, placedAlone, type Staged } from './stage.ts'

/**
 * Combines the rows of a statement into movements, in the order in which they happened, and places
 * the rows that belong to none. A fee goes with the payment it names or is next to. A client's
 * report lists every movement twice, as the payment into the account and the charge out of it
 * (exports.md): the two count as one movement. Two equal movements stay two.
 */
export async function rowsTogether(rows: readonly GoodRow[], slices: Slices): Promise<Staged<Movement>> {
  const ordered = inOrder(rows)
  const placed: Placed[] = []
  const leaveOut = (row: GoodRow, key: WordKey): void => {
    placed.push(placedAlone(row, { state: 'ignored', evidence: [doubt({ key })], sure: false }))
  }
  const drafts = ordered.map(row => (isMain(row.kind) ? draftOf(row) : undefined))
  const byId = new Map<string, Draft>()
  for (const draft of drafts) if (draft !== undefined) byId.set(draft.row.id, draft)
  for (const [index, row] of ordered.entries()) {
    if (slices.areOver) await slices.next()
    if (typeof row.kind === 'object') leaveOut(row, row.kind.ignored)
    else if (isFee(row.kind) && !joinFee(row, feeTaker(row, index, drafts, byId)))
      leaveOut(row, row.amount < 0 ? 'statement.ignored.fee' : 'statement.ignored.fee-credit')
  }
  for (const [index, row] of ordered.entries())
    if (row.kind === 'payment' && !joinPayment(row, index, drafts)) leaveOut(row, 'statement.ignored.payment')
  return { placed, rest: drafts.flatMap(draft => (draft === undefined ? [] : [movementOf(draft)])) }
}

/**
 * Rows by day, and within a day in the file's order, which is reversed if the newest come first.
 */
function inOrder(rows: readonly GoodRow[]): readonly GoodRow[] {
  const isNewestFirst = (rows[0]?.on ?? '') > (rows.at(-1)?.on ?? '')
  const ordered = isNewestFirst ? rows.toReversed() : rows
  const isInOrder = ordered.every((row, index) => index === 0 || (ordered[index - 1]?.on ?? '') <= row.on)
  return isInOrder ? ordered : ordered.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
}

const FEES: ReadonlySet<RowKind> = new Set(['client-fee', 'contract-fee', 'freelancer-fee', 'fee'])
const isFee = (kind: RowKind): boolean => FEES.has(kind)
const isMain = (kind: RowKind): boolean => typeof kind === 'string' && !isFee(kind) && kind !== 'payment'

const draftOf = (row: GoodRow): Draft => ({
  row,
  kind: row.kind,
  parts: [],
  fee: row.fee,
  contractFee: null,
  payment: null,
})

function movementOf({ row, kind, parts, fee, contractFee, payment }: Draft): Movement {
  const { amount } = row
  const about = { main: row, parts, amount: amount < 0 ? minor(-amount) : amount, fee, contractFee }
  const isIn = amount > 0
  switch (kind) {
    case 'earning':
      return { ...about, kind: 'release', side: 'freelancer' }
    case 'charge':
      return { ...about, kind: chargeKind(`${row.text} ${payment?.text ?? ''}`, fee ?? contractFee), side: 'client' }
    case 'bonus':
      return { ...about, kind, side: isIn ? 'freelancer' : 'client' }
    case 'refund':
      return { ...about, kind: isIn ? 'refund' : 'return', side: isIn ? 'client' : 'freelancer' }
    default:
      return { ...about, kind: isIn ? 'in' : 'out', side: null }
  }
}

/**
 * A charge that has a fee, or says so, was paid into escrow; one that says it came from escrow was
 * paid to the freelancer.
 */
function chargeKind(text: string, fee: Minor | null): MovementKind {
  if (fee !== null) return 'deposit'
  const isOut = isFromEscrow(text)
  if (isOut === isIntoEscrow(text)) return 'charge'
  return isOut ? 'release' : 'deposit'
}
