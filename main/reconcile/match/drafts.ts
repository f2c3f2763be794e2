import { type Minor, minor, sum } from '../../../shared/money/money.ts'
import type { GoodRow } from '../read/row.ts'
import type { RowKind } from '../read/row-kinds.ts'
import { isFromEscrow, isOnlyFromEscrow } from './escrow-words.ts'

/** A movement that is still being assembled from rows. */
export interface Draft {
  readonly row: GoodRow
  readonly kind: RowKind
  readonly parts: GoodRow[]
  fee: Minor | null
  contractFee: Minor | null
  payment: GoodRow | null
}

/**
 * The number of rows searched on either side: rows that belong together are close to each other.
 */
const NEAR = 12

/** The drafts of a statement's rows in date order; undefined for rows that start no movement. */
type Drafts = readonly (Draft | undefined)[]

/** The draft that a fee belongs to: the one it names, or else the nearest one it fits. */
export function feeTaker(
  row: GoodRow,
  index: number,
  drafts: Drafts,
  byId: ReadonlyMap<string, Draft>,
): Draft | undefined {
  return namedBy(row, byId) ?? nearest(drafts, index, draft => takesFee(draft, row))
}

/** The draft of the row whose id a fee names in its own column, in its text, or as its own id. */
function namedBy({ id, refersTo, text, currency }: GoodRow, byId: ReadonlyMap<string, Draft>): Draft | undefined {
  const ids = [refersTo, /\bref(?:erence)?\.? ?id:? ?#?([\w-]+)/i.exec(text)?.[1] ?? '', id]
  const found = ids.map(id => (id === '' ? undefined : byId.get(id))).find(draft => draft !== undefined)
  return found?.row.currency === currency ? found : undefined
}

/** Adds a fee to its draft. Returns false if there is no draft or the fee is a credit. */
export function joinFee(row: GoodRow, draft: Draft | undefined): boolean {
  if (draft === undefined || row.amount >= 0) return false
  const charged = minor(-row.amount)
  if (row.kind === 'contract-fee')
    draft.contractFee = draft.contractFee === null ? charged : sum(draft.contractFee, charged)
  else draft.fee = draft.fee === null ? charged : sum(draft.fee, charged)
  draft.parts.push(row)
  return true
}

/**
 * A client's fee fits a charge, or a bonus paid, that has no such fee yet; a freelancer's fee fits
 * an earning or a bonus received.
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
  const isPaid = row.amount < 0 && (row.kind === 'charge' || row.kind === 'bonus') && !isFromEscrow(row.text)
  return isPaid && (feeRow.kind === 'contract-fee' ? contractFee === null : fee === null)
}

function shareName(one: GoodRow, other: GoodRow): boolean {
  return one.names.length === 0 || other.names.length === 0 || one.names.some(name => other.names.includes(name))
}

/**
 * The nearest draft that `fits`; if two are equally near, the one before: fees are listed above or
 * below what they are charged on.
 */
function nearest(drafts: Drafts, index: number, fits: (draft: Draft) => boolean): Draft | undefined {
  for (let distance = 1; distance <= NEAR; distance++) {
    for (const near of [index - distance, index + distance]) {
      const draft = drafts[near]
      if (draft !== undefined && fits(draft)) return draft
    }
  }
  return undefined
}

/**
 * Adds a client's payment to the charge of the same amount, with or without its fees, or to the
 * charge whose fees it pays by themselves. Returns false if there is none.
 */
export function joinPayment(row: GoodRow, index: number, drafts: Drafts): boolean {
  if (row.amount <= 0) return false
  const fitting = isOnlyFromEscrow(row.text) ? paidFromEscrow(row) : paidIntoAccount(row)
  for (const fits of fitting) {
    const draft = nearest(drafts, index, fits)
    if (draft === undefined) continue
    draft.payment ??= row
    draft.parts.push(row)
    return true
  }
  return false
}

/** The possible counterparts of a payment out of escrow, the likeliest first. */
function paidFromEscrow(row: GoodRow): readonly ((draft: Draft) => boolean)[] {
  const isOfAmount = (draft: Draft): boolean => isUnpaid(draft, row) && charged(draft) === row.amount
  return [draft => isOfAmount(draft) && isPaidOut(draft), draft => isOfAmount(draft) && draft.fee === null]
}

/** The possible counterparts of a payment into the account, the likeliest first. */
function paidIntoAccount(row: GoodRow): readonly ((draft: Draft) => boolean)[] {
  const isOfAmount = (draft: Draft): boolean => isUnpaid(draft, row) && charged(draft) === row.amount
  return [
    draft => isUnpaid(draft, row) && withFees(draft) === row.amount && !isPaidOut(draft),
    draft => isOfAmount(draft) && !isPaidOut(draft),
    isOfAmount,
    draft => isCharge(draft, row) && withFees(draft) - charged(draft) === row.amount,
  ]
}

const isUnpaid = (draft: Draft, row: GoodRow): boolean => draft.payment === null && isCharge(draft, row)

function isCharge({ row: main, kind }: Draft, row: GoodRow): boolean {
  return (
    (kind === 'charge' || kind === 'bonus') &&
    main.amount < 0 &&
    main.on === row.on &&
    main.currency === row.currency &&
    shareName(main, row)
  )
}

const charged = ({ row }: Draft): number => -row.amount
const withFees = (draft: Draft): number => charged(draft) + (draft.fee ?? 0) + (draft.contractFee ?? 0)
const isPaidOut = ({ row }: Draft): boolean => isOnlyFromEscrow(row.text)
