import type { QueryValues } from '../../../shared/api/queries.ts'
import type { EscrowCommandInput } from '../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'
import { words } from '../../words/say.tsx'

/** What a person can say a row is; `same`: an entry of the book. */
export const KINDS = ['fund-milestone', 'release', 'bonus', 'approve-refund', 'return-payment', 'same'] as const
/** See `KINDS`. */
export type ChosenKind = (typeof KINDS)[number]

/** Where in its contract a row can be put: a milestone, what is left over (no id), or an entry. */
interface Place {
  readonly value: string
  readonly label: string
}

/**
 * The milestones that can be funded or paid for, or the entries without a reference that moved
 * money; null where there is nothing to choose.
 */
export function placesOf({ contract, timeline }: QueryValues['contract'], kind: ChosenKind): readonly Place[] | null {
  const milestone = ({ id, title }: { readonly id: string; readonly title: string }): Place => ({
    value: id,
    label: title,
  })
  switch (kind) {
    case 'fund-milestone':
      return contract.milestones.filter(({ status }) => status === 'planned').map(milestone)
    case 'release':
      return [
        ...contract.milestones.filter(({ held }) => held > 0).map(milestone),
        ...(contract.unallocated > 0 ? [{ value: '', label: words('reconcile.edit-left') }] : []),
      ]
    case 'same':
      return timeline
        .filter(
          row =>
            row.reference === null && row.gross !== 0 && row.reversedBy === undefined && row.reverses === undefined,
        )
        .map(row => ({
          value: String(row.entry),
          label: `${row.label}, ${words('reconcile.number', { entry: row.entry })}`,
        }))
    default:
      return null
  }
}

interface Chosen {
  readonly kind: ChosenKind
  readonly contract: QueryValues['contract']['contract']
  /** Undefined where the contract has none of the kind. */
  readonly place: string | undefined
  readonly amount: Minor
  /** The day it happened; the row's own where it is null. */
  readonly on: IsoDate | null
  readonly id: string
}

/**
 * What records a row as the person says, one command after another; null where something of it is
 * missing.
 */
export function commandsOf({ kind, contract, place, amount, on, id }: Chosen): readonly EscrowCommandInput[] | null {
  const about = { contractId: contract.id, ...(on !== null && { on }) }
  switch (kind) {
    case 'bonus':
    case 'return-payment':
      return [{ type: kind, ...about, amount }]
    case 'release':
      return place === undefined
        ? null
        : [{ type: 'release', ...about, amount, ...(place === '' ? {} : { milestoneId: place }) }]
    case 'fund-milestone':
      return place === undefined ? null : [{ type: 'fund-milestone', ...about, milestoneId: place, amount }]
    case 'approve-refund':
      if ((fixedRefund(contract)?.amount ?? amount) !== amount) return null
      return [
        ...askedFor(contract, amount).map(asked => ({ ...asked, ...about })),
        { type: 'approve-refund', ...about },
      ]
    case 'same':
      return place === undefined
        ? null
        : [{ type: 'annotate', contractId: contract.id, entry: Number(place), reference: id }]
  }
}

/**
 * What a refund must come to, and why: what is asked for already, or all of escrow where the rules
 * refund at the end alone. Null where it may be any amount.
 */
export function fixedRefund({
  pending,
  policy,
  escrow,
}: Chosen['contract']): { readonly amount: Minor; readonly why: 'asked' | 'end' } | null {
  if (pending.refund !== undefined) return { amount: pending.refund.amount, why: 'asked' }
  return policy.refundOnlyAtEnd ? { amount: escrow, why: 'end' } : null
}

/**
 * A refund is approved that is asked for; else it is asked for first, under rules that allow it at
 * the end alone by ending the contract.
 */
function askedFor(
  { pending, policy, id: contractId }: Chosen['contract'],
  amount: Minor,
): readonly EscrowCommandInput[] {
  if (pending.refund !== undefined) return []
  return policy.refundOnlyAtEnd
    ? [{ type: 'end-contract', contractId, refundRemainder: true }]
    : [{ type: 'request-refund', contractId, amount }]
}
