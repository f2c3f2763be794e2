import type { QueryValues } from '../../../shared/api/queries.ts'
import type { RecordedCommandInput } from '../../../shared/contract/commands.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { Minor } from '../../../shared/money/money.ts'
import { words } from '../../words/say.tsx'

/** The kinds a person can choose for a row; `same` is an entry of the book. */
export const KINDS = ['fund-milestone', 'release', 'bonus', 'approve-refund', 'return-payment', 'same'] as const
/** See `KINDS`. */
export type ChosenKind = (typeof KINDS)[number]

/** A part of a contract that a row can be about. */
interface Target {
  /** A milestone's id (empty for unallocated money), or an entry's number. */
  readonly value: string
  readonly label: string
}

/**
 * Returns the milestones that can be funded or paid, or the entries without a reference that moved
 * money; null for a kind that concerns the whole contract.
 */
export function targetsOf({ contract, timeline }: QueryValues['contract'], kind: ChosenKind): readonly Target[] | null {
  const milestone = ({ id, title }: { readonly id: string; readonly title: string }): Target => ({
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

/** The person's choices for a row. */
export interface Chosen {
  readonly kind: ChosenKind
  readonly contract: QueryValues['contract']['contract']
  /** The value of a target; undefined if there is none to choose. */
  readonly target: string | undefined
  readonly amount: Minor
  /** Null for the row's own day. */
  readonly on: IsoDate | null
  readonly id: string
}

/** Returns the commands that record a row as chosen, in order; null if a choice is missing. */
export function commandsOf({ kind, contract, target, amount, on, id }: Chosen): readonly RecordedCommandInput[] | null {
  const common = { contractId: contract.id, ...(on !== null && { on }) }
  switch (kind) {
    case 'bonus':
    case 'return-payment':
      return [{ type: kind, ...common, amount }]
    case 'release':
      return target === undefined
        ? null
        : [{ type: 'release', ...common, amount, ...(target === '' ? {} : { milestoneId: target }) }]
    case 'fund-milestone':
      return target === undefined ? null : [{ type: 'fund-milestone', ...common, milestoneId: target, amount }]
    case 'approve-refund':
      if ((fixedRefund(contract)?.amount ?? amount) !== amount) return null
      return [
        ...requestOf(contract, amount).map(request => ({ ...request, ...common })),
        { type: 'approve-refund', ...common },
      ]
    case 'same':
      return target === undefined
        ? null
        : [{ type: 'annotate', contractId: contract.id, entry: Number(target), reference: id }]
  }
}

/**
 * Returns the only amount a refund can have, in minor units, and the reason: it has been requested,
 * or the contract's rules refund all of escrow at the end. Null if any amount is possible.
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
 * The command that requests a refund not yet requested; if the rules only refund at the end, it
 * ends the contract.
 */
function requestOf(
  { pending, policy, id: contractId }: Chosen['contract'],
  amount: Minor,
): readonly RecordedCommandInput[] {
  if (pending.refund !== undefined) return []
  return policy.refundOnlyAtEnd
    ? [{ type: 'end-contract', contractId, refundRemainder: true }]
    : [{ type: 'request-refund', contractId, amount }]
}
