import type { Side } from '../../../shared/contract/events.ts'
import { type Minor, minor, sum } from '../../../shared/money/money.ts'
import type { Slices } from '../../scheduling/slices.ts'
import type { GoodRow, Note } from '../read/row.ts'
import type { RowKind } from '../read/row-kinds.ts'

/**
 * What a statement's rows, put together, say was moved; a `charge` went into escrow or on from it,
 * which the row alone does not tell.
 */
export type MovementKind = 'deposit' | 'release' | 'charge' | 'bonus' | 'refund' | 'return' | 'in' | 'out'

/**
 * One move of money: the row that stands for it and the rows that belong to it. Amounts are in
 * minor units and above zero; a fee is null where no row tells it.
 */
export interface Movement {
  readonly main: GoodRow
  readonly parts: readonly GoodRow[]
  readonly kind: MovementKind
  readonly amount: Minor
  /** The client's fee of a charge, the freelancer's of an earning. */
  readonly fee: Minor | null
  readonly contractFee: Minor | null
  /** Whose account the statement is of; null where its row alone does not say. */
  readonly side: Side | null
}

/**
 * The movements of a statement in the order in which they happened, and the rows that are none, by
 * line, with the reason.
 */
export interface Movements {
  readonly movements: readonly Movement[]
  readonly leftOut: ReadonlyMap<number, Note>
}

/** Rows that belong together stand near each other: so many rows are looked at on either side. */
const NEAR = 12

const FROM_ESCROW = /from (?:the )?escrow|escrow (?:release|payment)|\breleas|\bapproved?\b|paid from/i
const INTO_ESCROW = /(?:to|into|in) escrow|escrow (?:deposit|funding)|\bfund(?:s|ed|ing)?\b|\bdeposit|\bprefund/i

interface Draft {
  readonly row: GoodRow
  readonly kind: RowKind
  readonly parts: GoodRow[]
  fee: Minor | null
  contractFee: Minor | null
  payment: GoodRow | null
}

/**
 * Puts the rows of a statement together. A fee goes with the payment it names or stands next to. On
 * a client's report every move is there twice, once as the payment into the account and once as the
 * charge out of it (exports.md): the two are one, or the amount would count twice. Two equal
 * movements stay two.
 */
export async function movementsIn(rows: readonly GoodRow[], slices: Slices): Promise<Movements> {
  const ordered = inOrder(rows)
  const leftOut = new Map<number, Note>()
  const drafts = ordered.map(row =>
    isMain(row.kind) ? { row, kind: row.kind, parts: [], fee: row.fee, contractFee: null, payment: null } : undefined,
  )
  const byId = new Map<string, Draft>()
  for (const draft of drafts) if (draft !== undefined) byId.set(draft.row.id, draft)
  for (const [place, row] of ordered.entries()) {
    if (slices.areOver) await slices.next()
    if (typeof row.kind === 'object') leftOut.set(row.line, { key: row.kind.ignored })
    else if (
      isFee(row.kind) &&
      !joinFee(row, named(row, byId) ?? nearest(drafts, place, draft => takesFee(draft, row)))
    )
      leftOut.set(row.line, { key: row.amount < 0 ? 'statement.ignored.fee' : 'statement.ignored.fee-credit' })
  }
  for (const [place, row] of ordered.entries())
    if (row.kind === 'payment' && !joinPayment(row, drafts, place))
      leftOut.set(row.line, { key: 'statement.ignored.payment' })
  return { movements: drafts.flatMap(draft => (draft === undefined ? [] : [movementOf(draft)])), leftOut }
}

/**
 * As they happened: by day, and of one day in the file's order, which is the other way round where
 * the newest come first.
 */
function inOrder(rows: readonly GoodRow[]): readonly GoodRow[] {
  const isNewestFirst = (rows[0]?.on ?? '') > (rows.at(-1)?.on ?? '')
  const ordered = isNewestFirst ? rows.toReversed() : rows
  const isInOrder = ordered.every((row, place) => place === 0 || (ordered[place - 1]?.on ?? '') <= row.on)
  return isInOrder ? ordered : ordered.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
}

const isMain = (kind: RowKind): boolean => typeof kind === 'string' && !isFee(kind) && kind !== 'payment'

const FEES: ReadonlySet<RowKind> = new Set(['client-fee', 'contract-fee', 'freelancer-fee', 'fee'])
const isFee = (kind: RowKind): boolean => FEES.has(kind)

/** The row whose id a fee names, in a column of its own or in its text, or has itself. */
function named({ id, refersTo, text, currency }: GoodRow, byId: ReadonlyMap<string, Draft>): Draft | undefined {
  const ids = [refersTo, /\bref(?:erence)?\.? ?id:? ?#?([\w-]+)/i.exec(text)?.[1] ?? '', id]
  const found = ids.map(id => (id === '' ? undefined : byId.get(id))).find(draft => draft !== undefined)
  return found?.row.currency === currency ? found : undefined
}

function joinFee(row: GoodRow, draft: Draft | undefined): boolean {
  if (draft === undefined || row.amount >= 0) return false
  const charged = minor(-row.amount)
  if (row.kind === 'contract-fee')
    draft.contractFee = draft.contractFee === null ? charged : sum(draft.contractFee, charged)
  else draft.fee = draft.fee === null ? charged : sum(draft.fee, charged)
  draft.parts.push(row)
  return true
}

/**
 * A fee of a client goes with a charge or a bonus that was paid and has no such fee yet, one of a
 * freelancer with an earning or a bonus that was got.
 */
function takesFee({ row, fee, contractFee }: Draft, feeRow: GoodRow): boolean {
  if (row.on !== feeRow.on || row.currency !== feeRow.currency || !shareName(row, feeRow)) return false
  if (feeRow.kind === 'freelancer-fee')
    return row.amount > -feeRow.amount && fee === null && (row.kind === 'earning' || row.kind === 'bonus')
  if (feeRow.kind === 'fee')
    return (
      fee === null &&
      Math.abs(row.amount) > -feeRow.amount &&
      (row.kind === 'in' || row.kind === 'out' || row.kind === 'bonus')
    )
  const isPaid = row.amount < 0 && (row.kind === 'charge' || row.kind === 'bonus') && !FROM_ESCROW.test(row.text)
  return isPaid && (feeRow.kind === 'contract-fee' ? contractFee === null : fee === null)
}

function shareName(one: GoodRow, other: GoodRow): boolean {
  return one.names.length === 0 || other.names.length === 0 || one.names.some(name => other.names.includes(name))
}

/**
 * The nearest row for which something holds, those after it first: fees are listed below or above
 * what they are of.
 */
function nearest(
  drafts: readonly (Draft | undefined)[],
  place: number,
  holds: (draft: Draft) => boolean,
): Draft | undefined {
  for (let distance = 1; distance <= NEAR; distance++) {
    for (const near of [place - distance, place + distance]) {
      const draft = drafts[near]
      if (draft !== undefined && holds(draft)) return draft
    }
  }
  return undefined
}

/**
 * A client's payment goes with the charge of the same amount, with or without its fees, or with a
 * fee that is paid by itself.
 */
function joinPayment(row: GoodRow, drafts: readonly (Draft | undefined)[], place: number): boolean {
  if (row.amount <= 0) return false
  const isFromEscrow = FROM_ESCROW.test(row.text) && !INTO_ESCROW.test(row.text)
  const isOfSame = ({ row: main, kind }: Draft): boolean =>
    (kind === 'charge' || kind === 'bonus') &&
    main.amount < 0 &&
    main.on === row.on &&
    main.currency === row.currency &&
    shareName(main, row)
  const isFree = (draft: Draft): boolean => isOfSame(draft) && draft.payment === null
  const charged = ({ row: main }: Draft): number => -main.amount
  const withFees = (draft: Draft): number => charged(draft) + (draft.fee ?? 0) + (draft.contractFee ?? 0)
  const holds: readonly ((draft: Draft) => boolean)[] = isFromEscrow
    ? [
        draft => isFree(draft) && charged(draft) === row.amount && isOutOfEscrow(draft),
        draft => isFree(draft) && charged(draft) === row.amount && draft.fee === null,
      ]
    : [
        draft => isFree(draft) && withFees(draft) === row.amount && !isOutOfEscrow(draft),
        draft => isFree(draft) && charged(draft) === row.amount && !isOutOfEscrow(draft),
        draft => isFree(draft) && charged(draft) === row.amount,
        draft => isOfSame(draft) && withFees(draft) - charged(draft) === row.amount,
      ]
  for (const each of holds) {
    const draft = nearest(drafts, place, each)
    if (draft === undefined) continue
    draft.payment ??= row
    draft.parts.push(row)
    return true
  }
  return false
}

const isOutOfEscrow = ({ row: { text } }: Draft): boolean => FROM_ESCROW.test(text) && !INTO_ESCROW.test(text)

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
 * A charge with a fee, or that says so, goes into escrow; one that comes from there pays the
 * freelancer.
 */
function chargeKind(text: string, fee: Minor | null): MovementKind {
  if (fee !== null) return 'deposit'
  const isOut = FROM_ESCROW.test(text)
  if (isOut === INTO_ESCROW.test(text)) return 'charge'
  return isOut ? 'release' : 'deposit'
}
